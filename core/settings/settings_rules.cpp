// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings_rules.hpp"

#include "core/settings/configuration.hpp"

namespace meter {

namespace {

constexpr std::uint32_t kPasswordMax = 99999;
constexpr std::uint32_t kTerminalVoltageMinV = 82; // Guide, register 134.
constexpr std::uint32_t kTerminalVoltageMaxV = 660;

constexpr bool isWithin(std::uint32_t value, std::uint32_t least, std::uint32_t most) {
    return value >= least && value <= most;
}

template <typename List>
constexpr bool isOneOf(std::uint16_t value, const List& list) {
    for (const std::uint16_t allowed : list) {
        if (value == allowed) {
            return true;
        }
    }
    return false;
}

constexpr bool hasValidLength(const Settings& settings) {
    const std::uint16_t lengthS = settings.demandSubintervalLengthS;
    return lengthS == 0 || isWithin(lengthS, 10, 32767);
}

} // namespace

Status checkRanges(const Settings& settings) {
    const bool isValid =
        isSystemType(static_cast<std::uint16_t>(settings.systemType)) &&
        settings.displayUnits <= DisplayUnits::Ieee && settings.parity <= Parity::None &&
        isWithin(settings.modbusAddress, 1, 247) && isOneOf(settings.baudRate, kBaudRates) &&
        isWithin(settings.ctPrimaryA, 20, 5000) && isWithin(settings.ptRatioHundredths, 1, 32000) &&
        isWithin(settings.systemVoltageV, 82, 32000) &&
        isWithin(settings.phaseLossVoltagePercent, 1, 99) &&
        isWithin(settings.phaseLossImbalancePercent, 1, 99) &&
        isOneOf(settings.pulseEnergyWh, kPulseEnergiesWh) &&
        isWithin(settings.demandSubintervals, 1, 6) && hasValidLength(settings) &&
        settings.logConfiguration <= 3 && settings.setupPassword <= kPasswordMax &&
        settings.resetPassword <= kPasswordMax;
    return isValid ? Status::Ok : Status::OutOfRange;
}

Status judgeSystemVoltage(const Settings& settings) {
    const std::uint32_t hundredfoldV = settings.systemVoltageV * 100U;
    const std::uint32_t ratio = settings.ptRatioHundredths;
    const bool isFit =
        isWithin(hundredfoldV, kTerminalVoltageMinV * ratio, kTerminalVoltageMaxV * ratio);
    return isFit ? Status::Ok : Status::VoltageUnfit;
}

Status judgePulseEnergy(const Settings& settings) {
    const double powerW = configurationOf(settings).maxSystemPowerW;
    const bool isFit = slowestPulseDurationMs(settings.pulseEnergyWh, powerW) != 0;
    return isFit ? Status::Ok : Status::PulseTooFine;
}

Status validate(const Settings& candidate, const Settings& before) {
    const Status ranges = checkRanges(candidate);
    if (ranges != Status::Ok) {
        return ranges;
    }
    if (candidate.systemVoltageV != before.systemVoltageV) {
        const Status voltage = judgeSystemVoltage(candidate);
        if (voltage != Status::Ok) {
            return voltage;
        }
    }
    if (candidate.pulseEnergyWh != before.pulseEnergyWh) {
        return judgePulseEnergy(candidate);
    }
    return Status::Ok;
}

std::uint16_t firstFittingPulseEnergy(const Settings& settings, std::uint16_t atLeastWh) {
    const double powerW = configurationOf(settings).maxSystemPowerW;
    std::uint16_t fitting = 0;
    for (const std::uint16_t energyWh : kPulseEnergiesWh) { // Falling: the last one wins.
        if (energyWh >= atLeastWh && slowestPulseDurationMs(energyWh, powerW) != 0) {
            fitting = energyWh;
        }
    }
    return fitting;
}

} // namespace meter
