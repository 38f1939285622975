// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/spectrum/spectrum_figures.hpp"

#include "sim/installation/service.hpp"
#include "sim/replay/waveform_analysis.hpp"

#include <algorithm>
#include <cmath>

namespace meter::gui {

namespace {

void setReal(WaveSpectrum& spectrum, const std::vector<sim::Harmonic>& harmonics) {
    for (int order = 1; order <= kSpectrumOrderMax; ++order) {
        spectrum.real.at(static_cast<std::size_t>(order)) = order == 1 ? 1.0 : 0.0;
    }
    for (const sim::Harmonic& harmonic : harmonics) {
        if (harmonic.order >= 2 && harmonic.order <= kSpectrumOrderMax) {
            spectrum.real.at(static_cast<std::size_t>(harmonic.order)) = harmonic.level;
        }
    }
}

WaveSpectrum seenOf(std::span<const float> samples, double frequencyHz) {
    const sim::SampledWaveform waveform{.samples = samples, .rateHz = kSamplesPerSecond};
    WaveSpectrum spectrum;
    spectrum.fundamental = sim::toneAt(waveform, frequencyHz).rms;
    double squares = 0.0;
    for (int order = 1; order <= orderLimit(frequencyHz); ++order) {
        const double rms =
            order == 1 ? spectrum.fundamental : sim::toneAt(waveform, order * frequencyHz).rms;
        squares += order > 1 ? rms * rms : 0.0;
        spectrum.seen.at(static_cast<std::size_t>(order)) =
            spectrum.fundamental > 0.0 ? rms / spectrum.fundamental : 0.0;
    }
    spectrum.distortion =
        spectrum.fundamental > 0.0 ? std::sqrt(squares) / spectrum.fundamental : 0.0;
    return spectrum;
}

} // namespace

int orderLimit(double frequencyHz) {
    // Half an order below half the sampling rate: there, a tone and its mirror image are one.
    const double limit = kSamplesPerSecond / 2.0 / frequencyHz - 0.5;
    return std::clamp(static_cast<int>(std::floor(limit)), 1, kSpectrumOrderMax);
}

std::optional<Spectrum> spectrumOf(const sim::live::WaveformStretch& stretch,
                                   const Settings& settings,
                                   const WorldTruth& truth,
                                   double frequencyHz,
                                   SpectrumOf what) {
    const auto figures = figuresOf(stretch, settings, frequencyHz);
    if (!figures) {
        return std::nullopt;
    }
    const bool ofCurrents = what == SpectrumOf::Currents;
    const PerWave<double> scales = waveScales(settings);
    // Of a delta, the source's harmonics are those of the voltages between the lines.
    const bool isRealKnown = truth.isKnown && !truth.isReplayed &&
                             (ofCurrents || !sim::hasDeltaSource(truth.world.installation.service));
    Spectrum spectrum;
    spectrum.frequencyHz = frequencyHz;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const std::size_t wave = phase + (ofCurrents ? kPhaseCount : 0);
        const std::vector<float> samples =
            waveOf(stretch, wave, scales.at(wave), kFigureSampleCount);
        spectrum.phases.at(phase) = seenOf(samples, frequencyHz);
        spectrum.phases.at(phase).rms = figures->at(wave).rms;
        if (isRealKnown) {
            setReal(spectrum.phases.at(phase), ofCurrents ? truth.world.load.harmonics.at(phase)
                                                          : truth.world.source.harmonics.at(phase));
        }
    }
    return spectrum;
}

} // namespace meter::gui
