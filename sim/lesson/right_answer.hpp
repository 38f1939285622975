// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What would have been right: for the page of a result, once an attempt is over.

#include "sim/lesson/lesson.hpp"

#include <string>
#include <vector>

namespace meter::sim {

class Simulation;

/// Of one task, in every language that its choices have; empty: not a question. A number is
/// what it is on this twin, now; what was drawn is told by its names.
[[nodiscard]] LocalText rightAnswer(const Lesson& lesson,
                                    const Task& task,
                                    const std::vector<std::string>& drawn,
                                    const Simulation& twin);

/// Of every task, in their order.
[[nodiscard]] std::vector<LocalText>
rightAnswers(const Lesson& lesson, const std::vector<std::string>& drawn, const Simulation& twin);

} // namespace meter::sim
