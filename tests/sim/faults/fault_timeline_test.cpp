// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Faults in time: begin, end, combine, repeat, rewind, at exact samples.

#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/twin/simulation.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace meter;
using namespace meter::sim;

namespace {

constexpr SampleTime kSecond = kSamplesPerSecond;

Scenario scenarioWith(const std::string& timeline) {
    auto scenario = readScenarioFromText("metertwin: 1\nname: faults\n"
                                         "meter: {voltage: 480 V, ct: 400 A}\n"
                                         "source: {voltage: 277 V}\n"
                                         "load: {current: 100 A, pf: 0.9 lagging}\n"
                                         "timeline:\n" +
                                             timeline,
                                         "faults.yaml");
    if (!scenario) {
        for (const Error& error : scenario.error()) {
            UNSCOPED_INFO(error.message());
        }
    }
    REQUIRE(scenario.has_value());
    return *scenario;
}

double voltageA(const Simulation& simulation) {
    return simulation.faultyWorld().source.voltageV[0];
}

constexpr const char* kEverything = "  - {at: 1 s, apply: notching}\n"
                                    "  - {at: 1 s, apply: burst, for: 3 s}\n"
                                    "  - {at: 1.3 s, apply: 1159-osc-l}\n"
                                    "  - {at: 1.5 s, apply: half-wave, phase: C, for: 1 s}\n"
                                    "  - {at: 2 s, apply: motor-start, multiple: 3, for: 2 s}\n"
                                    "  - {at: 2.5 s, apply: freq-rocof, for: 2 s}\n"
                                    "  - {at: 2.6 s, apply: impulse, peak: 1 kV, decay: 5 ms}\n"
                                    "  - {at: 3 s, apply: neutral-lost, for: 1 s}\n";

} // namespace

TEST_CASE("faults begin and end at their samples and leave nothing behind") {
    NvMemory memory;
    Simulation simulation(scenarioWith("  - {at: 1 s, apply: sag, residual: 50 %, for: 3 s}\n"
                                       "  - {at: 2 s, apply: swell, residual: 120 %, for: 4 s}\n"),
                          memory);
    const World before = simulation.world();
    simulation.runUntil(kSecond + 1);
    CHECK(voltageA(simulation) == Approx(138.5));
    simulation.runUntil(3 * kSecond);
    CHECK(voltageA(simulation) == Approx(166.2));
    simulation.runUntil(4 * kSecond + 1);
    CHECK(voltageA(simulation) == Approx(332.4));
    simulation.runUntil(6 * kSecond + 1);
    CHECK(simulation.faultyWorld() == before);
    CHECK(simulation.faults().empty());
}

TEST_CASE("a fault lies over what the timeline sets meanwhile") {
    NvMemory memory;
    Simulation simulation(scenarioWith("  - {at: 1 s, apply: sag, residual: 50 %, for: 3 s}\n"
                                       "  - {at: 2 s, set: {source.voltage: 200 V}}\n"),
                          memory);
    simulation.runUntil(3 * kSecond);
    CHECK(voltageA(simulation) == Approx(100.0));
    simulation.runUntil(5 * kSecond);
    CHECK(voltageA(simulation) == Approx(200.0));
}

TEST_CASE("a fault repeats as often as it is told") {
    NvMemory memory;
    Simulation simulation(scenarioWith("  - {at: 1 s, apply: f47-2, every: 2 s, times: 2}\n"),
                          memory);
    std::vector<double> seen;
    simulation.onSecond([&seen](const Simulation& now) {
        seen.push_back(now.meter().readings().cycle.phase[0].voltageLnV);
    });
    simulation.runUntil(6 * kSecond);
    // 277 V x sqrt(1 - 0.5 (1 - 0.49)) in the seconds from 1 s and from 3 s.
    const std::vector<double> expected = {277.0, 239.0880, 277.0, 239.0880, 277.0, 277.0};
    for (std::size_t second = 0; second < expected.size(); ++second) {
        CHECK(seen[second] == Approx(expected[second]).epsilon(1e-4));
    }
}

TEST_CASE("faults give the same energy in slices of any size") {
    NvMemory wholeMemory;
    NvMemory slicedMemory;
    Simulation whole(scenarioWith(kEverything), wholeMemory);
    Simulation sliced(scenarioWith(kEverything), slicedMemory);
    whole.runUntil(6 * kSecond);
    for (SampleTime at = 0; at < 6 * kSecond; at += 61) {
        sliced.runUntil(at);
    }
    sliced.runUntil(6 * kSecond);
    const Readings& one = whole.meter().readings();
    const Readings& other = sliced.meter().readings();
    CHECK(one.energy.real.units == other.energy.real.units);
    CHECK(one.energy.real.fraction == other.energy.real.fraction);
    CHECK(one.cycle.voltageLnAverageV == other.cycle.voltageLnAverageV);
}

TEST_CASE("a rewind goes back into the middle of faults") {
    NvMemory memory;
    Simulation simulation(scenarioWith(kEverything), memory);
    simulation.runUntil(2 * kSecond + 700);
    const auto middle = simulation.snapshot();
    simulation.runUntil(5 * kSecond);
    const double first = simulation.meter().readings().energy.real.fraction;
    simulation.restore(*middle);
    simulation.runUntil(5 * kSecond);
    CHECK(simulation.meter().readings().energy.real.fraction == first);
}

TEST_CASE("faults are begun and ended by hand") {
    NvMemory memory;
    Simulation simulation(scenarioWith("  - {at: 9 s, apply: f47-1}\n"), memory);
    const auto& action = std::get<ApplyAction>(simulation.scenario().timeline[0].action);
    simulation.runUntil(kSecond);
    simulation.applyFault(action);
    simulation.runUntil(kSecond + 10);
    CHECK(voltageA(simulation) == Approx(138.5));
    CHECK(simulation.clearFaults("f47-1"));
    CHECK_FALSE(simulation.clearFaults("f47-1"));
    CHECK(voltageA(simulation) == 277.0);
}

TEST_CASE("parts of a preset that come later wait for their time") {
    NvMemory memory;
    Simulation simulation(scenarioWith("  - {at: 1 s, apply: load-step}\n"), memory);
    simulation.runUntil(2 * kSecond);
    CHECK(simulation.faultyWorld().load.currentA[0] == 10.0);
    simulation.runUntil(451 * kSecond + 1);
    CHECK(simulation.faultyWorld().load.currentA[0] == 30.0);
    simulation.runUntil(901 * kSecond + 1);
    CHECK(simulation.faultyWorld().load.currentA[0] == 100.0);
}
