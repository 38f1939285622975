// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/panel/parameters.hpp"

#include "core/base/assert.hpp"

#include <array>
#include <cstddef>
#include <limits>
#include <span>

namespace meter {

namespace {

constexpr auto kBaudOptions = std::to_array<OptionRow>({
    {"1200", 1200},
    {"2400", 2400},
    {"4800", 4800},
    {"9600", 9600},
    {"19200", 19200},
    {"38400", 38400},
});
constexpr auto kParityOptions = std::to_array<OptionRow>({
    {"odd", static_cast<std::uint32_t>(Parity::Odd)},
    {"EvEn", static_cast<std::uint32_t>(Parity::Even)},
    {"nonE", static_cast<std::uint32_t>(Parity::None)},
});
constexpr auto kSystemTypeOptions = std::to_array<OptionRow>({
    {"3L-1n", static_cast<std::uint32_t>(SystemType::Wye)},
    {"3L", static_cast<std::uint32_t>(SystemType::Delta)},
    {"2L-1n", static_cast<std::uint32_t>(SystemType::SplitPhase)},
    {"2L", static_cast<std::uint32_t>(SystemType::SinglePhaseLl)},
    {"1L-1n", static_cast<std::uint32_t>(SystemType::SinglePhaseLn)},
});
constexpr auto kPulseEnergyOptions = std::to_array<OptionRow>({
    {"10000", 10000},
    {"1000", 1000},
    {"100", 100},
    {"10", 10},
});
constexpr auto kSubintervalOptions = std::to_array<OptionRow>({
    {"1", 1},
    {"2", 2},
    {"3", 3},
    {"4", 4},
    {"5", 5},
    {"6", 6},
});
constexpr auto kUnitOptions = std::to_array<OptionRow>({
    {"IEEE", static_cast<std::uint32_t>(DisplayUnits::Ieee)},
    {"IEC", static_cast<std::uint32_t>(DisplayUnits::Iec)},
});
constexpr auto kConfirmOptions = std::to_array<OptionRow>({{"no", 0}, {"YES", 1}});

constexpr ParameterRow digits(Parameter parameter, std::uint8_t count, std::uint8_t decimals) {
    return {.parameter = parameter,
            .kind = EditKind::Digits,
            .digitCount = count,
            .decimals = decimals,
            .options = {},
            .unit = Icon::Count};
}

constexpr ParameterRow options(Parameter parameter, std::span<const OptionRow> rows) {
    return {.parameter = parameter,
            .kind = EditKind::Options,
            .digitCount = 0,
            .decimals = 0,
            .options = rows,
            .unit = Icon::Count};
}

constexpr ParameterRow readOnly(Parameter parameter) {
    return {.parameter = parameter,
            .kind = EditKind::ReadOnly,
            .digitCount = 0,
            .decimals = 0,
            .options = {},
            .unit = Icon::Count};
}

constexpr ParameterRow withUnit(ParameterRow row, Icon unit) {
    row.unit = unit;
    return row;
}

// In the order of the enumeration: parameterRow() indexes.
constexpr std::array<ParameterRow, static_cast<std::size_t>(Parameter::Count)> kParameters = {{
    digits(Parameter::Address, 3, 0),
    options(Parameter::BaudRate, kBaudOptions),
    options(Parameter::Parity, kParityOptions),
    withUnit(digits(Parameter::CtSize, 4, 0), Icon::Ampere),
    options(Parameter::SystemType, kSystemTypeOptions),
    digits(Parameter::PtRatio, 5, 2),
    withUnit(digits(Parameter::SystemVoltage, 5, 0), Icon::Volt),
    withUnit(readOnly(Parameter::MaxSystemPower), Icon::Watt),
    digits(Parameter::PhaseLossVoltage, 3, 2),
    digits(Parameter::PhaseLossImbalance, 3, 2),
    withUnit(options(Parameter::PulseEnergy, kPulseEnergyOptions), Icon::WattHour),
    readOnly(Parameter::PulseDuration),
    options(Parameter::DemandSubintervals, kSubintervalOptions),
    digits(Parameter::DemandSubintervalLength, 5, 0),
    options(Parameter::DisplayUnits, kUnitOptions),
    digits(Parameter::SetupPassword, 5, 0),
    digits(Parameter::ResetPassword, 5, 0),
    options(Parameter::ClearEnergies, kConfirmOptions),
    options(Parameter::ResetMaxDemand, kConfirmOptions),
}};

constexpr bool isInOrder() {
    for (std::size_t i = 0; i < kParameters.size(); ++i) {
        if (static_cast<std::size_t>(kParameters[i].parameter) != i) {
            return false;
        }
    }
    return true;
}

static_assert(isInOrder());

template <typename Field>
Status assign(Field& field, std::uint32_t number) {
    if (number > std::numeric_limits<Field>::max()) {
        return Status::OutOfRange;
    }
    field = static_cast<Field>(number);
    return Status::Ok;
}

} // namespace

const ParameterRow& parameterRow(Parameter parameter) {
    METER_ASSERT(parameter < Parameter::Count);
    return kParameters[static_cast<std::size_t>(parameter)];
}

std::uint32_t parameterNumber(Parameter parameter, const Settings& settings) {
    switch (parameter) {
    case Parameter::Address:
        return settings.modbusAddress;
    case Parameter::BaudRate:
        return settings.baudRate;
    case Parameter::Parity:
        return static_cast<std::uint32_t>(settings.parity);
    case Parameter::CtSize:
        return settings.ctPrimaryA;
    case Parameter::SystemType:
        return static_cast<std::uint32_t>(settings.systemType);
    case Parameter::PtRatio:
        return settings.ptRatioHundredths;
    case Parameter::SystemVoltage:
        return settings.systemVoltageV;
    case Parameter::PhaseLossVoltage:
        return settings.phaseLossVoltagePercent;
    case Parameter::PhaseLossImbalance:
        return settings.phaseLossImbalancePercent;
    case Parameter::PulseEnergy:
        return settings.pulseEnergyWh;
    case Parameter::DemandSubintervals:
        return settings.demandSubintervals;
    case Parameter::DemandSubintervalLength:
        return settings.demandSubintervalLengthS;
    case Parameter::DisplayUnits:
        return static_cast<std::uint32_t>(settings.displayUnits);
    case Parameter::SetupPassword:
        return settings.setupPassword;
    case Parameter::ResetPassword:
        return settings.resetPassword;
    default:
        return 0;
    }
}

Status setParameter(Parameter parameter, std::uint32_t number, Settings& settings) {
    switch (parameter) {
    case Parameter::Address:
        return assign(settings.modbusAddress, number);
    case Parameter::BaudRate:
        return assign(settings.baudRate, number);
    case Parameter::Parity:
        settings.parity = static_cast<Parity>(number);
        return Status::Ok;
    case Parameter::CtSize:
        return assign(settings.ctPrimaryA, number);
    case Parameter::SystemType:
        settings.systemType = static_cast<SystemType>(number);
        return Status::Ok;
    case Parameter::PtRatio:
        return assign(settings.ptRatioHundredths, number);
    case Parameter::SystemVoltage:
        return assign(settings.systemVoltageV, number);
    case Parameter::PhaseLossVoltage:
        return assign(settings.phaseLossVoltagePercent, number);
    case Parameter::PhaseLossImbalance:
        return assign(settings.phaseLossImbalancePercent, number);
    case Parameter::PulseEnergy:
        return assign(settings.pulseEnergyWh, number);
    case Parameter::DemandSubintervals:
        return assign(settings.demandSubintervals, number);
    case Parameter::DemandSubintervalLength:
        return assign(settings.demandSubintervalLengthS, number);
    case Parameter::DisplayUnits:
        settings.displayUnits = static_cast<DisplayUnits>(number);
        return Status::Ok;
    case Parameter::SetupPassword:
        return assign(settings.setupPassword, number);
    case Parameter::ResetPassword:
        return assign(settings.resetPassword, number);
    default:
        return Status::OutOfRange;
    }
}

std::uint8_t optionIndex(Parameter parameter, const Settings& settings) {
    const std::span<const OptionRow> rows = parameterRow(parameter).options;
    const std::uint32_t number = parameterNumber(parameter, settings);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].number == number) {
            return static_cast<std::uint8_t>(i);
        }
    }
    return 0;
}

} // namespace meter
