// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/line_fault_reader.hpp"

#include "sim/faults/line_fault_table.hpp"
#include "sim/faults/line_fault_text.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "tests/support/catch.hpp"

#include <set>

namespace meter::test {

using sim::LineFault;
using sim::LineFaultKind;

namespace {

LineFault onlyFault(const std::string& text) {
    const auto action = sim::parseLineFaults(text, 60.0);
    INFO(text << ": " << (action ? std::string{} : action.error().front().message()));
    REQUIRE(action.has_value());
    REQUIRE(action->groups.size() == 1);
    REQUIRE(action->groups[0].faults.size() == 1);
    return action->groups[0].faults[0];
}

} // namespace

TEST_CASE("the line faults of a scenario are read as its format says") {
    const auto scenario = sim::readScenarioFromText(R"(metertwin: 1
name: line
timeline:
  - {at: 60 s, line: {drop: 20 %, corrupt: 5 %, delay: 50 ms, mute: false}}
  - {at: 70 s, line: {mute: true}, for: 2 s, every: 10 s, times: 3}
  - at: 80 s
    line:
      exception:
        - code: 4
          probability: 10 %
          count: 3
          functions: [3]
          registers: [real_power_total, 1-24]
          units: [5]
        - {code: 6}
)",
                                                    "line.yaml");
    REQUIRE(scenario.has_value());
    REQUIRE(scenario->timeline.size() == 3);
    const auto& first = std::get<sim::LineAction>(scenario->timeline[0].action);
    REQUIRE(first.groups.size() == 4);
    CHECK(first.groups[0].faults.at(0).probability == 0.2);
    CHECK(first.groups[1].faults.at(0).probability == 0.05);
    CHECK(first.groups[2].faults.at(0).timeUs == 50'000);
    CHECK(first.groups[3].kind == LineFaultKind::Mute);
    CHECK(first.groups[3].faults.empty());
    CHECK(scenario->timeline[1].forDuration == std::optional<SampleTime>(5040));
    const auto& third = std::get<sim::LineAction>(scenario->timeline[2].action);
    REQUIRE(third.groups.at(0).faults.size() == 2);
    const LineFault& exception = third.groups[0].faults[0];
    CHECK(exception.code == 4);
    CHECK(exception.probability == 0.1);
    CHECK(exception.count == std::optional<std::uint32_t>(3));
    CHECK(exception.functions == std::vector<std::uint8_t>{3});
    CHECK(exception.units == std::vector<std::uint8_t>{5});
    // Point map of the guide: real_power_total is 3, and as a float 261 and 262.
    CHECK(exception.registers == std::vector<sim::RegisterSpan>{{3, 3}, {261, 262}, {1, 24}});
    CHECK(third.groups[0].faults[1].code == 6);
}

TEST_CASE("a delay is fixed, uniform or normal") {
    CHECK(onlyFault("delay: 12 cycles").timeUs == 200'000); // Of 60 Hz.
    const LineFault uniform = onlyFault("delay: {from: 20 ms, to: 80 ms}");
    CHECK(uniform.law == sim::DelayLaw::Uniform);
    CHECK(uniform.timeUs == 20'000);
    CHECK(uniform.spreadUs == 80'000);
    const LineFault normal = onlyFault("delay: {mean: 0.05, deviation: 10 ms, probability: 1 %}");
    CHECK(normal.law == sim::DelayLaw::Normal);
    CHECK(normal.timeUs == 50'000);
    CHECK(normal.spreadUs == 10'000);
}

TEST_CASE("line faults are taken from YAML with and without braces and from JSON") {
    const auto expected = sim::parseLineFaults("drop: 20 %, stale: {count: 1}", 60.0);
    REQUIRE(expected.has_value());
    CHECK(sim::parseLineFaults("{drop: 20 %, stale: {count: 1}}", 60.0).value() ==
          expected.value());
    CHECK(sim::parseLineFaults(R"({"drop": "20 %", "stale": {"count": 1}})", 60.0).value() ==
          expected.value());
}

TEST_CASE("what is wrong with line faults is said with its place and what would be right") {
    struct Mistake {
        std::string text;
        int column;
        std::string part;
    };

    const auto mistake = GENERATE(values<Mistake>({
        {"{drpo: 20 %}", 2, "did you mean `drop`?"},
        {"{drop: {probabilty: 20 %}}", 9, "did you mean `probability`?"},
        {"{drop: 120 %}", 8, "out of range"},
        {"{drop: 20}", 8, "in percent"},
        {"{drop: {count: 0}}", 16, "out of range"},
        {"{drop: {functions: [3, 200]}}", 24, "from 1 to 127"},
        {"{drop: {functions: []}}", 20, "1 to 256 of them"},
        {"{drop: {registers: real_powr_total}}", 20, "did you mean `real_power_total`?"},
        {"{drop: {registers: 24-1}}", 20, "not a range of registers"},
        {"{drop: {units: [248]}}", 17, "from 1 to 247"},
        {"{reset: {where: behind}}", 17, "write `after` instead"},
        {"{exception: true}", 13, "takes a whole number from 1 to 255"},
        {"{exception: 0}", 13, "from 1 to 255"},
        {"{delay: {from: 80 ms, to: 20 ms}}", 9, "less than `from`"},
        {"{delay: {from: 80 ms}}", 9, "a delay is"},
        {"{delay: {time: 1 ms, mean: 2 ms, deviation: 0 s}}", 9, "a delay is"},
        {"{delay: {probability: 5 %}}", 9, "a delay is"},
        {"{delay: 5 V}", 9, "a voltage"},
        {"{garbage: {bytes: 0}}", 19, "hexadecimal"},
        {"{garbage: {bytes: 00, size: 3}}", 11, "cannot be combined"},
        {"{garbage: {where: above}}", 19, "choose before or after"},
        {"{noise: {every: 1 s, units: [5]}}", 9, "while the line is idle"},
        {"{pace: false}", 2, "set: {line.pace: false}"},
        {"{drop: [[1]]}", 9, "this is a list"},
        {"{}", 1, "takes faults of the line"},
    }));
    INFO(mistake.text);
    const auto action = sim::parseLineFaults(mistake.text, 60.0);
    REQUIRE_FALSE(action.has_value());
    INFO(action.error().front().message());
    CHECK(action.error().front().place.column == mistake.column);
    CHECK(action.error().front().text.find(mistake.part) != std::string::npos);
}

TEST_CASE("all mistakes in line faults are told at once") {
    const auto action =
        sim::parseLineFaults("{drop: 120 %, exception: {code: 0}, mut: true}", 60.0);
    REQUIRE_FALSE(action.has_value());
    CHECK(action.error().size() == 3);
}

TEST_CASE("line faults that are written read back as the same") {
    const auto* const text = GENERATE(
        "{drop: 20 %}", "{drop: false, mute: 100 %}", "{delay: 0.05 s}",
        "{delay: {from: 0 s, to: 0.08 s, probability: 10 %}}",
        "{delay: {mean: 0.05 s, deviation: 0.01 s}}",
        "{exception: [{code: 4, count: 3, skip: 2, functions: [3, 4]}, 6]}",
        "{stale: {transaction: new, probability: 100 %, units: all}}",
        "{wrong_unit: {unit: 9, probability: 100 %, units: [5, 6]}}",
        "{garbage: {where: after, bytes: \"00 FF\", probability: 33.333333333333336 %}}",
        "{truncate: {keep: 4, probability: 100 %, registers: [3, 261-262]}}",
        "{split: {pause: 0.1 s, after: 2}, reset: {where: after, probability: 100 %}}",
        "{noise: {every: 2.5 s, size: 4, probability: 50 %}, duplicate: 100 %, corrupt: 1 %}");
    const auto action = sim::parseLineFaults(text, 60.0);
    REQUIRE(action.has_value());
    const std::string written = sim::lineFaultsText(*action);
    CHECK(written == text);
    CHECK(sim::parseLineFaults(written, 60.0).value() == action.value());
}

TEST_CASE("the table of line faults names each kind once, in the order in which they act") {
    std::set<std::string_view> names;
    std::size_t place = 0;
    for (const sim::LineFaultKey& key : sim::lineFaultKeys()) {
        INFO(key.name);
        CHECK(names.insert(key.name).second);
        CHECK(static_cast<std::size_t>(key.kind) == place++);
        CHECK(key.defaults.kind == key.kind);
        CHECK(&sim::lineFaultKey(key.kind) == &key);
        CHECK(sim::findLineFaultKey(key.name) == &key);
        // Its main parameter is one of its own or of those that all have.
        std::set<std::string_view> parameters;
        for (const auto list : {key.parameters, sim::lineFaultFilters()}) {
            for (const sim::LineFaultParameter& parameter : list) {
                CHECK(parameters.insert(parameter.name).second);
                CHECK_FALSE(parameter.meaning.empty());
            }
        }
        CHECK(parameters.contains(key.mainParameter));
    }
    CHECK(place == sim::kLineFaultKindCount);
}

} // namespace meter::test
