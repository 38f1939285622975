// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Energy accumulators: 64-bit integers of 1 Ws (VARs, VAs), never float sums; what is left
// below one unit is carried. They never fall except by clear().

#include "core/metering/measured_cycle.hpp"

#include <array>
#include <cstdint>

namespace meter {

/// One accumulator: whole units and the fraction towards the next.
struct EnergyCounter {
    std::uint64_t units = 0; ///< Ws, VARs or VAs.
    double fraction = 0.0;   ///< 0 ≤ fraction < 1; not stored in non-volatile memory.

    void add(double wattSeconds); ///< Requires wattSeconds ≥ 0.
};

inline constexpr double kUnitsPerKiloHour = 3.6e6; ///< Ws in a kWh.

struct EnergyCounters {
    EnergyCounter real; ///< kWh total.
    std::array<EnergyCounter, kPhaseCount> realOfPhase;
    EnergyCounter apparent; ///< kVAh: sum of the total S of each cycle.
    EnergyCounter reactive; ///< kVARh: sum of the total Q of each cycle.

    /// Adds one cycle of one second.
    void add(const MeasuredCycle& cycle);
    void clear();
};

} // namespace meter
