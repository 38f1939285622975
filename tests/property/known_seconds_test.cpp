// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A second that repeats an earlier one exactly is not computed again, and nothing shows it:
// random lives are lived twice, once with somebody who looks at the frames, so that every sample
// is made. Every register, what is on the glass, contacts and stored bytes must be the same at
// every second.

#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/twin/simulation.hpp"
#include "tests/sim/replay/recorded_signals.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/random_life.hpp"
#include "tests/support/twin_witness.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace meter::test {

namespace {

using sim::Scenario;
using sim::Simulation;

constexpr int kLengthS = 240;

constexpr std::array<std::string_view, 18> kDeeds = {
    "set: {load.current.C: 20 A}",
    "set: {load.current.A: 95 A}, ramp: 7 s",
    "set: {source.voltage.B: 120 V}, for: 1.7 s",
    "set: {source.frequency: 51 Hz}",
    "set: {source.frequency: 59.9 Hz}, for: 9 s",
    "set: {source.noise: 0.1 %}, for: 12 s",
    "set: {source.flicker.depth: 4 %}",
    "set: {installation.ct_leads.A: C}, for: 21 s",
    "apply: sag, residual: 60 %, for: 0.4 s",
    "apply: impulse",
    "apply: notching, for: 5 s",
    "write: {131: 200}",
    "write: {130: 31}",
    "write: {129: 16498}",
    "press: [right, plus, {hold: left, for: 1.2 s}]",
    "power: off, for: 0.9 s",
    "power: off, for: 0.05 s",
    "swap: {serial: 22222222, accuracy: ideal, ct: 200 A}",
};

std::string randomScenario(RandomLife& life) {
    std::string text = "metertwin: 1\nname: life\nduration: forever\n"
                       "meter: {serial: 11111111, ct: 100 A, voltage: 480 V, pulse_energy: 10 Wh,\n"
                       "  accuracy: class, demand: {length: 10 s}}\n"
                       "source: {voltage: 277 V, frequency: " +
                       std::to_string(45 + life.below(21)) +
                       " Hz, harmonics: {5: {level: 4 %}, 21: {level: 2 %}}}\n"
                       "load: {current: 80 A, pf: 0.8 lagging, harmonics: {3: {level: 20 %}}}\n"
                       "timeline:\n";
    for (int count = 1 + life.below(6); count > 0; --count) {
        // Half of them at whole seconds.
        const int tenths = life.below(2) == 0 ? 0 : life.below(10);
        const auto which = static_cast<std::size_t>(life.below(static_cast<int>(kDeeds.size())));
        text += "  - {at: " + std::to_string(2 + life.below(kLengthS - 20)) + "." +
                std::to_string(tenths) + " s, " + std::string(kDeeds[which]) + "}\n";
    }
    return text;
}

struct Twin {
    explicit Twin(const Scenario& scenario) : simulation(scenario, memory) {}

    sim::NvMemory memory;
    Simulation simulation;
};

} // namespace

TEST_CASE("leaving out seconds that repeat changes nothing that can be seen") {
    const Folder folder("known-seconds");
    std::int64_t knownCount = 0;
    for (const unsigned seed : seedsToTry()) {
        RandomLife life(seed);
        for (int round = 0; round < 4; ++round) {
            const std::string text = randomScenario(life);
            INFO("METERTWIN_SEED=" << seed << ", round " << round << "\n" << text);
            const auto scenario = sim::readScenario(folder.write("life.yaml", text));
            REQUIRE(scenario.has_value());
            Twin quick(*scenario);
            Twin whole(*scenario);
            whole.simulation.onFrames("test", [](SampleTime, std::span<const SampleFrame>) {});
            for (int second = 1; second <= kLengthS; ++second) {
                quick.simulation.step(kSamplesPerSecond);
                whole.simulation.step(kSamplesPerSecond);
                INFO("second " << second);
                REQUIRE(sightOf(quick.simulation, quick.memory) ==
                        sightOf(whole.simulation, whole.memory));
            }
            REQUIRE(whole.simulation.knownSecondCount() == 0);
            knownCount += quick.simulation.knownSecondCount();
        }
    }
    // Else this test has compared nothing.
    CHECK(knownCount > 0);
}

TEST_CASE("a steady signal of whole cycles a second is soon known, for good") {
    Scenario scenario;
    scenario.world.load.currentA = {80.0, 75.0, 70.0};
    Twin twin(scenario);
    constexpr int kSoonS = 66; // What is kept, and the second of booting.
    twin.simulation.step(std::int64_t{kSoonS} * kSamplesPerSecond);
    const std::int64_t before = twin.simulation.knownSecondCount();
    twin.simulation.step(std::int64_t{1000} * kSamplesPerSecond);
    CHECK(twin.simulation.knownSecondCount() == before + 1000);
}

TEST_CASE("a signal with a part of a cycle in a second is computed each second") {
    Scenario scenario;
    scenario.world.source.frequencyHz = 59.9;
    scenario.world.load.currentA = {80.0, 75.0, 70.0};
    Twin twin(scenario);
    twin.simulation.step(std::int64_t{100} * kSamplesPerSecond);
    CHECK(twin.simulation.knownSecondCount() == 0);
}

} // namespace meter::test
