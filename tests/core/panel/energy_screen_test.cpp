// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the glass says of energies and of the maximum system power: label, value and prefix as
// one, and the counts of the registers.
#include "core/registers/register_bank.hpp"
#include "tests/core/panel/bench.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

using namespace meter;
using namespace meter::test;

namespace {

/// Registers 1 and 2.
std::uint32_t countsOf(BenchControl& control) {
    std::array<std::uint16_t, 2> words{};
    REQUIRE(readRegisters(control, 1, words) == modbus::ExceptionCode::None);
    return (std::uint32_t{words[0]} << 16U) | words[1];
}

/// What a person reads who takes label, value and the lit prefix together, in kWh.
double shownKiloHours(const Bench& bench) {
    const bool isKilo = bench.has("k");
    CHECK(bench.has("M") != isKilo);
    CHECK(bench.label() == (isKilo ? "KWh" : "Wh"));
    return std::stod(bench.value()) * (isKilo ? 1.0 : 1000.0);
}

int decimalsShown(const Bench& bench) {
    const std::string text = bench.value();
    const std::size_t point = text.find('.');
    const int decimals = point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
    return bench.has("k") ? decimals : decimals - 3;
}

} // namespace

TEST_CASE("the glass shows the counts of registers 1 and 2 wherever both show a digit") {
    // Maximum system powers from 1.6 kW to 277 MW: every scale of the energy registers.
    const auto [ct, voltage, ratio] = GENERATE(
        std::array<std::uint16_t, 3>{20, 82, 100}, std::array<std::uint16_t, 3>{20, 600, 100},
        std::array<std::uint16_t, 3>{100, 600, 100}, std::array<std::uint16_t, 3>{1000, 600, 100},
        std::array<std::uint16_t, 3>{5000, 4160, 700},
        std::array<std::uint16_t, 3>{5000, 32000, 10000});
    Bench bench;
    Settings settings;
    settings.ctPrimaryA = ct;
    settings.systemVoltageV = voltage;
    settings.ptRatioHundredths = ratio;
    bench.control.preset(settings);
    const int exponent = bench.control.values.configuration.scaleEnergy;
    // From a second's worth on, by factors that meet no round number.
    for (double wattSeconds = 20'000.0; wattSeconds < 3e14; wattSeconds *= 1.37) {
        bench.control.values.energy.real.units = static_cast<std::uint64_t>(wattSeconds);
        const double registered = countsOf(bench.control) * std::pow(10.0, exponent);
        const double shown = shownKiloHours(bench);
        // Cut to the coarser of the two last digits they are the same number.
        const double step = std::pow(10.0, std::max(exponent, -decimalsShown(bench)));
        CAPTURE(exponent, wattSeconds, bench.text());
        if (wattSeconds / 3.6e6 / std::pow(10.0, exponent) < 4294967296.0) { // No roll-over yet.
            CHECK(std::floor(shown / step + 1e-6) == std::floor(registered / step + 1e-6));
        }
        if (exponent < -2 && wattSeconds < 3.6e8) {
            CHECK(decimalsShown(bench) == 3);
        }
    }
}

TEST_CASE("a label names no other prefix than the one that is lit") {
    Bench bench;
    const bool isIec = GENERATE(false, true);
    Settings settings;
    settings.displayUnits = isIec ? DisplayUnits::Iec : DisplayUnits::Ieee;
    bench.control.preset(settings);
    EnergyCounters& energy = bench.control.values.energy;
    energy.real.units = 444'444'120'000; // 123456.7 kWh
    energy.apparent.units = energy.real.units;
    energy.reactive.units = energy.real.units;
    energy.realOfPhase[0].units = energy.real.units;
    CHECK(bench.text() == (isIec ? "Ph 123.45" : "Wh 123.45"));
    CHECK(bench.has("M"));
    bench.press(Key::Right);
    CHECK(bench.text() == (isIec ? "Sh 123.45" : "VAh 123.45"));
    bench.press(Key::Right);
    CHECK(bench.text() == (isIec ? "Qh 123.45" : "VARh 123.45"));
    bench.goToHead("A PHASE");
    bench.press(Key::Right, 8);
    CHECK(bench.text() == (isIec ? "Ph 123.45" : "Wh 123.45"));
    energy.realOfPhase[0].units = 3'600'000;
    CHECK(bench.text() == (isIec ? "KPh 1.00" : "KWh 1.00"));
}

TEST_CASE("the maximum system power in megawatts is not labelled in kilowatts") {
    Bench bench;
    Settings settings;
    settings.ctPrimaryA = 5000;
    settings.systemVoltageV = 32000;
    settings.ptRatioHundredths = 10000;
    bench.control.preset(settings);
    bench.goToSetup("S PWR");
    bench.press(Key::Right);
    CHECK(bench.text() == "MX W 277.13"); // √3 · 32 kV · 5000 A
    CHECK(bench.has("M"));
    CHECK(bench.has("W"));
    CHECK_FALSE(bench.has("k"));
}
