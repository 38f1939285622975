// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/grade_book.hpp"

#include "sim/base/quantity.hpp"
#include "sim/base/sim_time.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace meter::app {

namespace {

using Row = std::vector<std::string>;

const Row kHeader = {"learner", "lesson",   "attempt", "points", "of",     "percent",
                     "passed",  "finished", "time_s",  "start",  "verdict"};
/// What a spreadsheet would take for a formula.
constexpr std::string_view kFormulaSigns = "=+-@\t";

std::string cellOf(std::string text) {
    if (!text.empty() && kFormulaSigns.find(text.front()) != std::string_view::npos) {
        text.insert(text.begin(), '\'');
    }
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char letter : text) {
        quoted += letter == '"' ? "\"\"" : std::string(1, letter);
    }
    return quoted + "\"";
}

std::string wordOf(bool isSo) {
    return isSo ? "yes" : "no";
}

Row rowOf(const JudgedResult& judged) {
    const sim::LessonStanding& standing = judged.standing;
    const double percent =
        standing.of > 0 ? std::round(1000.0 * standing.points / standing.of) / 10.0 : 0.0;
    return {judged.result.attempt.learner,
            judged.result.lessonId,
            std::to_string(judged.result.attempt.number),
            std::to_string(standing.points),
            std::to_string(standing.of),
            sim::numberText(percent),
            wordOf(standing.isPassed),
            wordOf(standing.isFinished),
            sim::numberText(std::round(sim::secondsOf(judged.result.end))),
            judged.result.attempt.start,
            judged.state == JudgedResult::State::Same ? "same" : "different"};
}

std::vector<Row> rowsOf(std::span<const JudgedResult> results) {
    std::vector<Row> rows;
    for (const JudgedResult& judged : results) {
        if (judged.state != JudgedResult::State::Unreadable) {
            rows.push_back(rowOf(judged));
        }
    }
    std::ranges::sort(rows); // By learner and lesson, then by what follows.
    rows.insert(rows.begin(), kHeader);
    return rows;
}

} // namespace

std::string gradeBookCsv(std::span<const JudgedResult> results) {
    std::string text;
    for (const Row& row : rowsOf(results)) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            text += (column == 0 ? "" : ",") + cellOf(row[column]);
        }
        text += "\n";
    }
    return text;
}

std::string gradeBookText(std::span<const JudgedResult> results) {
    const std::vector<Row> rows = rowsOf(results);
    std::vector<std::size_t> widths(kHeader.size(), 0);
    for (const Row& row : rows) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            widths[column] = std::max(widths[column], row[column].size());
        }
    }
    std::string text;
    for (const Row& row : rows) {
        std::string line;
        for (std::size_t column = 0; column < row.size(); ++column) {
            line += row[column] + std::string(widths[column] - row[column].size() + 2, ' ');
        }
        text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return text;
}

} // namespace meter::app
