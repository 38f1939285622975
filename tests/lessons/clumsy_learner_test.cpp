// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A learner who presses keys, moves leads and answers at random, in every lesson that ships:
// nothing crashes, nobody passes by chance, and each attempt can be judged again.

#include "sim/base/random.hpp"
#include "sim/lesson/lesson_result.hpp"
#include "sim/lesson/lesson_run.hpp"
#include "sim/lesson/yaml/lesson_reader.hpp"
#include "sim/scenario/yaml/entry_reader.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace meter::sim {

namespace {

constexpr int kActCount = 60;

TimelineEntry pressed(Key key) {
    TimelineEntry entry;
    entry.action = PressAction{.presses = {{.key = key}}};
    return entry;
}

/// As the control socket takes it: what the service does not have is refused there, too.
void move(LessonRun& run, Random& random) {
    constexpr std::array<const char*, 10> kMoves = {
        "installation.voltage_leads.A: B", "installation.voltage_leads.A: A",
        "installation.voltage_leads.B: A", "installation.ct_leads.A: open",
        "installation.ct_leads.A: A",      "installation.ct_reversed.A: true",
        "installation.disconnect: open",   "installation.disconnect: closed",
        "installation.fuses.A: blown",     "installation.fuses.control: blown"};
    const std::string text = std::string("{set: {") + kMoves[random.below(kMoves.size())] + "}}";
    const auto entry = readTimelineEntry(run.twin().scenario(), run.twin().world(), text);
    if (entry) {
        run.twin().perform(*entry);
    }
}

void act(LessonRun& run, Random& random) {
    constexpr std::array kKeys = {Key::Plus, Key::Minus, Key::Left, Key::Right};
    const Lesson& lesson = run.session().lesson();
    switch (random.below(6)) {
    case 0:
        move(run, random);
        break;
    case 1:
        static_cast<void>(run.session().answer(lesson.tasks[random.below(lesson.tasks.size())].id,
                                               {"correct-wiring"}));
        break;
    case 2:
        static_cast<void>(run.session().hint(lesson.tasks[random.below(lesson.tasks.size())].id));
        break;
    default:
        run.twin().perform(pressed(kKeys[random.below(kKeys.size())]));
        break;
    }
    run.advance(static_cast<SampleTime>(random.below(kSamplesPerSecond)));
}

std::vector<std::filesystem::path> shippedLessons() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(METERTWIN_SHIPPED_LESSONS)) {
        files.push_back(entry.path());
    }
    return files;
}

} // namespace

TEST_CASE("a clumsy learner never passes and every attempt can be judged again", "[lesson]") {
    int lessonCount = 0;
    for (const std::filesystem::path& file : shippedLessons()) {
        const auto lesson = readLesson(file);
        REQUIRE(lesson);
        ++lessonCount;
        for (std::uint64_t seed = 1; seed <= 2; ++seed) {
            INFO(file << ", seed " << seed);
            LessonRun run(*lesson, {.learner = "Clumsy", .seed = seed});
            Random random(streamOf(seed, lesson->id));
            for (int count = 0; count < kActCount; ++count) {
                act(run, random);
            }
            run.session().finish();
            CHECK_FALSE(run.session().standing().isPassed);
            const Result<std::string> text = resultText(resultOf(run.session()), lesson->scenario);
            REQUIRE(text);
            const Result<LessonResult> result = readResult(*text, *lesson);
            REQUIRE(result);
            const Rejudged again = judgeText(*text, *result, *lesson);
            CHECK(again.differences.empty());
        }
    }
    CHECK(lessonCount >= 31);
}

} // namespace meter::sim
