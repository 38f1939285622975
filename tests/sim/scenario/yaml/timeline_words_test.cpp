// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Words of the timeline for hands that do not keep to presses, and for faults that end by hand:
// what they do, and what is wrong with what people write (docs/scenarios.md, timeline).

#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/twin/simulation.hpp"
#include "tests/support/catch.hpp"

using namespace meter;
using namespace meter::sim;

namespace {

std::string mistakeIn(const std::string& entry) {
    const auto read =
        readScenarioFromText("metertwin: 1\nname: x\ntimeline:\n  - " + entry + "\n", "t.yaml");
    REQUIRE_FALSE(read.has_value());
    REQUIRE(read.error().size() == 1);
    return read.error().front().message();
}

Simulation simulationOf(const std::string& timeline, NvMemory& memory) {
    auto read = readScenarioFromText(
        "metertwin: 1\nname: x\nduration: forever\ntimeline:\n" + timeline, "t.yaml");
    REQUIRE(read.has_value());
    return Simulation(*read, memory);
}

} // namespace

TEST_CASE("a fault lasts until it is cleared") {
    NvMemory memory;
    Simulation simulation = simulationOf("  - {at: 1 s, apply: sag, residual: 50 %}\n"
                                         "  - {at: 1 s, apply: ct-swap, pair: [A, B]}\n"
                                         "  - {at: 2 s, clear: sag}\n"
                                         "  - {at: 3 s, clear: all}\n"
                                         "  - {at: 4 s, clear: all}\n",
                                         memory);
    const auto voltage = [&] {
        return simulation.faultyWorld().source.voltageV[0];
    };
    simulation.runUntil(2520 + 1);
    CHECK(voltage() == 138.5); // Half of 277 V.
    CHECK(simulation.faults().size() == 2);
    simulation.runUntil(2 * 2520 + 1);
    CHECK(voltage() == 277.0);
    CHECK(simulation.faults().size() == 1);
    simulation.runUntil(3 * 2520 + 1);
    CHECK(simulation.faults().empty());
    CHECK(simulation.messages().empty());
    simulation.runUntil(4 * 2520 + 1);
    REQUIRE(simulation.messages().size() == 1); // There was none left.
}

TEST_CASE("an edge of a key acts at its sample") {
    NvMemory memory;
    Simulation simulation = simulationOf("  - {at: 20 s, press: {down: right}}\n"
                                         "  - {at: 22 s, press: [{up: right}]}\n",
                                         memory);
    NvMemory otherMemory;
    Simulation held = simulationOf("  - {at: 20 s, press: {hold: right, for: 2 s}}\n", otherMemory);
    for (const SampleTime time : {20 * 2520, 20 * 2520 + 1, 21 * 2520, 22 * 2520 + 1, 25 * 2520}) {
        simulation.runUntil(time);
        held.runUntil(time);
        CHECK(simulation.meter().glass() == held.meter().glass());
    }
}

TEST_CASE("wrong edges and wrong names are told with what would be right") {
    CHECK(mistakeIn("{at: 1 s, press: {down: right, for: 2 s}}").find("{hold: right, for: 2 s}") !=
          std::string::npos);
    CHECK(mistakeIn("{at: 1 s, press: {down: right, up: left}}").find("{up: right}") !=
          std::string::npos);
    CHECK(mistakeIn("{at: 1 s, press: {dwn: right}}").find("did you mean `down`") !=
          std::string::npos);
    CHECK(mistakeIn("{at: 1 s, clear: saag}").find("did you mean `sag`") != std::string::npos);
    CHECK(mistakeIn("{at: 1 s, clear: all, for: 2 s}").find("`for` works with") !=
          std::string::npos);
    CHECK(mistakeIn("{at: 1 s, set: {source.voltage: 0.5 pu}}").find("a fraction (pu)") !=
          std::string::npos);
}
