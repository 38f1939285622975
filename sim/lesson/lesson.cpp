// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/lesson.hpp"

#include <algorithm>
#include <array>

namespace meter::sim {

int Lesson::pointsMax() const {
    int sum = 0;
    for (const Task& task : tasks) {
        sum += task.points;
    }
    return sum;
}

bool Lesson::mayUse(DeskRight right) const {
    return std::ranges::find(may, right) != may.end();
}

std::optional<std::size_t> Lesson::taskNamed(const std::string& taskId) const {
    const auto task = std::ranges::find(tasks, taskId, &Task::id);
    if (task == tasks.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(task - tasks.begin());
}

std::string_view nameOf(LessonKind kind) {
    return kind == LessonKind::Exam ? "exam" : "exercise";
}

std::string_view nameOf(DeskRight right) {
    constexpr std::array<std::string_view, kDeskRightCount> kNames = {
        "keys", "power", "disconnect", "wiring", "source", "modbus", "speed"};
    return kNames[static_cast<std::size_t>(right)];
}

std::string_view nameOf(Act act) {
    constexpr std::array<std::string_view, 4> kNames = {"any", "keys", "wiring", "modbus"};
    return kNames[static_cast<std::size_t>(act)];
}

} // namespace meter::sim
