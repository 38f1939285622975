// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registers/register_encoding.hpp"

#include "core/base/assert.hpp"

#include <array>
#include <bit>

namespace meter {

namespace {

constexpr std::array<double, 8> kPowersOfTen = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};
constexpr std::size_t kScaleKindCount = 7;
static_assert(static_cast<std::size_t>(ScaleKind::TenThousandths) + 1 == kScaleKindCount);
constexpr std::array<std::uint64_t, 5> kWholePowersOfTen = {1, 10, 100, 1'000, 10'000};
constexpr std::uint64_t kUnitsPerKiloHourWhole = 3'600'000; ///< Ws in a kWh.
static_assert(kUnitsPerKiloHourWhole % kWholePowersOfTen.back() == 0);

/// Readings count in W, registers in kW.
constexpr int kPowerExponent = 3;
constexpr double kWattsPerKilowatt = 1e3;
/// The largest float below 2³² (guide, registers 337–340).
constexpr float kPulseFloatMax = 4'294'967'040.0F;

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

constexpr bool isPower(Quantity quantity) {
    switch (quantity) {
    case Quantity::RealPowerTotal:
    case Quantity::ReactivePowerTotal:
    case Quantity::ApparentPowerTotal:
    case Quantity::RealPower:
    case Quantity::ReactivePower:
    case Quantity::ApparentPower:
    case Quantity::Demand:
    case Quantity::DemandMax:
        return true;
    default:
        return false;
    }
}

/// The reading that a register shows, in W, VAR, VA, V, A, Hz; null: it shows something else.
const double* measuredOf(const RegisterRow& row, const Readings& readings) {
    const MeasuredCycle& cycle = readings.cycle;
    switch (row.quantity) {
    case Quantity::RealPowerTotal:
        return &cycle.realPowerW;
    case Quantity::ReactivePowerTotal:
        return &cycle.reactivePowerVar;
    case Quantity::ApparentPowerTotal:
        return &cycle.apparentPowerVa;
    case Quantity::PowerFactorTotal:
        return &cycle.powerFactor;
    case Quantity::VoltageLlAverage:
        return &cycle.voltageLlAverageV;
    case Quantity::VoltageLnAverage:
        return &cycle.voltageLnAverageV;
    case Quantity::CurrentAverage:
        return &cycle.currentAverageA;
    case Quantity::Frequency:
        return &cycle.frequencyHz;
    case Quantity::Demand:
        return &readings.demand.present[row.index];
    case Quantity::DemandMax:
        return &readings.demand.max[row.index];
    case Quantity::RealPower:
        return &cycle.phase[row.index].realPowerW;
    case Quantity::ReactivePower:
        return &cycle.phase[row.index].reactivePowerVar;
    case Quantity::ApparentPower:
        return &cycle.phase[row.index].apparentPowerVa;
    case Quantity::PowerFactor:
        return &cycle.phase[row.index].powerFactor;
    case Quantity::VoltageLl:
        return &cycle.voltageLlV[row.index];
    case Quantity::VoltageLn:
        return &cycle.phase[row.index].voltageLnV;
    case Quantity::Current:
        return &cycle.phase[row.index].currentA;
    default:
        return nullptr;
    }
}

} // namespace

RegisterEncoder::RegisterEncoder(const Readings& readings)
    : m_readings(readings), m_systemType(traitsOf(readings.settings.systemType).mask) {
    for (std::size_t kind = 0; kind < kScaleKindCount; ++kind) {
        const int exponent = exponentOf(static_cast<ScaleKind>(kind), readings.configuration);
        const bool isCoarse = exponent > 0;
        const auto magnitude = static_cast<std::size_t>(isCoarse ? exponent : -exponent);
        m_countsPerUnit[kind] = isCoarse ? 1.0 : kPowersOfTen[magnitude];
        m_unitsPerCount[kind] = isCoarse ? kPowersOfTen[magnitude] : 1.0;
    }
}

bool RegisterEncoder::isInvalid(const RegisterRow& row) const {
    if (row.systemTypes == 0) {
        return row.quantity == Quantity::ReservedInvalid;
    }
    return (row.systemTypes & m_systemType) == 0 ||
           (row.quantity == Quantity::Frequency && !m_readings.cycle.isFrequencyValid);
}

std::uint32_t RegisterEncoder::encodeMeasured(const RegisterRow& row, double value) const {
    const bool isFactor =
        row.quantity == Quantity::PowerFactor || row.quantity == Quantity::PowerFactorTotal;
    if (isFactor && value > 1.0) {
        value = 1.0;
    }
    if (row.format == RegisterFormat::Float) {
        const double unit = isPower(row.quantity) ? kWattsPerKilowatt : 1.0;
        return std::bit_cast<std::uint32_t>(static_cast<float>(value / unit));
    }
    const auto kind = static_cast<std::size_t>(row.scale);
    return nearestInteger(value * m_countsPerUnit[kind] / m_unitsPerCount[kind]);
}

std::uint32_t RegisterEncoder::encodeEnergy(const RegisterRow& row,
                                            const EnergyCounter& counter) const {
    if (row.format == RegisterFormat::Float) {
        const double units = static_cast<double>(counter.units) + counter.fraction;
        return std::bit_cast<std::uint32_t>(static_cast<float>(units / kUnitsPerKiloHour));
    }
    const int exponent = m_readings.configuration.scaleEnergy;
    const std::uint64_t unitsPerCount =
        exponent >= 0
            ? kUnitsPerKiloHourWhole * kWholePowersOfTen[static_cast<std::size_t>(exponent)]
            : kUnitsPerKiloHourWhole / kWholePowersOfTen[static_cast<std::size_t>(-exponent)];
    return static_cast<std::uint32_t>(counter.units / unitsPerCount); // rolls over at 2³²
}

std::uint32_t RegisterEncoder::encodeConfiguration(const RegisterRow& row) const {
    const Readings& readings = m_readings;
    const Settings& settings = readings.settings;
    const Configuration& configuration = readings.configuration;
    switch (row.quantity) {
    case Quantity::Setting:
        return numberOf(row.setting(), settings);
    case Quantity::MaxSystemPower:
        return configuration.maxSystemPower;
    case Quantity::ScaleFactor:
        return scaleFactorWord(configuration, row.index);
    case Quantity::PulseDuration:
        return configuration.pulseDurationMs;
    case Quantity::Alerts:
        return readings.alerts;
    case Quantity::EnergyResetCount:
        return readings.energyResetCount;
    case Quantity::PowerUpCount:
        return readings.powerUpCount;
    case Quantity::OsVersion:
        return kOsVersion;
    case Quantity::LogPointer:
        return settings.logPointers[row.index];
    default:
        METER_ASSERT(row.quantity != Quantity::LogControl && row.quantity != Quantity::LogBuffer);
        return 0; // Command, ReservedZero, ReservedWritable, OutputConfiguration (0 = RS-485)
    }
}

std::uint32_t RegisterEncoder::encode(const RegisterRow& row) const {
    if (isInvalid(row)) {
        return invalidOf(row.format);
    }
    if (const double* value = measuredOf(row, m_readings); value != nullptr) {
        return encodeMeasured(row, *value);
    }
    const EnergyCounters& energy = m_readings.energy;
    switch (row.quantity) {
    case Quantity::RealEnergy:
        return encodeEnergy(row, energy.real);
    case Quantity::ApparentEnergy:
        return encodeEnergy(row, energy.apparent);
    case Quantity::ReactiveEnergy:
        return encodeEnergy(row, energy.reactive);
    case Quantity::RealEnergyOfPhase:
        return encodeEnergy(row, energy.realOfPhase[row.index]);
    case Quantity::PulseCounterReal:
        return encodePulses(row, m_readings.pulses.real);
    case Quantity::PulseCounterReactive:
        return encodePulses(row, m_readings.pulses.reactive);
    default:
        return encodeConfiguration(row);
    }
}

} // namespace meter
