// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Begins an attempt, or takes one up again where its result file says it stood.

#include "sim/live/lesson/live_lesson.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace meter::sim::live {

struct LessonStart {
    std::shared_ptr<const Lesson> lesson; ///< Never null.
    std::string learner;
    int number = 1;                           ///< Of the attempt.
    std::optional<std::uint64_t> seed{};      ///< In place of that of the attempt.
    std::optional<std::string> resultFile{};  ///< Written at each change; none: not kept.
    std::function<void(const Error&)> report; ///< When it cannot be written; engine's thread.
};

/// A result file that is not finished is taken up; one that is, or one of another attempt, is
/// an error. The clock of an exam has run on.
[[nodiscard]] Result<LessonPlan> lessonPlan(const LessonStart& start);

} // namespace meter::sim::live
