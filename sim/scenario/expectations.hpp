// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Judges a scenario's expectations on what a master reads, what the glass shows and what the
// contacts did.

#include "sim/line/register_reader.hpp"
#include "sim/report/run_result.hpp"
#include "sim/scenario/scenario.hpp"

#include <memory>
#include <vector>

namespace meter::sim {

class Simulation;

class ExpectationJudge final {
public:
    explicit ExpectationJudge(const Scenario& scenario);

    /// At each whole second, before the timeline acts.
    void onSecond(const Simulation& simulation);
    /// Moments that are no whole seconds (or the very start), ascending.
    [[nodiscard]] std::vector<SampleTime> oddMoments() const;
    /// At one of them.
    void onMoment(const Simulation& simulation);

    /// Which ones were settled since the last call, by their places in the file's list.
    [[nodiscard]] std::vector<std::size_t> takeSettled();

    /// Settles what is open: a run that ended early has not shown it.
    [[nodiscard]] std::vector<ExpectationResult> finish(SampleTime now);

private:
    struct Case {
        Expectation expectation;
        std::optional<RegisterChoice> choice;
        bool isSettled = false;
        ExpectationResult result;
    };

    struct Verdict {
        bool holds = false;
        std::string seen;
    };

    void judge(Case& item, const Simulation& simulation);
    void judgeDue(const Simulation& simulation, bool isWholeSecond);
    Verdict verdictOf(const Case& item, const Simulation& simulation);
    Verdict verdictOfRegister(const Case& item, const Simulation& simulation);

    std::vector<Case> m_cases;
    RegisterReader m_reader;
    SampleTime m_lookedAt = -1;
    std::vector<std::size_t> m_newlySettled;
};

} // namespace meter::sim
