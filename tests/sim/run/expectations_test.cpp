// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/run/scenario_runner.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <string>

using namespace meter;
using namespace meter::sim;

namespace {

/// 120 V, 100 A, PF 1 on three phases: 36 kW, 0.01 kWh a second (by hand).
constexpr std::string_view kWorld = R"(metertwin: 1
name: judged
meter: {system: 3L-1n, ct: 100 A, voltage: 208 V}
source: {voltage: 120 V}
load: {current: 100 A, pf: 1}
)";

RunResult run(const std::string& rest) {
    const auto scenario = readScenarioFromText(std::string(kWorld) + rest, "judged.yaml");
    if (!scenario) {
        for (const Error& error : scenario.error()) {
            UNSCOPED_INFO(error.message());
        }
    }
    REQUIRE(scenario.has_value());
    return runScenario(*scenario, {});
}

} // namespace

TEST_CASE("each kind of expectation holds and fails as it should") {
    struct Case {
        std::string_view expectation;
        bool holds;
    };

    constexpr std::array kCases = {
        Case{"{at: 3 s, register: voltage_an, equals: 120 V, within: 0.01 %}", true},
        Case{"{at: 3 s, register: voltage_an, equals: 121 V, within: 0.01 %}", false},
        Case{"{at: 3 s, register: voltage_an, equals: 121 V, within: 0.9 V}", false},
        Case{"{at: 3 s, register: voltage_an, equals: 121 V, within: 1.1 V}", true},
        Case{"{at: 3 s, register: ct_primary, equals: 100 A}", true},
        Case{"{at: 3 s, register: ct_primary, equals: 101 A}", false},
        Case{"{at: 3 s, register: real_power_total, above: 35 kW, below: 37 kW}", true},
        Case{"{at: 3 s, register: real_power_total, above: 37 kW}", false},
        Case{"{at: 3 s, register: real_power_total, below: 36 W}", false},
        Case{"{at: 3 s, register: frequency, between: [59.99, 60.01]}", true},
        Case{"{at: 3 s, register: frequency, between: [60.1, 61]}", false},
        Case{"{at: 3 s, register: alerts, bits: {6: 0, 8: 0}}", true},
        Case{"{at: 3 s, register: alerts, bits: {6: 1}}", false},
        // Register 139 is -1 (600 V needs tenths): all bits of the two-complement word are set.
        Case{"{at: 3 s, register: scale_factor_v, bits: {0: 1, 15: 1}}", true},
        Case{"{at: 3 s, register: scale_factor_v, bits: {15: 0}}", false},
        Case{"{at: 3 s, register: voltage_an, is: valid}", true},
        Case{"{at: 3 s, register: voltage_an, is: invalid}", false},
        Case{"{at: 3 s, register: reserved_25, is: invalid}", true},
        Case{"{at: 3 s, register: reserved_25, equals: 0}", false},
        Case{"{at: 3 s, register: 500, is: invalid}", true},
        Case{"{from: 1 s, to: 3 s, register: voltage_an, above: 119 V}", true},
        Case{"{from: 0 s, to: 3 s, register: real_energy, above: 0.015 kWh}", false},
        Case{"{by: 3 s, register: real_energy, above: 0.015 kWh}", true},
        Case{"{by: 3 s, register: real_energy, above: 0.035 kWh}", false},
        Case{"{at: 0 s, register: voltage_an, is: invalid}", true},
        Case{"{at: 0.5 s, register: voltage_an, is: valid}", false},
        Case{"{at: 0.5 s, output: alarm, state: closed}", true},
        Case{"{at: 3 s, output: alarm, state: open}", true},
        Case{"{at: 3 s, output: alarm, state: closed}", false},
        Case{"{at: 3 s, output: energy_pulses, equals: 0}", true},
        Case{"{at: 3 s, output: energy_pulses, equals: 1}", false},
        Case{"{at: 7 s, display: {label: KWh}}", true},
        Case{"{at: 7 s, display: {label: KVAh}}", false},
        Case{"{at: 7 s, display: {value: \"0.07\"}}", true},
        Case{"{at: 7 s, display: {icons: [k, Wh]}}", true},
        Case{"{at: 7 s, display: {icons: [wrench]}}", false},
    };
    std::string list = "expect:\n";
    for (const Case& item : kCases) {
        list += "  - " + std::string(item.expectation) + "\n";
    }
    const RunResult result = run(list);
    REQUIRE(result.expectations.size() == kCases.size());
    for (std::size_t i = 0; i < kCases.size(); ++i) {
        INFO(kCases[i].expectation << ": saw " << result.expectations[i].seen);
        CHECK(result.expectations[i].hasHeld == kCases[i].holds);
        CHECK_FALSE(result.expectations[i].seen.empty());
        CHECK(result.expectations[i].place.line == static_cast<int>(7 + i));
    }
    CHECK_FALSE(result.hasHeld());
}

TEST_CASE("an expectation tells when it failed and what was seen") {
    const RunResult result =
        run("timeline: [{at: 2 s, set: {load.current: 50 A}}]\n"
            "expect: [{from: 1 s, to: 4 s, register: current_a, equals: 100 A, within: 0.1 %}]\n");
    REQUIRE(result.failureCount() == 1);
    CHECK(result.expectations[0].at == 3 * kSamplesPerSecond);
    CHECK(result.expectations[0].seen.starts_with("5"));
    CHECK(result.expectations[0].seen.ends_with(" A"));
    CHECK(result.duration == 6 * kSamplesPerSecond);
}

TEST_CASE("what the timeline does at a second comes after its judgement") {
    const RunResult result = run("timeline: [{at: 2 s, write: {ct_primary: 200}}]\n"
                                 "expect:\n"
                                 "  - {at: 2 s, register: ct_primary, equals: 100}\n"
                                 "  - {at: 3 s, register: ct_primary, equals: 200}\n");
    CHECK(result.hasHeld());
}

TEST_CASE("a meter without power answers nothing and its comparisons fail") {
    const RunResult result = run("timeline: [{at: 2 s, power: off}]\n"
                                 "expect:\n"
                                 "  - {at: 4 s, register: voltage_an, is: invalid}\n"
                                 "  - {at: 4 s, register: voltage_an, below: 1000 V}\n"
                                 "  - {at: 4 s, output: alarm, state: closed}\n");
    REQUIRE(result.expectations.size() == 3);
    CHECK(result.expectations[0].hasHeld);
    CHECK_FALSE(result.expectations[1].hasHeld);
    CHECK(result.expectations[1].seen == "no answer");
    CHECK(result.expectations[2].hasHeld);
}

TEST_CASE("a run that is stopped does not claim what it has not shown") {
    const auto scenario = readScenarioFromText(
        std::string(kWorld) + "expect: [{at: 9 s, register: frequency, is: valid}]\n", "x.yaml");
    REQUIRE(scenario.has_value());
    RunOptions options;
    options.onProgress = [](const RunProgress& progress) {
        return progress.now < 3 * kSamplesPerSecond;
    };
    const RunResult result = runScenario(*scenario, options);
    CHECK(result.wasStopped);
    CHECK_FALSE(result.hasHeld());
    REQUIRE(result.expectations.size() == 1);
    CHECK(result.expectations[0].seen.find("not checked to its end") != std::string::npos);
}
