// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/lesson_judge.hpp"

#include "sim/keys/parameter_table.hpp"
#include "sim/lesson/lesson_acts.hpp"
#include "sim/twin/simulation.hpp"

#include <algorithm>
#include <utility>

namespace meter::sim {

namespace {

using State = TaskStanding::State;

constexpr int kThirds = 3; ///< A wrong answer costs a third of the points, rounded up.

std::unexpected<Error> refused(std::string text) {
    return std::unexpected(Error{std::move(text)});
}

std::string noteOf(Act done, Act wanted) {
    const std::string made = done == Act::Any ? "it was so from the start"
                                              : "it was done by " + std::string(nameOf(done));
    return made + "; this task wants it done by " + std::string(nameOf(wanted));
}

} // namespace

LessonJudge::LessonJudge(const Lesson& lesson, std::vector<std::string> drawn)
    : m_lesson(lesson)
    , m_drawn(std::move(drawn))
    , m_check(lesson)
    , m_isBroken(lesson.never.size(), false) {
    for (const Task& task : lesson.tasks) {
        Progress progress;
        progress.conditions.resize(task.done.size());
        progress.standing.id = task.id;
        progress.standing.of = task.points;
        progress.standing.triesLeft = task.ask ? task.ask->tries : 0;
        m_progress.push_back(std::move(progress));
        for (const Condition& condition : task.done) {
            m_waitsForMaster =
                m_waitsForMaster || std::holds_alternative<AskedCondition>(condition);
        }
    }
}

bool LessonJudge::isActive(std::size_t task) const {
    if (m_progress[task].standing.isSettled()) {
        return false;
    }
    const auto before = std::span(m_progress).first(m_lesson.isStrict ? task : 0);
    return std::ranges::all_of(
        before, [](const Progress& progress) { return progress.standing.isSettled(); });
}

void LessonJudge::lookAtConditions(std::size_t task, const Simulation& simulation) {
    const Task& wanted = m_lesson.tasks[task];
    Progress& progress = m_progress[task];
    for (std::size_t i = 0; i < wanted.done.size(); ++i) {
        const Condition& condition = wanted.done[i];
        Memory& memory = progress.conditions[i];
        const bool isMomentary = !isLasting(condition);
        const bool isTrue = m_check.holds(condition, simulation);
        if (std::holds_alternative<ShownCondition>(condition) && isTrue && isActive(task)) {
            memory.hasHappened = true;
        }
        if (isTrue && !memory.isTrue && !isMomentary) {
            memory.madeBy = memory.isNew ? Act::Any : m_lastAct;
        }
        memory.isTrue = isTrue;
        memory.isNew = false;
    }
}

bool LessonJudge::allHold(std::size_t task) {
    const Task& wanted = m_lesson.tasks[task];
    Progress& progress = m_progress[task];
    progress.standing.note.clear();
    for (std::size_t i = 0; i < wanted.done.size(); ++i) {
        const Memory& memory = progress.conditions[i];
        const Condition& condition = wanted.done[i];
        const bool mustHappen = std::holds_alternative<ShownCondition>(condition) ||
                                std::holds_alternative<AskedCondition>(condition);
        if (mustHappen ? !memory.hasHappened : !memory.isTrue) {
            return false;
        }
        const auto* const keys = std::get_if<KeyCountCondition>(&condition);
        if (keys != nullptr && m_keyCount - progress.keysBefore > keys->atMost) {
            progress.standing.note = "more than " + std::to_string(keys->atMost) + " key presses";
            return false;
        }
        if (wanted.by != Act::Any && isLasting(condition) && memory.madeBy != wanted.by) {
            progress.standing.note = noteOf(memory.madeBy, wanted.by);
            return false;
        }
    }
    return true;
}

/// At a whole second: the meter's own update.
void LessonJudge::tick(std::size_t task, SampleTime now) {
    Progress& progress = m_progress[task];
    if (!allHold(task)) {
        progress.trueSince.reset();
        return;
    }
    progress.trueSince = progress.trueSince.value_or(now);
    if (isActive(task) && now - *progress.trueSince >= m_lesson.tasks[task].holdFor) {
        settle(task, State::Done, m_lesson.tasks[task].points, now);
    }
}

void LessonJudge::settle(std::size_t task, State state, int points, SampleTime now) {
    TaskStanding& standing = m_progress[task].standing;
    standing.state = state;
    standing.points = points;
    standing.at = now;
    standing.note.clear();
    for (std::size_t next = 0; m_lesson.isStrict && next < m_progress.size(); ++next) {
        if (isActive(next)) {
            m_progress[next].begun = now;
            m_progress[next].keysBefore = m_keyCount;
        }
    }
}

void LessonJudge::look(const Simulation& simulation) {
    if (m_isFinished) {
        return;
    }
    m_check.forget();
    lookAtCounters(simulation);
    const SampleTime now = simulation.now();
    for (std::size_t task = 0; task < m_progress.size(); ++task) {
        if (!m_lesson.tasks[task].ask && !m_progress[task].standing.isSettled()) {
            lookAtConditions(task, simulation);
        }
    }
    // Nothing has been measured at the very beginning.
    if (now == 0 || now % kSamplesPerSecond != 0) {
        return;
    }
    for (std::size_t task = 0; task < m_progress.size(); ++task) {
        if (!m_lesson.tasks[task].ask && !m_progress[task].standing.isSettled()) {
            tick(task, now);
        }
    }
}

void LessonJudge::lookAtCounters(const Simulation& simulation) {
    const Readings& readings = simulation.meter().readings();
    if (!simulation.meter().isPowered()) {
        return;
    }
    const auto isSome = [](double value) {
        return value > 0.0;
    };
    const bool hasDemandMax = std::ranges::any_of(readings.demand.max, isSome);
    const bool hasPulses = pulsesCounted(readings);
    for (std::size_t ban = 0; m_counters.isKnown && ban < m_lesson.never.size(); ++ban) {
        const Ban& each = m_lesson.never[ban];
        const bool isReset =
            each.what == Ban::What::Reset &&
            ((each.of == "energy" && readings.energyResetCount > m_counters.energyResets) ||
             (each.of == "demand" && m_counters.hasDemandMax && !hasDemandMax) ||
             (each.of == "pulses" && m_counters.hasPulses && !hasPulses));
        if (isReset) {
            breakBan(ban, simulation.now());
        }
    }
    m_counters = {.energyResets = readings.energyResetCount,
                  .hasDemandMax = hasDemandMax,
                  .hasPulses = hasPulses,
                  .isKnown = true};
}

void LessonJudge::lose(std::string why, std::optional<int> points, SampleTime now) {
    m_lost.push_back({.why = std::move(why),
                      .points = points.value_or(0),
                      .at = now,
                      .isFailure = !points.has_value()});
}

void LessonJudge::breakBan(std::size_t ban, SampleTime now) {
    if (m_isBroken[ban]) {
        return;
    }
    m_isBroken[ban] = true;
    lose(m_lesson.never[ban].text, m_lesson.never[ban].costs, now);
}

void LessonJudge::breakBans(const TimelineEntry& entry, const Simulation& simulation) {
    const bool isLive = isDisconnectClosed(simulation.world());
    for (std::size_t ban = 0; ban < m_lesson.never.size(); ++ban) {
        if (breaks(m_lesson.never[ban], entry, simulation.world(), isLive)) {
            breakBan(ban, simulation.now());
        }
    }
    if (m_lesson.safety > 0 && !m_isUnsafe && isLive && movesLeads(entry, simulation.world())) {
        m_isUnsafe = true;
        lose("a lead or a CT was moved with the voltage disconnect closed", m_lesson.safety,
             simulation.now());
    }
}

void LessonJudge::onStimulus(const TimelineEntry& entry, const Simulation& simulation) {
    if (m_isFinished) {
        return;
    }
    // What the acts before this one have made true is theirs.
    m_check.forget();
    for (std::size_t task = 0; task < m_progress.size(); ++task) {
        if (!m_lesson.tasks[task].ask && !m_progress[task].standing.isSettled()) {
            lookAtConditions(task, simulation);
        }
    }
    breakBans(entry, simulation);
    m_keyCount += keyPressesOf(entry);
    m_lastAct = actOf(entry);
}

void LessonJudge::onAsked(const AskedEvent& event, const Simulation& simulation) {
    const Settings& settings = simulation.meter().readings().settings;
    for (std::size_t task = 0; task < m_progress.size(); ++task) {
        for (std::size_t i = 0; i < m_lesson.tasks[task].done.size(); ++i) {
            const auto* const wanted = std::get_if<AskedCondition>(&m_lesson.tasks[task].done[i]);
            if (wanted != nullptr && isActive(task) && isAskedSo(*wanted, event, settings)) {
                Memory& memory = m_progress[task].conditions[i];
                memory.asked.resize(wanted->registers.size(), false);
                noteAsked(*wanted, event, memory.asked);
                memory.hasHappened = std::ranges::find(memory.asked, false) == memory.asked.end();
            }
        }
    }
}

void LessonJudge::onMeasured(const ToolReading& reading) {
    m_hasMeasured[static_cast<std::size_t>(reading.tool)] = true;
}

Result<std::size_t> LessonJudge::openTask(const std::string& id) const {
    const std::optional<std::size_t> task = m_lesson.taskNamed(id);
    if (!task) {
        return refused("there is no task `" + id.substr(0, 60) + "` in this lesson");
    }
    if (m_isFinished) {
        return refused("the lesson has been handed in");
    }
    if (m_progress[*task].standing.isSettled()) {
        return refused("the task `" + id + "` is settled");
    }
    if (!isActive(*task)) {
        return refused("it is not yet the turn of `" + id + "`: the tasks before it come first");
    }
    return *task;
}

Result<bool> LessonJudge::answer(const AnswerEvent& event, const Simulation& simulation) {
    const Result<std::size_t> task = openTask(event.task);
    if (!task) {
        return std::unexpected(task.error());
    }
    const Task& wanted = m_lesson.tasks[*task];
    if (!wanted.ask) {
        return refused("the task `" + event.task + "` is to be done; it takes no answer");
    }
    if (wanted.ask->evidence && !m_hasMeasured[static_cast<std::size_t>(*wanted.ask->evidence)]) {
        return refused("measure first: this answer wants a reading of the " +
                       std::string(nameOf(*wanted.ask->evidence)));
    }
    Progress& progress = m_progress[*task];
    std::string given;
    for (const std::string& value : event.values) {
        given += (given.empty() ? "" : ", ") + value;
    }
    progress.standing.answers.push_back(std::move(given));
    const int third = (wanted.points + kThirds - 1) / kThirds;
    if (isRight(*wanted.ask, event, simulation)) {
        settle(*task, State::Done, std::max(0, wanted.points - progress.triesUsed * third),
               simulation.now());
        return true;
    }
    ++progress.triesUsed;
    progress.standing.triesLeft = wanted.ask->tries - progress.triesUsed;
    if (progress.standing.triesLeft <= 0) {
        settle(*task, State::Wrong, 0, simulation.now());
    }
    return false;
}

bool LessonJudge::isRight(const Question& question,
                          const AnswerEvent& event,
                          const Simulation& simulation) {
    if (const auto* const number = std::get_if<NumberAnswer>(&question.answer)) {
        return event.values.size() == 1 && isRightNumber(*number, event.values.front(), simulation);
    }
    const auto* const listed = std::get_if<ListedAnswer>(&question.answer);
    return isSameSet(question, event.values,
                     listed != nullptr ? listed->right : hiddenAnswer(m_drawn));
}

bool LessonJudge::isRightNumber(const NumberAnswer& wanted,
                                const std::string& text,
                                const Simulation& simulation) {
    std::optional<double> right = wanted.number;
    if (wanted.of == NumberAnswer::Of::Truth) {
        right = trueAnswer(wanted.name, simulation.faultyWorld());
    } else if (wanted.of == NumberAnswer::Of::Register) {
        m_check.forget();
        right = m_check.reading(wanted.name, simulation);
    }
    const std::optional<double> given = numberGiven(text, wanted);
    return right && given && isNear(*given, *right, wanted);
}

Result<Hint> LessonJudge::hint(const std::string& id, SampleTime now) {
    const Result<std::size_t> task = openTask(id);
    if (!task) {
        return std::unexpected(task.error());
    }
    const Task& wanted = m_lesson.tasks[*task];
    TaskStanding& standing = m_progress[*task].standing;
    if (static_cast<std::size_t>(standing.hints) >= wanted.hints.size()) {
        return refused(wanted.hints.empty() ? "this task has no hints"
                                            : "there are no more hints for this task");
    }
    Hint hint = wanted.hints[static_cast<std::size_t>(standing.hints)];
    ++standing.hints;
    if (hint.glow.empty() && standing.hints == 2) {
        hint.glow = wanted.glow;
    }
    if (hint.costs > 0) {
        lose("hint " + std::to_string(standing.hints) + " of " + id, hint.costs, now);
    }
    return hint;
}

Result<void> LessonJudge::giveUp(const std::string& id, SampleTime now) {
    const Result<std::size_t> task = openTask(id);
    if (!task) {
        return std::unexpected(task.error());
    }
    settle(*task, State::GivenUp, 0, now);
    return {};
}

void LessonJudge::finish() {
    m_isFinished = true;
}

LessonStanding LessonJudge::standing() const {
    LessonStanding standing;
    for (std::size_t task = 0; task < m_progress.size(); ++task) {
        standing.tasks.push_back(m_progress[task].standing);
        standing.points += m_progress[task].standing.points;
        if (!standing.current && isActive(task)) {
            standing.current = task;
        }
    }
    standing.lost = m_lost;
    for (const LessonLoss& loss : m_lost) {
        standing.points -= loss.points;
        standing.hasFailed = standing.hasFailed || loss.isFailure;
    }
    standing.points = std::max(0, standing.points);
    standing.of = m_lesson.pointsMax();
    standing.isFinished = m_isFinished;
    standing.isPassed =
        !standing.hasFailed && standing.points * 100.0 >= m_lesson.passPercent * standing.of;
    return standing;
}

} // namespace meter::sim
