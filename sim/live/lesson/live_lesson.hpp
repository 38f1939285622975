// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A lesson on a live twin: its session, its limit in wall time, and whoever keeps its result.
// Engine's thread only.

#include "sim/lesson/lesson_session.hpp"
#include "sim/live/base/wall_clock.hpp"
#include "sim/live/lesson/lesson_view.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meter::sim::live {

/// What an engine is started with to be a lesson. Its scenario is attemptScenario().
struct LessonPlan {
    std::shared_ptr<const Lesson> lesson;
    Attempt attempt;
    std::vector<LessonEvent> events; ///< Of an attempt that is taken up again.
    SampleTime resumeAt = 0;         ///< Where the twin stood then.
    double usedS = 0.0;              ///< Wall time since it began then: an exam's clock ran on.
    bool isDemonstration = false;    ///< Shown by a trainer; see LessonView.
    /// The result, whenever it has changed, and at the end.
    std::function<void(const LessonSession&)> onChange;
};

class LiveLesson final {
public:
    /// `twin` is at its beginning and outlives it.
    LiveLesson(LessonPlan plan, const Simulation& twin);

    [[nodiscard]] LessonSession& session() { return m_session; }

    [[nodiscard]] const LessonPlan& plan() const { return m_plan; }

    /// Ends an exam whose time is over, and hands a changed result out, four times a second at
    /// most.
    void watch(WallUs now);
    /// The twin ends: an exam is handed in, an exercise is kept as it is.
    void close();

    /// As it stands; a new one only when something has changed.
    [[nodiscard]] std::shared_ptr<const LessonView> view(WallUs now);

private:
    void handOut();
    [[nodiscard]] std::optional<double> secondsLeft(WallUs now) const;

    LessonPlan m_plan;
    const Simulation& m_twin;
    LessonSession m_session;
    std::shared_ptr<const LessonView> m_view;
    std::optional<WallUs> m_begun;
    WallUs m_handedOutAt = 0;
    std::size_t m_eventCount = 0;
    LessonStanding m_shown;
    bool m_isHandedOut = false;
};

/// Nothing, or why the lesson does not allow what a control method is asked for: `keys` are the
/// dotted keys of `set` and `get`.
[[nodiscard]] std::optional<std::string>
deskRefusal(const Lesson& lesson, std::string_view method, const std::vector<std::string>& keys);

} // namespace meter::sim::live
