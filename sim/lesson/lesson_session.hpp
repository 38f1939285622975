// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An attempt at a lesson on a twin that somebody else advances: hears what is done to it, takes
// what the learner says, has the judge look when it is time, and keeps every event, so that the
// attempt can be judged again. In an exercise the twin may go back: the session then stands as
// it stood at that moment.

#include "sim/lesson/attempt.hpp"
#include "sim/lesson/lesson_judge.hpp"
#include "sim/stimulus/stimulus_observer.hpp"

#include <memory>
#include <string>
#include <vector>

namespace meter::sim {

class LessonRun;

class LessonSession final : public StimulusObserver {
public:
    /// `lesson` and `twin` outlive it; the twin runs attemptScenario() and is at its beginning.
    /// It is the caller who makes the session the twin's observer, or passes on what one hears.
    LessonSession(const Lesson& lesson, Attempt attempt, const Simulation& twin);
    ~LessonSession();

    /// When the judge wants to look next; the twin is to stop there for look().
    [[nodiscard]] SampleTime nextLook() const { return m_nextLook; }

    void look(); ///< The twin is at nextLook(), or at a time behind it.

    Result<bool> answer(const std::string& task, std::vector<std::string> values);
    Result<Hint> hint(const std::string& task);
    Result<void> giveUp(const std::string& task);
    Result<ToolReading> measure(HandTool tool, const std::string& at);
    void onAsked(const AskedEvent& event);
    /// Handed in. Nothing counts any more.
    void finish();

    [[nodiscard]] LessonStanding standing() const { return m_judge->standing(); }

    [[nodiscard]] const Lesson& lesson() const { return m_lesson; }

    [[nodiscard]] const Attempt& attempt() const { return m_attempt; }

    [[nodiscard]] const std::vector<std::string>& drawn() const { return m_drawn; }

    [[nodiscard]] const std::vector<LessonEvent>& events() const { return m_events; }

    [[nodiscard]] SampleTime now() const;

    /// What could not be kept, in sentences; empty: the attempt can be judged again.
    [[nodiscard]] const std::vector<std::string>& notes() const { return m_notes; }

    void onStimulus(const TimelineEntry& entry) override;
    void onUnrecordable(SampleTime at, const std::string& what) override;
    void onRewind(std::uint64_t count) override;

    /// As if it happened now, on a twin that has been brought to its time: for judging again.
    /// Stimuli are not: the twin tells of them.
    Result<void> repeat(const LessonEvent& event);

private:
    friend class LessonRun; // Hands the judge of a repeated past over.

    void keep(LessonEvent event);

    const Lesson& m_lesson;
    Attempt m_attempt;
    const Simulation& m_twin;
    std::vector<std::string> m_drawn;
    std::unique_ptr<LessonJudge> m_judge;
    std::vector<LessonEvent> m_events;
    std::vector<std::string> m_notes;
    SampleTime m_nextLook = 0;
};

} // namespace meter::sim
