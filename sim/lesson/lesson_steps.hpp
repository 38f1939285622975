// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The steps of a lesson's solution: how long each takes, and what it says.

#include "sim/lesson/lesson.hpp"

#include <string>

namespace meter::sim {

/// From its beginning to the next step's.
[[nodiscard]] SampleTime stepLength(const SolutionStep& step);

/// As the file of the lesson has it: "press: [plus, right]", "wait: 5 s".
[[nodiscard]] std::string stepText(const SolutionStep& step, const Scenario& scenario);

} // namespace meter::sim
