// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/phasors/phasor_geometry.hpp"

#include <algorithm>
#include <cmath>

namespace meter::gui {

PhasorFrame phasorFrame(const QRectF& rectangle, double nameSize) {
    const double room = std::min(rectangle.width(), rectangle.height()) / 2.0 - nameSize;
    return {.centre = rectangle.center(), .radius = std::max(room, 0.0)};
}

QPointF tipOf(const PhasorFrame& frame, const PhasorRms& phasor, double fullScale, double share) {
    if (!(fullScale > 0.0)) {
        return frame.centre;
    }
    const double scale = frame.radius * share / fullScale;
    return frame.centre + QPointF(scale * phasor.real(), -scale * phasor.imag());
}

QPolygonF arrowHead(const QPointF& from, const QPointF& tip, double size) {
    const QPointF way = tip - from;
    const double length = std::hypot(way.x(), way.y());
    if (length < size) {
        return {};
    }
    const QPointF along = way / length;
    const QPointF across(-along.y(), along.x());
    const QPointF back = tip - along * size;
    constexpr double kHalfWidth = 0.38;
    return QPolygonF({tip, back + across * size * kHalfWidth, back - across * size * kHalfWidth});
}

QPointF nameBeyond(const PhasorFrame& frame, const QPointF& tip, double distance) {
    const QPointF way = tip - frame.centre;
    const double length = std::hypot(way.x(), way.y());
    return length > 0.0 ? tip + way / length * distance : tip + QPointF(distance, 0.0);
}

} // namespace meter::gui
