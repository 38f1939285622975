// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a waveform crosses a level: what holds the picture of a scope still.

#include <cstddef>
#include <optional>
#include <span>

namespace meter::gui {

enum class Edge { Rising, Falling };

struct TriggerPoint {
    double level = 0.0;
    Edge edge = Edge::Rising;
    /// The wave must have been this far on the other side before: noise does not trigger.
    double hysteresis = 0.0;
};

/// The latest crossing with at least `before` samples ahead of it and `after` behind it, as an
/// index between two samples.
[[nodiscard]] std::optional<double> latestCrossing(std::span<const float> samples,
                                                   const TriggerPoint& trigger,
                                                   double before,
                                                   double after);

} // namespace meter::gui
