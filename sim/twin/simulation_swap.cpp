// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/meter_keys.hpp"
#include "sim/twin/simulation_impl.hpp"

namespace meter::sim {

/// Takes the meter out, without power, and puts another one in its place, likewise.
void Simulation::Impl::fit(const FittedMeter& wanted) {
    if (const Result<void> exchanged = memory.exchange(wanted.factory.serialNumber); !exchanged) {
        tell("the memory of the meter that was put in cannot be kept: " +
             exchanged.error().message());
    }
    fitted = wanted;
    // In its place, so that whoever holds a reference has the new one.
    std::destroy_at(&meter);
    std::construct_at(
        &meter,
        Ports{.nvStorage = memory, .serial = line, .display = display, .contacts = contacts},
        fitted.factory);
    errors = inputErrorsOf(fitted.accuracy, fitted.factory.serialNumber);
}

void Simulation::Impl::swapMeter(const SwapAction& action) {
    meter.powerFail(); // Stores what it has counted, in the memory that it takes along.
    const Scenario other = withMeter(scenario, action);
    fit({.factory = other.meter, .accuracy = other.accuracy});
    storeStartEnergies(other, memory);
    if (supply.isPowered()) {
        startMeter();
    }
    changeWorld(); // Its inputs have errors of their own.
}

} // namespace meter::sim
