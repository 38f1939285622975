// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Result files that are judged again, one after another, for `lesson judge` and `lesson book`.

#include "sim/lesson/yaml/lesson_files.hpp"

#include <string>
#include <vector>

namespace meter::app {

struct JudgedResult {
    enum class State { Same, Different, Unreadable };

    std::string file;
    State state = State::Unreadable;
    std::string trouble; ///< Why it is not the same, or cannot be read.
    const sim::Lesson* lesson = nullptr;
    sim::LessonResult result{};
    sim::LessonStanding standing{};      ///< As judged again.
    std::vector<sim::LocalText> right{}; ///< What would have been right, by task.
};

/// `lessons` outlive what comes back.
[[nodiscard]] JudgedResult judgedResult(const std::string& file,
                                        const std::vector<sim::Lesson>& lessons);

} // namespace meter::app
