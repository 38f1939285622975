// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/report/segment_outlines.hpp"

namespace meter::sim {

namespace {

struct Proportions {
    double width;     ///< Of the cell, height = 1.
    double thickness; ///< Of a stroke.
    double gap;       ///< Half of the space between neighbours.
};

constexpr Proportions kLabel = {kLabelCellWidth, 0.098, 0.013};
constexpr Proportions kValue = {kValueCellWidth, 0.12, 0.012};
constexpr double kMiddle = 0.5;

Outline mirroredX(Outline outline, double width) {
    for (OutlinePoint& point : outline) {
        point.x = width - point.x;
    }
    return outline;
}

Outline mirroredY(Outline outline) {
    for (OutlinePoint& point : outline) {
        point.y = 1.0 - point.y;
    }
    return outline;
}

/// Segment a: mitred at 45° towards its neighbours.
Outline top(const Proportions& p) {
    const double start = 2.0 * p.gap;
    return {{start, 0.0},
            {p.width - start, 0.0},
            {p.width - start - p.thickness, p.thickness},
            {start + p.thickness, p.thickness}};
}

/// Segment f: mitred at the top, bevelled at the middle where g meets it.
Outline upperLeft(const Proportions& p) {
    const double start = 2.0 * p.gap;
    const double end = kMiddle - p.gap;
    const double half = 0.5 * p.thickness;
    return {{0.0, start},
            {p.thickness, start + p.thickness},
            {p.thickness, end - half},
            {half, end},
            {0.0, end}};
}

/// A bar along the middle line with pointed ends.
Outline middleBar(const Proportions& p, double from, double to) {
    const double half = 0.5 * p.thickness;
    return {{from, kMiddle}, {from + half, kMiddle - half}, {to - half, kMiddle - half},
            {to, kMiddle},   {to - half, kMiddle + half},   {from + half, kMiddle + half}};
}

/// Segment i: upright between a and the crossing.
Outline upperCentre() {
    const double half = 0.5 * kLabel.thickness;
    const double centre = 0.5 * kLabel.width;
    const double start = kLabel.thickness + 2.0 * kLabel.gap;
    const double end = kMiddle - 2.0 * kLabel.gap;
    return {{centre - half, start},
            {centre + half, start},
            {centre + half, end - half},
            {centre, end},
            {centre - half, end - half}};
}

/// Segment h: across the upper left field.
Outline upperLeftDiagonal() {
    const double half = 0.5 * kLabel.thickness;
    const double corner = kLabel.thickness + 2.0 * kLabel.gap; // Left and upper edge.
    const double right = 0.5 * kLabel.width - half - 2.0 * kLabel.gap;
    const double lower = kMiddle - half - 2.0 * kLabel.gap;
    const double across = 0.55 * kLabel.thickness;
    const double along = 1.45 * kLabel.thickness;
    return {{corner, corner}, {corner + across, corner}, {right, lower - along},
            {right, lower},   {right - across, lower},   {corner, corner + along}};
}

/// Segments a…f, which both kinds of cell have.
Outline frame(const Proportions& p, int segment) {
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
    default:
        return upperLeft(p);
    }
}

constexpr int kFrameSegments = 6;

} // namespace

Outline labelSegmentOutline(int segment) {
    if (segment < kFrameSegments) {
        return frame(kLabel, segment);
    }
    const double tip = 0.5 * kLabel.thickness + 2.0 * kLabel.gap;
    const double centre = 0.5 * kLabel.width;
    switch (segment) {
    case 6:
        return middleBar(kLabel, tip, centre - kLabel.gap);
    case 7:
        return middleBar(kLabel, centre + kLabel.gap, kLabel.width - tip);
    case 8:
        return upperLeftDiagonal();
    case 9:
        return upperCentre();
    case 10:
        return mirroredX(upperLeftDiagonal(), kLabel.width);
    case 11:
        return mirroredY(upperLeftDiagonal());
    case 12:
        return mirroredY(upperCentre());
    default:
        return mirroredY(mirroredX(upperLeftDiagonal(), kLabel.width));
    }
}

Outline valueSegmentOutline(int segment) {
    if (segment < kFrameSegments) {
        return frame(kValue, segment);
    }
    const double tip = 0.5 * kValue.thickness + 2.0 * kValue.gap;
    return middleBar(kValue, tip, kValue.width - tip);
}

} // namespace meter::sim
