// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything that the registers, the front panel and the contacts show, as one value that
// changes once a second (and, for counters that a command clears, at once). The meter owns
// it; readers get it by const reference; a snapshot is a copy.

#include "core/metering/alerts.hpp"
#include "core/metering/demand.hpp"
#include "core/metering/energy_counters.hpp"
#include "core/metering/measured_cycle.hpp"
#include "core/metering/pulse_output.hpp"
#include "core/settings/configuration.hpp"
#include "core/settings/settings.hpp"

#include <cstdint>

namespace meter {

struct Readings {
    Settings settings{};
    Configuration configuration{};
    MeasuredCycle cycle{};
    EnergyCounters energy{};
    DemandValues demand{};
    PulseCounts pulses{};
    AlertBits alerts = 0;
    std::uint16_t energyResetCount = 0; ///< 147, stops at 32767.
    std::uint16_t powerUpCount = 0;     ///< 152.
    /// True from the end of the first whole 1 s cycle after power came: the meter answers.
    bool isMeasuring = false;
    bool isNvDamaged = false; ///< Both images were damaged at power-up ("nv Err").
};

} // namespace meter
