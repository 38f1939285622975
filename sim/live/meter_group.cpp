// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/meter_group.hpp"

#include "sim/live/line/line_setting.hpp"
#include "sim/twin/simulation.hpp"

#include <cstdint>
#include <map>
#include <utility>

namespace meter::sim::live {

MeterGroup::MeterGroup(std::vector<Scenario> scenarios)
    : m_count(scenarios.size()), m_scenarios(std::move(scenarios)) {}

MeterGroup::~MeterGroup() = default;

Result<void> MeterGroup::build(const std::optional<std::string>& stateDirectory,
                               bool isStateReset,
                               bool isOneLine) {
    if (m_scenarios.empty()) {
        return std::unexpected(Error{"there is no meter to run: name a scenario"});
    }
    m_simulations.reserve(m_count);
    for (Scenario& scenario : std::exchange(m_scenarios, {})) {
        auto memory = std::make_unique<NvMemory>();
        if (stateDirectory) {
            const Result<void> attached =
                memory->attach(*stateDirectory, scenario.meter.serialNumber, isStateReset);
            if (!attached) {
                return std::unexpected(attached.error());
            }
        }
        m_memories.push_back(std::move(memory));
        m_simulations.emplace_back(std::move(scenario), *m_memories.back());
        // Power comes with the first sample, and with it the settings that are stored.
        m_simulations.back().step(1);
    }
    m_reported.resize(m_simulations.size());
    return check(stateDirectory.has_value(), isOneLine);
}

Result<void> MeterGroup::check(bool isStateKept, bool isOneLine) const {
    const auto pair = [this](std::size_t first, std::size_t second) {
        return "'" + m_simulations[first].scenario().name + "' and '" +
               m_simulations[second].scenario().name + "'";
    };
    std::map<std::uint32_t, std::size_t> serials;
    std::map<unsigned, std::size_t> addresses;
    const Settings& line = m_simulations.front().meter().readings().settings;
    for (std::size_t i = 0; i < m_simulations.size(); ++i) {
        const Settings& mine = m_simulations[i].meter().readings().settings;
        const auto serial = serials.emplace(m_simulations[i].scenario().meter.serialNumber, i);
        if (!serial.second && isStateKept) {
            return std::unexpected(Error{pair(serial.first->second, i) +
                                         " have the same serial number and would share one "
                                         "memory; give each meter.serial of its own"});
        }
        const auto address = addresses.emplace(mine.modbusAddress, i);
        if (!address.second && isOneLine) {
            return std::unexpected(
                Error{pair(address.first->second, i) + " are on one line with the same address " +
                      std::to_string(mine.modbusAddress) + "; give each its own"});
        }
        if (mine.baudRate != line.baudRate || mine.parity != line.parity) {
            return std::unexpected(Error{pair(0, i) + " are on one line but set to " +
                                         lineText(line) + " and " + lineText(mine) +
                                         "; set them alike"});
        }
    }
    return {};
}

void MeterGroup::advance(SampleTime samples) {
    for (Simulation& simulation : m_simulations) {
        simulation.step(samples);
    }
}

void MeterGroup::logMessages(EventLog& log) {
    for (std::size_t i = 0; i < m_simulations.size(); ++i) {
        const std::vector<std::string>& memory = m_memories[i]->messages();
        for (; m_reported[i].memory < memory.size(); ++m_reported[i].memory) {
            log.add(memory[m_reported[i].memory]);
        }
        for (const Simulation::Message& message : m_simulations[i].takeMessages()) {
            log.add(message.text);
        }
    }
}

void MeterGroup::failPower() {
    for (Simulation& simulation : m_simulations) {
        if (simulation.meter().isPowered()) {
            simulation.meter().powerFail();
        }
    }
}

} // namespace meter::sim::live
