// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/yaml/lesson_reader.hpp"

#include "tests/sim/lesson/sample_lesson.hpp"

namespace meter::sim {

namespace {

struct Mistake {
    std::string from;
    std::string to;
    std::string told;
};

} // namespace

TEST_CASE("lesson reader: the sample is read as it is written", "[lesson]") {
    const Lesson lesson = test::lessonOf(test::kSampleLesson);
    CHECK(lesson.id == "sample");
    CHECK(lesson.title.in("de") == "Beispiel");
    CHECK(lesson.title.in("es") == "Sample");
    CHECK(lesson.passPercent == 80.0);
    CHECK(lesson.pointsMax() == 30);
    CHECK(lesson.tasks[0].by == Act::Modbus);
    CHECK(lesson.tasks[3].holdFor == 2 * kSamplesPerSecond);
    CHECK(lesson.mayUse(DeskRight::Wiring));
    CHECK_FALSE(lesson.mayUse(DeskRight::Power));
    CHECK(lesson.solution.size() == 10);
    CHECK_FALSE(lesson.scenario.duration);
}

TEST_CASE("lesson reader: each mistake has its place and its remedy", "[lesson]") {
    const Mistake mistake = GENERATE(values<Mistake>({
        {"id: sample", "id: Sample", "2:5: an id has a-z, 0-9 and -"},
        {"points: 9", "points: -9", "takes points, a whole number from 0 to 1000"},
        {"by: modbus", "by: phone", "`phone` is not a way to do it"},
        {"{en: Sample, de: Beispiel}", "{de: Beispiel}", "has no English text"},
        {"register: ct_primary", "register: ct_primry", "did you mean `ct_primary`"},
        {"answer: hidden\n", "anser: hidden\n", "unknown key `anser`"},
        {"evidence: clamp", "evidence: clam", "there is no hand tool `clam`"},
        {"{wiring: right}", "{wiring: wrong}", "`wrong` is not a state of the wiring"},
        {"{wiring: right}", "{line.wiring.polarity: up}", "reversed"},
        {"true.current_b", "true.current_d", "did you mean `current_"},
        {"cts-a-b-swapped, ", "cts-a-b-swappd, ", "did you mean `cts-a-b-swapped`"},
        {"docks: [wiring]", "docks: [wirring]", "did you mean `wiring`"},
        {"hidden: {draw: 1", "hidden: {draw: 3", "names fewer faults than are drawn"},
        {"{answer: {current", "{answer: {curent", "did you mean `current`"},
        {"kind: exercise", "kind: exam", "an exam gives no hints"},
        {"  - id: which", "  - id: ct-size", "two tasks have the id `ct-size`"},
        {"metertwin-lesson: 1", "metertwin-lesson: 2", "format version `2` is not known"},
        {"pass: 80 %", "pass: 80", "is not a share of the points"},
        {"registers: [frequency]}}", "register: [frequency]}}", "unknown key `register`"},
        {"reset: energy", "reset: enrgy", "did you mean `energy`"},
        {"costs: 4", "cost: 4", "unknown key `cost`"},
        {"choices: wiring-mistakes", "choices: wiring-mistake", "did you mean `wiring-mistakes`"},
        {"voltage: 277 V", "voltage: 277 A", "277 A"},
    }));
    const auto lesson = readLessonFromText(
        test::replaced(test::kSampleLesson, mistake.from, mistake.to), "sample.lesson.yaml");
    REQUIRE_FALSE(lesson);
    bool isTold = false;
    for (const Error& error : lesson.error()) {
        UNSCOPED_INFO(error.message());
        isTold = isTold || error.message().find(mistake.told) != std::string::npos;
    }
    CHECK(isTold);
    CHECK(lesson.error().front().message().starts_with("sample.lesson.yaml:"));
}

TEST_CASE("lesson reader: all mistakes come back at once in the order of the file", "[lesson]") {
    std::string text = test::replaced(test::kSampleLesson, "by: modbus", "by: phone");
    text = test::replaced(text, "tries: 2", "tries: 0");
    const auto lesson = readLessonFromText(text, "sample.lesson.yaml");
    REQUIRE_FALSE(lesson);
    REQUIRE(lesson.error().size() == 2);
    CHECK(lesson.error()[0].place.line < lesson.error()[1].place.line);
}

TEST_CASE("lesson reader: an expectation of the scenario belongs to the tasks", "[lesson]") {
    const auto lesson = readLessonFromText(
        test::replaced(test::kSampleLesson, "  load: {current: 50 A, pf: 0.9 lagging}",
                       "  expect: [{at: 3 s, register: frequency, above: 1}]"),
        "sample.lesson.yaml");
    REQUIRE_FALSE(lesson);
    CHECK(lesson.error().front().text.find("has no `expect`") != std::string::npos);
}

TEST_CASE("lesson reader: a lesson has no masters of its own", "[lesson]") {
    const auto lesson = readLessonFromText(
        test::replaced(test::kSampleLesson, "  load: {current: 50 A, pf: 0.9 lagging}",
                       "  masters: [{name: a, poll: {registers: [131]}}]"),
        "sample.lesson.yaml");
    REQUIRE_FALSE(lesson);
    CHECK(lesson.error().front().text.find("has no `masters`") != std::string::npos);
}

} // namespace meter::sim
