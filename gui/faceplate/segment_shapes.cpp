// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faceplate/segment_shapes.hpp"

#include "core/base/assert.hpp"

#include <array>

namespace meter::gui {

namespace {

struct Proportions {
    double width;     ///< Of the cell, height = 1.
    double thickness; ///< Of a stroke.
    double gap;       ///< Half of the space between neighbours, along an axis.
};

constexpr Proportions kLabel = {0.66, 0.088, 0.011};
constexpr Proportions kValue = {0.52, 0.12, 0.012};
constexpr double kMiddle = 0.5;

const Proportions& proportionsOf(CellKind kind) {
    return kind == CellKind::Label ? kLabel : kValue;
}

QPolygonF mirroredX(const QPolygonF& shape, double width) {
    QPolygonF mirrored;
    for (const QPointF& point : shape) {
        mirrored << QPointF(width - point.x(), point.y());
    }
    return mirrored;
}

QPolygonF mirroredY(const QPolygonF& shape) {
    QPolygonF mirrored;
    for (const QPointF& point : shape) {
        mirrored << QPointF(point.x(), 1.0 - point.y());
    }
    return mirrored;
}

/// Segment a: mitred at 45° towards its neighbours, outer corners taken off.
QPolygonF top(const Proportions& p) {
    const double start = 2.0 * p.gap;
    const double corner = 0.3 * p.thickness;
    return {{start + corner, 0.0},
            {p.width - start - corner, 0.0},
            {p.width - start - corner * 0.5, corner * 0.5},
            {p.width - start - p.thickness, p.thickness},
            {start + p.thickness, p.thickness},
            {start + corner * 0.5, corner * 0.5}};
}

/// Segment f: mitred at the top, half bevelled at the middle where g meets it.
QPolygonF upperLeft(const Proportions& p) {
    const double start = 2.0 * p.gap;
    const double corner = 0.3 * p.thickness;
    const double half = 0.5 * p.thickness;
    const double end = kMiddle - p.gap;
    return {{0.0, start + corner},
            {corner * 0.5, start + corner * 0.5},
            {p.thickness, start + p.thickness},
            {p.thickness, end - half},
            {half, end},
            {corner * 0.5, end},
            {0.0, end - corner * 0.5}};
}

/// A bar along the middle line with pointed ends, from one tip to the other.
QPolygonF middleBar(const Proportions& p, double from, double to) {
    const double half = 0.5 * p.thickness;
    return {{from, kMiddle}, {from + half, kMiddle - half}, {to - half, kMiddle - half},
            {to, kMiddle},   {to - half, kMiddle + half},   {from + half, kMiddle + half}};
}

/// Segment i: upright between a and the crossing.
QPolygonF upperCentre(const Proportions& p) {
    const double half = 0.5 * p.thickness;
    const double centre = 0.5 * p.width;
    const double start = p.thickness + 2.0 * p.gap;
    const double end = kMiddle - 2.0 * p.gap;
    return {{centre - half, start},
            {centre + half, start},
            {centre + half, end - half},
            {centre, end},
            {centre - half, end - half}};
}

/// Segment h: across the upper left field.
QPolygonF upperLeftDiagonal(const Proportions& p) {
    const double half = 0.5 * p.thickness;
    const double left = p.thickness + 2.0 * p.gap;
    const double right = 0.5 * p.width - half - 2.0 * p.gap;
    const double upper = p.thickness + 2.0 * p.gap;
    const double lower = kMiddle - half - 2.0 * p.gap;
    const double across = 0.62 * p.thickness; // Long and bold: V, W, X, N, K and M live on them.
    const double along = 1.45 * p.thickness;
    return {{left, upper},  {left + across, upper},  {right, lower - along},
            {right, lower}, {right - across, lower}, {left, upper + along}};
}

QPolygonF labelOnly(int segment) {
    const Proportions& p = kLabel;
    const double half = 0.5 * p.thickness;
    const double centre = 0.5 * p.width;
    switch (segment) {
    case 6:
        return middleBar(p, half + 2.0 * p.gap, centre - p.gap);
    case 7:
        return middleBar(p, centre + p.gap, p.width - half - 2.0 * p.gap);
    case 8:
        return upperLeftDiagonal(p);
    case 9:
        return upperCentre(p);
    case 10:
        return mirroredX(upperLeftDiagonal(p), p.width);
    case 11:
        return mirroredY(upperLeftDiagonal(p));
    case 12:
        return mirroredY(upperCentre(p));
    default:
        return mirroredY(mirroredX(upperLeftDiagonal(p), p.width));
    }
}

} // namespace

int segmentCount(CellKind kind) {
    return kind == CellKind::Label ? kLabelSegments : kValueSegments;
}

double cellAspect(CellKind kind) {
    return proportionsOf(kind).width;
}

QPolygonF segmentOutline(CellKind kind, int segment) {
    METER_ASSERT(segment >= 0 && segment < segmentCount(kind));
    const Proportions& p = proportionsOf(kind);
    const double half = 0.5 * p.thickness;
    switch (segment) {
    case 0:
        return top(p);
    case 1:
        return mirroredX(upperLeft(p), p.width);
    case 2:
        return mirroredY(mirroredX(upperLeft(p), p.width));
    case 3:
        return mirroredY(top(p));
    case 4:
        return mirroredY(upperLeft(p));
    case 5:
        return upperLeft(p);
    default:
        break;
    }
    if (kind == CellKind::Value) {
        return middleBar(p, half + 2.0 * p.gap, p.width - half - 2.0 * p.gap);
    }
    return labelOnly(segment);
}

} // namespace meter::gui
