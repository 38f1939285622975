// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Results of attempts in a folder: what a learner has done so far, and where the next one goes.

#include "sim/lesson/lesson_result.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace meter::sim {

struct AttemptRecord {
    std::filesystem::path file;
    ResultHead head;
};

/// Every result of the folder, by file name. Files that are something else, or that somebody
/// edited, are left out. A folder that is not there holds none.
[[nodiscard]] std::vector<AttemptRecord> attemptsIn(const std::filesystem::path& folder);

/// "Ada-exam-troubleshooting-2.json"; what a file name cannot hold becomes "_", and a digest
/// tells such names apart.
[[nodiscard]] std::string
attemptFileName(const std::string& learner, const std::string& lessonId, int number);

/// How a learner stands with a lesson.
struct LessonProgress {
    int attempts = 0;
    int bestPoints = 0;
    int of = 0;
    bool isPassed = false;
    std::optional<std::filesystem::path> open; ///< An attempt that is not handed in.
    int openNumber = 0;                        ///< Of that attempt.
    int next = 1;                              ///< The number that a new attempt has.
};

/// Attempts at another version of the lesson count, but are not taken up again.
[[nodiscard]] LessonProgress progressOf(const std::vector<AttemptRecord>& records,
                                        const std::string& learner,
                                        const Lesson& lesson);

} // namespace meter::sim
