// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faceplate/housing_painter.hpp"

#include "gui/faceplate/terminal_painter.hpp"
#include "gui/faceplate/type_plate.hpp"

#include <QLinearGradient>
#include <QPainterPath>

namespace meter::gui {

namespace {

QLinearGradient downwards(const QRectF& box, const QColor& from, const QColor& to) {
    QLinearGradient gradient(box.topLeft(), box.bottomLeft());
    gradient.setColorAt(0.0, from);
    gradient.setColorAt(1.0, to);
    return gradient;
}

void paintCabinet(QPainter& painter, const QSizeF& size, bool isDark) {
    const QRectF wall(QPointF(0.0, 0.0), size);
    painter.fillRect(wall, isDark ? downwards(wall, {47, 51, 57}, {33, 36, 41})
                                  : downwards(wall, {226, 229, 232}, {202, 207, 212}));
}

/// T35 rail: two lips, a groove, slots.
void paintRail(QPainter& painter, const FaceplateLayout& layout, bool isDark) {
    const double unit = layout.scale;
    const QRectF& rail = layout.rail;
    painter.fillRect(rail.translated(0.0, 7.0 * unit), QColor(0, 0, 0, isDark ? 80 : 45));

    QLinearGradient steel(rail.topLeft(), rail.bottomLeft());
    steel.setColorAt(0.0, QColor(246, 247, 248));
    steel.setColorAt(0.10, QColor(196, 200, 204));
    steel.setColorAt(0.14, QColor(140, 145, 150));
    steel.setColorAt(0.17, QColor(182, 187, 191));
    steel.setColorAt(0.5, QColor(214, 217, 220));
    steel.setColorAt(0.83, QColor(176, 181, 186));
    steel.setColorAt(0.86, QColor(120, 125, 131));
    steel.setColorAt(0.90, QColor(222, 225, 228));
    steel.setColorAt(1.0, QColor(160, 165, 170));
    painter.fillRect(rail, steel);
    if (isDark) {
        painter.fillRect(rail, QColor(10, 14, 20, 90));
    }

    painter.setBrush(isDark ? QColor(38, 41, 46) : QColor(196, 201, 206));
    painter.setPen(QPen(QColor(0, 0, 0, 90), 2.0 * unit));
    const double slotWidth = 150.0 * unit;
    const double slotHeight = 62.0 * unit;
    const double step = 250.0 * unit;
    const double middle = layout.body.center().x();
    const int count = static_cast<int>(rail.width() / step) + 2;
    for (int index = -count; index <= count; ++index) {
        const QRectF slot(middle + (index + 0.5) * step - 0.5 * slotWidth,
                          rail.center().y() - 0.5 * slotHeight, slotWidth, slotHeight);
        painter.drawRoundedRect(slot, 0.5 * slotHeight, 0.5 * slotHeight);
    }
}

void paintShadow(QPainter& painter, const QRectF& box, double unit, double reach) {
    painter.setPen(Qt::NoPen);
    constexpr int kSteps = 14;
    for (int step = kSteps; step > 0; --step) {
        const double grow = reach * unit * step / kSteps;
        painter.setBrush(QColor(0, 0, 0, 9));
        painter.drawRoundedRect(box.adjusted(-grow, -grow * 0.4, grow, grow * 1.3),
                                16.0 * unit + grow, 16.0 * unit + grow);
    }
}

void paintBody(QPainter& painter, const FaceplateLayout& layout) {
    const double unit = layout.scale;
    paintShadow(painter, layout.body, unit, 26.0);
    painter.setPen(QPen(QColor(120, 126, 132), 1.6 * unit));
    painter.setBrush(downwards(layout.body, {222, 225, 227}, {197, 201, 205}));
    painter.drawRoundedRect(layout.body, 16.0 * unit, 16.0 * unit);

    // Edges of the moulding: light from above.
    painter.setPen(QPen(QColor(255, 255, 255, 150), 2.0 * unit));
    const QRectF inner = layout.body.adjusted(5.0 * unit, 4.0 * unit, -5.0 * unit, -4.0 * unit);
    painter.drawLine(inner.topLeft() + QPointF(12.0 * unit, 0.0),
                     inner.topRight() - QPointF(12.0 * unit, 0.0));
}

/// Cooling slots in the lower part, where no terminals are.
void paintVents(QPainter& painter, const FaceplateLayout& layout) {
    const double unit = layout.scale;
    const QPointF origin = layout.body.topLeft();
    for (int index = 0; index < 12; ++index) {
        const QRectF slot(origin.x() + (322.0 + 31.0 * index) * unit, origin.y() + 790.0 * unit,
                          12.0 * unit, 84.0 * unit);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(255, 255, 255, 130));
        painter.drawRoundedRect(slot.translated(1.5 * unit, 2.0 * unit), 6.0 * unit, 6.0 * unit);
        painter.setBrush(downwards(slot, {78, 83, 89}, {112, 117, 123}));
        painter.drawRoundedRect(slot, 6.0 * unit, 6.0 * unit);
    }
}

void paintNose(QPainter& painter, const FaceplateLayout& layout) {
    const double unit = layout.scale;
    paintShadow(painter, layout.nose.adjusted(6 * unit, 6 * unit, -6 * unit, 0), unit, 13.0);
    painter.setPen(QPen(QColor(150, 155, 160), 1.4 * unit));
    painter.setBrush(downwards(layout.nose, {247, 248, 249}, {226, 229, 231}));
    painter.drawRoundedRect(layout.nose, 20.0 * unit, 20.0 * unit);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 255, 255, 220), 2.4 * unit));
    const QRectF rim = layout.nose.adjusted(3 * unit, 3 * unit, -3 * unit, -3 * unit);
    painter.drawRoundedRect(rim, 18.0 * unit, 18.0 * unit);
}

void paintBezel(QPainter& painter, const FaceplateLayout& layout) {
    const double unit = layout.scale;
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 200));
    painter.drawRoundedRect(layout.bezel.translated(0.0, 2.5 * unit), 14.0 * unit, 14.0 * unit);
    painter.setBrush(downwards(layout.bezel, {14, 17, 22}, {40, 45, 52}));
    painter.drawRoundedRect(layout.bezel, 14.0 * unit, 14.0 * unit);
}

void paintKeyPad(QPainter& painter, const FaceplateLayout& layout) {
    const double unit = layout.scale;
    const double radius = layout.padRadius;
    const QRectF pad(layout.padCentre - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 230));
    painter.drawEllipse(pad.translated(0.0, 3.0 * unit));
    painter.setBrush(downwards(pad, {196, 200, 204}, {224, 227, 229}));
    painter.drawEllipse(pad);
}

void paintTitle(QPainter& painter, const FaceplateLayout& layout) {
    const double unit = layout.scale;
    const QRectF& box = layout.title;
    QFont font = plateFont(35.0 * unit, true);
    painter.setFont(font);
    painter.setPen(QColor(24, 74, 168));
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("metertwin"));
    const double used = QFontMetricsF(font).horizontalAdvance(QStringLiteral("metertwin"));
    painter.setPen(QColor(58, 63, 70));
    painter.setFont(plateFont(25.0 * unit, false));
    painter.drawText(box.adjusted(used + 20.0 * unit, 3.0 * unit, 0.0, 0.0),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     QStringLiteral("Series 4000-R  \u00b7  power and energy"));
}

void paintLedNames(QPainter& painter, const FaceplateLayout& layout) {
    const double unit = layout.scale;
    painter.setFont(plateFont(17.0 * unit, true));
    painter.setPen(QColor(58, 63, 70));
    constexpr std::array<const char16_t*, kLedCount> kNames = {u"PULSE", u"ALARM", u"RX", u"TX"};
    for (std::size_t led = 0; led < kLedCount; ++led) {
        const QPointF& centre = layout.leds.at(led);
        const QRectF box(centre.x() - 40.0 * unit, centre.y() + 17.0 * unit, 80.0 * unit,
                         24.0 * unit);
        painter.drawText(box, Qt::AlignCenter, QString::fromUtf16(kNames.at(led)));
    }
}

} // namespace

void paintHousing(QPainter& painter,
                  const QSizeF& size,
                  const FaceplateLayout& layout,
                  const HousingLook& look) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    paintCabinet(painter, size, look.isDark);
    paintRail(painter, layout, look.isDark);
    paintWires(painter, size, layout);
    paintBody(painter, layout);
    paintTerminals(painter, layout);
    paintVents(painter, layout);
    paintNose(painter, layout);
    paintBezel(painter, layout);
    paintKeyPad(painter, layout);
    paintTitle(painter, layout);
    paintLedNames(painter, layout);
    paintTypePlate(painter, layout.label, layout.scale, {look.model, look.serialNumber});
}

} // namespace meter::gui
