// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One sample of the six inputs, as the converter delivers it: 24-bit signed counts.
//
// Voltages are terminal against the N terminal; currents are what the rope CT and its
// integrator deliver, in proportion to the rating of the CT. Full scale is where the input
// clips: 2·√2·1.2 × rating (docs/metrology.md, inputs): 347 V L-N, or the CT's rating.

#include "core/base/sample_time.hpp" // IWYU pragma: export

#include <array>
#include <cstddef>
#include <cstdint>

namespace meter {

inline constexpr std::size_t kPhaseCount = 3;

inline constexpr std::int32_t kFullScaleCounts = 8'388'607; ///< 2²³ − 1; counts lie in ±this.
inline constexpr double kRatedTerminalVoltageV = 347.0;     ///< L-N, guide, input voltage.
inline constexpr double kRatedTerminalVoltageLlV = 600.0;   ///< L-L.
/// Guide: metering over-range +20 %. Above it the alert comes; readings stay true, without
/// promise, until the crest clips.
inline constexpr double kOverRange = 1.2;
/// Peak at which an input clips, as a multiple of its RMS rating: 2·√2·1.2.
inline constexpr double kClipPerRating = 2.0 * 1.4142135623730951 * kOverRange;

/// Volts at the terminal per count.
inline constexpr double kVoltsPerCount = kRatedTerminalVoltageV * kClipPerRating / kFullScaleCounts;
/// Current per count as a fraction of the rating of the CT.
inline constexpr double kRatingPerCount = kClipPerRating / kFullScaleCounts;

struct SampleFrame {
    std::array<std::int32_t, kPhaseCount> voltage; ///< A, B, C against terminal N.
    std::array<std::int32_t, kPhaseCount> current; ///< Inputs A, B, C.
};

} // namespace meter
