// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/panel/screen_value.hpp"

#include "core/base/assert.hpp"

#include <cstddef>

namespace meter {

namespace {

constexpr double kPerKilo = 1000.0;

/// Unit and decimals of what the items show.
Measurement formatOf(ScreenItem item) {
    switch (item) {
    case ScreenItem::RealEnergy:
        return {.decimalsMax = 2, .unit = Icon::WattHour, .prefix = kPrefixKilo};
    case ScreenItem::ApparentEnergy:
        return {.decimalsMax = 2, .unit = Icon::VaHour, .prefix = kPrefixKilo};
    case ScreenItem::ReactiveEnergy:
        return {.decimalsMax = 2, .unit = Icon::VarHour, .prefix = kPrefixKilo};
    case ScreenItem::RealPower:
        return {.decimalsMax = 2, .unit = Icon::Watt, .prefix = kPrefixKilo};
    case ScreenItem::ReactivePower:
        return {.decimalsMax = 2, .unit = Icon::Var, .prefix = kPrefixKilo};
    case ScreenItem::ApparentPower:
        return {.decimalsMax = 2, .unit = Icon::Va, .prefix = kPrefixKilo};
    case ScreenItem::Current:
        return {.decimalsMax = 2, .unit = Icon::Ampere};
    case ScreenItem::VoltageLl:
    case ScreenItem::VoltageLn:
        return {.decimalsMax = 1, .unit = Icon::Volt};
    case ScreenItem::PowerFactor:
        return {.decimalsMax = 3};
    case ScreenItem::Frequency:
        return {.decimalsMax = 2, .unit = Icon::Hertz};
    default:
        METER_ASSERT(false);
        return {};
    }
}

/// Two decimals as their registers usually have; three where the registers are finer than that.
Measurement energyOf(Measurement format, const EnergyCounter& counter, const Readings& readings) {
    constexpr std::uint8_t kDecimalsFine = 3;
    if (readings.configuration.scaleEnergy < -int{format.decimalsMax}) {
        format.decimalsMax = kDecimalsFine;
    }
    format.isValid = true;
    format.isEnergy = true;
    format.wattSeconds = counter.units;
    return format;
}

Measurement shown(Measurement format, double value) {
    format.isValid = true;
    format.value = value;
    return format;
}

/// All letters of the type for totals; for averages of three phases "3 avg" as well.
Measurement totalOf(ScreenItem item, const Readings& readings) {
    const SystemTypeTraits& traits = traitsOf(readings.settings.systemType);
    const MeasuredCycle& cycle = readings.cycle;
    Measurement format = formatOf(item);
    format.phases = traits.hasPhase;
    const auto average = [&](bool isPresent, double value) {
        format.isThreePhaseAverage = isPresent && traits.phaseCount == kPhaseCount;
        return isPresent ? shown(format, value) : format;
    };
    switch (item) {
    case ScreenItem::RealEnergy:
        return energyOf(format, readings.energy.real, readings);
    case ScreenItem::ApparentEnergy:
        return energyOf(format, readings.energy.apparent, readings);
    case ScreenItem::ReactiveEnergy:
        return energyOf(format, readings.energy.reactive, readings);
    case ScreenItem::RealPower:
        return shown(format, cycle.realPowerW / kPerKilo);
    case ScreenItem::ReactivePower:
        return shown(format, cycle.reactivePowerVar / kPerKilo);
    case ScreenItem::ApparentPower:
        return shown(format, cycle.apparentPowerVa / kPerKilo);
    case ScreenItem::Current:
        return average(true, cycle.currentAverageA);
    case ScreenItem::VoltageLl:
        return average(traits.hasVoltageLl[0], cycle.voltageLlAverageV);
    case ScreenItem::VoltageLn:
        return average(traits.hasVoltageLn[0], cycle.voltageLnAverageV);
    case ScreenItem::PowerFactor:
        return shown(format, cycle.powerFactor);
    default:
        format.phases = {}; // The frequency is no phase's.
        return cycle.isFrequencyValid ? shown(format, cycle.frequencyHz) : format;
    }
}

Measurement lineVoltageOf(std::size_t phase, const Readings& readings) {
    // A shows AB, B shows BC, C shows AC.
    constexpr std::array<std::array<bool, kPhaseCount>, kPhaseCount> kLetters = {
        {{true, true, false}, {false, true, true}, {true, false, true}}};
    Measurement format = formatOf(ScreenItem::VoltageLl);
    format.phases = kLetters[phase];
    const bool isPresent = traitsOf(readings.settings.systemType).hasVoltageLl[phase];
    return isPresent ? shown(format, readings.cycle.voltageLlV[phase]) : format;
}

Measurement phaseOf(std::size_t phase, ScreenItem item, const Readings& readings) {
    if (item == ScreenItem::VoltageLl) {
        return lineVoltageOf(phase, readings);
    }
    const SystemTypeTraits& traits = traitsOf(readings.settings.systemType);
    const PhaseQuantities& quantities = readings.cycle.phase[phase];
    Measurement format = formatOf(item);
    format.phases[phase] = true;
    const bool isPresent =
        item == ScreenItem::VoltageLn ? traits.hasVoltageLn[phase] : traits.hasPhase[phase];
    if (!isPresent) {
        return format;
    }
    switch (item) {
    case ScreenItem::RealPower:
        return shown(format, quantities.realPowerW / kPerKilo);
    case ScreenItem::ReactivePower:
        return shown(format, quantities.reactivePowerVar / kPerKilo);
    case ScreenItem::ApparentPower:
        return shown(format, quantities.apparentPowerVa / kPerKilo);
    case ScreenItem::Current:
        return shown(format, quantities.currentA);
    case ScreenItem::VoltageLn:
        return shown(format, quantities.voltageLnV);
    case ScreenItem::PowerFactor:
        return shown(format, quantities.powerFactor);
    default:
        return energyOf(format, readings.energy.realOfPhase[phase], readings);
    }
}

Measurement demandOf(ScreenItem item, const PowerTriple& powers, const Readings& readings) {
    Measurement format = formatOf(item);
    format.phases = traitsOf(readings.settings.systemType).hasPhase;
    switch (item) {
    case ScreenItem::RealPower:
        return shown(format, powers[static_cast<std::size_t>(Power::Real)] / kPerKilo);
    case ScreenItem::ReactivePower:
        return shown(format, powers[static_cast<std::size_t>(Power::Reactive)] / kPerKilo);
    default:
        return shown(format, powers[static_cast<std::size_t>(Power::Apparent)] / kPerKilo);
    }
}

/// The alert bits of A, B and C are neighbours, A the lowest.
ValueText phasesText(Alert ofPhaseA, AlertBits alerts) {
    constexpr std::array kLetters = {'A', 'b', 'C'};
    std::array<char, kPhaseCount + 1> word{};
    std::size_t length = 0;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if (((alerts >> (static_cast<unsigned>(ofPhaseA) + phase)) & 1U) != 0U) {
            word[length] = kLetters[phase];
            ++length;
        }
    }
    return fitWord(length == 0 ? "nonE" : word.data());
}

/// The upper four digits stand at the left of the row, the lower four at its right.
ValueText serialText(std::uint32_t number, bool isHigh) {
    constexpr const char* kHexDigits = "0123456789AbCdEF";
    constexpr std::size_t kStep = 4;
    ValueText text;
    for (std::size_t i = 0; i < kStep; ++i) {
        const std::size_t nibble = isHigh ? 7 - i : 3 - i;
        const std::size_t cell = isHigh ? i : kValueCells - kStep + i;
        text.cells[cell] = kHexDigits[(number >> (nibble * 4)) & 0xFU];
    }
    return text;
}

} // namespace

Measurement measurementOf(TopHead head, ScreenItem item, const Readings& readings) {
    Measurement measurement;
    switch (head) {
    case TopHead::PhaseA:
    case TopHead::PhaseB:
    case TopHead::PhaseC: {
        const unsigned phase = static_cast<unsigned>(head) - static_cast<unsigned>(TopHead::PhaseA);
        measurement = phaseOf(phase, item, readings);
        break;
    }
    case TopHead::Demand:
        measurement = demandOf(item, readings.demand.present, readings);
        break;
    case TopHead::MaxDemand:
        measurement = demandOf(item, readings.demand.max, readings);
        break;
    default:
        measurement = totalOf(item, readings);
        break;
    }
    measurement.isValid = measurement.isValid && readings.isMeasuring;
    return measurement;
}

Measurement maxSystemPowerOf(const Configuration& configuration) {
    return shown(formatOf(ScreenItem::RealPower), configuration.maxSystemPowerW / kPerKilo);
}

ValueText alertText(ScreenItem item, AlertBits alerts) {
    switch (item) {
    case ScreenItem::AlertPhaseLoss:
        return phasesText(Alert::PhaseLossA, alerts);
    case ScreenItem::AlertLowPowerFactor:
        return phasesText(Alert::LowPowerFactorA, alerts);
    case ScreenItem::AlertFrequency:
        return fitWord(hasAlert(alerts, Alert::Frequency) ? "YES" : "nonE");
    case ScreenItem::AlertCurrent:
        return phasesText(Alert::CurrentA, alerts);
    case ScreenItem::AlertVoltage:
        return phasesText(Alert::VoltageA, alerts);
    default:
        break;
    }
    // The configuration error is the cause of an overrun, so it is reported first.
    if (hasAlert(alerts, Alert::PulseConfiguration)) {
        return fitWord("ConF");
    }
    return fitWord(hasAlert(alerts, Alert::PulseOverrun) ? "YES" : "nonE");
}

ValueText infoText(ScreenItem item, const Factory& factory) {
    switch (item) {
    case ScreenItem::Model:
        return fitWord("S4000r");
    case ScreenItem::OperatingSystem:
        return versionText(kOsVersion);
    case ScreenItem::ResetSystem:
        return versionText(kResetSystemVersion);
    case ScreenItem::SerialNumberHigh:
        return serialText(factory.serialNumber, true);
    default:
        return serialText(factory.serialNumber, false);
    }
}

ValueText versionText(std::uint16_t version) {
    constexpr std::uint8_t kDigits = 4;
    constexpr std::uint8_t kDecimals = 3;
    const std::uint8_t digits = version > 9999 ? kDigits + 1 : kDigits;
    return fitDigits(version, digits, kDecimals);
}

} // namespace meter
