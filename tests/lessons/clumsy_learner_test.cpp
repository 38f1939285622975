// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A learner who presses keys, moves leads and answers at random, in every lesson that ships:
// nothing crashes, nobody passes by chance, and each attempt can be judged again.

#include "sim/base/random.hpp"
#include "sim/lesson/lesson_result.hpp"
#include "sim/lesson/lesson_run.hpp"
#include "sim/lesson/yaml/lesson_reader.hpp"
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

TimelineEntry moved(Random& random) {
    constexpr std::array<const char*, 7> kLeads = {
        "installation.voltage_leads.A", "installation.voltage_leads.B", "installation.ct_leads.A",
        "installation.ct_leads.B",      "installation.disconnect",      "installation.fuses.A",
        "installation.fuses.control"};
    const std::size_t lead = random.below(kLeads.size());
    const double value = static_cast<double>(random.below(2));
    TimelineEntry entry;
    entry.action = SetAction{.values = {{kLeads[lead], value}}};
    return entry;
}

void act(LessonRun& run, Random& random) {
    constexpr std::array kKeys = {Key::Plus, Key::Minus, Key::Left, Key::Right};
    const Lesson& lesson = run.session().lesson();
    switch (random.below(6)) {
    case 0:
        run.twin().perform(moved(random));
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
