// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/grid/disturbance.hpp"

#include "sim/grid/exponential.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace meter;
using namespace meter::sim;

namespace {

constexpr double kHz = 60.0; // 42 samples a cycle.

PhaseClock clockAt60() {
    PhaseClock clock;
    clock.hold(0, kHz);
    return clock;
}

double sine(double turns) {
    return std::sin(2.0 * std::numbers::pi * turns);
}

} // namespace

TEST_CASE("the exponential of our own is that of the library") {
    for (double exponent = -690.0; exponent <= 0.0; exponent += 0.37) {
        CHECK(decayOf(exponent) == Approx(std::exp(exponent)).epsilon(1e-15));
    }
    CHECK(decayOf(0.0) == 1.0);
    CHECK(decayOf(-1e9) == 0.0);
}

TEST_CASE("an impulse begins at its angle and reaches its peak") {
    const Disturbance impulse = {.kind = Disturbance::Kind::Impulse,
                                 .isOn = {true, true, true},
                                 .begin = 100,
                                 .angleDeg = 90.0,
                                 .peak = 1000.0,
                                 .riseS = 0.02,
                                 .decayS = 0.5};
    const DisturbanceTerm term = disturbanceTermOf(impulse, 391.0, 0.0, false);
    const PhaseClock clock = clockAt60();
    // Sample 100 is 16/42 turns in; the next quarter is 42 + 10.5 samples after 84.
    CHECK(disturbanceAt(term, 99, clock, kHz) == 0.0);
    CHECK(disturbanceAt(term, 136, clock, kHz) == 0.0);
    CHECK(disturbanceAt(term, 137, clock, kHz) > 0.0);
    double largest = 0.0;
    for (SampleTime at = 100; at < 2000; ++at) {
        largest = std::max(largest, disturbanceAt(term, at, clock, kHz));
    }
    CHECK(largest == Approx(1000.0).epsilon(1e-4));
}

TEST_CASE("an oscillation is a damped sine from its angle on") {
    const Disturbance ring = {.kind = Disturbance::Kind::Oscillation,
                              .isOn = {true, false, false},
                              .begin = 0,
                              .angleDeg = 0.0,
                              .peak = 100.0,
                              .decayS = 0.01,
                              .frequencyHz = 400.0};
    const DisturbanceTerm term = disturbanceTermOf(ring, 391.0, 0.0, false);
    for (SampleTime at = 0; at < 200; ++at) {
        const double t = static_cast<double>(at) / 2520.0;
        CHECK(disturbanceAt(term, at, clockAt60(), kHz) ==
              Approx(100.0 * std::exp(-t / 0.01) * sine(400.0 * t)).margin(1e-9));
    }
}

TEST_CASE("notches take their share of the wave away from the zero crossings") {
    const Disturbance notches = {.kind = Disturbance::Kind::Notching,
                                 .isOn = {true, false, false},
                                 .count = 2,
                                 .depth = 0.5,
                                 .widthS = 1.0 / 60.0 / 10.0};
    const DisturbanceTerm term = disturbanceTermOf(notches, 100.0, 0.0, false);
    // Two a cycle begin at 90 and 270 deg and are 36 deg wide: samples 11 to 14 of 42.
    CHECK(disturbanceAt(term, 0, clockAt60(), kHz) == 0.0);
    CHECK(disturbanceAt(term, 10, clockAt60(), kHz) == 0.0);
    CHECK(disturbanceAt(term, 11, clockAt60(), kHz) == Approx(-50.0 * sine(11.0 / 42.0)));
    CHECK(disturbanceAt(term, 14, clockAt60(), kHz) == Approx(-50.0 * sine(14.0 / 42.0)));
    CHECK(disturbanceAt(term, 15, clockAt60(), kHz) == 0.0);
    CHECK(disturbanceAt(term, 33, clockAt60(), kHz) == Approx(-50.0 * sine(33.0 / 42.0)));
}

TEST_CASE("a half-wave current has no DC behind a rope") {
    const Disturbance half = {.kind = Disturbance::Kind::HalfWave, .isOn = {true, false, false}};
    const DisturbanceTerm term = disturbanceTermOf(half, 100.0, 0.0, true);
    double sum = 0.0;
    for (SampleTime at = 0; at < 42; ++at) {
        const double whole = 100.0 * sine(static_cast<double>(at) / 42.0);
        const double current = whole + disturbanceAt(term, at, clockAt60(), kHz);
        CHECK(current == Approx(std::max(whole, 0.0) - 100.0 / std::numbers::pi).margin(1e-6));
        sum += current;
    }
    CHECK(sum / 42.0 == Approx(0.0).margin(0.1)); // 42 samples see the mean to 0.1 %.
}

TEST_CASE("a burst passes whole cycles and then none") {
    const Disturbance burst = {.kind = Disturbance::Kind::Burst,
                               .isOn = {true, false, false},
                               .begin = 0,
                               .onCycles = 2,
                               .offCycles = 1};
    const DisturbanceTerm term = disturbanceTermOf(burst, 100.0, 0.0, true);
    for (SampleTime at = 1; at < 42 * 12; ++at) {
        if (at % 42 == 0) {
            continue; // A zero crossing belongs to either.
        }
        const bool isOff = at / 42 % 3 == 2;
        const double whole = 100.0 * sine(static_cast<double>(at % 42) / 42.0);
        CHECK(disturbanceAt(term, at, clockAt60(), kHz) ==
              Approx(isOff ? -whole : 0.0).margin(1e-6));
    }
}
