// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The masters of a scenario and its meter on one simulated line, which carries the meter's time
// along. Tells what the expectations of masters ask for.

#include "sim/run/expectation_look.hpp"
#include "sim/run/master_record.hpp"
#include "sim/run/polling_master.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/twin/meter_station.hpp"

#include <array>
#include <deque>
#include <vector>

namespace meter::sim {

class MastersOnLine final {
public:
    /// The simulation is at its beginning and outlives this.
    MastersOnLine(const Scenario& scenario, Simulation& simulation);
    MastersOnLine(const MastersOnLine&) = delete;
    MastersOnLine& operator=(const MastersOnLine&) = delete;

    /// Line and meter, up to there.
    void runUntil(SampleTime time);

    /// As things are now. `index`: of the expectation in the scenario's list.
    [[nodiscard]] Verdict verdictOf(const Expectation& expectation, std::size_t index) const;

    /// At the end of the run.
    [[nodiscard]] std::vector<MasterRecord> takeRecords();

private:
    /// What an expectation about a span counts.
    struct Window {
        std::size_t master = 0;
        LineUs fromUs = 0;
        LineUs toUs = 0;
        std::uint64_t answered = 0;
        std::array<std::uint64_t, kMasterFailureNames.size()> failed{};
        LineUs latencyMaxUs = 0;
    };

    void onPollEnd(std::size_t master, const PollEnd& end);
    [[nodiscard]] Verdict judgeWindow(const MasterExpectation& asked, const Window& window) const;
    [[nodiscard]] Verdict judgeSeen(const Expectation& expectation,
                                    const PollingMaster& master) const;
    [[nodiscard]] std::vector<MasterSeen> seenBy(const PollingMaster& master) const;

    Simulation& m_simulation;
    SerialLine m_line;
    MeterStation m_station;
    std::deque<PollingMaster> m_masters; ///< Pinned.
    std::vector<Window> m_windows;       ///< One for each expectation; empty span: counts nothing.
};

} // namespace meter::sim
