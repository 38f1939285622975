// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How an attempt stands: tasks, points, what was lost and why. What a learner, a trainer and a
// result are shown.

#include "core/base/sample_time.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

struct TaskStanding {
    enum class State : std::uint8_t { Open, Done, GivenUp, Wrong };

    std::string id;
    State state = State::Open;
    int points = 0; ///< Reached.
    int of = 0;
    int hints = 0; ///< Taken.
    int triesLeft = 0;
    std::vector<std::string> answers; ///< Each as given, in order.
    std::string note;  ///< Why what is there does not count: "done over Modbus, not by keys".
    SampleTime at = 0; ///< When it was settled.

    [[nodiscard]] bool isSettled() const { return state != State::Open; }

    friend bool operator==(const TaskStanding&, const TaskStanding&) = default;
};

[[nodiscard]] std::string_view nameOf(TaskStanding::State state); ///< open, done, given-up, wrong.

struct LessonLoss {
    std::string why;
    int points = 0;
    SampleTime at = 0;
    bool isFailure = false; ///< The attempt has failed by it.

    friend bool operator==(const LessonLoss&, const LessonLoss&) = default;
};

struct LessonStanding {
    std::vector<TaskStanding> tasks;
    std::vector<LessonLoss> lost;
    std::optional<std::size_t> current; ///< Of a strict order: the task whose turn it is.
    int points = 0;
    int of = 0;
    bool hasFailed = false;
    bool isPassed = false; ///< If it were handed in now, or as it was.
    bool isFinished = false;

    friend bool operator==(const LessonStanding&, const LessonStanding&) = default;
};

} // namespace meter::sim
