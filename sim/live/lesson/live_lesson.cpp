// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/lesson/live_lesson.hpp"

#include "sim/twin/simulation.hpp"

#include <algorithm>
#include <array>
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
constexpr std::array<std::string_view, 5> kVisible = {
    "installation.voltage_leads", "installation.ct_leads", "installation.ct_reversed",
    "installation.disconnect", "installation.fuses"};

bool isOf(std::string_view key, std::string_view section) {
    return key.starts_with(section);
}

DeskRight rightFor(std::string_view key) {
    if (isOf(key, "installation.disconnect")) {
        return DeskRight::Disconnect;
    }
    return isOf(key, "installation") ? DeskRight::Wiring : DeskRight::Source;
}

std::string sentence(const Lesson& lesson, std::string_view what) {
    return std::string(what) + " is not on the desk of this " + std::string(nameOf(lesson.kind));
}

std::optional<std::string>
keyRefusal(const Lesson& lesson, std::string_view method, const std::vector<std::string>& keys) {
    const bool isExam = lesson.kind == LessonKind::Exam;
    if (method == "get" && isExam) {
        const bool isVisible = !keys.empty() && std::ranges::all_of(keys, [](const auto& key) {
            return std::ranges::any_of(kVisible, [&key](auto seen) { return isOf(key, seen); });
        });
        return isVisible ? std::nullopt : std::optional(sentence(lesson, "a look at the world"));
    }
    for (const std::string& key : method == "set" ? keys : std::vector<std::string>{}) {
        const DeskRight right = rightFor(key);
        const bool isFuse = isOf(key, "installation.fuses") && lesson.mayUse(DeskRight::Disconnect);
        if (!lesson.mayUse(right) && !isFuse) {
            return sentence(lesson, "`" + key + "`");
        }
    }
    return std::nullopt;
}

} // namespace

LiveLesson::LiveLesson(LessonPlan plan, const Simulation& twin)
    : m_plan(std::move(plan)), m_session(*m_plan.lesson, m_plan.attempt, twin) {
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

void LiveLesson::watch(WallUs now) {
    m_begun = m_begun.value_or(now);
    const Lesson& lesson = *m_plan.lesson;
    const auto limit = static_cast<WallUs>(lesson.timeS * kUsPerSecond);
    if (lesson.kind == LessonKind::Exam && now - *m_begun >= limit) {
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
    if (m_plan.lesson->kind == LessonKind::Exam) {
        m_session.finish();
    }
    handOut();
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
