// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/meter_keys.hpp"
#include "sim/scenario/start_energies.hpp"
#include "sim/twin/simulation_impl.hpp"

#include <map>
#include <memory>

namespace meter::sim {

/// In the place of the meter that is there, so that whoever holds a reference has the new one.
void Simulation::Impl::construct(const Factory& factory) {
    knownSeconds.forget();
    std::destroy_at(&meter);
    std::construct_at(
        &meter,
        Ports{.nvStorage = memory, .serial = line, .display = display, .contacts = twin.contacts},
        factory);
}

void Simulation::Impl::exchangeMemory(std::uint32_t serialNumber) {
    if (const Result<void> exchanged = memory.exchange(serialNumber); !exchanged) {
        report("the memory of the meter that was put in cannot be kept: " +
               exchanged.error().message());
    }
}

/// Takes the meter out, without power, and puts another one in its place, likewise. A folder
/// that was written in a future which was left counts as what it was found to be.
void Simulation::Impl::fit(const FittedMeter& wanted) {
    const std::uint32_t serialNumber = wanted.factory.serialNumber;
    const bool isKept = memory.isAttached();
    if (isKept) {
        twin.putAway[twin.fitted.factory.serialNumber] = memory.share();
    }
    exchangeMemory(serialNumber);
    if (isKept) {
        const auto there = twin.putAway.find(serialNumber);
        const MemoryImage image =
            there != twin.putAway.end()
                ? there->second
                : found.try_emplace(serialNumber, memory.share()).first->second;
        static_cast<void>(memory.setBytes(*image)); // The memory tells of a failure itself.
    }
    twin.fitted = wanted;
    construct(wanted.factory);
}

/// The memory becomes that of the meter which was fitted then; the folders of the others hold
/// again what they did.
void Simulation::Impl::putBackMemories(const TwinState& earlier) {
    const std::uint32_t wanted = earlier.fitted.factory.serialNumber;
    if (memory.isAttached()) {
        std::map<std::uint32_t, MemoryImage> others = earlier.putAway;
        others.insert(found.begin(), found.end());
        others.erase(wanted);
        for (const auto& [serialNumber, image] : others) {
            exchangeMemory(serialNumber);
            static_cast<void>(memory.setBytes(*image)); // The memory tells of a failure itself.
        }
        if (!others.empty()) {
            exchangeMemory(wanted);
        }
    } else if (wanted != twin.fitted.factory.serialNumber) {
        exchangeMemory(wanted);
    }
}

void Simulation::Impl::swapMeter(const SwapAction& action) {
    meter.powerFail(); // Stores what it has counted, in the memory that it takes along.
    const Scenario other = withMeter(*scenario, action);
    fit({other.meter, other.accuracy});
    storeStartEnergies(other, memory);
    if (twin.supply.isPowered()) {
        startMeter();
    }
    changeWorld(); // Its inputs have errors of their own.
}

} // namespace meter::sim
