// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A day at 60 Hz of which nearly no second is computed, beside one of which all are: every
// register, contact and stored byte of its last second, and the energy against the integral.

#include "sim/twin/simulation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/twin_witness.hpp"

#include <cmath>
#include <numbers>

namespace meter::test {

namespace {

constexpr std::int64_t kDayS = 86'400;
constexpr std::int64_t kBeginS = 10; // The meter has booted.

double energyWs(const sim::Simulation& twin) {
    const EnergyCounter& real = twin.meter().readings().energy.real;
    return static_cast<double>(real.units) + real.fraction;
}

} // namespace

TEST_CASE("a day of known seconds ends like one that was computed") {
    sim::Scenario scenario;
    scenario.world.load.currentA = {80.0, 75.0, 70.0};
    scenario.world.load.laggingDeg = {25.0, 30.0, 20.0};
    sim::NvMemory quickMemory;
    sim::NvMemory wholeMemory;
    sim::Simulation quick(scenario, quickMemory);
    sim::Simulation whole(scenario, wholeMemory);
    whole.onFrames("test", [](SampleTime, std::span<const SampleFrame>) {});

    quick.step(kBeginS * kSamplesPerSecond);
    const double atBegin = energyWs(quick);
    quick.runUntil(kDayS * kSamplesPerSecond);
    whole.runUntil(kDayS * kSamplesPerSecond);
    CHECK(quick.knownSecondCount() > kDayS - 100);
    CHECK(sightOf(quick, quickMemory) == sightOf(whole, wholeMemory));

    // P = Σ V·I·cos φ.
    const auto cosine = [](double degrees) {
        return std::cos(degrees * std::numbers::pi / 180.0);
    };
    const double powerW = 277.0 * (80.0 * cosine(25.0) + 75.0 * cosine(30.0) + 70.0 * cosine(20.0));
    const double expected = powerW * static_cast<double>(kDayS - kBeginS);
    CHECK(std::fabs(energyWs(quick) - atBegin - expected) < 1e-6 * expected);
}

} // namespace meter::test
