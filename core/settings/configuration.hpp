// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What follows from the settings: scale factors, maximum system power, pulse duration.
// Recalculated before the answer to the write that changed the configuration (guide,
// registers 135, 138–141, 145; meter.md, registers).

#include "core/settings/settings.hpp"

#include <cstdint>

namespace meter {

struct Configuration {
    double ptRatio = 1.0;
    double maxSystemPowerW = 0.0;  ///< √3·V·I (40, 31), V·I (12, 11, 10); unity PF.
    std::uint16_t maxSystemPower = 0; ///< Register 135: kW in the scale of the power registers.
    std::int8_t scaleCurrent = 0;  ///< Power of ten of A, −4…4.
    std::int8_t scaleVoltage = 0;  ///< Of V.
    std::int8_t scalePower = 0;    ///< Of kW, kVAR, kVA.
    std::int8_t scaleEnergy = 0;   ///< Of kWh, kVARh, kVAh; equals scalePower.
    std::uint16_t pulseDurationMs = 500; ///< 500 250 100 50 25 10; 10 while nothing fits.
    bool isPulseConfigurationError = false; ///< No duration keeps up: alert 15.
};

[[nodiscard]] Configuration configurationOf(const Settings& settings);

} // namespace meter
