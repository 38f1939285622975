// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Harmonics of the meter's inputs up to where 2520 samples a second can tell them, and beside
// them what the source and the load really have, up to order 41.

#include "gui/probe/wave_figures.hpp"
#include "gui/probe/waveform_probe.hpp"

#include <optional>

namespace meter::gui {

inline constexpr int kSpectrumOrderMax = sim::kHarmonicOrderMax;

template <typename T>
using PerOrder = std::array<T, kSpectrumOrderMax + 1>; ///< By order; 0 unused.

struct WaveSpectrum {
    double rms = 0.0;         ///< Harmonics and all.
    double fundamental = 0.0; ///< RMS.
    double distortion =
        0.0; ///< THD: orders 2 and up that can be measured, relative to the fundamental.
    PerOrder<std::optional<double>> seen{}; ///< Of the fundamental; none: beyond the sampling.
    PerOrder<std::optional<double>> real{}; ///< Likewise; none: not known.
};

struct Spectrum {
    double frequencyHz = 0.0;
    std::array<WaveSpectrum, kPhaseCount> phases{}; ///< Of the voltages or the currents.
};

enum class SpectrumOf { Voltages, Currents };

/// The highest order that 2520 samples a second can tell from its mirror image.
[[nodiscard]] int orderLimit(double frequencyHz);

/// Nullopt while there are too few samples.
[[nodiscard]] std::optional<Spectrum> spectrumOf(const sim::live::WaveformStretch& stretch,
                                                 const Settings& settings,
                                                 const WorldTruth& truth,
                                                 double frequencyHz,
                                                 SpectrumOf what);

} // namespace meter::gui
