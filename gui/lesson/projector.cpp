// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lesson/projector.hpp"

#include "gui/faceplate/faceplate_widget.hpp"
#include "gui/text/accessible_text.hpp"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace meter::gui {

namespace {

constexpr qsizetype kKeysShown = 12;
constexpr double kTextShare = 0.035; ///< Of the window's height.
constexpr int kFacePlateShare = 8;

/// By Key.
constexpr std::array kSigns = {u"+", u"\u2212", u"\u25c0", u"\u25b6"};

} // namespace

Projector::Projector(LiveMeter& meter, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_meter(meter)
    , m_faceplate(new FaceplateWidget(this))
    , m_screen(new QLabel(this))
    , m_keys(new QLabel(this)) {
    setWindowTitle(tr("Projector"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* layout = new QVBoxLayout(this);
    m_screen->setAlignment(Qt::AlignCenter);
    m_screen->setWordWrap(true);
    m_keys->setAlignment(Qt::AlignCenter);
    m_keys->setTextFormat(Qt::RichText);
    layout->addWidget(m_screen);
    layout->addWidget(m_faceplate, kFacePlateShare);
    layout->addWidget(m_keys);
    const MeterIdentity identity = meter.identity();
    m_faceplate->setIdentity(
        identity.factory.variant == Variant::Logging ? QStringLiteral("S4000-R-LOG")
                                                     : QStringLiteral("S4000-R"),
        QStringLiteral("%1").arg(identity.factory.serialNumber, 8, 16, QLatin1Char('0')).toUpper());
    connect(m_faceplate, &FaceplateWidget::keyPressed, &m_meter, &LiveMeter::pressKey);
    connect(m_faceplate, &FaceplateWidget::keyPressed, this, &Projector::echo);
    connect(&m_meter, &LiveMeter::advanced, this, &Projector::follow);
    follow(m_meter.snapshot());
    m_faceplate->setFocus();
}

QString Projector::keys() const {
    return m_pressed.join(QLatin1Char(' '));
}

QString Projector::screen() const {
    return m_screen->text();
}

void Projector::follow(const sim::live::Snapshot& snapshot) {
    m_faceplate->show(faceplateStateOf(snapshot));
    const QString text = glassDescription(snapshot.glass);
    if (m_screen->text() != text) {
        m_screen->setText(text);
    }
}

void Projector::echo(Key key) {
    m_pressed << QString::fromUtf16(kSigns.at(static_cast<std::size_t>(key)));
    while (m_pressed.size() > kKeysShown) {
        m_pressed.removeFirst();
    }
    QString text = m_pressed.mid(0, m_pressed.size() - 1).join(QStringLiteral("&nbsp; "));
    text += QStringLiteral("&nbsp; <b><big>") + m_pressed.last() + QStringLiteral("</big></b>");
    m_keys->setText(text);
}

void Projector::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_F11) {
        QWidget::close();
        return;
    }
    QWidget::keyPressEvent(event);
}

void Projector::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    QFont large = font();
    large.setPixelSize(std::max(1, static_cast<int>(height() * kTextShare)));
    m_screen->setFont(large);
    m_keys->setFont(large);
}

} // namespace meter::gui
