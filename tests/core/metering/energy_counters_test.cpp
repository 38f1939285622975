// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metering/energy_counters.hpp"

#include "tests/support/catch.hpp"

using namespace meter;

namespace {

MeasuredCycle aCycle(double wattsA, double wattsB, double wattsC) {
    MeasuredCycle cycle;
    cycle.phase[0].realEnergyWs = wattsA;
    cycle.phase[1].realEnergyWs = wattsB;
    cycle.phase[2].realEnergyWs = wattsC;
    return cycle;
}

} // namespace

TEST_CASE("an hour of 1 kW is 1 kWh") {
    EnergyCounters counters;
    for (int second = 0; second < 3600; ++second) {
        counters.add(aCycle(1000.0, 0.0, 0.0));
    }
    CHECK(counters.real.units == 3'600'000);
    CHECK(static_cast<double>(counters.real.units) / kUnitsPerKiloHour == 1.0);
    CHECK(counters.real.fraction == 0.0);
}

TEST_CASE("what is left below one unit is carried to the next cycle") {
    EnergyCounter counter;
    counter.add(0.75);
    CHECK(counter.units == 0);
    counter.add(0.75);
    CHECK(counter.units == 1);
    CHECK(counter.fraction == 0.5);
    counter.add(2.5);
    CHECK(counter.units == 4);
    CHECK(counter.fraction == 0.0);
}

TEST_CASE("a small energy is not lost beside a large count") {
    // A float or double sum would: 2⁶⁰ + 1/8 is 2⁶⁰ in both.
    EnergyCounter counter{std::uint64_t{1} << 60U, 0.0};
    for (int count = 0; count < 8'000; ++count) {
        counter.add(0.125);
    }
    CHECK(counter.units == (std::uint64_t{1} << 60U) + 1'000);
}

TEST_CASE("the largest service fits one cycle") {
    // 600 V × 320 × 5000 A × 1.2² × 3 phases, an upper bound.
    EnergyCounter counter;
    counter.add(4'147'200'000.5);
    CHECK(counter.units == 4'147'200'000);
    CHECK(counter.fraction == 0.5);
}

TEST_CASE("the total is the sum of the phases and each phase counts for itself") {
    EnergyCounters counters;
    for (int second = 0; second < 4; ++second) {
        counters.add(aCycle(100.25, 200.5, 0.125));
    }
    CHECK(counters.realOfPhase[0].units == 401);
    CHECK(counters.realOfPhase[1].units == 802);
    CHECK(counters.realOfPhase[2].units == 0);
    CHECK(counters.real.units == 1203); // 4 × 300.875 = 1203.5
    CHECK(counters.real.fraction == 0.5);
}

TEST_CASE("apparent and reactive energy are the sums of the totals of each cycle") {
    MeasuredCycle cycle;
    cycle.apparentPowerVa = 500.0;
    cycle.reactivePowerVar = 300.0;
    EnergyCounters counters;
    counters.add(cycle);
    counters.add(cycle);
    CHECK(counters.apparent.units == 1000);
    CHECK(counters.reactive.units == 600);
    CHECK(counters.real.units == 0);
}

TEST_CASE("clearing leaves nothing behind") {
    MeasuredCycle cycle = aCycle(10.5, 20.5, 30.5);
    cycle.apparentPowerVa = 70.5;
    cycle.reactivePowerVar = 5.5;
    EnergyCounters counters;
    counters.add(cycle);
    counters.clear();
    for (const EnergyCounter& counter :
         {counters.real, counters.realOfPhase[0], counters.realOfPhase[1], counters.realOfPhase[2],
          counters.apparent, counters.reactive}) {
        CHECK(counter.units == 0);
        CHECK(counter.fraction == 0.0);
    }
}
