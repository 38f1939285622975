// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Proves a lesson: its solution reaches all points for every seed, and doing nothing does not
// pass.

#include "sim/lesson/lesson.hpp"
#include "sim/lesson/lesson_run.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace meter::sim {

inline constexpr int kCheckSeedCount = 10;

/// Plays the solution from the attempt's beginning and hands in.
[[nodiscard]] LessonStanding playSolution(LessonRun& run);

/// What is wrong, in sentences; empty: the lesson is good.
[[nodiscard]] std::vector<std::string> faultsOf(const Lesson& lesson);

} // namespace meter::sim
