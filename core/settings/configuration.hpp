// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What follows from the settings: scale factors, maximum system power, pulse duration.
// Recalculated before the answer to the write that changed the configuration (guide,
// registers 135, 138–141, 145; docs/metrology.md, registers).

#include "core/settings/settings.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace meter {

struct Configuration {
    double ptRatio = 1.0;
    double maxSystemPowerW = 0.0;        ///< √3·V·I (40, 31), V·I (12, 11, 10); unity PF.
    std::uint16_t maxSystemPower = 0;    ///< Register 135: kW in the scale of the power registers.
    std::int8_t scaleCurrent = 0;        ///< Power of ten of A, −4…4.
    std::int8_t scaleVoltage = 0;        ///< Of V.
    std::int8_t scalePower = 0;          ///< Of kW, kVAR, kVA.
    std::int8_t scaleEnergy = 0;         ///< Of kWh, kVARh, kVAh; equals scalePower.
    std::uint16_t pulseDurationMs = 500; ///< 500 250 100 50 25 10; 10 while nothing fits.
    bool isPulseConfigurationError = false; ///< No duration keeps up: alert 15.
};

[[nodiscard]] Configuration configurationOf(const Settings& settings);

inline constexpr int kScaleExponentMin = -4; ///< Registers 138–141.
inline constexpr int kScaleExponentMax = 4;
inline constexpr std::uint16_t kRegisterValueMax = 32767; ///< Largest valid integer value.

/// value ÷ 10^exponent, exact powers on both sides of zero; exponent −4…4.
[[nodiscard]] constexpr double dividedByPowerOfTen(double value, int exponent) {
    constexpr std::array<double, 5> kPowers = {1.0, 10.0, 100.0, 1000.0, 10000.0};
    return exponent < 0 ? value * kPowers[static_cast<std::size_t>(-exponent)]
                        : value / kPowers[static_cast<std::size_t>(exponent)];
}

/// Register 145: slowest first (guide).
inline constexpr std::array<std::uint16_t, 6> kPulseDurationsMs = {500, 250, 100, 50, 25, 10};

/// Slowest duration that keeps up with this power; 0 if none does.
[[nodiscard]] std::uint16_t slowestPulseDurationMs(std::uint16_t pulseEnergyWh, double powerW);

} // namespace meter
