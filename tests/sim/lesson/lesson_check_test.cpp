// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/lesson_check.hpp"

#include "tests/sim/lesson/sample_lesson.hpp"

#include <algorithm>

namespace meter::sim {

namespace {

bool names(const std::vector<std::string>& faults, const std::string& what) {
    return std::ranges::any_of(faults, [&what](const std::string& fault) {
        return fault.find(what) != std::string::npos;
    });
}

} // namespace

TEST_CASE("lesson check: a good lesson has no faults", "[lesson]") {
    const Lesson lesson = test::lessonOf(test::kSampleLesson);
    for (const std::string& fault : faultsOf(lesson)) {
        UNSCOPED_INFO(fault);
    }
    CHECK(faultsOf(lesson).empty());
}

TEST_CASE("lesson check: a spoilt solution names the task that it does not reach", "[lesson]") {
    const Lesson lesson = test::lessonOf(
        test::replaced(test::kSampleLesson, "{write: {ct_primary: 400}}", "{wait: 1 s}"));
    CHECK(names(faultsOf(lesson), "`ct-size`: 0 of 9 points"));
}

TEST_CASE("lesson check: a solution that takes a hint is not a full one", "[lesson]") {
    const Lesson lesson = test::lessonOf(
        test::replaced(test::kSampleLesson, "  - {wait: 3 s}", "  - {hint: ct-size}"));
    CHECK(names(faultsOf(lesson), "loses points: hint 1 of ct-size"));
}

TEST_CASE("lesson check: over reversed wires the master is not answered until they are put right",
          "[lesson]") {
    const std::string reversed =
        test::replaced(test::kSampleLesson, "  load: {current: 50 A, pf: 0.9 lagging}",
                       "  load: {current: 50 A, pf: 0.9 lagging}\n"
                       "  line: {wiring: {polarity: reversed}}");
    CHECK(names(faultsOf(test::lessonOf(reversed)), "`asked`: 0 of 2 points"));
    const std::string repaired = test::replaced(
        reversed, "  - {wait: 3 s}", "  - {set: {line.wiring.polarity: right}}\n  - {wait: 3 s}");
    const Lesson lesson = test::lessonOf(
        test::replaced(repaired, "    done: {asked: {registers: [frequency]}}\n    points: 2",
                       "    done: {asked: {registers: [frequency]}}\n    points: 2\n"
                       "  - id: pair\n    text: Put the pair right.\n"
                       "    done: {line.wiring.polarity: right}\n    by: wiring\n    points: 3"));
    CHECK(faultsOf(lesson).empty());
}

TEST_CASE("lesson check: a lesson that doing nothing passes is refused", "[lesson]") {
    const Lesson lesson =
        test::lessonOf(test::replaced(test::kSampleLesson, "pass: 80 %", "pass: 0 %"));
    CHECK(names(faultsOf(lesson), "doing nothing passes"));
}

} // namespace meter::sim
