// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The result of an attempt as a page that prints: a certificate with every task, what was
// reached, lost and hidden. Self-contained; the same bytes for the same result.

#include "sim/lesson/lesson_result.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

struct ResultPage {
    const Lesson* lesson = nullptr;
    LessonResult result;
    LessonStanding standing;
    std::string version;            ///< Of the program.
    std::vector<LocalText> right{}; ///< What would have been right, by task; empty: not told.
    std::string code{};             ///< To hand in; empty: none.
};

/// One page after another. `language`: en, de or es.
[[nodiscard]] std::string resultHtml(std::span<const ResultPage> pages, std::string_view language);

} // namespace meter::sim
