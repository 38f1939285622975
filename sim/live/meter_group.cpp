// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/meter_group.hpp"

#include "sim/live/line/line_setting.hpp"
#include "sim/twin/simulation.hpp"

#include <utility>

namespace meter::sim::live {

MeterGroup::MeterGroup(std::vector<Scenario> scenarios) : m_scenarios(std::move(scenarios)) {}

MeterGroup::~MeterGroup() = default;

Result<void> MeterGroup::build(const std::optional<std::string>& stateDirectory,
                               bool isStateReset) {
    if (m_scenarios.empty()) {
        return std::unexpected(Error{"there is no meter to run: name a scenario"});
    }
    for (const Scenario& scenario : m_scenarios) {
        auto memory = std::make_unique<NvMemory>();
        if (stateDirectory) {
            const Result<void> attached =
                memory->attach(*stateDirectory, scenario.meter.serialNumber, isStateReset);
            if (!attached) {
                return std::unexpected(attached.error());
            }
        }
        m_memories.push_back(std::move(memory));
        m_simulations.emplace_back(scenario, *m_memories.back());
        // Power comes with the first sample, and with it the settings that are stored.
        m_simulations.back().step(1);
    }
    m_told.resize(m_simulations.size());
    return check(stateDirectory.has_value());
}

Result<void> MeterGroup::check(bool isStateKept) const {
    for (std::size_t i = 0; i < m_simulations.size(); ++i) {
        const Settings& mine = m_simulations[i].meter().readings().settings;
        for (std::size_t k = 0; k < i; ++k) {
            const Settings& other = m_simulations[k].meter().readings().settings;
            const std::string pair =
                "'" + m_scenarios[k].name + "' and '" + m_scenarios[i].name + "'";
            if (m_scenarios[i].meter.serialNumber == m_scenarios[k].meter.serialNumber &&
                isStateKept) {
                return std::unexpected(
                    Error{pair + " have the same serial number and would share one memory; give "
                                 "each meter.serial of its own"});
            }
            if (mine.modbusAddress == other.modbusAddress) {
                return std::unexpected(Error{pair + " are on one line with the same address " +
                                             std::to_string(mine.modbusAddress) +
                                             "; give each its own"});
            }
            if (mine.baudRate != other.baudRate || mine.parity != other.parity) {
                return std::unexpected(Error{pair + " are on one line but set to " +
                                             lineText(other) + " and " + lineText(mine) +
                                             "; set them alike"});
            }
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
        for (; m_told[i].memory < memory.size(); ++m_told[i].memory) {
            log.add(memory[m_told[i].memory]);
        }
        const std::vector<Simulation::Message>& world = m_simulations[i].messages();
        for (; m_told[i].simulation < world.size(); ++m_told[i].simulation) {
            log.add(world[m_told[i].simulation].text);
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
