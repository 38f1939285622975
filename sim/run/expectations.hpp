// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Judges a scenario's expectations on what a master reads, what the glass shows and what the
// contacts did.

#include "sim/run/expectation_look.hpp"
#include "sim/run/run_result.hpp"
#include "sim/scenario/scenario.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace meter::sim {

class MastersOnLine;
class Simulation;

/// Where an expectation stands while its time has not come, or is over.
struct ExpectationStanding {
    enum class State : std::uint8_t { Pending, Held, Failed };
    State state = State::Pending;
    SampleTime from = 0; ///< When it is judged.
    SampleTime to = 0;
    std::string text;  ///< As written.
    std::string seen;  ///< What was there at the last look; empty before the first.
    SampleTime at = 0; ///< Of the last look.
};

class ExpectationJudge final {
public:
    explicit ExpectationJudge(const Scenario& scenario);

    /// Who tells about masters; outlives the judging. Without, what is expected of them fails.
    void setMasters(const MastersOnLine* masters) { m_masters = masters; }

    /// At each whole second, before the timeline acts.
    void onSecond(const Simulation& simulation);
    /// Moments that are no whole seconds (or the very start), ascending.
    [[nodiscard]] std::vector<SampleTime> oddMoments() const;
    /// At one of them.
    void onMoment(const Simulation& simulation);

    /// Nothing is left to be judged, unless the simulation goes back.
    [[nodiscard]] bool isDone() const;

    /// Which ones were settled since the last call, by their places in the file's list.
    [[nodiscard]] std::vector<std::size_t> takeSettled();

    /// All of them, in the order of the file.
    [[nodiscard]] std::vector<ExpectationStanding> standings() const;
    /// The simulation went back to a time: what was seen after it is open again.
    void reopen(SampleTime time);

    /// Settles what is open: a run that ended early has not shown it.
    [[nodiscard]] std::vector<ExpectationResult> finish(SampleTime now);

private:
    struct Case {
        Expectation expectation;
        bool isSettled = false;
        ExpectationResult result;
    };

    void judge(Case& item, const Simulation& simulation);
    [[nodiscard]] Verdict verdictOf(const Case& item, const Simulation& simulation);
    void judgeDue(const Simulation& simulation, bool isWholeSecond);

    std::vector<Case> m_cases;
    Factory m_factory; ///< Of the meter that is judged.
    /// Only while something is open: it holds a meter of its own.
    std::optional<ExpectationLook> m_look;
    const MastersOnLine* m_masters = nullptr;
    std::vector<std::size_t> m_newlySettled;
};

} // namespace meter::sim
