// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The grade book: learners × lessons, for a spreadsheet or a learning platform.

#include "app/lesson/judged_results.hpp"

#include <span>
#include <string>

namespace meter::app {

/// A header and a row each: learner, lesson, attempt, points, of, percent, passed, finished,
/// time_s, start, verdict (same | different). RFC 4180, lines end with LF.
[[nodiscard]] std::string gradeBookCsv(std::span<const JudgedResult> results);

/// The same for people, in columns.
[[nodiscard]] std::string gradeBookText(std::span<const JudgedResult> results);

} // namespace meter::app
