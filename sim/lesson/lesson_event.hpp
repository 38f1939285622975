// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What happens in an attempt, in its order: what was done to the twin, and what the learner
// said. All that a verdict rests on; played again, it gives the same verdict.

#include "sim/scenario/scenario.hpp"
#include "sim/truth/hand_tools.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace meter::sim {

struct AnswerEvent {
    std::string task;
    std::vector<std::string> values;
};

struct HintEvent {
    std::string task;
};

struct GiveUpEvent {
    std::string task;
};

struct MeasureEvent {
    HandTool tool = HandTool::Clamp;
    std::string at;
};

/// A master was answered: registers, function 3 or 4.
struct AskedEvent {
    std::uint16_t first = 0;
    std::uint16_t count = 0;
    std::uint8_t unit = 1;
    bool isSerial = false; ///< At the meter's baud rate and parity.
};

struct FinishEvent {};

struct LessonEvent {
    SampleTime at = 0;
    std::variant<TimelineEntry,
                 AnswerEvent,
                 HintEvent,
                 GiveUpEvent,
                 MeasureEvent,
                 AskedEvent,
                 FinishEvent>
        what;
};

} // namespace meter::sim
