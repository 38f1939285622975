// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From the means of one window to volts, amperes and watts, for every system type
// (docs/metrology.md, once a second). Pure: no state, no samples.

#include "core/metering/heterodyne.hpp"
#include "core/metering/measured_cycle.hpp"
#include "core/metering/moments.hpp"
#include "core/settings/settings.hpp"

#include <array>

namespace meter {

/// What one second of samples came to, in counts.
struct CycleMeans {
    MeanMoments window;                            ///< Means per sample over the window.
    std::array<Phasor, kInputCount> fundamental{}; ///< RMS phasors; 0 if not determinable.
    /// Σ v_x·i_y over the samples that count for energy, divided by 2520: W·s in counts².
    std::array<std::array<double, kPhaseCount>, kPhaseCount> energy{};
    /// Mean of v_x a quarter cycle ago times i_y; used by ReactiveRule::Delay only.
    std::array<std::array<double, kPhaseCount>, kPhaseCount> delayed{};
};

/// Currents below this fraction of the CT size count as zero (docs/metrology.md, creep).
inline constexpr double kCreepFraction = 0.0005;

/// Fills everything but the frequency.
[[nodiscard]] MeasuredCycle
quantitiesOf(const CycleMeans& means, const Settings& settings, const Rules& rules);

} // namespace meter
