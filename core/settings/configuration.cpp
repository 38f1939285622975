// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/configuration.hpp"

#include <numbers>

namespace meter {

namespace {

constexpr double kRatedLineVoltageV = 600.0;            // Guide, input voltage.
constexpr double kPulsePowerTimesMsPerWh = 1'800'000.0; // Guide, register 145.

/// Finest exponent whose 32767 still holds the value, given in units of the finest one (1e-4):
/// in these units every limit is an exact integer.
std::int8_t finestExponent(double tenThousandths) {
    double largest = kRegisterValueMax;
    int exponent = kScaleExponentMin;
    while (exponent < kScaleExponentMax && largest < tenThousandths) {
        largest *= 10.0;
        ++exponent;
    }
    return static_cast<std::int8_t>(exponent);
}

double maxSystemPowerOf(const Settings& settings) {
    const double singlePhaseVa = static_cast<double>(settings.systemVoltageV) * settings.ctPrimaryA;
    const bool isThreePhase =
        settings.systemType == SystemType::Wye || settings.systemType == SystemType::Delta;
    return isThreePhase ? std::numbers::sqrt3 * singlePhaseVa : singlePhaseVa;
}

std::uint16_t nearestRegisterValue(double value) {
    const double rounded = value + 0.5;
    return rounded < kRegisterValueMax ? static_cast<std::uint16_t>(rounded) : kRegisterValueMax;
}

} // namespace

std::uint16_t slowestPulseDurationMs(std::uint16_t pulseEnergyWh, double powerW) {
    for (const std::uint16_t durationMs : kPulseDurationsMs) {
        if (kPulsePowerTimesMsPerWh * pulseEnergyWh >= powerW * durationMs) {
            return durationMs;
        }
    }
    return 0;
}

Configuration configurationOf(const Settings& settings) {
    Configuration result;
    result.ptRatio = settings.ptRatioHundredths / 100.0;
    result.maxSystemPowerW = maxSystemPowerOf(settings);

    // 1.2 × full scale × 10⁴, each arranged so that only exact integers are multiplied.
    result.scaleCurrent = finestExponent(12'000.0 * settings.ctPrimaryA);
    result.scaleVoltage = finestExponent(kRatedLineVoltageV * 120.0 * settings.ptRatioHundredths);
    result.scalePower = finestExponent(12.0 * result.maxSystemPowerW);
    result.scaleEnergy = result.scalePower;
    result.maxSystemPower = nearestRegisterValue(
        dividedByPowerOfTen(result.maxSystemPowerW / 1000.0, result.scalePower));

    const std::uint16_t durationMs =
        slowestPulseDurationMs(settings.pulseEnergyWh, result.maxSystemPowerW);
    result.isPulseConfigurationError = durationMs == 0;
    result.pulseDurationMs = durationMs == 0 ? kPulseDurationsMs.back() : durationMs;
    return result;
}

} // namespace meter
