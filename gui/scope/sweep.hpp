// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One picture of the scope: six waves around the instant of the trigger.

#include "gui/probe/channels.hpp"
#include "gui/scope/trigger.hpp"

#include <span>
#include <vector>

namespace meter::gui {

inline constexpr double kPreTriggerShare = 0.2; ///< Of the picture, left of the trigger.

struct SweepSettings {
    double spanS = 0.05;
    std::size_t triggerWave = 0;
    double level = 0.0; ///< V or A.
    Edge edge = Edge::Rising;
};

struct Sweep {
    bool isTriggered = false; ///< False: nothing crossed the level; the latest samples.
    double firstS = 0.0;      ///< Of the first point, from the trigger.
    double stepS = 0.0;
    PerWave<std::vector<double>> points; ///< V, A. Empty: there are no samples yet.

    [[nodiscard]] bool isEmpty() const { return points[0].empty(); }

    /// Between the points, linear; 0 outside.
    [[nodiscard]] double valueAt(std::size_t wave, double timeS) const;
};

enum class SweepExtent { Picture, WholeStretch };

[[nodiscard]] Sweep sweepOf(const sim::live::WaveformStretch& stretch,
                            const Settings& settings,
                            const SweepSettings& wanted,
                            SweepExtent extent);

/// `factor` points for each sample, between them as a band-limited signal runs (a windowed
/// sin(x)/x of sixteen samples).
[[nodiscard]] std::vector<double> smoothed(std::span<const float> samples, int factor);

} // namespace meter::gui
