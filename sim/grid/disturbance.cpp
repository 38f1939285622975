// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/grid/disturbance.hpp"

#include "core/base/math.hpp"
#include "sim/grid/exponential.hpp"

#include <cmath>
#include <numbers>

namespace meter::sim {

namespace {

double fractionOf(double value) {
    return value - std::floor(value);
}

/// Own phase of the fundamental, 0…1 turns.
double ownTurns(const DisturbanceTerm& term, SampleTime at, const PhaseClock& clock) {
    return fractionOf(turnsOf(clock.at(at)) + term.fundamentalDeg / 360.0);
}

double fundamentalAt(const DisturbanceTerm& term, double turns) {
    return term.fundamentalPeak * sineCosineTurns(turns).sine;
}

/// Seconds since the chosen point on the wave behind the begin; negative before it.
double secondsSince(const DisturbanceTerm& term,
                    SampleTime at,
                    const PhaseClock& clock,
                    double frequencyHz) {
    const Disturbance& it = term.disturbance;
    const double wait = fractionOf(it.angleDeg / 360.0 - ownTurns(term, it.begin, clock));
    return secondsOf(at - it.begin) - wait / frequencyHz;
}

/// Where the difference of two exponentials is largest, it has no slope: bisected.
double largestDifference(double riseS, double decayS) {
    const auto slope = [&](double t) {
        return decayOf(-t / riseS) / riseS - decayOf(-t / decayS) / decayS;
    };
    constexpr int kHalvings = 60;
    double low = 0.0;
    double high = riseS + decayS; // ln(x)/(x − 1) < 1: the crest lies before the larger constant.
    for (int round = 0; round < kHalvings; ++round) {
        const double middle = 0.5 * (low + high);
        (slope(middle) > 0.0 ? low : high) = middle;
    }
    return decayOf(-low / decayS) - decayOf(-low / riseS);
}

double notchAt(const DisturbanceTerm& term, double turns, double frequencyHz) {
    const Disturbance& it = term.disturbance;
    // The first notch begins half a spacing behind the zero crossing, away from it.
    const double place = fractionOf(turns * static_cast<double>(it.count) - 0.5);
    const double width = it.widthS * frequencyHz * static_cast<double>(it.count);
    return place < width ? -it.depth * fundamentalAt(term, turns) : 0.0;
}

double halfWaveAt(const DisturbanceTerm& term, double turns) {
    const double instant = fundamentalAt(term, turns);
    // The mean of a half-wave is peak/π.
    const double mean = term.isOfCurrent ? term.fundamentalPeak / std::numbers::pi : 0.0;
    return (instant < 0.0 ? -instant : 0.0) - mean;
}

double
burstAt(const DisturbanceTerm& term, SampleTime at, const PhaseClock& clock, double frequencyHz) {
    const Disturbance& it = term.disturbance;
    const double first = ownTurns(term, it.begin, clock);
    const double now = ownTurns(term, at, clock);
    // The count of turns follows from the time, its fraction from the phase.
    const double turns = std::floor(secondsOf(at - it.begin) * frequencyHz + first - now + 0.5);
    const double period = static_cast<double>(it.onCycles + it.offCycles);
    const double cycle = turns - std::floor(turns / period) * period;
    return cycle < static_cast<double>(it.onCycles) ? 0.0 : -fundamentalAt(term, now);
}

} // namespace

DisturbanceTerm disturbanceTermOf(const Disturbance& disturbance,
                                  double fundamentalPeak,
                                  double fundamentalDeg,
                                  bool isOfCurrent) {
    DisturbanceTerm term = {.disturbance = disturbance,
                            .fundamentalPeak = fundamentalPeak,
                            .fundamentalDeg = fundamentalDeg,
                            .isOfCurrent = isOfCurrent,
                            .scale = disturbance.peak};
    if (disturbance.kind == Disturbance::Kind::Impulse) {
        term.scale /= largestDifference(disturbance.riseS, disturbance.decayS);
    }
    return term;
}

double disturbanceAt(const DisturbanceTerm& term,
                     SampleTime at,
                     const PhaseClock& clock,
                     double frequencyHz) {
    const Disturbance& it = term.disturbance;
    if (at < it.begin) {
        return 0.0;
    }
    switch (it.kind) {
    case Disturbance::Kind::Impulse: {
        const double t = secondsSince(term, at, clock, frequencyHz);
        return t < 0.0 ? 0.0 : term.scale * (decayOf(-t / it.decayS) - decayOf(-t / it.riseS));
    }
    case Disturbance::Kind::Oscillation: {
        const double t = secondsSince(term, at, clock, frequencyHz);
        return t < 0.0 ? 0.0
                       : term.scale * decayOf(-t / it.decayS) *
                             sineCosineTurns(it.frequencyHz * t).sine;
    }
    case Disturbance::Kind::Notching:
        return notchAt(term, ownTurns(term, at, clock), frequencyHz);
    case Disturbance::Kind::HalfWave:
        return halfWaveAt(term, ownTurns(term, at, clock));
    case Disturbance::Kind::Burst:
        return burstAt(term, at, clock, frequencyHz);
    }
    return 0.0;
}

} // namespace meter::sim
