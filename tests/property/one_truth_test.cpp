// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// LCD, integer and float registers, both doors of the wire and the pulse contact show the same
// 1 s update, at every update of a run. The rules that tie them together are the guide's:
// value = integer × 10^scale, energies rounded down, a pulse each register-144 Wh.

#include "sim/device/glass_text.hpp"
#include "sim/registers/register_names.hpp"
#include "sim/registers/register_value.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/random_life.hpp"

#include <algorithm>
#include <cmath>

using namespace meter;
using namespace meter::test;

namespace {

struct Registers {
    Words integers; ///< 1–52
    Words setup;    ///< 129–154
    Words floats;   ///< 257–346
};

Registers readAll(Meter& meter) {
    Registers all{readByPdu(meter, 1, 52), readByPdu(meter, 129, 26), readByPdu(meter, 257, 90)};
    REQUIRE(all.integers.size() == 52);
    REQUIRE(all.floats.size() == 90);
    return all;
}

/// Every integer register that has a float of the same name.
void checkIntegersAgainstFloats(const Registers& all) {
    const ScaleFactors scales = scaleFactorsFrom(std::span(all.setup).subspan(138 - 129, 4));
    int pairs = 0;
    for (const RegisterText& text : registerTexts()) {
        const RegisterPair pair = registerPairNamed(text.name);
        if (!pair.integer || !pair.floating || pair.integer->row->number > 52) {
            continue;
        }
        const RegisterRow& integer = *pair.integer->row;
        const auto integerValue = valueOf(
            integer, std::span(all.integers).subspan(integer.number - 1U, integer.words), scales);
        const auto floatValue =
            valueOf(*pair.floating->row,
                    std::span(all.floats).subspan(pair.floating->row->number - 257U, 2), scales);
        CAPTURE(text.name);
        REQUIRE(integerValue.has_value() == floatValue.has_value());
        if (!integerValue) {
            continue;
        }
        const double count = std::pow(10.0, decimalExponentOf(integer, scales));
        const double slack = 2e-7 * std::fabs(*floatValue); // A float's own resolution.
        const bool isCounter = integer.words == 2;
        if (isCounter) {
            CHECK(*integerValue <= *floatValue + slack);
            CHECK(*floatValue - *integerValue < count + slack);
        } else if (*integerValue < 32767 * count) {
            CHECK(std::fabs(*integerValue - *floatValue) <= 0.5 * count + slack);
        } else {
            CHECK(*floatValue >= *integerValue - 0.5 * count - slack); // Clamped.
        }
        ++pairs;
    }
    REQUIRE(pairs > 15);
}

/// The home screen: total real energy.
void checkDisplay(const Meter& meter, const Registers& all) {
    const std::string label = sim::labelText(meter.glass());
    REQUIRE(label == "KWh");
    const std::string shown = sim::valueText(meter.glass());
    const bool isMega = meter.glass().has(Icon::Mega);
    const std::size_t point = shown.find('.');
    const double decimals =
        point == std::string::npos ? 0.0 : static_cast<double>(shown.size() - point - 1);
    const double unit = isMega ? 1000.0 : 1.0;
    const double energyKwh = static_cast<double>(floatOf(all.floats, 0));
    CAPTURE(shown, energyKwh);
    // Energy is counted down: the glass is never ahead, and less than one last digit behind.
    const double behind = energyKwh - std::stod(shown) * unit;
    const double slack = 2e-7 * energyKwh;
    CHECK(behind >= -slack);
    CHECK(behind < unit * std::pow(10.0, -decimals) + slack);
}

} // namespace

TEST_CASE("glass, integers, floats, both doors and the pulse contact tell one truth") {
    std::uint32_t mostPulses = 0;
    for (const unsigned seed : seedsToTry()) {
        CAPTURE(seed);
        RandomLife life(seed);
        sim::Scenario scenario;
        scenario.world = life.world();
        scenario.meter.installerSettings.ctPrimaryA = 400;
        scenario.meter.installerSettings.systemVoltageV = 480;
        scenario.meter.installerSettings.pulseEnergyWh = 100;
        constexpr SystemType kTypes[] = {SystemType::Wye, SystemType::Delta,
                                         SystemType::SplitPhase};
        scenario.meter.installerSettings.systemType = kTypes[seed % 3];
        sim::NvMemory memory;
        sim::Simulation simulation(scenario, memory);
        for (int second = 1; second <= 90; ++second) {
            simulation.step(kSamplesPerSecond);
            CAPTURE(second);
            Meter& meter = simulation.meter();
            const Registers all = readAll(meter);
            CHECK(readByFrame(meter, 1, 52) == all.integers);
            CHECK(readByFrame(meter, 257, 90) == all.floats);
            checkIntegersAgainstFloats(all);
            if (second > 4) { // All segments and the version have been shown.
                checkDisplay(meter, all);
            }
            const std::uint32_t counted = longOf(all.integers, 42);
            CHECK(simulation.contacts().values().energyPulses == counted);
            const double pulsesOfEnergy = static_cast<double>(floatOf(all.floats, 0)) / 0.1;
            // Each whole 100 Wh has had its pulse, and none came early.
            CHECK(counted <= pulsesOfEnergy * (1 + 2e-7) + 1e-9);
            CHECK(counted > pulsesOfEnergy * (1 - 2e-7) - 1.0);
            mostPulses = std::max(mostPulses, counted);
            if (second % 7 == 0) {
                simulation.setWorld(life.world());
            }
        }
    }
    CHECK(mostPulses > 1); // Else the comparison of the contact would have compared zeros.
}
