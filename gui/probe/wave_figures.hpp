// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Figures of the samples that the meter's converter delivered: RMS values, fundamentals and
// harmonics over the last 504 samples (12 cycles of 60 Hz, 10 of 50 Hz, as IEC 61000-4-7 has
// it), symmetrical components.

#include "core/access/readings.hpp"
#include "gui/probe/channels.hpp"

#include <complex>
#include <optional>

namespace meter::gui {

using PhasorRms = std::complex<double>; ///< Of a sine: RMS and angle.

inline constexpr std::size_t kFigureSampleCount = 504;

struct WaveFigures {
    double rms = 0.0; ///< Over whole cycles.
    double mean = 0.0;
    PhasorRms fundamental{}; ///< At the first sample of the figures' stretch.
};

/// The frequency to look at: as the meter has it, else as the source has it.
[[nodiscard]] double frequencyToAnalyse(const Readings& readings, double sourceHz);

/// Nullopt while there are too few samples.
[[nodiscard]] std::optional<PerWave<WaveFigures>>
figuresOf(const sim::live::WaveformStretch& stretch, const Settings& settings, double frequencyHz);

struct SequenceComponents {
    PhasorRms positive{};
    PhasorRms negative{};
    PhasorRms zero{};
};

/// A leads B leads C is positive.
[[nodiscard]] SequenceComponents sequenceOf(const std::array<PhasorRms, kPhaseCount>& phasors);

[[nodiscard]] PhasorRms phasorOf(double rms, double angleDeg);
/// −180 … 180, 0 for the origin.
[[nodiscard]] double angleDegOf(const PhasorRms& phasor);

} // namespace meter::gui
