// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registers/register_encoding.hpp"

#include "core/base/assert.hpp"

#include <array>
#include <bit>

namespace meter {

namespace {

constexpr std::array<double, 8> kPowersOfTen = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};
constexpr std::array<std::uint64_t, 5> kWholePowersOfTen = {1, 10, 100, 1'000, 10'000};
constexpr std::uint64_t kUnitsPerKiloHourWhole = 3'600'000; ///< Ws in a kWh.
static_assert(kUnitsPerKiloHourWhole % kWholePowersOfTen.back() == 0);

/// Readings count in W, registers in kW.
constexpr int kPowerExponent = 3;
/// The largest float below 2³² (guide, registers 337–340).
constexpr float kPulseFloatMax = 4'294'967'040.0F;

/// value ÷ 10^exponent, exact in as many cases as double can.
double scaled(double value, int exponent) {
    return exponent >= 0 ? value / kPowersOfTen[static_cast<std::size_t>(exponent)]
                         : value * kPowersOfTen[static_cast<std::size_t>(-exponent)];
}

std::uint32_t nearestInteger(double value) {
    if (!(value > 0.0)) {
        return 0;
    }
    return value >= kIntegerMax ? kIntegerMax : static_cast<std::uint32_t>(value + 0.5);
}

std::uint32_t invalidOf(RegisterFormat format) {
    switch (format) {
    case RegisterFormat::ULong:
        return kInvalidLong;
    case RegisterFormat::Float:
        return kInvalidFloatBits;
    default:
        return kInvalidWord;
    }
}

/// Power of ten of one count of an integer register, in the unit of the readings.
int exponentOf(ScaleKind scale, const Configuration& configuration) {
    switch (scale) {
    case ScaleKind::Current:
        return configuration.scaleCurrent;
    case ScaleKind::Voltage:
        return configuration.scaleVoltage;
    case ScaleKind::Power:
        return configuration.scalePower + kPowerExponent;
    case ScaleKind::Hundredths:
        return -2;
    case ScaleKind::TenThousandths:
        return -4;
    default:
        return 0;
    }
}

std::uint32_t
encodeMeasured(const RegisterRow& row, const Readings& readings, double value, int unit) {
    if (row.format == RegisterFormat::Float) {
        return std::bit_cast<std::uint32_t>(static_cast<float>(scaled(value, unit)));
    }
    return nearestInteger(scaled(value, exponentOf(row.scale, readings.configuration)));
}

std::uint32_t
encodeEnergy(const RegisterRow& row, const Readings& readings, const EnergyCounter& counter) {
    if (row.format == RegisterFormat::Float) {
        const double units = static_cast<double>(counter.units) + counter.fraction;
        return std::bit_cast<std::uint32_t>(static_cast<float>(units / kUnitsPerKiloHour));
    }
    const int exponent = readings.configuration.scaleEnergy;
    const std::uint64_t unitsPerCount =
        exponent >= 0
            ? kUnitsPerKiloHourWhole * kWholePowersOfTen[static_cast<std::size_t>(exponent)]
            : kUnitsPerKiloHourWhole / kWholePowersOfTen[static_cast<std::size_t>(-exponent)];
    return static_cast<std::uint32_t>(counter.units / unitsPerCount); // rolls over at 2³²
}

std::uint32_t encodePulses(const RegisterRow& row, std::uint32_t count) {
    if (row.format != RegisterFormat::Float) {
        return count;
    }
    const auto value = static_cast<float>(count);
    return std::bit_cast<std::uint32_t>(value < kPulseFloatMax ? value : kPulseFloatMax);
}

std::uint32_t scaleFactorWord(const Configuration& configuration, std::uint8_t index) {
    const std::array<std::int8_t, 4> scales = {configuration.scaleCurrent,
                                               configuration.scaleVoltage, configuration.scalePower,
                                               configuration.scaleEnergy};
    return std::bit_cast<std::uint16_t>(std::int16_t{scales[index]});
}

std::uint32_t encodeConfiguration(const RegisterRow& row, const Readings& readings) {
    const Settings& settings = readings.settings;
    const Configuration& configuration = readings.configuration;
    switch (row.quantity) {
    case Quantity::SystemType:
        return static_cast<std::uint32_t>(settings.systemType);
    case Quantity::CtPrimary:
        return settings.ctPrimaryA;
    case Quantity::PtRatio:
        return settings.ptRatioHundredths;
    case Quantity::SystemVoltage:
        return settings.systemVoltageV;
    case Quantity::MaxSystemPower:
        return configuration.maxSystemPower;
    case Quantity::DisplayUnits:
        return static_cast<std::uint32_t>(settings.displayUnits);
    case Quantity::ScaleFactor:
        return scaleFactorWord(configuration, row.index);
    case Quantity::PhaseLossVoltage:
        return settings.phaseLossVoltagePercent;
    case Quantity::PhaseLossImbalance:
        return settings.phaseLossImbalancePercent;
    case Quantity::PulseEnergy:
        return settings.pulseEnergyWh;
    case Quantity::PulseDuration:
        return configuration.pulseDurationMs;
    case Quantity::Alerts:
        return readings.alerts;
    case Quantity::EnergyResetCount:
        return readings.energyResetCount;
    case Quantity::DemandSubintervals:
        return settings.demandSubintervals;
    case Quantity::DemandSubintervalLength:
        return settings.demandSubintervalLengthS;
    case Quantity::PowerUpCount:
        return readings.powerUpCount;
    case Quantity::OsVersion:
        return kOsVersion;
    case Quantity::LogConfiguration:
        return settings.logConfiguration;
    case Quantity::LogPointer:
        return settings.logPointers[row.index];
    default:
        METER_ASSERT(row.quantity != Quantity::LogControl && row.quantity != Quantity::LogBuffer);
        return 0; // Command, ReservedZero, ReservedWritable, OutputConfiguration (0 = RS-485)
    }
}

} // namespace

std::uint32_t encodeRegister(const RegisterRow& row, const Readings& readings) {
    if (row.systemTypes != 0 && !row.isValidIn(traitsOf(readings.settings.systemType))) {
        return invalidOf(row.format);
    }
    const MeasuredCycle& cycle = readings.cycle;
    const auto measured = [&](double value) {
        return encodeMeasured(row, readings, value, 0);
    };
    const auto power = [&](double watts) {
        return encodeMeasured(row, readings, watts, kPowerExponent);
    };
    const auto energy = [&](const EnergyCounter& counter) {
        return encodeEnergy(row, readings, counter);
    };
    switch (row.quantity) {
    case Quantity::RealEnergy:
        return energy(readings.energy.real);
    case Quantity::ApparentEnergy:
        return energy(readings.energy.apparent);
    case Quantity::ReactiveEnergy:
        return energy(readings.energy.reactive);
    case Quantity::RealEnergyOfPhase:
        return energy(readings.energy.realOfPhase[row.index]);
    case Quantity::RealPowerTotal:
        return power(cycle.realPowerW);
    case Quantity::ReactivePowerTotal:
        return power(cycle.reactivePowerVar);
    case Quantity::ApparentPowerTotal:
        return power(cycle.apparentPowerVa);
    case Quantity::PowerFactorTotal:
        return measured(cycle.powerFactor < 1.0 ? cycle.powerFactor : 1.0);
    case Quantity::VoltageLlAverage:
        return measured(cycle.voltageLlAverageV);
    case Quantity::VoltageLnAverage:
        return measured(cycle.voltageLnAverageV);
    case Quantity::CurrentAverage:
        return measured(cycle.currentAverageA);
    case Quantity::RealPower:
        return power(cycle.phase[row.index].realPowerW);
    case Quantity::ReactivePower:
        return power(cycle.phase[row.index].reactivePowerVar);
    case Quantity::ApparentPower:
        return power(cycle.phase[row.index].apparentPowerVa);
    case Quantity::PowerFactor: {
        const double powerFactor = cycle.phase[row.index].powerFactor;
        return measured(powerFactor < 1.0 ? powerFactor : 1.0);
    }
    case Quantity::VoltageLl:
        return measured(cycle.voltageLlV[row.index]);
    case Quantity::VoltageLn:
        return measured(cycle.phase[row.index].voltageLnV);
    case Quantity::Current:
        return measured(cycle.phase[row.index].currentA);
    case Quantity::Frequency:
        return cycle.isFrequencyValid ? measured(cycle.frequencyHz) : invalidOf(row.format);
    case Quantity::Demand:
        return power(readings.demand.present[row.index]);
    case Quantity::DemandMax:
        return power(readings.demand.max[row.index]);
    case Quantity::PulseCounterReal:
        return encodePulses(row, readings.pulses.real);
    case Quantity::PulseCounterReactive:
        return encodePulses(row, readings.pulses.reactive);
    case Quantity::ReservedInvalid:
        return invalidOf(row.format);
    default:
        return encodeConfiguration(row, readings);
    }
}

} // namespace meter
