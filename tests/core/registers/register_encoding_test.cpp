// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Readings as words. Expected words are worked out by hand from the point map: value ÷ 10^scale.
#include "core/registers/register_bank.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fake_meter_control.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <utility>

namespace {

using namespace meter;
using meter::test::FakeMeterControl;

std::uint16_t wordAt(FakeMeterControl& control, std::uint32_t number) {
    std::array<std::uint16_t, 1> words{};
    REQUIRE(readRegisters(control, number, words) == modbus::ExceptionCode::None);
    return words[0];
}

std::uint32_t longAt(FakeMeterControl& control, std::uint32_t number) {
    std::array<std::uint16_t, 2> words{};
    REQUIRE(readRegisters(control, number, words) == modbus::ExceptionCode::None);
    return (std::uint32_t{words[0]} << 16) | words[1];
}

float floatAt(FakeMeterControl& control, std::uint32_t number) {
    return std::bit_cast<float>(longAt(control, number));
}

/// Scale factors of the default configuration: I −2, V −1, W −2, E −2 (docs/metrology.md).
FakeMeterControl aMeter() {
    FakeMeterControl control;
    REQUIRE(control.values.configuration.scaleCurrent == -2);
    REQUIRE(control.values.configuration.scaleVoltage == -1);
    REQUIRE(control.values.configuration.scalePower == -2);
    REQUIRE(control.values.configuration.scaleEnergy == -2);
    return control;
}

} // namespace

TEST_CASE(
    "A12 measured values are the nearest integer of their scale and the float of their unit") {
    FakeMeterControl control = aMeter();
    MeasuredCycle& cycle = control.values.cycle;
    cycle.realPowerW = 12'345.0;
    cycle.reactivePowerVar = 12'344.9;
    cycle.apparentPowerVa = 14.99;
    cycle.powerFactor = 0.98765;
    cycle.voltageLlAverageV = 480.25;
    cycle.voltageLnAverageV = 277.128;
    cycle.currentAverageA = 99.996;
    cycle.phase[1].realPowerW = 5.0;
    cycle.phase[2].currentA = 0.004;
    cycle.frequencyHz = 59.996;
    cycle.isFrequencyValid = true;
    control.values.demand.present = {1'000.0, 2'000.0, 3'000.0};
    control.values.demand.max = {4'000.0, 5'000.0, 6'000.0};

    CHECK(wordAt(control, 3) == 1235); // 12.345 kW ÷ 0.01, halves up
    CHECK(wordAt(control, 4) == 1234);
    CHECK(wordAt(control, 5) == 1);
    CHECK(wordAt(control, 6) == 9877);
    CHECK(wordAt(control, 7) == 4803); // 4802.5, halves up
    CHECK(wordAt(control, 8) == 2771);
    CHECK(wordAt(control, 9) == 10'000);
    CHECK(wordAt(control, 11) == 1);
    CHECK(wordAt(control, 24) == 0);
    CHECK(wordAt(control, 26) == 6000);
    CHECK(wordAt(control, 37) == 100);
    CHECK(wordAt(control, 38) == 200);
    CHECK(wordAt(control, 39) == 300);
    CHECK(wordAt(control, 40) == 400);
    CHECK(wordAt(control, 42) == 600);

    CHECK(floatAt(control, 261) == 12.345F);
    CHECK(floatAt(control, 263) == 12.3449F);
    CHECK(floatAt(control, 265) == 0.01499F);
    CHECK(floatAt(control, 267) == 0.98765F);
    CHECK(floatAt(control, 269) == 480.25F);
    CHECK(floatAt(control, 271) == 277.128F);
    CHECK(floatAt(control, 273) == 99.996F);
    CHECK(floatAt(control, 277) == 0.005F);
    CHECK(floatAt(control, 303) == 0.004F);
    CHECK(floatAt(control, 307) == 59.996F);
    CHECK(floatAt(control, 335) == 6.0F);
}

TEST_CASE("A13 integers stop at 32767 and power factors at one") {
    FakeMeterControl control = aMeter();
    control.values.cycle.phase[0].currentA = 327.68;
    control.values.cycle.phase[1].currentA = 327.664;
    control.values.cycle.phase[2].currentA = std::numeric_limits<double>::max();
    control.values.cycle.powerFactor = 1.000001;
    CHECK(wordAt(control, 22) == 32'767);
    CHECK(wordAt(control, 23) == 32'766);
    CHECK(wordAt(control, 24) == 32'767);
    CHECK(wordAt(control, 6) == 10'000);
    CHECK(floatAt(control, 267) == 1.0F);
}

TEST_CASE("A08 what a system type does not have reads as invalid") {
    // Point map, column valid_in; one register of each kind.
    struct Case {
        SystemType type;
        std::uint16_t number;
        bool isValid;
    };

    constexpr std::array kCases = {
        Case{SystemType::Delta, 8, false},          Case{SystemType::Delta, 7, true},
        Case{SystemType::Delta, 19, false},         Case{SystemType::Delta, 12, true},
        Case{SystemType::SinglePhaseLn, 7, false},  Case{SystemType::SinglePhaseLn, 8, true},
        Case{SystemType::SinglePhaseLn, 11, false}, Case{SystemType::SinglePhaseLn, 16, false},
        Case{SystemType::SinglePhaseLl, 16, true},  Case{SystemType::SinglePhaseLl, 19, false},
        Case{SystemType::SinglePhaseLl, 23, false}, Case{SystemType::SplitPhase, 20, true},
        Case{SystemType::SplitPhase, 21, false},    Case{SystemType::SplitPhase, 24, false},
        Case{SystemType::SplitPhase, 17, false},    Case{SystemType::Wye, 21, true},
    };
    FakeMeterControl control = aMeter();
    for (const Case& entry : kCases) {
        Settings settings;
        settings.systemType = entry.type;
        control.configure(settings);
        INFO("type " << static_cast<int>(entry.type) << " register " << entry.number);
        CHECK((wordAt(control, entry.number) != 0x8000) == entry.isValid);
        // Floats follow the integers in the same order from 261 (register 3) on.
        const auto floatNumber = static_cast<std::uint32_t>(261 + 2 * (entry.number - 3));
        CHECK((longAt(control, floatNumber) != 0x7FC0'0000U) == entry.isValid);
    }
    Settings single;
    single.systemType = SystemType::SinglePhaseLn;
    control.configure(single);
    CHECK(longAt(control, 47) == 0);
    CHECK(longAt(control, 49) == 0x8000'0000U);
    CHECK(longAt(control, 51) == 0x8000'0000U);
    CHECK(longAt(control, 343) == 0x7FC0'0000U);
}

TEST_CASE("A08 a frequency that cannot be told is invalid in both formats") {
    FakeMeterControl control = aMeter();
    control.values.cycle.frequencyHz = 44.0;
    control.values.cycle.isFrequencyValid = false;
    CHECK(wordAt(control, 26) == 0x8000);
    CHECK(longAt(control, 307) == 0x7FC0'0000U);
}

TEST_CASE("A09 reserved registers read as the point map says") {
    FakeMeterControl control = aMeter();
    CHECK(wordAt(control, 25) == 0x8000);
    CHECK(wordAt(control, 132) == 0x8000);
    CHECK(longAt(control, 305) == 0x7FC0'0000U);
    for (const std::uint32_t number : {136U, 148U, 151U, 154U}) {
        INFO("register " << number);
        CHECK(wordAt(control, number) == 0);
    }
}

TEST_CASE("Energies round down to their scale and keep fractions as floats") {
    FakeMeterControl control = aMeter();
    EnergyCounters& energy = control.values.energy;
    energy.real.units = 35'999;              // 0.01 kWh is 36 000 Ws
    energy.apparent.units = 36'000;          // exactly one count
    energy.reactive.units = 3'600'000'000;   // 1000 kVARh
    energy.realOfPhase[0].units = 1'800'000; // 0.5 kWh
    energy.realOfPhase[0].fraction = 0.5;
    CHECK(longAt(control, 1) == 0);
    CHECK(longAt(control, 27) == 1);
    CHECK(longAt(control, 29) == 100'000);
    CHECK(longAt(control, 47) == 50);
    CHECK(floatAt(control, 257) == Approx(35'999.0 / 3.6e6).epsilon(1e-7));
    CHECK(longAt(control, 257) == longAt(control, 259));
    CHECK(floatAt(control, 309) == 0.01F);
    CHECK(floatAt(control, 311) == 1000.0F);
    CHECK(floatAt(control, 341) == static_cast<float>(1'800'000.5 / 3.6e6));
}

TEST_CASE("Energy counts follow every scale factor") {
    FakeMeterControl control = aMeter();
    control.values.energy.real.units = 3'600'000ULL * 12'345'678; // 12 345 678 kWh
    constexpr std::array<std::uint64_t, 9> kCounts = {
        123'456'780'000, 12'345'678'000, 1'234'567'800, 123'456'780, 12'345'678,
        1'234'567,       123'456,        12'345,        1'234};
    for (int scale = -4; scale <= 4; ++scale) {
        control.values.configuration.scaleEnergy = static_cast<std::int8_t>(scale);
        INFO("scale " << scale);
        const std::uint64_t expected = kCounts[static_cast<std::size_t>(scale + 4)] % (1ULL << 32);
        CHECK(longAt(control, 1) == expected);
    }
}

TEST_CASE("Energy counts roll over at two to the power of 32") {
    FakeMeterControl control = aMeter();
    control.values.energy.real.units = 36'000ULL * 0xFFFF'FFFFULL + 35'999;
    CHECK(longAt(control, 1) == 0xFFFF'FFFFU);
    control.values.energy.real.units += 1;
    CHECK(longAt(control, 1) == 0);
    CHECK(floatAt(control, 257) == 42'949'672.96F); // the float does not
}

TEST_CASE("Pulse counters are the counter and its float at most 4294967040") {
    FakeMeterControl control = aMeter();
    control.values.pulses = {70'000, 0xFFFF'FFFFU};
    CHECK(longAt(control, 43) == 70'000);
    CHECK(longAt(control, 45) == 0xFFFF'FFFFU);
    CHECK(floatAt(control, 337) == 70'000.0F);
    CHECK(floatAt(control, 339) == 4'294'967'040.0F); // guide, registers 337–340
}

TEST_CASE("Configuration registers show the factory defaults of the guide") {
    // Guide, standard Modbus default settings, and registers 129–154.
    FakeMeterControl control = aMeter();
    control.values.alerts = 0x8104;
    control.values.energyResetCount = 7;
    control.values.powerUpCount = 3;
    constexpr std::array<std::pair<std::uint16_t, std::uint16_t>, 22> kExpected = {{
        {129, 0},  {130, 40},     {131, 100},    {133, 100},    {134, 600},    {135, 10'392},
        {137, 1},  {138, 0xFFFE}, {139, 0xFFFF}, {140, 0xFFFE}, {141, 0xFFFE}, {142, 10},
        {143, 25}, {144, 1000},   {146, 0x8104}, {147, 7},      {149, 1},      {150, 900},
        {152, 3},  {153, 0},      {154, 0},      {7001, 2115},
    }};
    for (const auto& [number, word] : kExpected) {
        INFO("register " << number);
        CHECK(wordAt(control, number) == word);
    }
}

TEST_CASE("Powers keep their scale from the smallest to the largest installation") {
    FakeMeterControl control = aMeter();
    control.values.cycle.realPowerW = 1'234'567.0;
    // Scale W is a power of ten of kW.
    constexpr std::array<std::uint16_t, 9> kWords = {32'767, 32'767, 32'767, 12'346, 1'235,
                                                     123,    12,     1,      0};
    for (int scale = -4; scale <= 4; ++scale) {
        control.values.configuration.scalePower = static_cast<std::int8_t>(scale);
        INFO("scale " << scale);
        CHECK(wordAt(control, 3) == kWords[static_cast<std::size_t>(scale + 4)]);
    }
}
