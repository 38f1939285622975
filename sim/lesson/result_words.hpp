// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words of a result's page in the languages of the window.

#include <array>
#include <string_view>

namespace meter::sim {

struct ResultWords {
    std::string_view language;
    std::string_view result;
    std::string_view passed;
    std::string_view notPassed;
    std::string_view learner;
    std::string_view lesson;
    std::string_view date;
    std::string_view attempt;
    std::string_view passMark;
    std::string_view time;
    std::string_view seed;
    std::string_view hidden;
    std::string_view nothing;
    std::string_view task;
    std::string_view state;
    std::string_view points;
    std::string_view answers;
    std::string_view right;
    std::string_view lost;
    std::string_view failed;
    std::string_view digest;
    std::string_view serial; ///< Number of the twin's meter.
    std::string_view code;
    std::string_view certificate;
    std::string_view signature;
    std::array<std::string_view, 4> states; ///< In the order of TaskStanding::State.
};

/// English for a language that there is none of.
[[nodiscard]] const ResultWords& resultWords(std::string_view language);

} // namespace meter::sim
