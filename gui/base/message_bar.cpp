// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/message_bar.hpp"

#include "gui/base/icons.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>

namespace meter::gui {

namespace {

constexpr int kTextHeightMax = 240;

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::WindowText).lightness() > 128;
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_scroll(new QScrollArea(this))
    , m_close(new QToolButton(this)) {
    setAutoFillBackground(true);
    setFocusPolicy(Qt::StrongFocus);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse);
    m_text->setOpenExternalLinks(true);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_close->setAutoRaise(true);
    m_close->setIcon(themedIcon(QStringLiteral("close"), palette()));
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setAccessibleName(tr("Close the message"));
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);

    // A long list scrolls; it must not push the meter out of the window.
    m_scroll->setWidget(m_text);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_text->setAutoFillBackground(false);

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->addWidget(m_title, 0, 0);
    layout->addWidget(m_close, 0, 1, Qt::AlignTop | Qt::AlignRight);
    layout->addWidget(m_scroll, 1, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    hide();
}

void MessageBar::showMistakes(const QString& title, const QStringList& mistakes) {
    QString list;
    for (const QString& mistake : mistakes) {
        list += QStringLiteral("<li>") + mistake.toHtmlEscaped() + QStringLiteral("</li>");
    }
    open(Kind::Mistakes, title,
         QStringLiteral("<ul style='margin-left:-24px'>") + list + QStringLiteral("</ul>"));
}

void MessageBar::showInformation(const QString& title, const QString& richText) {
    open(Kind::Information, title, richText);
}

QString MessageBar::text() const {
    return m_text->text();
}

void MessageBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        hide();
        return;
    }
    QFrame::keyPressEvent(event);
}

void MessageBar::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    fit();
}

void MessageBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_isColouring) {
        colour();
    }
}

void MessageBar::open(Kind kind, const QString& title, const QString& richText) {
    m_kind = kind;
    m_title->setText(title);
    m_text->setText(richText);
    setAccessibleName(title);
    colour();
    show();
    fit();
    setFocus(Qt::OtherFocusReason);
}

/// As high as the text needs, up to where it scrolls.
void MessageBar::fit() {
    const int needed = m_text->heightForWidth(std::max(m_scroll->width(), 200));
    m_scroll->setFixedHeight(std::min(needed + 4, kTextHeightMax));
}

void MessageBar::colour() {
    m_isColouring = true;
    QPalette colours = parentWidget() != nullptr ? parentWidget()->palette() : palette();
    const bool dark = isDark(colours);
    if (m_kind == Kind::Mistakes) {
        colours.setColor(QPalette::Window, dark ? QColor(92, 34, 34) : QColor(253, 226, 222));
    } else {
        colours.setColor(QPalette::Window, dark ? QColor(32, 52, 84) : QColor(224, 236, 252));
    }
    setPalette(colours);
    m_close->setIcon(themedIcon(QStringLiteral("close"), colours));
    m_isColouring = false;
}

} // namespace meter::gui
