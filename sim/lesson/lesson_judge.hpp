// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Judges an attempt: sees what everybody sees (registers, glass, wiring) and what is done to the
// twin, ticks tasks, takes points away. Deterministic: the same events at the same samples give
// the same standing. It has no clock: who drives it looks at every kLookInterval, before each
// stimulus, and hands in.

#include "sim/lesson/attempt.hpp"
#include "sim/lesson/condition_check.hpp"
#include "sim/lesson/lesson.hpp"
#include "sim/lesson/lesson_event.hpp"
#include "sim/lesson/lesson_standing.hpp"

#include <array>
#include <string>
#include <vector>

namespace meter::sim {

class LessonJudge final {
public:
    static constexpr SampleTime kLookInterval = kSamplesPerSecond / 10; ///< 0.1 s.

    /// `lesson` outlives it; `drawn` are the hidden faults of the attempt.
    LessonJudge(const Lesson& lesson, std::vector<std::string> drawn);

    /// At each multiple of kLookInterval, from 0 on.
    void look(const Simulation& simulation);
    /// Before it acts.
    void onStimulus(const TimelineEntry& entry, const Simulation& simulation);
    void onAsked(const AskedEvent& event, const Simulation& simulation);
    void onMeasured(const ToolReading& reading);

    /// Refused with a sentence: no such task, not its turn, settled, no evidence. True: right.
    Result<bool> answer(const AnswerEvent& event, const Simulation& simulation);
    /// The next hint of a task, which costs its points. Refused: there are no more.
    Result<Hint> hint(const std::string& task, SampleTime now);
    Result<void> giveUp(const std::string& task, SampleTime now);
    void finish();

    [[nodiscard]] LessonStanding standing() const;

    [[nodiscard]] bool isFinished() const { return m_isFinished; }

    /// True when some condition waits for a master's request: those are to be kept.
    [[nodiscard]] bool waitsForMaster() const { return m_waitsForMaster; }

private:
    /// What is remembered of one condition.
    struct Memory {
        bool isTrue = false;
        bool hasHappened = false;  ///< Of a momentary one, in its turn.
        bool isNew = true;         ///< Not looked at yet.
        Act madeBy = Act::Any;     ///< Any: nobody made it true.
        std::vector<bool> asked{}; ///< Of an AskedCondition, by register: answered so far.
    };

    struct Progress {
        std::vector<Memory> conditions;
        std::optional<SampleTime> trueSince;
        SampleTime begun = 0;
        int keysBefore = 0; ///< Presses before the task began.
        TaskStanding standing;
        int triesUsed = 0;
    };

    struct Counters {
        std::uint16_t energyResets = 0;
        bool hasDemandMax = false;
        bool hasPulses = false;
        bool isKnown = false;
    };

    [[nodiscard]] bool isActive(std::size_t task) const;
    Result<std::size_t> openTask(const std::string& id) const;
    void lookAtConditions(std::size_t task, const Simulation& simulation);
    void tick(std::size_t task, SampleTime now);
    [[nodiscard]] bool allHold(std::size_t task);
    void settle(std::size_t task, TaskStanding::State state, int points, SampleTime now);
    void lookAtCounters(const Simulation& simulation);
    void lose(std::string why, std::optional<int> points, SampleTime now);
    void breakBans(const TimelineEntry& entry, const Simulation& simulation);
    void breakBan(std::size_t ban, SampleTime now);
    [[nodiscard]] bool
    isRight(const Question& question, const AnswerEvent& event, const Simulation& simulation);
    [[nodiscard]] bool isRightNumber(const NumberAnswer& wanted,
                                     const std::string& text,
                                     const Simulation& simulation);

    const Lesson& m_lesson;
    std::vector<std::string> m_drawn;
    ConditionCheck m_check;
    std::vector<Progress> m_progress;
    std::vector<LessonLoss> m_lost;
    std::vector<bool> m_isBroken; ///< By ban: it costs once.
    bool m_isUnsafe = false;
    std::array<bool, 3> m_hasMeasured{}; ///< By hand tool.
    int m_keyCount = 0;
    Act m_lastAct = Act::Any;
    Counters m_counters;
    bool m_waitsForMaster = false;
    bool m_isFinished = false;
};

} // namespace meter::sim
