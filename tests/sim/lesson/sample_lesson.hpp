// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A small lesson with a task of each kind, for the tests of the reader and the judge.

#include "sim/lesson/yaml/lesson_reader.hpp"
#include "tests/support/catch.hpp"

#include <string>

namespace meter::test {

inline const std::string kSampleLesson = R"(metertwin-lesson: 1
id: sample
title: {en: Sample, de: Beispiel}
goal: See every kind of task.
kind: exercise
time: 5 min
pass: 80 %
scenario:
  meter: {ct: 100 A, voltage: 480 V, address: 7}
  source: {voltage: 277 V}
  load: {current: 50 A, pf: 0.9 lagging}
  installation: {ct_rating: 400 A}
desk:
  docks: [wiring]
  may: [keys, wiring, modbus]
hidden: {draw: 1, from: [cts-a-b-swapped, ct-a-open-not-snapped]}
tasks:
  - id: ct-size
    text: Set the size of the CTs that are fitted.
    done: {register: ct_primary, equals: 400 A}
    by: modbus
    points: 9
    hints: [{text: Look at the label., costs: 2}, {text: "It says 400 A.", costs: 3}]
  - id: which
    ask: What is wrong?
    choices: wiring-mistakes
    answer: hidden
    tries: 2
    points: 6
  - id: current
    ask: How much flows in conductor B?
    answer: {value: true.current_b, unit: A, within: 2 %}
    evidence: clamp
    points: 3
  - id: repair
    text: Put it right.
    done: [{wiring: right}, {agrees: {real_power_total: 1 %}}]
    for: 2 s
    points: 10
  - id: asked
    text: Read the frequency.
    done: {asked: {registers: [frequency]}}
    points: 2
never:
  - {reset: energy, costs: fail}
  - {write: demand_subinterval_length, costs: 4}
safety: 5
solution:
  - {wait: 3 s}
  - {write: {ct_primary: 400}}
  - {answer: {which: hidden}}
  - {measure: {tool: clamp, at: B}}
  - {answer: {current: 50 A}}
  - {disconnect: open}
  - {wire: {ct_leads: {A: A, B: B, C: C}}}
  - {disconnect: closed}
  - {wait: 5 s}
  - {read: {registers: [frequency]}}
)";

inline sim::Lesson lessonOf(const std::string& text) {
    auto lesson = sim::readLessonFromText(text, "sample.lesson.yaml");
    for (const sim::Error& error : lesson ? sim::Errors{} : lesson.error()) {
        UNSCOPED_INFO(error.message());
    }
    REQUIRE(lesson);
    return *lesson;
}

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace meter::test
