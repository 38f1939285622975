// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/lesson_session.hpp"

#include "sim/lesson/lesson_run.hpp"
#include "sim/twin/simulation.hpp"

#include <utility>

namespace meter::sim {

namespace {

/// Whether it was done, without what came of it.
template <typename T>
Result<void> doneOf(const Result<T>& result) {
    return result ? Result<void>{} : std::unexpected(result.error());
}

} // namespace

LessonSession::LessonSession(const Lesson& lesson, Attempt attempt, const Simulation& twin)
    : m_lesson(lesson)
    , m_attempt(std::move(attempt))
    , m_twin(twin)
    , m_drawn(drawnFaults(lesson, m_attempt.seed))
    , m_judge(std::make_unique<LessonJudge>(lesson, m_drawn)) {}

LessonSession::~LessonSession() = default;

SampleTime LessonSession::now() const {
    return m_twin.now();
}

void LessonSession::look() {
    m_judge->look(m_twin);
    m_nextLook = (m_twin.now() / LessonJudge::kLookInterval + 1) * LessonJudge::kLookInterval;
}

void LessonSession::keep(LessonEvent event) {
    event.at = m_twin.now();
    m_events.push_back(std::move(event));
}

Result<bool> LessonSession::answer(const std::string& task, std::vector<std::string> values) {
    AnswerEvent event{.task = task, .values = std::move(values)};
    Result<bool> isRight = m_judge->answer(event, m_twin);
    if (isRight) {
        keep({.what = std::move(event)});
    }
    return isRight;
}

Result<Hint> LessonSession::hint(const std::string& task) {
    Result<Hint> hint = m_judge->hint(task, m_twin.now());
    if (hint) {
        keep({.what = HintEvent{.task = task}});
    }
    return hint;
}

Result<void> LessonSession::giveUp(const std::string& task) {
    Result<void> done = m_judge->giveUp(task, m_twin.now());
    if (done) {
        keep({.what = GiveUpEvent{.task = task}});
    }
    return done;
}

Result<ToolReading> LessonSession::measure(HandTool tool, const std::string& at) {
    Result<ToolReading> reading = measureWith(tool, at, m_twin.faultyWorld());
    if (reading) {
        m_judge->onMeasured(*reading);
        keep({.what = MeasureEvent{.tool = tool, .at = at}});
    }
    return reading;
}

void LessonSession::onAsked(const AskedEvent& event) {
    if (m_judge->waitsForMaster() && !m_judge->isFinished()) {
        m_judge->onAsked(event, m_twin);
        keep({.what = event});
    }
}

void LessonSession::finish() {
    if (!m_judge->isFinished()) {
        m_judge->finish();
        keep({.what = FinishEvent{}});
    }
}

void LessonSession::onStimulus(const TimelineEntry& entry) {
    if (m_judge->isFinished()) {
        return;
    }
    m_judge->onStimulus(entry, m_twin);
    keep({.what = entry});
}

void LessonSession::onUnrecordable(SampleTime at, const std::string& what) {
    static_cast<void>(at);
    m_notes.push_back(what);
}

/// The events up to that moment are judged again, on a twin of our own.
void LessonSession::onRewind(std::uint64_t count) {
    static_cast<void>(count);
    const SampleTime now = m_twin.now();
    std::erase_if(m_events, [now](const LessonEvent& event) { return event.at > now; });
    LessonRun past(m_lesson, m_attempt);
    static_cast<void>(past.play(m_events, now));
    m_judge = past.takeJudge();
    m_nextLook = (now / LessonJudge::kLookInterval + 1) * LessonJudge::kLookInterval;
}

Result<void> LessonSession::repeat(const LessonEvent& event) {
    struct Again {
        LessonSession& session;

        Result<void> operator()(const TimelineEntry&) const { return {}; }

        Result<void> operator()(const AnswerEvent& event) const {
            return doneOf(session.answer(event.task, event.values));
        }

        Result<void> operator()(const HintEvent& event) const {
            return doneOf(session.hint(event.task));
        }

        Result<void> operator()(const GiveUpEvent& event) const {
            return session.giveUp(event.task);
        }

        Result<void> operator()(const MeasureEvent& event) const {
            return doneOf(session.measure(event.tool, event.at));
        }

        Result<void> operator()(const AskedEvent& event) const {
            session.onAsked(event);
            return {};
        }

        Result<void> operator()(const FinishEvent&) const {
            session.finish();
            return {};
        }
    };

    return std::visit(Again{*this}, event.what);
}

std::unique_ptr<LessonJudge> LessonRun::takeJudge() {
    return std::move(m_session->m_judge);
}

} // namespace meter::sim
