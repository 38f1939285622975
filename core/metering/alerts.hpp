// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The diagnostic alerts of register 146: judged once a second from what the cycle measured,
// following the condition, never latched. Limits have a small guard on the side of no alarm,
// so that a value exactly on a limit does not flicker.

#include "core/metering/measured_cycle.hpp"
#include "core/settings/configuration.hpp"
#include "core/settings/settings.hpp"

#include <cstdint>

namespace meter {

/// Bits of register 146.
enum class Alert : std::uint8_t {
    VoltageA,
    VoltageB,
    VoltageC,
    CurrentA,
    CurrentB,
    CurrentC,
    Frequency,
    Reserved,
    PhaseLossA,
    PhaseLossB,
    PhaseLossC,
    LowPowerFactorA,
    LowPowerFactorB,
    LowPowerFactorC,
    PulseOverrun,
    PulseConfiguration,
};

using AlertBits = std::uint16_t;

/// Bits 8–10: what closes the alarm contact.
inline constexpr AlertBits kPhaseLossAlerts = 0x0700;

[[nodiscard]] constexpr bool hasAlert(AlertBits bits, Alert alert) {
    return ((bits >> static_cast<unsigned>(alert)) & 1U) != 0U;
}

/// The bits with PulseConfiguration as this configuration has it: the one alert that follows
/// from the settings alone, and so is new before the answer to the write that changed them.
[[nodiscard]] AlertBits withConfigurationAlert(AlertBits bits, const Configuration& configuration);

[[nodiscard]] AlertBits judgeAlerts(const MeasuredCycle& cycle,
                                    const Settings& settings,
                                    const Configuration& configuration,
                                    const Rules& rules,
                                    bool isPulseOverrun);

} // namespace meter
