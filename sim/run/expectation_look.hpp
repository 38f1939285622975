// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether what an expectation asks for is so at this moment, whenever that is: on what a master
// reads, what the glass shows and what the contacts did. Expectations of a run and the tasks of
// a lesson are judged by it.

#include "sim/line/register_reader.hpp"
#include "sim/scenario/scenario.hpp"

#include <string>

namespace meter::sim {

class Simulation;

struct Verdict {
    bool holds = false;
    std::string seen; ///< What was there, for people.
};

/// All comparisons of an expectation with a number, its bits included; true if it has none.
[[nodiscard]] bool holdsNumerically(const Expectation& expectation, double seen);

class ExpectationLook final {
public:
    /// Of the meter that the expectations are about.
    explicit ExpectationLook(const Factory& factory);

    /// The times of the expectation do not matter.
    [[nodiscard]] Verdict verdictOf(const Expectation& expectation, const Simulation& simulation);

    /// Something may have changed within this sample, or the simulation went back.
    void forget() { m_lookedAt = -1; }

private:
    Verdict verdictOfRegister(const Expectation& expectation, const Simulation& simulation);

    RegisterReader m_reader;
    SampleTime m_lookedAt = -1;
};

} // namespace meter::sim
