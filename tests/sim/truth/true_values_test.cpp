// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/truth/true_values.hpp"

#include "sim/line/register_reader.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/twin/simulation.hpp"
#include "tests/support/catch.hpp"


#include <string>

namespace meter::sim {

namespace {

Scenario scenarioOf(const std::string& text) {
    auto scenario = readScenarioFromText("{metertwin: 1, name: Truth, " + text + "}", "truth.yaml");
    REQUIRE(scenario);
    return *scenario;
}

} // namespace

TEST_CASE("true values: a wye with three loads by hand", "[truth]") {
    const Scenario scenario = scenarioOf("source: {voltage: 100 V}, load: {current: {A: 10, B: 20, "
                                         "C: 30}, phase: {A: 0, B: 60, C: -60}}");
    const World& world = scenario.world;
    CHECK(*trueValue("real_power_a", world) == Approx(1.0));
    CHECK(*trueValue("real_power_b", world) == Approx(1.0));
    CHECK(*trueValue("real_power_total", world) == Approx(3.5));
    CHECK(*trueValue("power_factor_c", world) == Approx(0.5));
    CHECK(*trueValue("current_average", world) == Approx(20.0));
    CHECK(*trueValue("voltage_ll_average", world) == Approx(173.2051).epsilon(1e-6));
    CHECK_FALSE(trueValue("real_energy", world));
}

TEST_CASE("true values: a meter that is wired right reads them in every service", "[truth]") {
    const std::string service = GENERATE(as<std::string>{}, "wye, 3L-1n, 277 V", "delta, 3L, 480 V",
                                         "split-phase, 2L-1n, 120 V", "single-phase, 1L-1n, 240 V");
    const std::size_t first = service.find(',');
    const std::size_t second = service.find(',', first + 1);
    const bool isOne = service.starts_with("single");
    const Scenario scenario = scenarioOf(
        "installation: {service: " + service.substr(0, first) +
        "}, meter: {system: " + service.substr(first + 2, second - first - 2) +
        ", voltage: 480 V, ct: 100 A}, " + "source: {voltage: " + service.substr(second + 2) +
        ", harmonics: {5: 4 %}}, " + "load: {current: " + (isOne ? "62 A" : "{A: 62 A, B: 48 A}") +
        ", phase: 25 deg, harmonics: {5: 20 %}}");
    NvMemory memory;
    Simulation simulation(scenario, memory);
    simulation.runUntil(4 * kSamplesPerSecond);
    RegisterReader reader(scenario.meter);
    reader.look(simulation.meter());
    int compared = 0;
    for (const std::string_view name : trueValueNames()) {
        const std::optional<double> truth = trueValue(name, simulation.world());
        const RegisterReading reading = reader.read(*registerByNameOrNumber(name));
        if (!truth || !reading.isValid()) {
            continue;
        }
        ++compared;
        INFO(service << ": " << name);
        CHECK(reading.value == Approx(*truth).epsilon(2e-4).margin(2e-4));
    }
    CHECK(compared >= 10);
}

} // namespace meter::sim
