// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The fundamental frequency, by the phase of a heterodyned voltage; never by zero crossings,
// of which harmonics add some. A quick estimate at the start of a second tunes the reference;
// the measurement proper compares the phases of the two halves of the second.

#include "core/metering/heterodyne.hpp"

#include <optional>
#include <span>

namespace meter {

inline constexpr double kFrequencyMinHz = 45.0; ///< Guide, input voltage: frequency range.
inline constexpr double kFrequencyMaxHz = 65.0;
/// Below this the fundamental is not determinable (docs/metrology.md, frequency).
inline constexpr double kFrequencySourceMinV = 20.0;

/// A voltage as a difference of two inputs; `minus` = kPhaseCount: against N.
struct VoltagePair {
    std::size_t plus;
    std::size_t minus;
};

inline constexpr std::size_t kQuickSamples = 2 * kBlockSamples;

/// From the first 240 samples of a second: within ±0.3 Hz for usual voltages, 40–70 Hz.
[[nodiscard]] std::optional<double> quickFrequency(std::span<const SampleFrame> frames,
                                                   VoltagePair voltage);

struct FrequencyMeasurement {
    Sweep sweep;
    double fundamentalCounts; ///< RMS of the fundamental, for plausibility.
};

/// From a whole second of block phasors; better than 0.0005 Hz on a steady voltage. A frequency
/// that moves by less than kSweepMin is taken as constant.
inline constexpr double kSweepMinHzPerS = 0.1; ///< It would take 0.06 % from Q.
[[nodiscard]] FrequencyMeasurement measureFrequency(const Heterodyne& heterodyne,
                                                    VoltagePair voltage);

} // namespace meter
