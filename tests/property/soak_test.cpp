// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Thirty days of virtual time: the energy against the analytic integral of what was applied.

#include "sim/twin/simulation.hpp"
#include "tests/support/catch.hpp"

using namespace meter;

TEST_CASE("after thirty days of changing load the energies are the integrals to one in a million") {
    // A load that steps every hour; V, I and the angle are constant in between, so that
    // P = 3·V·I·cos φ, Q = 3·V·I·sin φ, S = 3·V·I exactly (pure sinusoids, IEEE 1459).
    constexpr int kHours = 30 * 24;
    constexpr double kCosine = 0.8; // φ = 36.8699°, sin φ = 0.6
    constexpr double kAngleDeg = 36.869897645844021;
    sim::Scenario scenario;
    scenario.meter.installerSettings.ctPrimaryA = 400;
    scenario.world.installation.ctRatingA = 400.0;
    scenario.world.source.frequencyHz = 59.98;
    scenario.world.load.laggingDeg = {kAngleDeg, kAngleDeg, kAngleDeg};
    sim::NvMemory memory;
    sim::Simulation simulation(scenario, memory);
    double apparentWs = 0.0;
    for (int hour = 0; hour < kHours; ++hour) {
        const double currentA = 20.0 + static_cast<double>(hour * 37 % 300);
        sim::World world = simulation.world();
        world.load.currentA = {currentA, currentA, currentA};
        simulation.setWorld(world);
        simulation.step(3600 * std::int64_t{kSamplesPerSecond});
        apparentWs += 3.0 * 277.0 * currentA * 3600.0;
    }
    const EnergyCounters& energy = simulation.meter().readings().energy;
    CHECK(static_cast<double>(energy.real.units) == Approx(apparentWs * kCosine).epsilon(1e-6));
    CHECK(static_cast<double>(energy.apparent.units) == Approx(apparentWs).epsilon(1e-6));
    CHECK(static_cast<double>(energy.reactive.units) == Approx(apparentWs * 0.6).epsilon(1e-6));
}
