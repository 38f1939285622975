// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A lesson on a live twin as a window, a board or a control client sees it: by value.

#include "sim/lesson/attempt.hpp"
#include "sim/lesson/lesson_standing.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meter::sim::live {

struct LessonView {
    std::shared_ptr<const Lesson> lesson; ///< Never null.
    Attempt attempt;
    std::vector<std::string> drawn; ///< The hidden faults.
    LessonStanding standing;
    std::optional<int> secondsLeft;        ///< Of an exam, in wall time.
    std::vector<LocalText> rightAnswers{}; ///< By task, once it is over; else empty.
    std::string keys{};                    ///< The last presses, the newest at the end: "+ - < >".
    bool isDemonstration = false;          ///< A trainer shows it: nothing counts or is closed.

    /// Nothing may be told before it is over.
    [[nodiscard]] bool isExamRunning() const {
        return !isDemonstration && lesson->kind == LessonKind::Exam && !standing.isFinished;
    }

    /// The desk is as the lesson says.
    [[nodiscard]] bool isDeskClosed() const { return !isDemonstration && !standing.isFinished; }

    [[nodiscard]] bool mayUse(DeskRight right) const {
        return !isDeskClosed() || lesson->mayUse(right);
    }

    friend bool operator==(const LessonView& left, const LessonView& right) {
        return left.lesson == right.lesson && left.standing == right.standing &&
               left.secondsLeft == right.secondsLeft && left.keys == right.keys;
    }
};

} // namespace meter::sim::live
