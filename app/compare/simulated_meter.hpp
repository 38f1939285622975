// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The meter of a scenario in virtual time, as something that a master can ask: no socket, no
// clock, no line. It answers at once what it would answer at that second.

#include "app/master/modbus_master.hpp"
#include "sim/device/virtual_meter.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/twin/simulation.hpp"

#include <memory>
#include <string>

namespace meter::app {

class SimulatedMeter final {
public:
    explicit SimulatedMeter(sim::Scenario scenario);
    SimulatedMeter(const SimulatedMeter&) = delete;
    SimulatedMeter& operator=(const SimulatedMeter&) = delete;

    /// Up to a time since the scenario's start.
    void runTo(double seconds);

    [[nodiscard]] ModbusMaster& master() { return m_master; }

private:
    class Link;

    sim::NvMemory m_memory;
    sim::Simulation m_simulation;
    ModbusMaster m_master;
};

} // namespace meter::app
