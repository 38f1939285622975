// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The settings table by itself, and that registers and scenario keys say what it says. What the
// guide allows stands, written anew, in settings_rules_test.cpp and write_acceptance_test.cpp.
#include "core/settings/setting_table.hpp"

#include "core/registers/register_map.hpp"
#include "sim/scenario/meter_keys.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace {

using namespace meter;

/// A number that the row allows and that is not the factory's.
std::uint32_t anotherNumber(const SettingRow& row) {
    const std::uint32_t factory = row.get(Settings{});
    std::uint32_t number = row.list.empty() ? row.least : row.list.front();
    if (number == factory) {
        number = row.list.empty() ? row.most : row.list.back();
    }
    return number;
}

/// What the key of a scenario sets; nullopt: it is no setting.
std::optional<Setting> settingOf(const sim::MeterKey& key) {
    sim::Scenario scenario;
    const auto& choices = key.rule.choices;
    for (const double value : {key.rule.min, key.rule.max, choices.empty() ? 1.0 : choices[0].code,
                               choices.empty() ? 1.0 : choices[1].code}) {
        key.set(scenario, value);
        for (const SettingRow& row : kSettingTable) {
            if (row.get(scenario.meter.installerSettings) != row.get(Settings{})) {
                return row.id;
            }
        }
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("each setting has a member of its own that keeps its extremes") {
    for (const SettingRow& row : kSettingTable) {
        CAPTURE(static_cast<int>(row.id));
        Settings changed;
        REQUIRE(setSetting(row.id, anotherNumber(row), changed) == Status::Ok);
        CHECK(changed != Settings{});
        for (const SettingRow& other : kSettingTable) {
            const std::uint32_t expected =
                other.id == row.id ? anotherNumber(row) : other.get(Settings{});
            CHECK(other.get(changed) == expected);
        }
        const std::uint32_t largest =
            row.list.empty() ? row.most : *std::ranges::max_element(row.list);
        REQUIRE(setSetting(row.id, largest, changed) == Status::Ok);
        CHECK(numberOf(row.id, changed) == largest);
    }
}

TEST_CASE("a number that the row does not allow changes nothing") {
    for (const SettingRow& row : kSettingTable) {
        CAPTURE(static_cast<int>(row.id));
        Settings settings;
        for (const std::uint32_t number : {100'000U, 0xFFFF'FFFFU}) {
            CHECK(setSetting(row.id, number, settings) == Status::OutOfRange);
        }
        CHECK(settings == Settings{});
    }
}

TEST_CASE("every member but the columns of the log has a row") {
    // All rows together change every byte that a comparison of settings can see.
    Settings changed;
    for (const SettingRow& row : kSettingTable) {
        row.set(changed, anotherNumber(row));
    }
    const Settings factory;
    CHECK(changed.systemType != factory.systemType);
    CHECK(changed.displayUnits != factory.displayUnits);
    CHECK(changed.parity != factory.parity);
    CHECK(changed.modbusAddress != factory.modbusAddress);
    CHECK(changed.baudRate != factory.baudRate);
    CHECK(changed.ctPrimaryA != factory.ctPrimaryA);
    CHECK(changed.ptRatioHundredths != factory.ptRatioHundredths);
    CHECK(changed.systemVoltageV != factory.systemVoltageV);
    CHECK(changed.phaseLossVoltagePercent != factory.phaseLossVoltagePercent);
    CHECK(changed.phaseLossImbalancePercent != factory.phaseLossImbalancePercent);
    CHECK(changed.pulseEnergyWh != factory.pulseEnergyWh);
    CHECK(changed.demandSubintervals != factory.demandSubintervals);
    CHECK(changed.demandSubintervalLengthS != factory.demandSubintervalLengthS);
    CHECK(changed.logConfiguration != factory.logConfiguration);
    CHECK(changed.setupPassword != factory.setupPassword);
    CHECK(changed.resetPassword != factory.resetPassword);
    CHECK(changed.logPointers == factory.logPointers);
}

TEST_CASE("a scenario key of a setting takes what its row allows and nothing else") {
    std::size_t found = 0;
    for (const sim::MeterKey& key : sim::meterKeys()) {
        const std::optional<Setting> setting = settingOf(key);
        if (!setting || key.rule.kind == sim::ValueRule::Kind::Password) {
            continue;
        }
        ++found;
        const double stepsPerUnit = settingRow(*setting).decimals == 2 ? 100.0 : 1.0;
        for (std::uint32_t number = 0; number <= 0xFFFF; ++number) {
            const double value = number / stepsPerUnit;
            const bool isTaken = !sim::rangeError(key.rule, value).has_value();
            if (isTaken != isAllowed(*setting, number)) {
                FAIL(key.path << " at " << value);
            }
            sim::Scenario scenario;
            key.set(scenario, isTaken ? value : key.get(scenario));
            if (isTaken && (numberOf(*setting, scenario.meter.installerSettings) != number ||
                            key.get(scenario) != value)) {
                FAIL(key.path << " does not keep " << value);
            }
        }
    }
    CHECK(found >= 13); // All but the passwords and the configuration of the log.
}

TEST_CASE("a register shows each setting that masters may see at most once") {
    std::array<int, kSettingCount> counts{};
    for (const RegisterRow& row : kRegisterMap) {
        if (row.quantity == Quantity::Setting) {
            ++counts.at(row.index);
            CHECK(row.isWritable());
            CHECK(row.isNonVolatile());
        }
    }
    for (std::size_t index = 0; index < kSettingCount; ++index) {
        CAPTURE(index);
        CHECK(counts.at(index) <= 1);
    }
    // The guide has no register for these (default settings).
    for (const Setting hidden : {Setting::ModbusAddress, Setting::BaudRate, Setting::Parity,
                                 Setting::SetupPassword, Setting::ResetPassword}) {
        CHECK(counts.at(static_cast<std::size_t>(hidden)) == 0);
    }
}
