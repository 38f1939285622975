// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// THE settings table: one row for each number that an installer can set, with its member, its
// range or list, its step and its unit (guide, point map and user interface for setup). The
// rules, the registers, the front panel, the scenario keys and the documents refer to the row
// and repeat none of it. How to add one: docs/extending.md.
//
// A setting travels as its number: the word of its register, in steps of 10^−decimals of the
// unit. The columns of the data log are no numbers but registers; they have no row.

#include "core/base/status.hpp"
#include "core/settings/settings.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

namespace meter {

enum class Setting : std::uint8_t {
    SystemType,
    DisplayUnits,
    Parity,
    ModbusAddress,
    BaudRate,
    CtPrimary,
    PtRatio,
    SystemVoltage,
    PhaseLossVoltage,
    PhaseLossImbalance,
    PulseEnergy,
    DemandSubintervals,
    DemandSubintervalLength,
    LogConfiguration,
    SetupPassword,
    ResetPassword,
    Count,
};

enum class SettingUnit : std::uint8_t { None, Ratio, Ampere, Volt, Percent, WattHour, Second };

struct SettingRow {
    Setting id{};
    SettingUnit unit = SettingUnit::None;
    std::uint8_t decimals = 0; ///< One step is 10^−decimals of the unit.
    std::uint8_t flags = 0;
    std::uint32_t least = 0; ///< Both ends belong to the range.
    std::uint32_t most = 0;
    std::span<const std::uint16_t> list{}; ///< The numbers allowed, instead of a range.
    std::uint32_t (*get)(const Settings&) = nullptr;
    void (*set)(Settings&, std::uint32_t) = nullptr; ///< Without judging: see setSetting().

    static constexpr std::uint8_t kOrZero = 1;         ///< Zero is allowed besides the range.
    static constexpr std::uint8_t kRestartsDemand = 2; ///< A change restarts the demand.
    static constexpr std::uint8_t kCommunication = 4;  ///< By keys: acts when S COM is left.

    [[nodiscard]] constexpr bool has(std::uint8_t flag) const { return (flags & flag) != 0; }
};

inline constexpr std::size_t kSettingCount = static_cast<std::size_t>(Setting::Count);

namespace setting_table_detail {

template <auto member>
constexpr std::uint32_t getField(const Settings& settings) {
    return static_cast<std::uint32_t>(settings.*member);
}

template <auto member>
constexpr void setField(Settings& settings, std::uint32_t number) {
    using Field = std::remove_reference_t<decltype(settings.*member)>;
    settings.*member = static_cast<Field>(number);
}

template <auto member>
constexpr SettingRow rowOf(SettingRow row) {
    row.get = &getField<member>;
    row.set = &setField<member>;
    return row;
}

using S = Setting;
using U = SettingUnit;
using Row = SettingRow;

inline constexpr std::array<std::uint16_t, 5> kSystemTypeNumbers = {10, 11, 12, 31, 40};
inline constexpr std::array<std::uint16_t, 2> kDisplayUnitNumbers = {0, 1};
inline constexpr std::array<std::uint16_t, 3> kParityNumbers = {0, 1, 2};

// clang-format off
inline constexpr std::array<SettingRow, kSettingCount> kRows = {{
    rowOf<&Settings::systemType>({.id = S::SystemType, .flags = Row::kRestartsDemand,
                                  .list = kSystemTypeNumbers}),
    rowOf<&Settings::displayUnits>({.id = S::DisplayUnits, .list = kDisplayUnitNumbers}),
    rowOf<&Settings::parity>({.id = S::Parity, .flags = Row::kCommunication,
                              .list = kParityNumbers}),
    rowOf<&Settings::modbusAddress>({.id = S::ModbusAddress, .flags = Row::kCommunication,
                                     .least = 1, .most = 247}),
    rowOf<&Settings::baudRate>({.id = S::BaudRate, .flags = Row::kCommunication,
                                .list = kBaudRates}),
    rowOf<&Settings::ctPrimaryA>({.id = S::CtPrimary, .unit = U::Ampere,
                                  .flags = Row::kRestartsDemand, .least = 20, .most = 5000}),
    rowOf<&Settings::ptRatioHundredths>({.id = S::PtRatio, .unit = U::Ratio, .decimals = 2,
                                         .flags = Row::kRestartsDemand,
                                         .least = 1, .most = 32000}),
    rowOf<&Settings::systemVoltageV>({.id = S::SystemVoltage, .unit = U::Volt,
                                      .flags = Row::kRestartsDemand,
                                      .least = 82, .most = 32000}),
    rowOf<&Settings::phaseLossVoltagePercent>({.id = S::PhaseLossVoltage, .unit = U::Percent,
                                               .least = 1, .most = 99}),
    rowOf<&Settings::phaseLossImbalancePercent>({.id = S::PhaseLossImbalance, .unit = U::Percent,
                                                 .least = 1, .most = 99}),
    rowOf<&Settings::pulseEnergyWh>({.id = S::PulseEnergy, .unit = U::WattHour,
                                     .list = kPulseEnergiesWh}),
    rowOf<&Settings::demandSubintervals>({.id = S::DemandSubintervals,
                                          .flags = Row::kRestartsDemand, .least = 1, .most = 6}),
    rowOf<&Settings::demandSubintervalLengthS>({.id = S::DemandSubintervalLength,
                                                .unit = U::Second,
                                                .flags = Row::kRestartsDemand | Row::kOrZero,
                                                .least = 10, .most = 32767}),
    rowOf<&Settings::logConfiguration>({.id = S::LogConfiguration, .most = 3}),
    rowOf<&Settings::setupPassword>({.id = S::SetupPassword, .most = 99999}),
    rowOf<&Settings::resetPassword>({.id = S::ResetPassword, .most = 99999}),
}};

// clang-format on

constexpr bool isInOrder() {
    for (std::size_t index = 0; index < kSettingCount; ++index) {
        if (static_cast<std::size_t>(kRows[index].id) != index) {
            return false;
        }
    }
    return true;
}

static_assert(isInOrder(), "a row of the settings table is not at the place of its enumerator");

} // namespace setting_table_detail

/// In the order of the enumeration: settingRow() indexes.
inline constexpr std::span<const SettingRow, kSettingCount> kSettingTable =
    setting_table_detail::kRows;

[[nodiscard]] constexpr const SettingRow& settingRow(Setting setting) {
    return kSettingTable[static_cast<std::size_t>(setting)];
}

/// By the row alone, without what other settings demand.
[[nodiscard]] constexpr bool isAllowed(Setting setting, std::uint32_t number) {
    const SettingRow& row = settingRow(setting);
    for (const std::uint16_t allowed : row.list) {
        if (number == allowed) {
            return true;
        }
    }
    const bool isInRange = row.list.empty() && number >= row.least && number <= row.most;
    return isInRange || (number == 0 && row.has(SettingRow::kOrZero));
}

[[nodiscard]] constexpr std::uint32_t numberOf(Setting setting, const Settings& settings) {
    return settingRow(setting).get(settings);
}

/// OutOfRange: the row does not allow the number, and `settings` stays as it was.
[[nodiscard]] constexpr Status
setSetting(Setting setting, std::uint32_t number, Settings& settings) {
    if (!isAllowed(setting, number)) {
        return Status::OutOfRange;
    }
    settingRow(setting).set(settings, number);
    return Status::Ok;
}

} // namespace meter
