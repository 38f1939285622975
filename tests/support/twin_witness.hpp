// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All that can be seen of a twin at one moment, as numbers: every register as a master reads it,
// the glass, demand and energies in full resolution, the contacts, the stored memory. Looking
// changes nothing: a copy of the meter is asked.

#include "core/meter.hpp"
#include "sim/device/virtual_meter.hpp"
#include "sim/twin/simulation.hpp"
#include "tests/support/master.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

namespace meter::test {

using Sight = std::vector<std::uint64_t>;

inline void seeRegisters(Sight& sight, const sim::Simulation& twin) {
    constexpr std::array<std::pair<std::uint16_t, std::uint16_t>, 4> kBlocks = {
        {{1, 120}, {121, 33}, {257, 90}, {7001, 2}}};
    sim::NvMemory blank;
    sim::LineOut line;
    sim::UnwatchedDisplay display;
    sim::ContactLog contacts;
    Meter copy({.nvStorage = blank, .serial = line, .display = display, .contacts = contacts},
               twin.meter().factory());
    copy.restore(twin.meter().state());
    for (const auto& [first, count] : kBlocks) {
        const Words words = readByPdu(copy, first, count);
        sight.push_back(words.size());
        sight.insert(sight.end(), words.begin(), words.end());
    }
}

inline void seeGlass(Sight& sight, const Glass& glass) {
    sight.insert(sight.end(), glass.label.begin(), glass.label.end());
    sight.insert(sight.end(), glass.value.begin(), glass.value.end());
    const auto flags = static_cast<std::uint64_t>(glass.isMinus) |
                       static_cast<std::uint64_t>(glass.isBacklightBright) << 1U |
                       static_cast<std::uint64_t>(glass.isPowered) << 2U;
    for (const std::uint64_t part : {std::uint64_t{glass.points}, flags,
                                     std::uint64_t{glass.icons}, std::uint64_t{glass.blinkingCell},
                                     std::uint64_t{glass.blinkingSegments}}) {
        sight.push_back(part);
    }
}

inline void seeCounters(Sight& sight, const Readings& readings) {
    for (const PowerTriple& triple : {readings.demand.present, readings.demand.max}) {
        for (const double value : triple) {
            sight.push_back(std::bit_cast<std::uint64_t>(value));
        }
    }
    sight.push_back(readings.energy.real.units);
    sight.push_back(std::bit_cast<std::uint64_t>(readings.energy.real.fraction));
    sight.push_back(readings.pulses.real);
    sight.push_back(readings.pulses.reactive);
    sight.push_back(readings.powerUpCount);
}

inline Sight sightOf(const sim::Simulation& twin, const sim::NvMemory& memory) {
    Sight sight = {static_cast<std::uint64_t>(twin.now()), twin.meter().factory().serialNumber};
    seeRegisters(sight, twin);
    seeGlass(sight, twin.meter().glass());
    seeCounters(sight, twin.meter().readings());
    const sim::ContactLog::Values& contacts = twin.contacts().values();
    sight.push_back(static_cast<std::uint64_t>(contacts.isAlarmClosed));
    sight.push_back(static_cast<std::uint64_t>(contacts.isEnergyPulseClosed));
    sight.push_back(contacts.energyPulses);
    sight.push_back(static_cast<std::uint64_t>(contacts.lastPulseEdge));
    sight.push_back(static_cast<std::uint64_t>(contacts.lastAlarmEdge));
    for (const std::byte stored : memory.bytes()) {
        sight.push_back(std::to_integer<std::uint64_t>(stored));
    }
    return sight;
}

} // namespace meter::test
