// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faceplate/lcd_layout.hpp"

#include "gui/faceplate/lcd_icons.hpp"
#include "gui/faceplate/segment_shapes.hpp"

#include <QTransform>

namespace meter::gui {

namespace {

// The drawing board of the glass: 1118 × 520 units.
constexpr double kBoardHeight = 520.0;
constexpr double kSlant = -0.08; ///< Shear of the digits, as usual on such glasses.

constexpr double kLabelTop = 108.0;
constexpr double kLabelHeight = 132.0;
constexpr double kLabelLeft = 52.0;
constexpr double kLabelPitch = 115.0;

constexpr double kValueTop = 284.0;
constexpr double kValueHeight = 198.0;
constexpr double kValueLeft = 102.0;
constexpr double kValuePitch = 136.0;

struct IconPlace {
    Icon icon;
    double x;
    double y;
    double width;
    double height;
};

constexpr double kWord = 31.0; ///< Height of a capital in the upper row.
constexpr double kUnit = 27.0; ///< In the units.
constexpr std::array<IconPlace, kIconCount> kIconPlaces = {{
    {Icon::Heart, 36.0, 30.0, 48.0, 46.0},        {Icon::Wrench, 106.0, 28.0, 50.0, 50.0},
    {Icon::Lock, 178.0, 28.0, 48.0, 48.0},        {Icon::Communication, 248.0, 30.0, 50.0, 46.0},
    {Icon::PhaseA, 352.0, 36.0, 40.0, 36.0},      {Icon::PhaseB, 404.0, 36.0, 40.0, 36.0},
    {Icon::PhaseC, 456.0, 36.0, 40.0, 36.0},      {Icon::Average, 522.0, 38.0, 110.0, kWord},
    {Icon::Demand, 664.0, 38.0, 170.0, kWord},    {Icon::Max, 866.0, 38.0, 90.0, kWord},
    {Icon::Volt, 958.0, 116.0, 40.0, kUnit},      {Icon::Ampere, 1006.0, 116.0, 40.0, kUnit},
    {Icon::Hertz, 1052.0, 116.0, 48.0, kUnit},    {Icon::Kilo, 912.0, 290.0, 28.0, kUnit},
    {Icon::Mega, 912.0, 342.0, 28.0, kUnit},      {Icon::Watt, 958.0, 290.0, 48.0, kUnit},
    {Icon::Var, 958.0, 394.0, 100.0, kUnit},      {Icon::Va, 958.0, 342.0, 58.0, kUnit},
    {Icon::WattHour, 1022.0, 290.0, 82.0, kUnit}, {Icon::VarHour, 958.0, 446.0, 140.0, kUnit},
    {Icon::VaHour, 1022.0, 342.0, 84.0, kUnit},
}};

/// Unit cell → board: scaled to the height, slanted about its foot.
QTransform cellTransform(double x, double y, double height) {
    QTransform shear;
    shear.shear(kSlant, 0.0);
    QTransform foot =
        QTransform::fromTranslate(0.0, -1.0) * shear * QTransform::fromTranslate(0.0, 1.0);
    return foot * QTransform::fromScale(height, height) * QTransform::fromTranslate(x, y);
}

QPainterPath segmentPath(CellKind kind, int segment, const QTransform& transform) {
    QPainterPath path;
    path.addPolygon(transform.map(segmentOutline(kind, segment)));
    path.closeSubpath();
    return path;
}

QPainterPath ellipse(const QPointF& centre, double radius, const QTransform& transform) {
    QPainterPath path;
    path.addEllipse(centre, radius, radius);
    return transform.map(path);
}

void layOutCells(LcdLayout& layout, const QTransform& board) {
    for (std::size_t cell = 0; cell < kLabelCells; ++cell) {
        const double x = kLabelLeft + kLabelPitch * static_cast<double>(cell);
        const QTransform transform = cellTransform(x, kLabelTop, kLabelHeight) * board;
        for (int segment = 0; segment < kLabelSegments; ++segment) {
            layout.label.at(cell).at(static_cast<std::size_t>(segment)) =
                segmentPath(CellKind::Label, segment, transform);
        }
    }
    for (std::size_t cell = 0; cell < kValueCells; ++cell) {
        const double x = kValueLeft + kValuePitch * static_cast<double>(cell);
        const QTransform transform = cellTransform(x, kValueTop, kValueHeight) * board;
        for (int segment = 0; segment < kValueSegments; ++segment) {
            layout.value.at(cell).at(static_cast<std::size_t>(segment)) =
                segmentPath(CellKind::Value, segment, transform);
        }
        constexpr double kPointRadius = 0.054;
        layout.points.at(cell) =
            ellipse({0.5 * (cellAspect(CellKind::Value) + kValuePitch / kValueHeight) + 0.004,
                     1.0 - kPointRadius},
                    kPointRadius, transform);
    }
}

} // namespace

LcdLayout layOutLcd(const QRectF& glass) {
    const double scale = glass.height() / kBoardHeight;
    QTransform board;
    board.translate(glass.left(), glass.top()).scale(scale, scale);

    LcdLayout layout;
    layOutCells(layout, board);
    QPainterPath minus;
    minus.addRoundedRect(QRectF(38.0, kValueTop + 0.5 * kValueHeight - 12.0, 46.0, 24.0), 4.0, 4.0);
    layout.minus = board.map(minus);
    for (const IconPlace& place : kIconPlaces) {
        layout.icons.at(static_cast<std::size_t>(place.icon)) = iconOutline(
            place.icon, board.mapRect(QRectF(place.x, place.y, place.width, place.height)));
    }
    return layout;
}

QPainterPath litOutline(const LcdLayout& layout, const Glass& shown) {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const auto addBits = [&path](const auto& segments, unsigned bits) {
        for (std::size_t segment = 0; segment < segments.size(); ++segment) {
            if (((bits >> segment) & 1U) != 0U) {
                path.addPath(segments.at(segment));
            }
        }
    };
    for (std::size_t cell = 0; cell < kLabelCells; ++cell) {
        addBits(layout.label.at(cell), shown.label.at(cell));
    }
    for (std::size_t cell = 0; cell < kValueCells; ++cell) {
        addBits(layout.value.at(cell), shown.value.at(cell));
    }
    addBits(layout.points, shown.points);
    addBits(layout.icons, shown.icons);
    if (shown.isMinus) {
        path.addPath(layout.minus);
    }
    return path;
}

Glass fullGlass() {
    Glass glass;
    glass.label.fill((1U << kLabelSegments) - 1U);
    glass.value.fill((1U << kValueSegments) - 1U);
    glass.points = (1U << kValueCells) - 1U;
    glass.isMinus = true;
    glass.isBacklightBright = true;
    glass.isPowered = true;
    glass.icons = (1U << kIconCount) - 1U;
    return glass;
}

} // namespace meter::gui
