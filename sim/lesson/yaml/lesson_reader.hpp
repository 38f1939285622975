// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads NAME.lesson.yaml (docs/lessons.md) by the rules of the scenario reader: all mistakes in
// one go, each with file, line and column; a lesson comes back only if there is none.

#include "sim/lesson/lesson.hpp"

#include <expected>
#include <filesystem>
#include <string>

namespace meter::sim {

inline constexpr std::string_view kLessonEnding = ".lesson.yaml";

[[nodiscard]] std::expected<Lesson, Errors> readLesson(const std::filesystem::path& file);

/// `name` stands for the file in messages; a scenario that is named is found relative to it.
[[nodiscard]] std::expected<Lesson, Errors> readLessonFromText(const std::string& text,
                                                               const std::string& name);

} // namespace meter::sim
