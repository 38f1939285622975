// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// `solution`: how a lesson is done, step by step.

#include "sim/lesson/yaml/lesson_input.hpp"

#include <vector>

namespace meter::sim {

/// Errors go to the input; what could be read comes back.
[[nodiscard]] std::vector<SolutionStep>
readSolution(const LessonInput& input, const YAML::Node& node, const std::vector<Task>& tasks);

} // namespace meter::sim
