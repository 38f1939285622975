// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A recording through the whole meter: what is read must be what was recorded, within 0.1 %.
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/twin/simulation.hpp"
#include "tests/sim/replay/recorded_signals.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/twin_witness.hpp"

#include <algorithm>

using namespace meter;
using namespace meter::sim;
using meter::test::BalancedCsv;
using meter::test::Folder;

namespace {

Scenario scenarioOf(const Folder& folder, const std::string& text) {
    const auto scenario =
        readScenario(folder.write("s.yaml", "metertwin: 1\nname: replay\n"
                                            "meter: {ct: 100 A, voltage: 480 V}\n" +
                                                text));
    if (!scenario) {
        FAIL(scenario.error().front().message());
    }
    return *scenario;
}

Readings readingsAt(const Scenario& scenario, SampleTime second) {
    NvMemory memory;
    Simulation simulation(scenario, memory);
    simulation.runUntil(second * kSamplesPerSecond);
    return simulation.meter().readings();
}

} // namespace

TEST_CASE("readings are within a thousandth of the recording at any rate") {
    const Folder folder("meter");
    for (const double rateHz : {1000.0, 1200.0, 3840.0, 4800.0, 10000.0}) {
        static_cast<void>(folder.write("a.csv", BalancedCsv{.rateHz = rateHz}.text()));
        const Readings readings = readingsAt(scenarioOf(folder, "replay: a.csv\n"), 2);
        INFO(rateHz << " S/s");
        for (std::size_t phase = 0; phase < 3; ++phase) {
            CHECK(readings.cycle.phase[phase].voltageLnV == Approx(277.0).epsilon(1e-3));
            CHECK(readings.cycle.phase[phase].currentA == Approx(50.0).epsilon(1e-3));
        }
        CHECK(readings.cycle.frequencyHz == Approx(60.0).margin(1e-3));
        // 3 · 277 · 50 · cos 30°
        CHECK(readings.cycle.realPowerW == Approx(35983.4).epsilon(1e-3));
    }
}

TEST_CASE("a loop reads the same at every second and a single run is dead behind its end") {
    const Folder folder("loops");
    static_cast<void>(folder.write("a.csv", BalancedCsv{.durationS = 1.01}.text()));
    const Scenario looped = scenarioOf(folder, "replay: {file: a.csv, loop: true}\n");
    for (const SampleTime second : {2, 3, 7}) {
        CHECK(readingsAt(looped, second).cycle.phase[1].voltageLnV == Approx(277.0).epsilon(1e-4));
    }
    const Scenario single = scenarioOf(folder, "replay: a.csv\n");
    CHECK(readingsAt(single, 3).cycle.phase[1].voltageLnV == 0.0);
    CHECK(readingsAt(single, 3).cycle.phase[1].currentA == 0.0);
}

TEST_CASE("leads, ropes, ratings and gains act on a recording") {
    const Folder folder("wiring");
    static_cast<void>(folder.write("a.csv", BalancedCsv{}.text()));
    const Readings readings =
        readingsAt(scenarioOf(folder, "installation: {ct_rating: 200 A, pt_rating: 2,\n"
                                      "  voltage_leads: {C: open}, ct_leads: {A: B, B: open}}\n"
                                      "replay: {file: a.csv, gain: {v: 2, i: 0.5}}\n"),
                   2);
    CHECK(readings.cycle.phase[0].voltageLnV == Approx(277.0).epsilon(1e-3)); // · 2 ÷ 2
    CHECK(readings.cycle.phase[2].voltageLnV == Approx(0.0).margin(0.01));
    CHECK(readings.cycle.phase[0].currentA == Approx(12.5).epsilon(1e-3)); // · 0.5 · 100 ÷ 200
    CHECK(readings.cycle.phase[1].currentA == Approx(0.0).margin(0.01));
}

TEST_CASE("a replay is the same in slices of any size") {
    const Folder folder("slices");
    static_cast<void>(folder.write("a.csv", BalancedCsv{.frequencyHz = 59.9}.text()));
    const Scenario scenario = scenarioOf(
        folder, "installation: {control_power: {from: A-N}}\nreplay: {file: a.csv, loop: true}\n");
    NvMemory memory;
    Simulation whole(scenario, memory);
    whole.runUntil(SampleTime{3} * kSamplesPerSecond);
    NvMemory other;
    Simulation sliced(scenario, other);
    while (sliced.now() < SampleTime{3} * kSamplesPerSecond) {
        sliced.step(std::min<SampleTime>(137, SampleTime{3} * kSamplesPerSecond - sliced.now()));
    }
    CHECK(test::sightOf(sliced, other) == test::sightOf(whole, memory));
    CHECK(whole.meter().readings().cycle.realPowerW == Approx(35983.4).epsilon(1e-3));
}

// By hand: P = 3 · 277 · 50 · cos 30°, two thirds of it without the rope of A.
TEST_CASE("a replay rewound over a rewiring has the leads of before") {
    const Folder folder("rewind");
    static_cast<void>(folder.write("a.csv", BalancedCsv{}.text()));
    const Scenario scenario =
        scenarioOf(folder, "replay: {file: a.csv, loop: true}\n"
                           "timeline: [{at: 3 s, set: {installation.ct_leads.A: open}}]\n");
    NvMemory memory;
    Simulation simulation(scenario, memory);
    simulation.runUntil(SampleTime{2} * kSamplesPerSecond + 99);
    const auto before = simulation.snapshot();
    simulation.runUntil(SampleTime{5} * kSamplesPerSecond);
    const test::Sight rewired = test::sightOf(simulation, memory);
    CHECK(simulation.meter().readings().cycle.realPowerW == Approx(23988.9).epsilon(1e-3));
    simulation.restore(*before);
    simulation.runUntil(SampleTime{3} * kSamplesPerSecond);
    CHECK(simulation.meter().readings().cycle.realPowerW == Approx(35983.4).epsilon(1e-3));
    simulation.runUntil(SampleTime{5} * kSamplesPerSecond);
    CHECK(test::sightOf(simulation, memory) == rewired);
}
