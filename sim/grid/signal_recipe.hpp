// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the signals at the meter consist of, ready to be synthesised: per channel the tones of
// each harmonic order, interharmonics, DC and noise. Everything between grid and terminal is
// linear, so wiring, ratings and input errors are already worked into these coefficients.

#include "core/base/math.hpp"
#include "sim/grid/source.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace meter::sim {

/// Channels 0…2 are the voltages in counts, 3…5 the currents in counts; the last one is the
/// voltage that feeds the meter, in volts, where that is taken from the measured service.
inline constexpr std::size_t kInputCount = 2 * kPhaseCount;
inline constexpr std::size_t kSupplyChannel = kInputCount;
inline constexpr std::size_t kChannelCount = kInputCount + 1;

template <typename T>
using PerChannel = std::array<T, kChannelCount>;

/// cosine·cos θ + sine·sin θ.
struct Tone {
    double cosine = 0.0;
    double sine = 0.0;

    friend bool operator==(const Tone&, const Tone&) = default;
};

/// peak·sin(θ + angle).
[[nodiscard]] Tone toneOf(double peak, double angleDeg);

/// The same, of an angle's sine and cosine.
[[nodiscard]] constexpr Tone toneOf(double peak, const SineCosine& direction) {
    return {.cosine = peak * direction.sine, .sine = peak * direction.cosine};
}

/// The same tone, leading by this angle of its own period.
[[nodiscard]] Tone advanced(const Tone& tone, double angleDeg);

struct FreeTone {
    double frequencyHz = 0.0;
    PerChannel<Tone> tones{}; ///< θ = 2π·frequency·t, t = 0 at sample 0.

    friend bool operator==(const FreeTone&, const FreeTone&) = default;
};

/// A disturbance of one source voltage or line current, with the fundamental that it refers to.
struct DisturbanceTerm {
    Disturbance disturbance{};
    double fundamentalPeak = 0.0;
    double fundamentalDeg = 0.0;
    bool isOfCurrent = false; ///< A rope CT passes no DC.
    double scale = 0.0;       ///< Impulse: peak over the largest difference of exponentials.
    PerChannel<double> paths{};

    friend bool operator==(const DisturbanceTerm&, const DisturbanceTerm&) = default;
};

struct SignalRecipe {
    double frequencyHz = 60.0;
    std::array<PerChannel<Tone>, kHarmonicOrderMax + 1> harmonics{}; ///< By order; 0 unused.
    std::uint64_t orders = 0;                                        ///< Bit per order in use.
    std::vector<FreeTone> interharmonics;
    PerChannel<double> offset{};
    /// RMS of the noise of each source phase in each channel, with sign.
    PerChannel<PerPhase<double>> noise{};
    bool hasNoise = false;
    PerChannel<PerPhase<double>> loadNoise{}; ///< The same, of each load current.
    bool hasLoadNoise = false;
    std::vector<DisturbanceTerm> disturbances;
    Flicker flicker{};      ///< Of the voltages' tones.
    bool hasSupply = false; ///< The last channel is wanted.

    friend bool operator==(const SignalRecipe&, const SignalRecipe&) = default;
};

} // namespace meter::sim
