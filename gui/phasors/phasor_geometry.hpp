// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the parts of a phasor diagram lie: 0° points right, angles run against the clock.

#include "gui/probe/wave_figures.hpp"

#include <QPolygonF>
#include <QRectF>

namespace meter::gui {

struct PhasorFrame {
    QPointF centre;
    double radius = 0.0; ///< Of the outer ring.
};

/// Lengths of the longest voltage and current; the currents' stay shorter, so that both can be
/// told apart where they lie in one direction.
inline constexpr double kVoltageShare = 0.96;
inline constexpr double kCurrentShare = 0.62;

/// The largest ring in a rectangle that leaves room for the names around it.
[[nodiscard]] PhasorFrame phasorFrame(const QRectF& rectangle, double nameSize);
/// `fullScale` is the value that reaches `share` of the radius.
[[nodiscard]] QPointF
tipOf(const PhasorFrame& frame, const PhasorRms& phasor, double fullScale, double share);
/// Shaft end and head of an arrow to `tip`; empty where the arrow is shorter than its head.
[[nodiscard]] QPolygonF arrowHead(const QPointF& from, const QPointF& tip, double size);
/// Middle of a name beyond the tip.
[[nodiscard]] QPointF nameBeyond(const PhasorFrame& frame, const QPointF& tip, double distance);

} // namespace meter::gui
