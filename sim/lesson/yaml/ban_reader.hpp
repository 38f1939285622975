// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// `never`: what must not be done in a lesson.

#include "sim/lesson/yaml/lesson_input.hpp"

#include <vector>

namespace meter::sim {

/// Errors go to the input; what could be read comes back.
[[nodiscard]] std::vector<Ban> readBans(const LessonInput& input, const YAML::Node& node);

} // namespace meter::sim
