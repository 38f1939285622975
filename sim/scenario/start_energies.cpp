// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/start_energies.hpp"

#include "core/settings/system_type.hpp"
#include "core/storage/nv_store.hpp"

#include <algorithm>
#include <cmath>

namespace meter::sim {

namespace {

constexpr double kUnitsPerHour = 3600.0; ///< Watt-seconds in a watt-hour.

EnergyCounter counterOf(double energy) {
    return {.units = static_cast<std::uint64_t>(std::llround(energy * kUnitsPerHour)),
            .fraction = 0.0};
}

} // namespace

bool StartEnergies::isSaid() const {
    const auto isGiven = [](const std::optional<double>& energy) {
        return energy.has_value();
    };
    return real || apparent || reactive || std::ranges::any_of(realOfPhase, isGiven);
}

bool StartCounters::isSaid() const {
    return energyResets || powerUps || realPulses || reactivePulses ||
           std::ranges::any_of(demandMax, [](const auto& power) { return power.has_value(); });
}

EnergyCounters StartEnergies::counters(SystemType type) const {
    const SystemTypeTraits& traits = traitsOf(type);
    const auto phases = static_cast<double>(std::ranges::count(traits.hasPhase, true));
    EnergyCounters counters;
    counters.real = counterOf(real.value_or(0.0));
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const double share = traits.hasPhase[phase] ? real.value_or(0.0) / phases : 0.0;
        counters.realOfPhase[phase] = counterOf(realOfPhase[phase].value_or(share));
    }
    counters.apparent = counterOf(apparent.value_or(real.value_or(0.0)));
    counters.reactive = counterOf(reactive.value_or(0.0));
    return counters;
}

namespace {

void take(const StartCounters& counters, NvContents& contents) {
    contents.energyResetCount = counters.energyResets.value_or(0);
    // The scenario begins with a power-up, which is counted.
    contents.powerUpCount = static_cast<std::uint16_t>(counters.powerUps.value_or(1) - 1);
    contents.pulses.real = counters.realPulses.value_or(0);
    contents.pulses.reactive = counters.reactivePulses.value_or(0);
    for (std::size_t power = 0; power < kPowerCount; ++power) {
        contents.demandMax[power] = counters.demandMax[power].value_or(0.0);
    }
}

} // namespace

void storeStartEnergies(const Scenario& scenario, NvStorage& storage) {
    if (!scenario.startEnergies.isSaid() && !scenario.startCounters.isSaid()) {
        return;
    }
    NvStore store;
    NvContents contents;
    if (store.load(storage, contents) != Status::Blank) {
        return; // What is stored wins.
    }
    contents.settings = scenario.meter.installerSettings;
    contents.energy = scenario.startEnergies.counters(contents.settings.systemType);
    take(scenario.startCounters, contents);
    // A failure leaves the memory blank: the meter then starts at 0, and its own save is reported.
    static_cast<void>(store.save(storage, contents));
}

} // namespace meter::sim
