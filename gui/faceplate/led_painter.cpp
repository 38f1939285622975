// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faceplate/led_painter.hpp"

#include <QRadialGradient>

namespace meter::gui {

namespace {

constexpr double kHalo = 2.3; ///< Radius of the halo ÷ radius of the lens.

} // namespace

QColor ledColour(Led led) {
    switch (led) {
    case Led::Pulse:
        return {255, 176, 32};
    case Led::Alarm:
        return {255, 56, 44};
    case Led::Receive:
        return {60, 220, 90};
    case Led::Transmit:
        break;
    }
    return {64, 170, 255};
}

QRectF ledExtent(const QPointF& centre, double radius) {
    const QPointF reach(kHalo * radius + 1.0, kHalo * radius + 1.0);
    return {centre - reach, centre + reach};
}

void paintLed(
    QPainter& painter, const QPointF& centre, double radius, const QColor& colour, bool isLit) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (isLit) {
        QRadialGradient halo(centre, kHalo * radius);
        QColor clear = colour;
        clear.setAlpha(0);
        QColor strong = colour;
        strong.setAlpha(150);
        halo.setColorAt(0.35, strong);
        halo.setColorAt(1.0, clear);
        painter.setBrush(halo);
        painter.drawEllipse(centre, kHalo * radius, kHalo * radius);
    }
    painter.setBrush(QColor(84, 89, 95));
    painter.drawEllipse(centre, 1.18 * radius, 1.18 * radius);
    QRadialGradient lens(centre - QPointF(0.3 * radius, 0.35 * radius), 1.4 * radius);
    lens.setColorAt(0.0, isLit ? colour.lighter(170) : colour.darker(270));
    lens.setColorAt(0.55, isLit ? colour : colour.darker(380));
    lens.setColorAt(1.0, isLit ? colour.darker(135) : colour.darker(520));
    painter.setBrush(lens);
    painter.drawEllipse(centre, radius, radius);
    painter.setBrush(QColor(255, 255, 255, isLit ? 190 : 70));
    painter.drawEllipse(centre - QPointF(0.32 * radius, 0.40 * radius), 0.26 * radius,
                        0.18 * radius);
}

} // namespace meter::gui
