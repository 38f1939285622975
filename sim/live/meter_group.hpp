// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The meters of one line as an engine owns them: their memories, their simulations, and what
// they have to tell. They go forward together.

#include "sim/live/base/event_log.hpp"
#include "sim/scenario/scenario.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meter::sim {
class NvMemory;
class Simulation;
} // namespace meter::sim

namespace meter::sim::live {

class MeterGroup final {
public:
    explicit MeterGroup(std::vector<Scenario> scenarios);
    ~MeterGroup();

    /// Powers the meters up with what they have stored. They must differ in address and agree
    /// in baud rate and parity; else an error that names the two.
    /// Not so if each has an endpoint of its own (not `isOneLine`): the first of an address is then
    /// the one on the line.
    Result<void>
    build(const std::optional<std::string>& stateDirectory, bool isStateReset, bool isOneLine);

    [[nodiscard]] std::vector<Simulation>& simulations() { return m_simulations; }

    [[nodiscard]] std::size_t count() const { return m_count; } ///< Also before they are built.

    [[nodiscard]] Simulation& first() { return m_simulations.front(); }

    void advance(SampleTime samples);
    void logMessages(EventLog& log); ///< What is new since the last time.
    void failPower();                ///< The end of the program: they save what they must.

private:
    [[nodiscard]] Result<void> check(bool isStateKept, bool isOneLine) const;

    struct ReportedCounts {
        std::size_t memory = 0;
        std::size_t simulation = 0;
    };

    std::size_t m_count;
    std::vector<Scenario> m_scenarios; ///< Until the meters are built.
    std::vector<std::unique_ptr<NvMemory>> m_memories;
    std::vector<Simulation> m_simulations;
    std::vector<ReportedCounts>
        m_reported; ///< How many of each meter's messages the log already has.
};

} // namespace meter::sim::live
