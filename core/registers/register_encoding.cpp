// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registers/register_encoding.hpp"

#include "core/base/assert.hpp"

#include <array>
#include <bit>
#include <optional>

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

/// A measured value and the power of ten of its unit in the point map (kW, but V).
struct Measured {
    double value;
    int unit = 0;
};

constexpr double atMostOne(double powerFactor) {
    return powerFactor < 1.0 ? powerFactor : 1.0;
}

std::optional<Measured> totalOf(const RegisterRow& row, const Readings& readings) {
    const MeasuredCycle& cycle = readings.cycle;
    switch (row.quantity) {
    case Quantity::RealPowerTotal:
        return Measured{cycle.realPowerW, kPowerExponent};
    case Quantity::ReactivePowerTotal:
        return Measured{cycle.reactivePowerVar, kPowerExponent};
    case Quantity::ApparentPowerTotal:
        return Measured{cycle.apparentPowerVa, kPowerExponent};
    case Quantity::PowerFactorTotal:
        return Measured{atMostOne(cycle.powerFactor)};
    case Quantity::VoltageLlAverage:
        return Measured{cycle.voltageLlAverageV};
    case Quantity::VoltageLnAverage:
        return Measured{cycle.voltageLnAverageV};
    case Quantity::CurrentAverage:
        return Measured{cycle.currentAverageA};
    case Quantity::Frequency:
        return Measured{cycle.frequencyHz};
    case Quantity::Demand:
        return Measured{readings.demand.present[row.index], kPowerExponent};
    case Quantity::DemandMax:
        return Measured{readings.demand.max[row.index], kPowerExponent};
    default:
        return std::nullopt;
    }
}

std::optional<Measured> phaseValueOf(const RegisterRow& row, const MeasuredCycle& cycle) {
    const PhaseQuantities& phase = cycle.phase[row.index];
    switch (row.quantity) {
    case Quantity::RealPower:
        return Measured{phase.realPowerW, kPowerExponent};
    case Quantity::ReactivePower:
        return Measured{phase.reactivePowerVar, kPowerExponent};
    case Quantity::ApparentPower:
        return Measured{phase.apparentPowerVa, kPowerExponent};
    case Quantity::PowerFactor:
        return Measured{atMostOne(phase.powerFactor)};
    case Quantity::VoltageLl:
        return Measured{cycle.voltageLlV[row.index]};
    case Quantity::VoltageLn:
        return Measured{phase.voltageLnV};
    case Quantity::Current:
        return Measured{phase.currentA};
    default:
        return std::nullopt;
    }
}

bool isInvalid(const RegisterRow& row, const Readings& readings) {
    switch (row.quantity) {
    case Quantity::ReservedInvalid:
        return true;
    case Quantity::ReservedZero:
    case Quantity::ReservedWritable:
        return false;
    case Quantity::Frequency:
        return !readings.cycle.isFrequencyValid;
    default:
        return !row.isValidIn(traitsOf(readings.settings.systemType));
    }
}

bool isPerPhase(Quantity quantity) {
    return quantity >= Quantity::RealPower && quantity <= Quantity::Current;
}

} // namespace

std::uint32_t encodeRegister(const RegisterRow& row, const Readings& readings) {
    if (isInvalid(row, readings)) {
        return invalidOf(row.format);
    }
    switch (row.quantity) {
    case Quantity::RealEnergy:
        return encodeEnergy(row, readings, readings.energy.real);
    case Quantity::ApparentEnergy:
        return encodeEnergy(row, readings, readings.energy.apparent);
    case Quantity::ReactiveEnergy:
        return encodeEnergy(row, readings, readings.energy.reactive);
    case Quantity::RealEnergyOfPhase:
        return encodeEnergy(row, readings, readings.energy.realOfPhase[row.index]);
    case Quantity::PulseCounterReal:
        return encodePulses(row, readings.pulses.real);
    case Quantity::PulseCounterReactive:
        return encodePulses(row, readings.pulses.reactive);
    default:
        break;
    }
    const std::optional<Measured> measured =
        isPerPhase(row.quantity) ? phaseValueOf(row, readings.cycle) : totalOf(row, readings);
    return measured ? encodeMeasured(row, readings, measured->value, measured->unit)
                    : encodeConfiguration(row, readings);
}

} // namespace meter
