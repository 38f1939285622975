// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/lesson_result.hpp"

#include "sim/lesson/lesson_check.hpp"
#include "sim/lesson/lesson_run.hpp"
#include "tests/sim/lesson/sample_lesson.hpp"

namespace meter::sim {

namespace {

TimelineEntry ctSizeWritten() {
    TimelineEntry entry;
    entry.action = WriteAction{.registers = {{131, 400}}};
    return entry;
}

/// The file of somebody who did all of it right.
std::string goodResult(const Lesson& lesson) {
    LessonRun run(lesson, {.learner = "Ada", .seed = 5, .start = "2026-12-01T09:00:00Z"});
    static_cast<void>(playSolution(run));
    const Result<std::string> text = resultText(resultOf(run.session()), lesson.scenario);
    REQUIRE(text);
    return *text;
}

} // namespace

TEST_CASE("lesson result: judged again it comes to the same verdict", "[lesson]") {
    const Lesson lesson = test::lessonOf(test::kSampleLesson);
    const std::string text = goodResult(lesson);
    const Result<LessonResult> result = readResult(text, lesson);
    REQUIRE(result);
    const Rejudged rejudged = judgeText(text, *result, lesson);
    for (const std::string& difference : rejudged.differences) {
        UNSCOPED_INFO(difference);
    }
    CHECK(rejudged.differences.empty());
    CHECK(rejudged.standing.points == 30);
    CHECK(rejudged.standing.isPassed);
}

TEST_CASE("lesson result: an edited name or number is found", "[lesson]") {
    const Lesson lesson = test::lessonOf(test::kSampleLesson);
    const std::string text = goodResult(lesson);
    for (const auto& [from, to] :
         {std::pair("Ada", "Eve"), std::pair("\"points\": 30", "\"points\": 29")}) {
        const Result<LessonResult> result = readResult(test::replaced(text, from, to), lesson);
        REQUIRE_FALSE(result);
        CHECK(result.error().text ==
              "this result was edited: its digest does not fit what it says");
    }
}

TEST_CASE("lesson result: one of another version of the lesson is told apart", "[lesson]") {
    const Lesson lesson = test::lessonOf(test::kSampleLesson);
    const std::string text = goodResult(lesson);
    const Lesson other =
        test::lessonOf(test::replaced(test::kSampleLesson, "points: 10", "points: 11"));
    CHECK(readResult(text, other).error().text ==
          "this is a result of another version of the lesson `sample`; it can be judged with that "
          "version only");
}

TEST_CASE("lesson result: nonsense is refused", "[lesson]") {
    const Lesson lesson = test::lessonOf(test::kSampleLesson);
    for (const char* const text : {"", "[]", "{}", "{\"lesson\": 3}", "hello"}) {
        CHECK_FALSE(readResult(text, lesson));
    }
}

TEST_CASE("lesson result: going back in an exercise gives back what stood then", "[lesson]") {
    const Lesson lesson = test::lessonOf(test::kSampleLesson);
    LessonRun run(lesson, {.learner = "Ada", .seed = 5});
    run.advance(samplesOf(3.0));
    const auto before = run.twin().snapshot();
    const std::uint64_t count = run.twin().stimulusCount();
    const LessonStanding stood = run.session().standing();
    run.twin().perform(ctSizeWritten());
    run.advance(samplesOf(3.0));
    REQUIRE(run.session().standing().points == 9);
    run.twin().restore(*before);
    run.session().onRewind(count);
    CHECK(run.session().standing() == stood);
    run.twin().perform(ctSizeWritten());
    run.advance(samplesOf(3.0));
    CHECK(run.session().standing().points == 9);
}

} // namespace meter::sim
