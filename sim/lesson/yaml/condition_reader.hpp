// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a task of a lesson wants to be true: `done`, one condition or a list of them.

#include "sim/lesson/yaml/lesson_input.hpp"

#include <vector>

namespace meter::sim {

/// Errors go to the input; what could be read comes back.
[[nodiscard]] std::vector<Condition> readConditions(const LessonInput& input,
                                                    const YAML::Node& node);

} // namespace meter::sim
