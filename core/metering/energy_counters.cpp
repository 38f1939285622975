// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metering/energy_counters.hpp"

#include "core/base/assert.hpp"

namespace meter {

void EnergyCounter::add(double wattSeconds) {
    // Far above 600 V × 320 × 5000 A × 3 phases, and it keeps the conversion defined; also
    // false for a NaN.
    METER_ASSERT(wattSeconds >= 0.0 && wattSeconds < 1.0e15);
    const auto whole = static_cast<std::uint64_t>(wattSeconds);
    units += whole;
    fraction += wattSeconds - static_cast<double>(whole); // Exact: both are below 2⁵³.
    if (fraction >= 1.0) {
        fraction -= 1.0;
        ++units;
    }
}

void EnergyCounters::add(const MeasuredCycle& cycle) {
    for (std::size_t index = 0; index < kPhaseCount; ++index) {
        const double energyWs = cycle.phase[index].realEnergyWs;
        real.add(energyWs);
        realOfPhase[index].add(energyWs);
    }
    apparent.add(cycle.apparentPowerVa); // Over one second.
    reactive.add(cycle.reactivePowerVar);
}

void EnergyCounters::clear() {
    *this = EnergyCounters{};
}

} // namespace meter
