// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a stretch of samples at one rate is made of: frequency, RMS, fundamental, distortion.
// For choosing how a recording loops and for showing it; the meter measures on its own.

#include <cstddef>
#include <span>

namespace meter::sim {

struct SampledWaveform {
    std::span<const float> samples;
    double rateHz = 0.0;
};

/// Mean frequency of the fundamental, 40…70 Hz; 0 if there is none, or less than three cycles.
[[nodiscard]] double fundamentalFrequencyOf(const SampledWaveform& waveform);

struct ToneOf {
    double rms = 0.0;
    double angleDeg = 0.0; ///< Of a sine, at the first sample.
};

/// The part of one frequency, under a Hann window over all samples.
[[nodiscard]] ToneOf toneAt(const SampledWaveform& waveform, double frequencyHz);

struct WaveformFigures {
    double rms = 0.0;  ///< Over whole cycles, if there are any.
    double mean = 0.0; ///< Likewise.
    double peak = 0.0;
    ToneOf fundamental{};
    double distortion = 0.0; ///< THD: orders 2…40 below half the rate, of the fundamental.
};

/// `frequencyHz` 0: without fundamental and distortion.
[[nodiscard]] WaveformFigures figuresOf(const SampledWaveform& waveform, double frequencyHz);

} // namespace meter::sim
