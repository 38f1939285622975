// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/line/register_reader.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/scenario/yaml/scenario_writer.hpp"
#include "sim/twin/simulation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/twin_witness.hpp"

#include <algorithm>
#include <filesystem>

// A meter with a past, and another one in its place. 3 x 120 V x 100 A = 36 kW, 0.01 kWh a
// second; the rest by hand.

namespace meter::test {

namespace {

constexpr const char* kHead = "metertwin: 1\nname: other meter\nduration: 60 s\n"
                              "source: {voltage: 120 V}\nload: {current: 100 A, pf: 1}\n";

sim::Scenario scenarioOf(const std::string& rest) {
    const auto scenario = sim::readScenarioFromText(kHead + rest, "other.yaml");
    INFO((scenario ? std::string{} : scenario.error().front().message()));
    REQUIRE(scenario.has_value());
    return *scenario;
}

std::string mistakeIn(const std::string& rest) {
    const auto scenario = sim::readScenarioFromText(kHead + rest, "other.yaml");
    REQUIRE_FALSE(scenario.has_value());
    return scenario.error().front().message();
}

double read(const sim::Simulation& simulation, const char* name) {
    sim::RegisterReader reader(simulation.meter().factory());
    reader.look(simulation.meter());
    return reader.read(sim::registerByNameOrNumber(name).value()).value;
}

constexpr SampleTime kSecond = 2520;
constexpr const char* kSwapped =
    "meter: {serial: 11111111, ct: 100 A, voltage: 208 V, energies: {real: 500 kWh}}\n"
    "timeline: [{at: 10.5 s, swap: {serial: 22222222, address: 7, energies: {real: 30 kWh}}}]\n";

} // namespace

TEST_CASE("a meter goes on from the energies it has counted before the scenario") {
    sim::NvMemory memory;
    sim::Simulation simulation(
        scenarioOf("meter: {ct: 100 A, voltage: 208 V, energies: {real: 300 kWh, real_b: 250 kWh, "
                   "reactive: 7 kVARh}}\n"),
        memory);
    simulation.runUntil(10 * kSecond);
    CHECK(read(simulation, "real_energy") == Approx(300.1).margin(0.001));
    CHECK(read(simulation, "real_energy_a") == Approx(100.0333).margin(0.001)); // A third.
    CHECK(read(simulation, "real_energy_b") == Approx(250.0333).margin(0.001));
    CHECK(read(simulation, "apparent_energy") == Approx(300.1).margin(0.001));
    CHECK(read(simulation, "reactive_energy") == Approx(7.0).margin(0.001));
    CHECK(read(simulation, "power_up_count") == 1.0);
}

// Load of 0.01 kWh a second; no demand interval of 900 s ends, no pulse of 1 kWh within 10 s.
TEST_CASE("a meter goes on from the counters that it had before the scenario") {
    sim::NvMemory memory;
    sim::Simulation simulation(
        scenarioOf("meter:\n  ct: 100 A\n  voltage: 208 V\n  counters: {energy_resets: 3, "
                   "power_ups: 17, pulses_real: 4294967295, pulses_reactive: 70000, "
                   "real_demand_max: 31.5 kW, reactive_demand_max: 2 kVAR, "
                   "apparent_demand_max: 33 kVA}\n"),
        memory);
    simulation.runUntil(10 * kSecond);
    CHECK(read(simulation, "energy_reset_count") == 3.0);
    CHECK(read(simulation, "power_up_count") == 17.0);
    CHECK(read(simulation, "pulse_counter_real") == 4294967295.0);
    CHECK(read(simulation, "pulse_counter_reactive") == 70000.0);
    CHECK(read(simulation, "real_demand_max") == 31.5);
    CHECK(read(simulation, "reactive_demand_max") == 2.0);
    CHECK(read(simulation, "apparent_demand_max") == 33.0);
    CHECK(read(simulation, "real_energy") == Approx(0.1).margin(0.001));
}

TEST_CASE("counters are written as they were read") {
    const sim::Scenario scenario = scenarioOf(
        "meter: {counters: {power_ups: 17, pulses_real: 5, real_demand_max: 31.5 kW}}\n");
    const auto again =
        sim::readScenarioFromText(sim::scenarioText(scenario, ".").value(), "again.yaml");
    REQUIRE(again.has_value());
    CHECK(again->startCounters.powerUps == 17);
    CHECK(again->startCounters.realPulses == 5U);
    CHECK(again->startCounters.demandMax[0] == 31'500.0);
    CHECK_FALSE(again->startCounters.energyResets.has_value());
    CHECK(mistakeIn("meter: {counters: {power_ups: 0}}\n").find("out of range") !=
          std::string::npos);
}

TEST_CASE("shares go to the phases that the system type has") {
    sim::StartEnergies energies;
    energies.real = 10.0;
    const EnergyCounters counters = energies.counters(SystemType::SplitPhase);
    CHECK(counters.realOfPhase[0].units == 18'000); // 5 Wh of 3600 Ws.
    CHECK(counters.realOfPhase[1].units == 18'000);
    CHECK(counters.realOfPhase[2].units == 0);
}

TEST_CASE("what the memory holds wins over the energies of the scenario") {
    sim::NvMemory memory;
    const sim::Scenario scenario =
        scenarioOf("meter: {ct: 100 A, voltage: 208 V, energies: {real: 300 kWh}}\n");
    {
        sim::Simulation first(scenario, memory);
        first.runUntil(20 * kSecond);
        first.meter().powerFail();
    }
    sim::Simulation second(scenario, memory);
    second.runUntil(10 * kSecond);
    CHECK(read(second, "real_energy") == Approx(300.3).margin(0.001));
    CHECK(read(second, "power_up_count") == 2.0);
}

TEST_CASE("a scenario without energies leaves the memory as it was") {
    sim::NvMemory memory;
    sim::Simulation simulation(scenarioOf("meter: {ct: 100 A, voltage: 208 V}\n"), memory);
    simulation.runUntil(2 * kSecond);
    CHECK(read(simulation, "real_energy") == Approx(0.02).margin(0.001));
}

TEST_CASE("another meter brings its serial number, settings and energies") {
    sim::NvMemory memory;
    sim::Simulation simulation(scenarioOf(kSwapped), memory);
    simulation.runUntil(10 * kSecond);
    CHECK(read(simulation, "real_energy") == Approx(500.1).margin(0.001));
    simulation.runUntil(11 * kSecond);
    CHECK_FALSE(simulation.meter().readings().isMeasuring); // It has measured no whole second.
    simulation.runUntil(20 * kSecond);
    CHECK(simulation.meter().factory().serialNumber == 0x22222222);
    CHECK(simulation.meter().readings().settings.modbusAddress == 7);
    CHECK(read(simulation, "real_energy") == Approx(30.09).margin(0.001));
    CHECK(read(simulation, "power_up_count") == 1.0);
}

TEST_CASE("rewinding behind a swap brings the old meter back, bit for bit") {
    sim::NvMemory memory;
    sim::Simulation simulation(scenarioOf(kSwapped), memory);
    simulation.runUntil(5 * kSecond);
    const auto early = simulation.snapshot();
    simulation.runUntil(20 * kSecond);
    const double first = read(simulation, "real_energy");
    const auto late = simulation.snapshot();
    simulation.restore(*early);
    CHECK(simulation.meter().factory().serialNumber == 0x11111111);
    simulation.runUntil(8 * kSecond);
    CHECK(read(simulation, "real_energy") == Approx(500.08).margin(0.001));
    simulation.runUntil(20 * kSecond);
    CHECK(read(simulation, "real_energy") == first);
    simulation.restore(*early);
    simulation.restore(*late);
    CHECK(simulation.meter().factory().serialNumber == 0x22222222);
    CHECK(read(simulation, "real_energy") == first);
}

TEST_CASE("a swap that is repeated finds the folder as it was found before") {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / "metertwin-other-meter";
    std::filesystem::remove_all(folder);
    sim::NvMemory memory;
    REQUIRE(memory.attach(folder, 0x11111111, false));
    sim::Simulation simulation(
        scenarioOf("meter: {serial: 11111111, ct: 100 A, voltage: 208 V}\n"
                   "timeline: [{at: 10 s, swap: {serial: 22222222, energies: {real: 30 kWh}}},\n"
                   "  {at: 20 s, swap: {serial: 11111111}}]\n"),
        memory);
    simulation.runUntil(5 * kSecond);
    const auto early = simulation.snapshot();
    simulation.runUntil(18 * kSecond);
    const auto middle = simulation.snapshot();
    simulation.runUntil(30 * kSecond);
    // Of its own folder: what it counted up to 10 s; and the 10 whole seconds since.
    CHECK(read(simulation, "real_energy") == Approx(0.1 + 0.1).margin(0.001));
    CHECK(read(simulation, "power_up_count") == 2.0);
    const Sight first = sightOf(simulation, memory);
    for (const auto& state : {middle, early, middle}) {
        simulation.restore(*state);
        simulation.runUntil(30 * kSecond);
        CHECK(sightOf(simulation, memory) == first);
    }
    simulation.restore(*early);
    sim::NvMemory other;
    REQUIRE(other.attach(folder, 0x22222222, false));
    CHECK(std::ranges::count(other.bytes(), std::byte{0xFF}) ==
          static_cast<std::ptrdiff_t>(other.bytes().size())); // It was not there yet.
    std::filesystem::remove_all(folder);
}

TEST_CASE("a reader that looked before a swap reads the other meter behind it") {
    sim::NvMemory memory;
    sim::Simulation simulation(
        scenarioOf("meter: {serial: 11111111}\n"
                   "timeline: [{at: 3 s, swap: {serial: 22222222, variant: S4000-R-LOG}}]\n"),
        memory);
    sim::RegisterReader reader(simulation.meter().factory());
    simulation.runUntil(2 * kSecond);
    reader.look(simulation.meter());
    CHECK_FALSE(reader.words(155, 1).has_value()); // Registers of the logging variant.
    simulation.runUntil(6 * kSecond);
    reader.look(simulation.meter());
    CHECK(reader.words(155, 1).has_value());
}

TEST_CASE("a swap is written as it was read") {
    const sim::Scenario scenario = scenarioOf(kSwapped);
    const auto text = sim::scenarioText(scenario, std::filesystem::path{});
    REQUIRE(text.has_value());
    const auto again = sim::readScenarioFromText(*text, "again.yaml");
    INFO(*text);
    REQUIRE(again.has_value());
    CHECK(again->startEnergies.real == scenario.startEnergies.real);
    REQUIRE(again->timeline.size() == 1);
    CHECK(std::get<sim::SwapAction>(again->timeline[0].action).values ==
          std::get<sim::SwapAction>(scenario.timeline[0].action).values);
}

TEST_CASE("mistakes in a swap and in energies are told with what would be right") {
    CHECK(mistakeIn("timeline: [{at: 1 s, swap: {energies: {real: 1 kWh}}}]\n")
              .find("Name its serial number") != std::string::npos);
    CHECK(mistakeIn("timeline: [{at: 1 s, swap: {serail: 22222222}}]\n")
              .find("did you mean `serial`?") != std::string::npos);
    CHECK(mistakeIn("timeline: [{at: 1 s, swap: {serial: 22222222, voltage: 32000 V}}]\n")
              .find("refuses these settings") != std::string::npos);
    CHECK(mistakeIn("timeline: [{at: 1 s, swap: {serial: 22222222}, for: 3 s}]\n")
              .find("`for` works with") != std::string::npos);
    CHECK(mistakeIn("meter: {energies: {real: -1 kWh}}\n").find("out of range") !=
          std::string::npos);
    CHECK(mistakeIn("meter: {energies: {rael: 1 kWh}}\n").find("did you mean `real`?") !=
          std::string::npos);
}

} // namespace meter::test
