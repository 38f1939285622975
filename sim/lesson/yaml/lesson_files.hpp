// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lesson files on disk: where those that ship are, what a folder holds, which one a result is
// of.

#include "sim/lesson/lesson.hpp"
#include "sim/lesson/lesson_result.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace meter::sim {

/// Beside the program as installed or as built; none: there are no lessons.
[[nodiscard]] std::optional<std::filesystem::path> shippedLessons();

struct LessonListing {
    std::vector<Lesson> lessons; ///< By file name.
    Errors errors;               ///< Of the files that could not be read.
};

/// All *.lesson.yaml of the folders, or of the one that ships if there are none.
[[nodiscard]] LessonListing lessonsIn(const std::vector<std::string>& folders);

/// The file that is meant: one that is there, or the lesson of that id that ships. An error
/// names what is like it.
[[nodiscard]] Result<std::filesystem::path> lessonFileOf(const std::string& nameOrFile);

/// The lesson that a result is of: by id, and by digest where several have the id.
[[nodiscard]] const Lesson* lessonOf(const ResultHead& head, const std::vector<Lesson>& lessons);

} // namespace meter::sim
