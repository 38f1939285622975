// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The six inputs of the meter as views show them: Va, Vb, Vc, Ia, Ib, Ic, each phase in a
// colour of its own that people with any colour vision can tell apart.

#include "core/metering/sample_frame.hpp"
#include "core/settings/settings.hpp"
#include "gui/base/phase_colours.hpp" // IWYU pragma: export
#include "sim/live/waveform_tap.hpp"

#include <QString>

#include <array>
#include <vector>

namespace meter::gui {

inline constexpr std::size_t kWaveCount = 2 * kPhaseCount;

template <typename T>
using PerWave = std::array<T, kWaveCount>;

[[nodiscard]] constexpr bool isCurrent(std::size_t wave) {
    return wave >= kPhaseCount;
}

[[nodiscard]] constexpr std::size_t phaseOf(std::size_t wave) {
    return wave % kPhaseCount;
}

[[nodiscard]] QString waveName(std::size_t wave); ///< "Va" … "Ic".
[[nodiscard]] QString waveUnit(std::size_t wave); ///< "V", "A".

/// Volts and amperes per count, by the PT ratio and CT size that the meter is set to.
[[nodiscard]] PerWave<double> waveScales(const Settings& settings);

/// The last `count` samples of one input, in V or A.
[[nodiscard]] std::vector<float> waveOf(const sim::live::WaveformStretch& stretch,
                                        std::size_t wave,
                                        double scale,
                                        std::size_t count);

} // namespace meter::gui
