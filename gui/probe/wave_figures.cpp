// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/probe/wave_figures.hpp"

#include "core/access/readings.hpp"
#include "sim/replay/waveform_analysis.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace meter::gui {

namespace {

constexpr double kRadPerDeg = std::numbers::pi / 180.0;

} // namespace

double frequencyToAnalyse(const Readings& readings, double sourceHz) {
    return readings.isMeasuring && readings.cycle.isFrequencyValid ? readings.cycle.frequencyHz
                                                                   : sourceHz;
}

std::optional<PerWave<WaveFigures>>
figuresOf(const sim::live::WaveformStretch& stretch, const Settings& settings, double frequencyHz) {
    if (stretch.frames.size() < kFigureSampleCount || !(frequencyHz > 0.0)) {
        return std::nullopt;
    }
    const PerWave<double> scales = waveScales(settings);
    PerWave<WaveFigures> figures{};
    for (std::size_t wave = 0; wave < kWaveCount; ++wave) {
        const std::vector<float> samples =
            waveOf(stretch, wave, scales.at(wave), kFigureSampleCount);
        const sim::SampledWaveform waveform{.samples = samples, .rateHz = kSamplesPerSecond};
        const sim::ToneOf tone = sim::toneAt(waveform, frequencyHz);
        const double cycles = std::floor(kFigureSampleCount * frequencyHz / kSamplesPerSecond);
        const auto whole =
            static_cast<std::size_t>(std::llround(cycles * kSamplesPerSecond / frequencyHz));
        double squares = 0.0;
        double sum = 0.0;
        const std::size_t length = cycles >= 1.0 ? std::min(whole, samples.size()) : samples.size();
        for (std::size_t i = samples.size() - length; i < samples.size(); ++i) {
            const auto value = static_cast<double>(samples[i]);
            squares += value * value;
            sum += value;
        }
        const auto count = static_cast<double>(length);
        // Two windows, and while the frequency moves two results: the whole is never less than
        // its part.
        figures.at(wave) = {.rms = std::max(std::sqrt(squares / count), tone.rms),
                            .mean = sum / count,
                            .fundamental = phasorOf(tone.rms, tone.angleDeg)};
    }
    return figures;
}

SequenceComponents sequenceOf(const std::array<PhasorRms, kPhaseCount>& phasors) {
    const PhasorRms turn = phasorOf(1.0, 120.0);
    const auto& [a, b, c] = phasors;
    return {.positive = (a + turn * b + turn * turn * c) / 3.0,
            .negative = (a + turn * turn * b + turn * c) / 3.0,
            .zero = (a + b + c) / 3.0};
}

PhasorRms phasorOf(double rms, double angleDeg) {
    return std::polar(rms, angleDeg * kRadPerDeg);
}

double angleDegOf(const PhasorRms& phasor) {
    return std::abs(phasor) > 0.0 ? std::arg(phasor) / kRadPerDeg : 0.0;
}

} // namespace meter::gui
