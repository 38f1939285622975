// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faceplate/key_button.hpp"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>

#include <algorithm>
#include <cmath>

namespace meter::gui {

namespace {

/// The sign on the key, in a box of −1…1.
QPainterPath sign(Key key) {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    constexpr double kBar = 0.13;
    constexpr double kReach = 0.42;
    switch (key) {
    case Key::Plus:
        path.addRect(QRectF(-kBar, -kReach, 2.0 * kBar, 2.0 * kReach));
        [[fallthrough]];
    case Key::Minus:
        path.addRect(QRectF(-kReach, -kBar, 2.0 * kReach, 2.0 * kBar));
        break;
    case Key::Left:
        path.addPolygon(QPolygonF{{0.28, -0.42}, {-0.42, 0.0}, {0.28, 0.42}});
        path.closeSubpath();
        break;
    case Key::Right:
        path.addPolygon(QPolygonF{{-0.28, -0.42}, {0.42, 0.0}, {-0.28, 0.42}});
        path.closeSubpath();
        break;
    }
    return path;
}

bool isPress(const QKeyEvent& event) {
    return event.key() == Qt::Key_Space || event.key() == Qt::Key_Select ||
           event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

} // namespace

KeyButton::KeyButton(Key key, QWidget* parent) : QAbstractButton(parent), m_key(key) {
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_AcceptTouchEvents, false); // Touches arrive as mouse events.
    switch (key) {
    case Key::Plus:
        setAccessibleName(tr("Plus key"));
        setToolTip(tr("Previous, or change the value (+ or Up)"));
        break;
    case Key::Minus:
        setAccessibleName(tr("Minus key"));
        setToolTip(tr("Next, or select the digit to the left (\u2212 or Down)"));
        break;
    case Key::Left:
        setAccessibleName(tr("Left key"));
        setToolTip(tr("Back (Left)"));
        break;
    case Key::Right:
        setAccessibleName(tr("Right key"));
        setToolTip(tr("Enter, next screen or digit (Right)"));
        break;
    }
}

QSize KeyButton::sizeHint() const {
    return {48, 48};
}

void KeyButton::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF centre = QRectF(rect()).center();
    const double radius = 0.5 * std::min(width(), height());
    const double unit = radius / 46.0;
    const double sink = isDown() ? 2.5 * unit : 0.0;
    const double cap = radius - 7.0 * unit;

    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(104, 109, 115)); // The recess.
    painter.drawEllipse(centre, cap + 3.0 * unit, cap + 3.0 * unit);
    if (!isDown()) {
        painter.setBrush(QColor(0, 0, 0, 60));
        painter.drawEllipse(centre + QPointF(0.0, 4.0 * unit), cap, cap);
    }

    const QPointF top = centre + QPointF(0.0, sink);
    const double face = isDown() ? cap - 1.5 * unit : cap;
    const int shade = underMouse() && !isDown() ? 12 : 0;
    QRadialGradient rubber(top - QPointF(0.0, 0.7 * face), 1.9 * face);
    rubber.setColorAt(0.0,
                      isDown() ? QColor(58, 63, 70) : QColor(94 + shade, 101 + shade, 110 + shade));
    rubber.setColorAt(1.0,
                      isDown() ? QColor(38, 42, 48) : QColor(44 + shade, 48 + shade, 55 + shade));
    painter.setBrush(rubber);
    painter.drawEllipse(top, face, face);

    painter.setBrush(isDown() ? QColor(150, 205, 255) : QColor(245, 247, 249));
    painter.translate(top);
    painter.scale(face, face);
    painter.drawPath(sign(m_key));
    painter.resetTransform();

    if (hasFocus() && m_isFocusByKeyboard) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(30, 120, 255), std::max(2.0, 3.0 * unit)));
        painter.drawEllipse(centre, radius - 2.0 * unit, radius - 2.0 * unit);
    }
}

bool KeyButton::hitButton(const QPoint& position) const {
    const QPointF off = QPointF(position) - QRectF(rect()).center();
    return std::hypot(off.x(), off.y()) <= 0.5 * std::min(width(), height());
}

void KeyButton::keyPressEvent(QKeyEvent* event) {
    if (!isPress(*event)) {
        event->ignore();
        return;
    }
    if (!event->isAutoRepeat() && !isDown()) {
        setDown(true);
        Q_EMIT pressed();
    }
}

void KeyButton::keyReleaseEvent(QKeyEvent* event) {
    if (!isPress(*event)) {
        event->ignore();
        return;
    }
    if (!event->isAutoRepeat() && isDown()) {
        setDown(false);
        Q_EMIT released();
    }
}

void KeyButton::focusInEvent(QFocusEvent* event) {
    m_isFocusByKeyboard =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QAbstractButton::focusInEvent(event);
}

void KeyButton::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void KeyButton::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace meter::gui
