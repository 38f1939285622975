// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the grid offers, as values: one source of three voltages (docs/scenarios.md, source).
// RMS of the fundamental, L-N for wye, split-phase (each leg) and single-phase; L-L for the
// deltas. Levels are fractions of the channel's own fundamental, angles in degrees.
// Fundamental: √2·X·sin(ωt + angle). Harmonic h: level·√2·X·sin(h(ωt + angle) + own angle).

#include "core/metering/sample_frame.hpp"

#include <array>
#include <cstdint>
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

/// What no spectrum says: follows the instant itself, sample by sample, while it lasts.
struct Disturbance {
    enum class Kind {
        Impulse, ///< peak·(e^(−t/decay) − e^(−t/rise)), scaled so that it reaches its peak.
        Oscillation, ///< peak·e^(−t/decay)·sin(2π·frequency·t).
        Notching,    ///< `count` notches a cycle of the fundamental, `widthS` wide.
        HalfWave,    ///< Of the fundamental, the negative half is missing.
        Burst,       ///< Of the fundamental, `onCycles` pass, then `offCycles` do not.
    };
    Kind kind = Kind::Impulse;
    PerPhase<bool> isOn{};  ///< Which phases have it.
    std::int64_t begin = 0; ///< The sample from which on it may show.
    double angleDeg = 90.0; ///< Impulse, oscillation: starts at this angle of its own phase.
    double peak = 0.0;      ///< In V.
    double riseS = 0.0;     ///< Time constants.
    double decayS = 0.0;
    double frequencyHz = 0.0;
    int count = 0;
    double depth = 0.0; ///< Of the fundamental.
    double widthS = 0.0;
    int onCycles = 1;
    int offCycles = 1;

    friend bool operator==(const Disturbance&, const Disturbance&) = default;
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
    std::vector<Disturbance> disturbances;

    friend bool operator==(const Source&, const Source&) = default;
};

/// Constant current, angle relative to the own phase's nominal angle (delta: of the virtual
/// star), positive = lagging (docs/scenarios.md, load).
struct Load {
    PerPhase<double> currentA = {0.0, 0.0, 0.0}; ///< RMS of the fundamental, line conductor.
    PerPhase<double> laggingDeg{};
    PerPhase<std::vector<Harmonic>> harmonics{};
    PerPhase<double> offsetA{}; ///< A rope CT passes no DC: part of the world, not of the reading.
    PerPhase<double> noise{};   ///< White, RMS, fraction of the CT's rating.
    std::vector<Disturbance> disturbances; ///< Half waves and bursts.

    friend bool operator==(const Load&, const Load&) = default;
};

} // namespace meter::sim
