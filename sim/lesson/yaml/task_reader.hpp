// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One task of a lesson: something to be done, or a question.

#include "sim/lesson/yaml/lesson_input.hpp"

#include <optional>

namespace meter::sim {

/// What can be read of it; errors go to the input.
[[nodiscard]] Task readTask(const LessonInput& input, const YAML::Node& node, LessonKind kind);

} // namespace meter::sim
