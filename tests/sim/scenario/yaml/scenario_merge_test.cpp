// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/scenario_merge.hpp"

#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/scenario/yaml/scenario_writer.hpp"
#include "tests/support/catch.hpp"

using namespace meter::sim;

namespace {

constexpr const char* kFile = R"(# Phase B falls to 70 % for 12 s.
# By hand: 193.9 V.
metertwin: 1
name: Sag

meter: {system: 3L-1n, ct: 400 A, voltage: 480 V}   # as the label says
# The service of the plant.
source: {voltage: 277 V}
load: {current: 200 A, pf: 0.9 lagging}

timeline:
  - {at: 10 s, set: {source.voltage.B: 70 %}, for: 12 s}   # the sag

expect:
  # judged before it begins
  - {at: 9 s, register: voltage_bn, equals: 277 V, within: 0.01 %}
# the end
)";

Scenario read(const std::string& text) {
    const auto scenario = readScenarioFromText(text, "sag.yaml");
    REQUIRE(scenario.has_value());
    return *scenario;
}

std::string merged(const Scenario& after) {
    const Result<std::string> text =
        mergedScenarioText(kFile, read(kFile), after, "/tmp/elsewhere.yaml");
    REQUIRE(text.has_value());
    return *text;
}

/// As long as the changed scenario's, and alike.
void requireReadsBackTo(const std::string& text, const Scenario& after) {
    REQUIRE(scenarioText(read(text), "/tmp").value() == scenarioText(after, "/tmp").value());
}

} // namespace

TEST_CASE("a scenario that was not changed is saved to the letter") {
    REQUIRE(merged(read(kFile)) == kFile);
}

TEST_CASE("only the block that was changed is written anew") {
    Scenario after = read(kFile);
    after.world.load.currentA = {150.0, 150.0, 150.0};
    const std::string text = merged(after);
    requireReadsBackTo(text, after);
    REQUIRE(text.find("# as the label says") != std::string::npos);
    REQUIRE(text.find("# The service of the plant.\nsource: {voltage: 277 V}") !=
            std::string::npos);
    REQUIRE(text.find("# the sag") != std::string::npos);
    REQUIRE(text.find("# judged before it begins") != std::string::npos);
    REQUIRE(text.ends_with("# the end\n"));
    REQUIRE(text.find("200 A") == std::string::npos);
}

TEST_CASE("what refers to a changed block is written anew as well where it would mean another") {
    Scenario after = read(kFile);
    // The timeline's 70 % were of 277 V: 193.9 V. Of 240 V they would be 168 V.
    after.world.source.voltageV = {240.0, 240.0, 240.0};
    const std::string text = merged(after);
    requireReadsBackTo(text, after);
    REQUIRE(text.find("# By hand: 193.9 V.") != std::string::npos);
    REQUIRE(text.find("# judged before it begins") != std::string::npos);
    REQUIRE(text.find("70 %}") == std::string::npos);
}

TEST_CASE("a block that the file did not have is added") {
    Scenario after = read(kFile);
    after.world.installation.ctReversed[1] = true;
    const std::string text = merged(after);
    requireReadsBackTo(text, after);
    REQUIRE(text.starts_with("# Phase B falls to 70 % for 12 s.\n"));
    REQUIRE(text.find("\ninstallation:") != std::string::npos);
}

TEST_CASE("a file that is one flow map is told not to be merged") {
    const std::string flow = "{metertwin: 1, name: Flow, source: {voltage: 120 V}}\n";
    const auto before = readScenarioFromText(flow, "flow.yaml");
    REQUIRE(before.has_value());
    Scenario after = *before;
    after.world.source.voltageV = {130.0, 130.0, 130.0};
    REQUIRE_FALSE(mergedScenarioText(flow, *before, after, "/tmp/flow.yaml").has_value());
    REQUIRE(mergedScenarioText(flow, *before, *before, "/tmp/flow.yaml").value() == flow);
}
