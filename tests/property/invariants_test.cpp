// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What holds in every life of a meter, however it is treated: totals are the sums of their
// phases, nothing leaves its range, energies never fall without a reset.

#include "sim/registers/register_names.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/random_life.hpp"

#include <cmath>

using namespace meter;
using namespace meter::test;

namespace {

constexpr std::uint16_t kInvalid = 0x8000;

/// Ranges of the guide's point map for registers 3–26 and 31–42.
void checkRanges(const Words& integers) {
    for (std::size_t number = 3; number <= 42; ++number) {
        if (number >= 27 && number <= 30) {
            continue; // Energies: the whole 32 bits.
        }
        const std::uint16_t word = integers[number - 1];
        CAPTURE(number, word);
        if (number == 25) {
            CHECK(word == kInvalid);
        } else if (number == 6 || (number >= 13 && number <= 15)) {
            CHECK((word <= 10'000 || word == kInvalid));
        } else if (number == 26) {
            CHECK(((word >= 4500 && word <= 6500) || word == kInvalid));
        } else {
            CHECK((word <= 32'767 || word == kInvalid));
        }
    }
}

double phaseSum(const Words& floats, std::uint16_t firstNumber) {
    double sum = 0.0;
    for (std::size_t phase = 0; phase < 3; ++phase) {
        const float value = floatOf(floats, firstNumber - 257U + 2 * phase);
        sum += std::isnan(value) ? 0.0 : static_cast<double>(value);
    }
    return sum;
}

/// Total P and Q are the sums of their phases (D-01); float resolution is all they may miss.
void checkTotals(const Words& floats) {
    const auto total = [&](std::uint16_t number) {
        return static_cast<double>(floatOf(floats, number - 257U));
    };
    CHECK(total(261) == Approx(phaseSum(floats, 275)).epsilon(1e-6).margin(1e-9));
    CHECK(total(263) == Approx(phaseSum(floats, 319)).epsilon(1e-6).margin(1e-9));
    CHECK(total(265) >= total(261) * (1 - 1e-6));                   // S ≥ P
    CHECK(total(265) <= phaseSum(floats, 313) * (1 + 1e-6) + 1e-9); // Vector ≤ arithmetic.
    CHECK(total(267) == Approx(total(265) > 0 ? total(261) / total(265) : 1.0).epsilon(1e-5));
}

/// kWh is the sum of the phases', those included that the system type has lost meanwhile.
void checkPhaseEnergies(const EnergyCounters& energy) {
    double sum = 0.0;
    for (const EnergyCounter& phase : energy.realOfPhase) {
        sum += static_cast<double>(phase.units) + phase.fraction;
    }
    CHECK(static_cast<double>(energy.real.units) + energy.real.fraction ==
          Approx(sum).epsilon(1e-12).margin(1e-3));
}

struct Energies {
    std::uint64_t real;
    std::uint64_t apparent;
    std::uint64_t reactive;
};

Energies energiesOf(const Meter& meter) {
    const EnergyCounters& energy = meter.readings().energy;
    return {energy.real.units, energy.apparent.units, energy.reactive.units};
}

} // namespace

TEST_CASE("no treatment brings a register out of its range or an energy down") {
    for (const unsigned seed : seedsToTry()) {
        RandomLife life(seed);
        sim::Scenario scenario;
        scenario.world = life.world();
        scenario.meter.installerSettings.ctPrimaryA = 400;
        sim::NvMemory memory;
        sim::Simulation simulation(scenario, memory);
        Energies before{};
        std::string lastAct = "nothing";
        for (int second = 1; second <= 200; ++second) {
            simulation.step(kSamplesPerSecond);
            Meter& meter = simulation.meter();
            CAPTURE(seed, second, lastAct);
            const Words integers = readByPdu(meter, 1, 52);
            const Words floats = readByPdu(meter, 257, 90);
            REQUIRE(integers.size() == 52);
            REQUIRE(floats.size() == 90);
            checkRanges(integers);
            checkTotals(floats);
            checkPhaseEnergies(meter.readings().energy);
            const Energies now = energiesOf(meter);
            CHECK(now.real >= before.real);
            CHECK(now.apparent >= before.apparent);
            CHECK(now.reactive >= before.reactive);
            before = now;
            lastAct = second % 3 == 0 ? life.act(meter) : "nothing";
            if (second % 5 == 0) {
                simulation.setWorld(life.world());
            }
        }
    }
}

TEST_CASE("30078 clears every energy at once and the running second counts from the write on") {
    // 277 V × 100 A × 3 at PF 1: 83.1 kW, so half a second is 41 550 Ws.
    sim::Scenario scenario;
    scenario.world.load.currentA = {100.0, 100.0, 100.0};
    sim::NvMemory memory;
    sim::Simulation simulation(scenario, memory);
    simulation.runUntil(10 * kSamplesPerSecond + kSamplesPerSecond / 2);
    Meter& meter = simulation.meter();
    CHECK(meter.readings().energy.real.units == Approx(831'000).epsilon(1e-5));
    REQUIRE(writeByPdu(meter, 129, 30078));
    CHECK(meter.readings().energy.real.units == 0);
    CHECK(meter.readings().energy.apparent.units == 0);
    CHECK(meter.readings().energyResetCount == 1);
    simulation.runUntil(11 * kSamplesPerSecond);
    CHECK(meter.readings().energy.real.units == Approx(41'550).margin(2));
    CHECK(meter.readings().energy.apparent.units == Approx(41'550).margin(5));
}
