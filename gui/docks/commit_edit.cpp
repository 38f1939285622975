// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/docks/commit_edit.hpp"

#include "gui/docks/dock_style.hpp"

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

namespace meter::gui {

namespace {

constexpr int kPageSteps = 10;
constexpr int kWheelNotch = 120; ///< Of QWheelEvent::angleDelta.

} // namespace

CommitEdit::CommitEdit(QWidget* parent) : QLineEdit(parent) {
    connect(this, &QLineEdit::textEdited, this, [this] { m_isTouched = true; });
    connect(this, &QLineEdit::returnPressed, this, &CommitEdit::commit);
}

void CommitEdit::follow(const QString& text) {
    m_truth = text;
    if (!m_isTouched && m_refusal.isEmpty() && this->text() != text) {
        const int cursor = cursorPosition();
        setText(text);
        setCursorPosition(hasFocus() ? cursor : 0);
    }
}

void CommitEdit::setRefusal(const QString& refusal) {
    if (refusal == m_refusal) {
        return;
    }
    m_refusal = refusal;
    setToolTip(refusal);
    update();
    Q_EMIT refusalChanged(refusal);
}

void CommitEdit::revert() {
    m_isTouched = false;
    setRefusal({});
    setText(m_truth);
}

void CommitEdit::commit() {
    if (!m_isTouched) {
        return;
    }
    m_isTouched = false;
    setRefusal({});
    Q_EMIT committed(text().trimmed());
}

void CommitEdit::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Escape:
        if (m_isTouched || !m_refusal.isEmpty()) {
            revert();
            selectAll();
            return;
        }
        break;
    case Qt::Key_Up:
        Q_EMIT stepped(1);
        return;
    case Qt::Key_Down:
        Q_EMIT stepped(-1);
        return;
    case Qt::Key_PageUp:
        Q_EMIT stepped(kPageSteps);
        return;
    case Qt::Key_PageDown:
        Q_EMIT stepped(-kPageSteps);
        return;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void CommitEdit::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) {
        commit();
    }
}

void CommitEdit::wheelEvent(QWheelEvent* event) {
    // Only where the user already is: the wheel is for scrolling the dock everywhere else.
    if (!hasFocus() || event->angleDelta().y() == 0) {
        event->ignore();
        return;
    }
    Q_EMIT stepped(event->angleDelta().y() / kWheelNotch);
    event->accept();
}

void CommitEdit::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        update();
    }
}

void CommitEdit::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (m_refusal.isEmpty()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(refusalColour(palette()), 1.6));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.8, 0.8, -0.8, -0.8), 2.5, 2.5);
}

} // namespace meter::gui
