// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/lesson/live_lesson.hpp"

#include "sim/lesson/lesson_acts.hpp"
#include "sim/lesson/right_answer.hpp"
#include "sim/twin/simulation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace meter::sim::live {

namespace {

constexpr WallUs kHandOutUs = 250'000;
constexpr double kUsPerSecond = 1e6;

/// What a method needs; none: it is always allowed, or judged by its keys.
struct MethodRight {
    std::string_view method;
    std::optional<DeskRight> right{};
    bool isClosed = false;       ///< In every lesson.
    bool isClosedInExam = false; ///< No way back, no look behind the scenes.
};

constexpr std::array kMethodRights = {
    MethodRight{.method = "press", .right = DeskRight::Keys},
    MethodRight{.method = "write", .right = DeskRight::Modbus},
    MethodRight{.method = "power", .right = DeskRight::Power},
    MethodRight{.method = "speed", .right = DeskRight::Speed},
    MethodRight{.method = "pause", .right = DeskRight::Speed},
    MethodRight{.method = "apply", .isClosed = true},
    MethodRight{.method = "clear", .isClosed = true},
    MethodRight{.method = "line", .isClosed = true},
    MethodRight{.method = "snapshot", .isClosedInExam = true},
    MethodRight{.method = "restore", .isClosedInExam = true},
    MethodRight{.method = "rewind", .isClosedInExam = true},
    MethodRight{.method = "record", .isClosedInExam = true},
    MethodRight{.method = "expectations", .isClosedInExam = true},
};

/// What is seen in the wiring diagram, and may be asked for in an exam.
constexpr std::array<std::string_view, 6> kVisible = {
    "installation.voltage_leads", "installation.ct_leads", "installation.ct_reversed",
    "installation.disconnect",    "installation.fuses",    "line.wiring"};

/// The last presses of all that was done.
std::string keysOf(const std::vector<LessonEvent>& events) {
    constexpr std::string_view kSigns = "+-<>"; // By Key.
    constexpr std::size_t kShown = 8;
    std::vector<char> keys;
    for (auto event = events.rbegin(); event != events.rend() && keys.size() < kShown; ++event) {
        const auto* const entry = std::get_if<TimelineEntry>(&event->what);
        const auto* const press =
            entry == nullptr ? nullptr : std::get_if<PressAction>(&entry->action);
        for (std::size_t i = press == nullptr ? 0 : press->presses.size(); i > 0; --i) {
            const PressAction::Press& each = press->presses[i - 1];
            if (each.stroke != PressAction::Stroke::Up && keys.size() < kShown) {
                keys.push_back(kSigns[static_cast<std::size_t>(each.key)]);
            }
        }
    }
    std::string text;
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        text += text.empty() ? "" : " ";
        text += *key;
    }
    return text;
}

std::string sentence(const Lesson& lesson, std::string_view what) {
    return std::string(what) + " is not on the desk of this " + std::string(nameOf(lesson.kind));
}

std::optional<std::string>
keyRefusal(const Lesson& lesson, std::string_view method, const std::vector<std::string>& keys) {
    const bool isExam = lesson.kind == LessonKind::Exam;
    if (method == "get" && isExam) {
        const bool isVisible = !keys.empty() && std::ranges::all_of(keys, [](const auto& key) {
            return std::ranges::any_of(kVisible,
                                       [&key](auto seen) { return key.starts_with(seen); });
        });
        return isVisible ? std::nullopt : std::optional(sentence(lesson, "a look at the world"));
    }
    for (const std::string& key : method == "set" ? keys : std::vector<std::string>{}) {
        if (!maySet(lesson, key)) {
            return sentence(lesson, "`" + key + "`");
        }
    }
    return std::nullopt;
}

} // namespace

LiveLesson::LiveLesson(LessonPlan plan, const Simulation& twin)
    : m_plan(std::move(plan)), m_twin(twin), m_session(*m_plan.lesson, m_plan.attempt, twin) {
    m_session.look();
}

void LiveLesson::handOut() {
    m_eventCount = m_session.events().size();
    m_shown = m_session.standing();
    m_isHandedOut = true;
    if (m_plan.onChange) {
        m_plan.onChange(m_session);
    }
}

/// None: an exercise takes as long as it takes.
std::optional<double> LiveLesson::secondsLeft(WallUs now) const {
    const Lesson& lesson = *m_plan.lesson;
    if (lesson.kind != LessonKind::Exam || m_plan.isDemonstration) {
        return std::nullopt;
    }
    const double used =
        m_plan.usedS + static_cast<double>(now - m_begun.value_or(now)) / kUsPerSecond;
    return lesson.timeS - used;
}

void LiveLesson::watch(WallUs now) {
    m_begun = m_begun.value_or(now);
    if (secondsLeft(now).value_or(1.0) <= 0.0) {
        m_session.finish();
    }
    if (now - m_handedOutAt < kHandOutUs && m_isHandedOut) {
        return;
    }
    m_handedOutAt = now;
    if (!m_isHandedOut || m_eventCount != m_session.events().size() ||
        !(m_shown == m_session.standing())) {
        handOut();
    }
}

void LiveLesson::close() {
    if (m_plan.lesson->kind == LessonKind::Exam && !m_plan.isDemonstration) {
        m_session.finish();
    }
    handOut();
}

std::shared_ptr<const LessonView> LiveLesson::view(WallUs now) {
    LessonView view{.lesson = m_plan.lesson,
                    .attempt = m_session.attempt(),
                    .drawn = m_session.drawn(),
                    .standing = m_session.standing(),
                    .secondsLeft = {},
                    .keys = keysOf(m_session.events()),
                    .isDemonstration = m_plan.isDemonstration};
    const std::optional<double> left = secondsLeft(now);
    if (left && !view.standing.isFinished) {
        view.secondsLeft = static_cast<int>(std::ceil(std::max(0.0, *left)));
    }
    if (m_view && view == *m_view) {
        return m_view;
    }
    if (view.standing.isFinished) {
        view.rightAnswers = rightAnswers(*m_plan.lesson, m_session.drawn(), m_twin);
    }
    m_view = std::make_shared<const LessonView>(std::move(view));
    return m_view;
}

std::optional<std::string>
deskRefusal(const Lesson& lesson, std::string_view method, const std::vector<std::string>& keys) {
    const auto rule = std::ranges::find(kMethodRights, method, &MethodRight::method);
    if (rule == kMethodRights.end()) {
        return keyRefusal(lesson, method, keys);
    }
    const bool isExam = lesson.kind == LessonKind::Exam;
    const bool isAllowed = !rule->isClosed && !(isExam && rule->isClosedInExam) &&
                           (!rule->right || lesson.mayUse(*rule->right));
    return isAllowed ? std::nullopt
                     : std::optional(sentence(lesson, "`" + std::string(method) + "`"));
}

} // namespace meter::sim::live
