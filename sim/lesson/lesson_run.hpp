// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An attempt on a twin of its own, in virtual time: for checking a lesson by its solution, for
// judging a result again, for a browser.

#include "sim/device/virtual_meter.hpp"
#include "sim/lesson/lesson_session.hpp"
#include "sim/twin/simulation.hpp"

#include <memory>
#include <span>

namespace meter::sim {

class LessonRun final {
public:
    /// `lesson` outlives it.
    LessonRun(const Lesson& lesson, Attempt attempt);
    ~LessonRun();

    void advance(SampleTime samples);
    void runUntil(SampleTime time);

    [[nodiscard]] Simulation& twin() { return m_twin; }

    [[nodiscard]] LessonSession& session() { return *m_session; }

    [[nodiscard]] const LessonSession& session() const { return *m_session; }

    /// The events at their samples, then on to `until`. An event that is refused now was not
    /// what it is said to have been.
    Result<void> play(std::span<const LessonEvent> events, SampleTime until);

    /// Asks as a master on the line: answered only with the meter's own settings of the line.
    void readAsMaster(const ReadStep& step);

private:
    friend class LessonSession;
    [[nodiscard]] std::unique_ptr<LessonJudge> takeJudge();

    NvMemory m_memory;
    Simulation m_twin;
    std::unique_ptr<LessonSession> m_session;
};

} // namespace meter::sim
