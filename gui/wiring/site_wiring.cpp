// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/wiring/site_wiring.hpp"

#include "gui/docks/dock_style.hpp"

#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>

#include <array>

namespace meter::gui {

namespace {

constexpr int kButtonWidth = 76;
constexpr int kButtonHeight = 48;

} // namespace

SiteButton::SiteButton(const SitePart& part, QWidget* parent)
    : QAbstractButton(parent), m_part(part) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &SiteButton::choose);
    showWorld(m_world, m_isTold); // It has a name from the start.
}

QSize SiteButton::sizeHint() const {
    return {kButtonWidth, kButtonHeight};
}

void SiteButton::showWorld(const sim::World& world, bool isTold) {
    m_world = world;
    m_isTold = isTold;
    const QString state = m_part.state(world);
    if (accessibleName() != state) {
        setAccessibleName(state);
        setToolTip(state);
    }
    update();
}

void SiteButton::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isMarked = m_isTold && !m_part.isSound(m_world);
    painter.setBackground(palette().window());
    painter.setPen(
        QPen(isMarked ? refusalColour(palette()) : palette().color(QPalette::WindowText), 1.6));
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    m_part.paint(painter, QRectF(rect()).adjusted(0, 0, 0, -1), m_world);
    if (hasFocus()) {
        QPen ring(palette().color(QPalette::Highlight), 1.6);
        ring.setDashPattern({2.0, 1.5});
        painter.setPen(ring);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

/// The only choice at once, several by a menu.
void SiteButton::choose() {
    const std::vector<SiteChoice> choices = m_part.choices(m_world);
    if (choices.size() == 1) {
        Q_EMIT chosen(choices.front().values);
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const SiteChoice& choice : choices) {
        connect(menu->addAction(choice.text), &QAction::triggered, this,
                [this, values = choice.values] { Q_EMIT chosen(values); });
    }
    menu->popup(mapToGlobal(QPoint(0, height())));
}

SiteWiring::SiteWiring(QWidget* parent) : QWidget(parent) {
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->setVerticalSpacing(kDockGap);
    const std::array<QString, 2> names = {tr("Control power"), tr("RS-485 line")};
    std::array<int, 2> columns = {1, 1};
    for (int row = 0; row < 2; ++row) {
        auto* name = new QLabel(names[static_cast<std::size_t>(row)], this);
        name->setContentsMargins(0, 0, kDockMargin, 0);
        layout->addWidget(name, row, 0);
    }
    for (const SitePart& part : siteParts()) {
        auto* button = new SiteButton(part, this);
        connect(button, &SiteButton::chosen, this, &SiteWiring::chosen);
        const auto row = static_cast<std::size_t>(part.row);
        layout->addWidget(button, static_cast<int>(part.row), columns[row]++);
        m_buttons.push_back(button);
    }
}

void SiteWiring::showWorld(const sim::World& world, bool isTold) {
    for (SiteButton* const button : m_buttons) {
        button->showWorld(world, isTold);
    }
}

} // namespace meter::gui
