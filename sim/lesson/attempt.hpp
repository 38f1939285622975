// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One learner's attempt at a lesson: who, which, the seed of its chance, and what the twin is
// like as it begins, hidden faults built in.

#include "sim/lesson/lesson.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace meter::sim {

struct Attempt {
    std::string learner{};
    int number = 1;
    std::uint64_t seed = 0;
    std::string start{}; ///< Wall time as the caller has it (ISO 8601); the twin has no clock.
};

/// From learner, lesson and number of the attempt, so that neighbours draw differently and a
/// result can be judged again; below 2^53.
[[nodiscard]] std::uint64_t
attemptSeed(const std::string& learner, const Lesson& lesson, int number);

/// The hidden faults of a seed, in the order of the lesson's list: as many as it says, no two
/// that make the same installation as fewer would.
[[nodiscard]] std::vector<std::string> drawnFaults(const Lesson& lesson, std::uint64_t seed);

/// What `answer: hidden` wants: the drawn ones, or `correct-wiring`.
[[nodiscard]] std::vector<std::string> hiddenAnswer(const std::vector<std::string>& drawn);

/// The lesson's scenario with the drawn faults built in, so that they can be put right.
[[nodiscard]] Scenario attemptScenario(const Lesson& lesson, std::uint64_t seed);

} // namespace meter::sim
