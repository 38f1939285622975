// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/wiring/wiring_edits.hpp"

#include "gui/wiring/wiring_forecast.hpp"
#include "sim/base/quantity.hpp"
#include "tests/gui/fake_meter_link.hpp"
#include "tests/gui/wiring_mistakes_table.hpp"
#include "tests/support/catch.hpp"

#include <cmath>

using namespace meter;
using namespace meter::gui;

namespace {

constexpr double kFigures = 0.001; ///< The table has three or four.

/// A balanced 480 V wye with 60 A on CTs of 100 A, as the table has it.
sim::World aBalancedWye(double powerFactor) {
    sim::World world;
    world.source.voltageV = {277.128, 277.128, 277.128};
    world.load.currentA = {60.0, 60.0, 60.0};
    // 0.866 in the table is cos 30°.
    const double degrees = powerFactor == 0.866 ? 30.0 : sim::laggingDegOfPowerFactor(powerFactor);
    world.load.laggingDeg = {degrees, degrees, degrees};
    return world;
}

Settings settingsOfTheTable() {
    Settings settings;
    settings.systemVoltageV = 480;
    settings.ctPrimaryA = 100;
    return settings;
}

} // namespace

TEST_CASE("the forecast agrees with the table of mistakes at five power factors") {
    for (const WiringMistakeRow& row : kWiringMistakes) {
        CAPTURE(row.preset, row.loadPowerFactor);
        const sim::World right = aBalancedWye(row.loadPowerFactor);
        const Settings settings = settingsOfTheTable();
        const Forecast truth = forecastOf(right, settings);
        const Forecast seen = forecastOf(worldWith(row.preset, right), settings);
        CHECK(seen.realPowerW / truth.realPowerW == Approx(row.realPowerShare).margin(kFigures));
        CHECK(seen.powerFactor == Approx(row.powerFactorTotal).margin(kFigures));
        for (std::size_t phase = 0; phase < 3; ++phase) {
            CAPTURE(phase);
            CHECK(seen.phases[phase].powerFactor ==
                  Approx(row.powerFactor[phase]).margin(kFigures));
            CHECK(seen.phases[phase].voltageV == Approx(row.voltageV[phase]).margin(0.06));
        }
    }
}

TEST_CASE("the forecast is what the meter then reads") {
    FakeMeterLink link;
    sim::Simulation& simulation = link.simulation();
    sim::World world = aBalancedWye(0.866);
    world.load.currentA = {240.0, 240.0, 240.0};
    world.installation.ctRatingA = 400.0; // The built-in scenario's meter is set to 400 A.
    simulation.setWorld(world);
    REQUIRE(makeMistake(simulation, "n-and-c-terminals-exchanged", {}).isEmpty());
    simulation.step(4 * 2520);
    const Readings& readings = simulation.meter().readings();
    const Forecast seen = forecastOf(simulation.faultyWorld(), readings.settings);
    CHECK(readings.cycle.realPowerW == Approx(seen.realPowerW).epsilon(0.002));
    for (std::size_t phase = 0; phase < 3; ++phase) {
        CHECK(readings.cycle.phase[phase].voltageLnV ==
              Approx(seen.phases[phase].voltageV).epsilon(0.002));
    }
}

TEST_CASE("symptoms name what differs and nothing else") {
    const sim::World right = aBalancedWye(1.0);
    const Settings settings = settingsOfTheTable();
    CHECK(symptomText(right, settings).startsWith(QStringLiteral("nothing")));
    CHECK(symptomText(worldWith("cts-a-b-swapped", right), settings).toStdString() ==
          "kW 67 %, PF A 0.50 \u00b7 B 0.50");
    CHECK(symptomText(worldWith("voltage-fuse-a-blown", right), settings).toStdString() ==
          "kW 67 %, U A 0");
}

TEST_CASE("a mistake is made one at a time and put right again") {
    FakeMeterLink link;
    sim::Simulation& simulation = link.simulation();
    REQUIRE(makeMistake(simulation, "cts-a-b-swapped", "0.5 lagging").isEmpty());
    CHECK(madeMistake(simulation) == "cts-a-b-swapped");
    CHECK(simulation.world().load.laggingDeg[1] == Approx(60.0));
    CHECK(simulation.faultyWorld().installation.ctLeads[0] == sim::Conductor::B);
    REQUIRE(makeMistake(simulation, "ct-a-reversed", {}).isEmpty());
    CHECK(simulation.faults().size() == 1);
    CHECK(simulation.faultyWorld().installation.ctLeads[0] == sim::Conductor::A);
    CHECK(simulation.faultyWorld().installation.ctReversed[0]);
    REQUIRE(putRight(simulation).isEmpty());
    CHECK(simulation.faults().empty());
    CHECK(simulation.faultyWorld().installation == simulation.world().installation);
    CHECK_FALSE(simulation.world().installation.ctReversed[0]);
}

TEST_CASE("a lead moved by hand keeps what a mistake had made of the others") {
    FakeMeterLink link;
    sim::Simulation& simulation = link.simulation();
    REQUIRE(makeMistake(simulation, "voltages-a-b-swapped", {}).isEmpty());
    REQUIRE(carryOut(simulation, {WiringEdit::Kind::Lead, 2, sim::Conductor::Open}).isEmpty());
    CHECK(simulation.faults().empty());
    const sim::Installation& now = simulation.world().installation;
    CHECK(now.voltageLeads[0] == sim::Conductor::B);
    CHECK(now.voltageLeads[1] == sim::Conductor::A);
    CHECK(now.voltageLeads[2] == sim::Conductor::Open);
}

TEST_CASE("each diagram of the guide is wired and the meter set to it") {
    // Guide, supported system types: diagram, register 130.
    constexpr std::pair<int, int> kExpected[] = {{1, 10}, {2, 11}, {3, 12},
                                                 {4, 31}, {5, 40}, {6, 40}};
    REQUIRE(wiringPresets().size() == std::size(kExpected));
    for (std::size_t index = 0; index < std::size(kExpected); ++index) {
        const WiringPreset& preset = wiringPresets()[index];
        CAPTURE(preset.diagram);
        FakeMeterLink link;
        sim::Simulation& simulation = link.simulation();
        simulation.step(2 * 2520);
        CHECK(preset.diagram == kExpected[index].first);
        CHECK(wire(simulation, preset, true).toStdString().empty());
        simulation.step(3 * 2520);
        const Readings& readings = simulation.meter().readings();
        CHECK(static_cast<int>(readings.settings.systemType) == kExpected[index].second);
        CHECK(readings.settings.systemVoltageV == preset.systemVoltageV);
        CHECK(readings.settings.ptRatioHundredths == 100 * preset.ptRatio);
        CHECK((readings.alerts & 0x0700) == 0); // No phase is lost.
        CHECK(fits(readings.settings.systemType, simulation.world().installation));
    }
}

TEST_CASE("the meter is set to what is fitted") {
    FakeMeterLink link;
    sim::Simulation& simulation = link.simulation();
    simulation.step(2 * 2520);
    sim::World world = simulation.world();
    world.installation.ctRatingA = 250.0;
    world.installation.ptRating = 4.0;
    simulation.setWorld(world);
    CHECK(setMeterAsFitted(simulation).toStdString().empty());
    CHECK(simulation.meter().readings().settings.ctPrimaryA == 250);
    CHECK(simulation.meter().readings().settings.ptRatioHundredths == 400);
}
