// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings_rules.hpp"

#include "core/settings/configuration.hpp"

namespace meter {

namespace {

constexpr std::uint32_t kTerminalVoltageMinV = 82; // Guide, register 134.
constexpr std::uint32_t kTerminalVoltageMaxV = 660;

Status judgeSystemVoltage(const Settings& settings) {
    const std::uint32_t hundredfoldV = settings.systemVoltageV * 100U;
    const std::uint32_t ratio = settings.ptRatioHundredths;
    const bool isFit = hundredfoldV >= kTerminalVoltageMinV * ratio &&
                       hundredfoldV <= kTerminalVoltageMaxV * ratio;
    return isFit ? Status::Ok : Status::VoltageUnfit;
}

Status judgePulseEnergy(const Settings& settings) {
    const double powerW = configurationOf(settings).maxSystemPowerW;
    const bool isFit = slowestPulseDurationMs(settings.pulseEnergyWh, powerW) != 0;
    return isFit ? Status::Ok : Status::PulseTooFine;
}

} // namespace

Status judgeDependency(Setting setting, const Settings& settings) {
    switch (setting) {
    case Setting::SystemVoltage:
        return judgeSystemVoltage(settings);
    case Setting::PulseEnergy:
        return judgePulseEnergy(settings);
    default:
        return Status::Ok;
    }
}

Status checkRanges(const Settings& settings) {
    for (const SettingRow& row : kSettingTable) {
        if (!isAllowed(row.id, row.get(settings))) {
            return Status::OutOfRange;
        }
    }
    return Status::Ok;
}

Status validate(const Settings& candidate, const Settings& before) {
    const Status ranges = checkRanges(candidate);
    if (ranges != Status::Ok) {
        return ranges;
    }
    for (const SettingRow& row : kSettingTable) {
        const bool isChanged = row.get(candidate) != row.get(before);
        const Status judged = isChanged ? judgeDependency(row.id, candidate) : Status::Ok;
        if (judged != Status::Ok) {
            return judged;
        }
    }
    return Status::Ok;
}

} // namespace meter
