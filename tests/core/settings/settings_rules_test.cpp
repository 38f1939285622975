// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings_rules.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

using namespace meter;

namespace {

struct Range {
    std::uint16_t Settings::* member;
    std::uint16_t least;
    std::uint16_t most;
};

/// Ranges of the guide's point map.
constexpr std::array<Range, 6> kRanges = {{
    {&Settings::ctPrimaryA, 20, 5000},
    {&Settings::ptRatioHundredths, 1, 32000},
    {&Settings::phaseLossVoltagePercent, 1, 99},
    {&Settings::phaseLossImbalancePercent, 1, 99},
    {&Settings::demandSubintervals, 1, 6},
    {&Settings::logConfiguration, 0, 3},
}};

Status statusOf(std::uint16_t Settings::* member, std::uint16_t value) {
    Settings candidate;
    candidate.*member = value;
    return validate(candidate, Settings{});
}

Status statusOfVoltage(std::uint16_t voltage, std::uint16_t ptRatioHundredths) {
    Settings before;
    before.ptRatioHundredths = ptRatioHundredths;
    Settings candidate = before;
    candidate.systemVoltageV = voltage;
    return validate(candidate, before);
}

/// 480 V wye with the largest CT: √3 · 480 · 5000 = 4.157 MW.
Settings aLargeService() {
    Settings settings;
    settings.systemVoltageV = 480;
    settings.ctPrimaryA = 5000;
    return settings;
}

} // namespace

TEST_CASE("the factory's settings are accepted") {
    CHECK(validate(Settings{}, Settings{}) == Status::Ok);
}

TEST_CASE("every value of 16 bits is judged by the range of its register") {
    for (const Range& range : kRanges) {
        for (std::uint32_t value = 0; value <= 0xFFFF; ++value) {
            const bool isInside = value >= range.least && value <= range.most;
            const Status expected = isInside ? Status::Ok : Status::OutOfRange;
            const Status status = statusOf(range.member, static_cast<std::uint16_t>(value));
            if (status != expected) {
                FAIL("value " << value << " of the range from " << range.least);
            }
        }
    }
    SUCCEED();
}

TEST_CASE("the sub-interval length is 0 or 10 to 32767 s") {
    CHECK(statusOf(&Settings::demandSubintervalLengthS, 0) == Status::Ok);
    CHECK(statusOf(&Settings::demandSubintervalLengthS, 1) == Status::OutOfRange);
    CHECK(statusOf(&Settings::demandSubintervalLengthS, 9) == Status::OutOfRange);
    CHECK(statusOf(&Settings::demandSubintervalLengthS, 10) == Status::Ok);
    CHECK(statusOf(&Settings::demandSubintervalLengthS, 32767) == Status::Ok);
    CHECK(statusOf(&Settings::demandSubintervalLengthS, 32768) == Status::OutOfRange);
}

TEST_CASE("baud rate and pulse energy come from their lists") {
    constexpr std::array<std::uint32_t, 6> kRates = {1200, 2400, 4800, 9600, 19200, 38400};
    constexpr std::array<std::uint32_t, 4> kEnergies = {10, 100, 1000, 10000};
    for (std::uint32_t value = 0; value <= 0xFFFF; ++value) {
        const auto number = static_cast<std::uint16_t>(value);
        const bool isRate = std::ranges::find(kRates, value) != kRates.end();
        const bool isEnergy = std::ranges::find(kEnergies, value) != kEnergies.end();
        if ((statusOf(&Settings::baudRate, number) == Status::Ok) != isRate ||
            (statusOf(&Settings::pulseEnergyWh, number) == Status::Ok) != isEnergy) {
            FAIL("value " << value);
        }
    }
    SUCCEED();
}

TEST_CASE("address and passwords and options have their limits") {
    const auto judge = [](auto change) {
        Settings candidate;
        change(candidate);
        return validate(candidate, Settings{});
    };
    CHECK(judge([](Settings& s) { s.modbusAddress = 0; }) == Status::OutOfRange);
    CHECK(judge([](Settings& s) { s.modbusAddress = 247; }) == Status::Ok);
    CHECK(judge([](Settings& s) { s.modbusAddress = 248; }) == Status::OutOfRange);
    CHECK(judge([](Settings& s) { s.setupPassword = 99999; }) == Status::Ok);
    CHECK(judge([](Settings& s) { s.setupPassword = 100000; }) == Status::OutOfRange);
    CHECK(judge([](Settings& s) { s.resetPassword = 99999; }) == Status::Ok);
    CHECK(judge([](Settings& s) { s.resetPassword = 100000; }) == Status::OutOfRange);
    CHECK(judge([](Settings& s) { s.systemType = SystemType{13}; }) == Status::OutOfRange);
    CHECK(judge([](Settings& s) { s.systemType = SystemType::Delta; }) == Status::Ok);
    CHECK(judge([](Settings& s) { s.displayUnits = DisplayUnits{2}; }) == Status::OutOfRange);
    CHECK(judge([](Settings& s) { s.parity = Parity{3}; }) == Status::OutOfRange);
}

TEST_CASE("the system voltage lies between 82 and 660 V after division by the PT ratio") {
    // Guide, register 134; each limit by hand.
    CHECK(statusOfVoltage(81, 100) == Status::OutOfRange);
    CHECK(statusOfVoltage(82, 100) == Status::Ok);
    CHECK(statusOfVoltage(660, 100) == Status::Ok);
    CHECK(statusOfVoltage(661, 100) == Status::VoltageUnfit);
    CHECK(statusOfVoltage(2640, 400) == Status::Ok);
    CHECK(statusOfVoltage(2641, 400) == Status::VoltageUnfit);
    CHECK(statusOfVoltage(327, 400) == Status::VoltageUnfit);
    CHECK(statusOfVoltage(328, 400) == Status::Ok);
    CHECK(statusOfVoltage(26240, 32000) == Status::Ok); // 82 V at the terminals.
    CHECK(statusOfVoltage(26239, 32000) == Status::VoltageUnfit);
    CHECK(statusOfVoltage(32000, 32000) == Status::Ok);
    CHECK(statusOfVoltage(32001, 32000) == Status::OutOfRange);
    CHECK(statusOfVoltage(82, 12) == Status::VoltageUnfit); // 683 V.
    CHECK(statusOfVoltage(83, 13) == Status::Ok);           // 638 V.
}

TEST_CASE("the PT ratio may be set whatever the system voltage is") {
    Settings candidate;
    candidate.ptRatioHundredths = 400; // 600 V ÷ 4 = 150 V would fit, 600 V ÷ 320 would not.
    CHECK(validate(candidate, Settings{}) == Status::Ok);
    candidate.ptRatioHundredths = 32000;
    CHECK(validate(candidate, Settings{}) == Status::Ok);
    CHECK(judgeDependency(Setting::SystemVoltage, candidate) == Status::VoltageUnfit);
}

TEST_CASE("ratio and voltage written together are judged together") {
    Settings candidate;
    candidate.ptRatioHundredths = 400;
    candidate.systemVoltageV = 2400;
    CHECK(validate(candidate, Settings{}) == Status::Ok);
}

TEST_CASE("a pulse energy that no duration keeps up with is refused") {
    // 10 Wh carries at most 1 800 000 · 10 ÷ 10 = 1.8 MW, less than the service's 4.157 MW.
    Settings candidate = aLargeService();
    candidate.pulseEnergyWh = 10;
    CHECK(validate(candidate, aLargeService()) == Status::PulseTooFine);
    candidate.pulseEnergyWh = 100;
    CHECK(validate(candidate, aLargeService()) == Status::Ok);
}

TEST_CASE("a larger service is accepted although the pulse energy no longer fits") {
    // Guide: the meter hunts for a duration, but does not change the pulse energy (alert 15).
    Settings before;
    before.pulseEnergyWh = 10;
    Settings candidate = aLargeService();
    candidate.pulseEnergyWh = 10;
    CHECK(validate(candidate, before) == Status::Ok);
    CHECK(judgeDependency(Setting::PulseEnergy, candidate) == Status::PulseTooFine);
}
