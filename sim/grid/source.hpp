// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the grid offers, as values: one source of three voltages (scenario.md, source).
// RMS of the fundamental, L-N for wye, split-phase (each leg) and single-phase; L-L for the
// deltas. Levels are fractions of the channel's own fundamental, angles in degrees.
// Fundamental: √2·X·sin(ωt + angle). Harmonic h: level·√2·X·sin(h(ωt + angle) + own angle).

#include "core/metering/sample_frame.hpp"

#include <array>
#include <vector>

namespace meter::sim {

template <typename T>
using PerPhase = std::array<T, kPhaseCount>; ///< A, B, C (AB, BC, CA for delta voltages).

inline constexpr int kHarmonicOrderMax = 41;

struct Harmonic {
    int order = 2;      ///< 2…kHarmonicOrderMax.
    double level = 0.0; ///< Fraction of the fundamental.
    double angleDeg = 0.0;

    friend bool operator==(const Harmonic&, const Harmonic&) = default;
};

struct Interharmonic {
    double frequencyHz = 0.0;
    double level = 0.0; ///< Fraction of the fundamental.
    double angleDeg = 0.0;

    friend bool operator==(const Interharmonic&, const Interharmonic&) = default;
};

enum class FlickerShape { Sine, Square };

struct Flicker {
    double depth = 0.0; ///< dV/V peak to peak, fraction of the nominal.
    double rateHz = 8.8;
    FlickerShape shape = FlickerShape::Sine;

    friend bool operator==(const Flicker&, const Flicker&) = default;
};

struct Source {
    double frequencyHz = 60.0;
    PerPhase<double> voltageV = {277.0, 277.0, 277.0};
    PerPhase<double> angleDeg = {0.0, -120.0, 120.0};
    PerPhase<std::vector<Harmonic>> harmonics{};
    PerPhase<std::vector<Interharmonic>> interharmonics{};
    PerPhase<double> offsetV{}; ///< DC.
    PerPhase<double> noise{};   ///< White, RMS, fraction of the nominal voltage.
    Flicker flicker{};

    friend bool operator==(const Source&, const Source&) = default;
};

/// Constant current, angle relative to the own phase's nominal angle (delta: of the virtual
/// star), positive = lagging (scenario.md, load).
struct Load {
    PerPhase<double> currentA = {0.0, 0.0, 0.0}; ///< RMS of the fundamental, line conductor.
    PerPhase<double> laggingDeg{};
    PerPhase<std::vector<Harmonic>> harmonics{};
    PerPhase<double> offsetA{}; ///< A rope CT passes no DC: part of the world, not of the reading.

    friend bool operator==(const Load&, const Load&) = default;
};

} // namespace meter::sim
