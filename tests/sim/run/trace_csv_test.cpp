// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/run/trace_csv.hpp"

#include "sim/base/quantity.hpp"
#include "sim/registers/register_names.hpp"
#include "sim/run/trace_file.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/twin/simulation.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>

using namespace meter;
using namespace meter::sim;

namespace {

Scenario scenarioOf(const std::string& rest) {
    const auto scenario = readScenarioFromText("metertwin: 1\nname: trace\n" + rest, "trace.yaml");
    REQUIRE(scenario.has_value());
    return *scenario;
}

std::vector<std::string> cellsOf(const std::string& line) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
        if (c == ',') {
            cells.emplace_back();
        } else if (c != '\n') {
            cells.back() += c;
        }
    }
    return cells;
}

} // namespace

TEST_CASE("the default columns are every name with a float register once and alerts") {
    const std::vector<std::string> columns = defaultTraceColumns();
    // Floats stand at 257, 259 … 345 (point map); real_energy is listed twice.
    CHECK(columns.size() == (345 - 257) / 2 + 1 - 1 + 1);
    CHECK(columns.front() == "real_energy");
    CHECK(std::ranges::count(columns, "real_energy") == 1);
    CHECK(columns.back() == "alerts");
    CHECK(std::ranges::find(columns, "ct_primary") == columns.end());
}

TEST_CASE("a row holds what was measured in the units of the point map") {
    // By hand: 120 V and 100 A at PF 1 on three phases are 36 kW and 0.01 kWh a second.
    const Scenario scenario =
        scenarioOf("meter: {system: 3L-1n, ct: 100 A, voltage: 208 V}\n"
                   "source: {voltage: 120 V}\nload: {current: 100 A, pf: 1}\n");
    NvMemory nvMemory;
    Simulation simulation(scenario, nvMemory);
    auto rows = TraceRows::create({"voltage_an", "real_power_total", "real_energy", "ct_primary",
                                   "reserved_305", "3", "alerts"},
                                  scenario.meter);
    REQUIRE(rows.has_value());
    CHECK(rows->header() ==
          "time_s,voltage_an,real_power_total,real_energy,ct_primary,reserved_305,3,alerts\n");
    CHECK(rows->row(0, simulation.meter()) == "0,,,,,,,\n"); // It does not answer yet.
    simulation.runUntil(2 * kSamplesPerSecond);
    const std::vector<std::string> cells = cellsOf(rows->row(simulation.now(), simulation.meter()));
    REQUIRE(cells.size() == 8);
    CHECK(cells[0] == "2");
    CHECK(parseNumber(cells[1]).value() == Approx(120.0).epsilon(1e-4));
    CHECK(parseNumber(cells[2]).value() == Approx(36.0).epsilon(1e-4));
    CHECK(parseNumber(cells[3]).value() == Approx(0.02).epsilon(1e-4));
    CHECK(cells[4] == "100");
    CHECK(cells[5].empty());
    // Integer register 3 resolves 0.01 kW here: 1.2 x 36 kW needs 43200 counts at 0.001 kW,
    // more than 32767.
    CHECK(cells[6] == "36");
    CHECK(cells[7] == "0");
}

TEST_CASE("a column that no register has is refused with the one that was meant") {
    const auto rows = TraceRows::create({"voltage_aan"}, Factory{});
    REQUIRE_FALSE(rows.has_value());
    CHECK(rows.error().text.find("`voltage_an`") != std::string::npos);
}

TEST_CASE("a trace that cannot be written is an error that names the file") {
    const auto trace = TraceFile::create("no/such/folder/trace.csv", {}, Factory{});
    REQUIRE_FALSE(trace.has_value());
    CHECK(trace.error().text.find("no/such/folder/trace.csv") != std::string::npos);
}

TEST_CASE("energies switch to the integer pair where the float is the coarser") {
    // A float counts exactly to 2^24 = 16777216; scale E is -2 by default, so that the limit
    // lies at 167772.16 kWh. Real energy is kept in Ws: 3.6e6 to the kWh.
    const Factory factory;
    const Scenario scenario = scenarioOf("");
    NvMemory nvMemory;
    Simulation simulation(scenario, nvMemory);
    simulation.runUntil(kSamplesPerSecond);
    const auto readingAt = [&](double kilowattHours) {
        MeterState state = simulation.meter().state();
        state.readings.energy.real.units = static_cast<std::uint64_t>(kilowattHours * 3.6e6);
        simulation.meter().restore(state);
        RegisterReader reader(factory);
        reader.look(simulation.meter());
        return reader.read(registerByNameOrNumber("real_energy").value());
    };
    const RegisterReading below = readingAt(167772.0);
    CHECK(below.isFloat);
    CHECK(below.value == Approx(167772.0).epsilon(1e-6));
    const RegisterReading above = readingAt(200000.01);
    CHECK_FALSE(above.isFloat);
    CHECK(above.value == Approx(200000.01).epsilon(1e-12));
}
