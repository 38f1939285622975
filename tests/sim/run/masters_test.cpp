// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Masters of a scenario on the simulated line. Times and counts by hand: at 19200 baud without
// parity a character takes 10 bits, 3.5 characters of silence 38.5 bits.
#include "sim/report/html_report.hpp"
#include "sim/report/json_report.hpp"
#include "sim/run/scenario_runner.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/scenario/yaml/scenario_writer.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using meter::sim::MasterFailure;
using meter::sim::MasterRecord;
using meter::sim::readScenarioFromText;
using meter::sim::RunResult;
using meter::sim::runScenario;
using meter::sim::Scenario;

namespace {

/// A wye of 277 V; the meter measures from 2 s on.
Scenario scenarioOf(const std::string& rest) {
    const auto read = readScenarioFromText(
        "metertwin: 1\nname: masters\nload: {current: 50 A}\n" + rest, "masters.yaml");
    if (!read) {
        for (const auto& error : read.error()) {
            UNSCOPED_INFO(error.message());
        }
    }
    REQUIRE(read.has_value());
    return *read;
}

RunResult play(const std::string& rest) {
    return runScenario(scenarioOf(rest), {});
}

/// "held" or what was seen, of each expectation.
std::vector<std::string> outcomes(const RunResult& run) {
    std::vector<std::string> texts;
    for (const auto& expectation : run.expectations) {
        texts.push_back(expectation.hasHeld ? "held" : expectation.seen);
    }
    return texts;
}

using Outcomes = std::vector<std::string>;

const std::string kScada = "masters: [{name: scada, unit: 1, retries: 1, timeout: 300 ms, "
                           "poll: {registers: ['131:2'], every: 1 s, start: 3 s}}]\n";

std::uint64_t failedOf(const MasterRecord& record, MasterFailure kind) {
    return record.failed[static_cast<std::size_t>(kind)];
}

/// Under a line fault from 10 s to 15 s the polls at 10, 11, 12, 13 and 14 s fail.
MasterRecord recordUnder(const std::string& fault) {
    const RunResult run = play("duration: 20 s\n" + kScada + "timeline: [{at: 10 s, line: {" +
                               fault + "}, for: 5 s}]\n");
    REQUIRE(run.masters.size() == 1);
    CHECK(run.masters.front().failureCount() == 5);
    CHECK(run.masters.front().answered == 12); // At 3 to 9 s and at 15 to 19 s.
    return run.masters.front();
}

} // namespace

TEST_CASE("A poll takes the time of its characters and of the silence between") {
    // 8 characters, 38.5 bits, 9 characters: (80 + 38.5 + 90) / 19200 = 10.859 ms.
    const RunResult run = play("duration: 20 s\n" + kScada +
                               "expect:\n"
                               "  - {from: 3 s, to: 20 s, master: scada, latency: below 10.87 ms}\n"
                               "  - {from: 3 s, to: 20 s, master: scada, latency: below 10.85 ms}\n"
                               "  - {from: 3 s, to: 20 s, master: scada, answered: 100 %}\n"
                               "  - {from: 3 s, to: 20 s, master: scada, failures: 0}\n");
    CHECK(outcomes(run) == Outcomes{"held", run.expectations[1].seen, "held", "held"});
    CHECK_FALSE(run.expectations[1].hasHeld);
    REQUIRE(run.masters.size() == 1);
    CHECK(run.masters.front().answered == 17);
    CHECK(run.masters.front().latencyMaxUs >= 10'859);
    CHECK(run.masters.front().latencyMaxUs <= 10'861);
}

TEST_CASE("A master sees what it last got over the wire") {
    const RunResult run =
        play("duration: 20 s\n"
             "masters: [{name: scada, poll: {registers: [voltage_an], every: 5 s, start: 4 s}}]\n"
             "timeline: [{at: 10 s, set: {source.voltage.A: 200 V}}]\n"
             "expect:\n"
             "  - {at: 3 s, master: scada, sees: voltage_an, is: invalid}\n"
             "  - {at: 8 s, master: scada, sees: voltage_an, equals: 277 V, within: 0.1 %}\n"
             "  - {at: 13 s, register: voltage_an, equals: 200 V, within: 0.1 %}\n"
             "  - {at: 13 s, master: scada, sees: voltage_an, equals: 277 V, within: 0.1 %}\n"
             "  - {at: 15 s, master: scada, sees: voltage_an, between: [199 V, 201 V]}\n"
             "  - {at: 15 s, master: scada, sees: voltage_an, above: 250 V}\n");
    const Outcomes seen = outcomes(run);
    CHECK(Outcomes(seen.begin(), seen.end() - 1) == Outcomes(5, "held"));
    CHECK_FALSE(run.expectations.back().hasHeld);
    REQUIRE(run.masters.front().seen.size() == 1);
    CHECK(run.masters.front().seen.front().name == "voltage_an");
}

TEST_CASE("A failed poll is told by how its last try ended") {
    CHECK(failedOf(recordUnder("drop: 100 %"), MasterFailure::Timeout) == 5);
    CHECK(failedOf(recordUnder("mute: true"), MasterFailure::Timeout) == 5);
    CHECK(failedOf(recordUnder("corrupt: 100 %"), MasterFailure::Crc) == 5);
    CHECK(failedOf(recordUnder("wrong_unit: true"), MasterFailure::Nonsense) == 5);
    CHECK(failedOf(recordUnder("exception: {code: 4}"), MasterFailure::Exception) == 5);
    const MasterRecord record = recordUnder("corrupt: 100 %");
    REQUIRE(record.failures.size() == 5);
    CHECK(record.failures.front().beginUs >= 10'000'000);
    CHECK(record.failures.front().beginUs < 10'010'000);
    REQUIRE(record.failures.front().frames.size() >= 4); // Two tries, each asked and answered.
    CHECK_FALSE(record.failures.front().frames.back().isSent);
}

TEST_CASE("Failures and answers are judged in their span") {
    const RunResult run =
        play("duration: 20 s\n" + kScada +
             "timeline: [{at: 10 s, line: {drop: 100 %}, for: 5 s}]\n"
             "expect:\n"
             "  - {from: 9 s, to: 16 s, master: scada, failures: 5, kind: timeout}\n"
             "  - {from: 9 s, to: 16 s, master: scada, failures: at most 5}\n"
             "  - {from: 9 s, to: 16 s, master: scada, failures: at least 6}\n"
             "  - {from: 9 s, to: 16 s, master: scada, failures: 0, kind: crc}\n"
             // The polls of 9 and 15 s out of seven.
             "  - {from: 9 s, to: 16 s, master: scada, answered: at least 28 %}\n"
             "  - {from: 9 s, to: 16 s, master: scada, answered: at least 29 %}\n"
             "  - {from: 1 s, to: 2 s, master: scada, answered: at least 1 %}\n");
    CHECK(outcomes(run) == Outcomes{"held", "held", "5 of 7 polls failed", "held", "held",
                                    "2 of 7 polls answered", "no poll ended in this span"});
}

TEST_CASE("A master with another baud rate or over exchanged wires hears nothing") {
    for (const char* const wrong :
         {"masters: [{name: m, baud: 9600, poll: {registers: [131], start: 3 s}}]\n",
          "masters: [{name: m, parity: even, poll: {registers: [131], start: 3 s}}]\n",
          "masters: [{name: m, poll: {registers: [131], start: 3 s}}]\n"
          "line: {wiring: {polarity: reversed}}\n"}) {
        INFO(wrong);
        const RunResult run = play("duration: 10 s\n" + std::string(wrong));
        CHECK(run.masters.front().answered == 0);
        CHECK(failedOf(run.masters.front(), MasterFailure::Timeout) >= 6);
    }
}

TEST_CASE("Two masters that ask at the same time collide") {
    const RunResult run = play("duration: 10 s\nmasters:\n"
                               "  - {name: a, retries: 0, poll: {registers: [131], start: 3 s}}\n"
                               "  - {name: b, retries: 0, poll: {registers: [131], start: 3 s}}\n");
    REQUIRE(run.masters.size() == 2);
    for (const MasterRecord& record : run.masters) {
        CHECK(record.answered == 0);
        CHECK(failedOf(record, MasterFailure::Collision) == 7); // At 3 to 9 s.
    }
}

TEST_CASE("A script writes and reads and sends bytes as they are") {
    // 01 03 00 82 00 01 with the CRC of an independent program: register 131.
    const RunResult run =
        play("duration: 10 s\nmasters:\n"
             "  - {name: m, every: 20 s, start: 3 s, script: [{write: {ct_primary: 400 A}}, "
             "{read: 131}, {raw: '01 03 00 82 00 01 24 22'}]}\n"
             "expect:\n"
             "  - {at: 5 s, register: ct_primary, equals: 400 A}\n"
             "  - {at: 5 s, master: m, sees: ct_primary, equals: 400 A}\n");
    CHECK(outcomes(run) == Outcomes{"held", "held"});
    CHECK(run.masters.front().answered == 1);
}

TEST_CASE("Masters are judged as a meter judges them") {
    const RunResult run =
        play("duration: 30 s\nmasters:\n"
             "  - {name: hasty, poll: {registers: [voltage_an], every: 100 ms, start: 3 s}}\n"
             "expect:\n"
             "  - {from: 3 s, to: 30 s, master: hasty, finding: none}\n"
             "  - {from: 3 s, to: 30 s, master: hasty, finding: J11}\n");
    // Advice is no fault: this one never reads the alerts (J14).
    const RunResult calm =
        play("duration: 30 s\nmasters:\n"
             "  - {name: calm, poll: {registers: [voltage_an], every: 1 s, start: 3 s}}\n"
             "expect:\n"
             "  - {from: 3 s, to: 30 s, master: calm, finding: none}\n"
             "  - {from: 3 s, to: 30 s, master: calm, finding: J14}\n");
    CHECK(outcomes(calm) == Outcomes{"held", "held"});
    CHECK_FALSE(run.expectations[0].hasHeld);
    CHECK(run.expectations[0].seen.find("J11") != std::string::npos);
    CHECK(run.expectations[1].hasHeld);
    REQUIRE(run.masters.size() == 1);
    CHECK(run.masters.front().verdict.finding("J11") != nullptr);
}

TEST_CASE("A run with masters repeats to the last bit and its reports tell of both ends") {
    const Scenario scenario =
        scenarioOf("seed: 7\nduration: 40 s\n"
                   "masters: [{name: scada, poll: {registers: [voltage_an, real_power_total]}}]\n"
                   "line: {wiring: {terminators: 0, length: 1200 m, shield: open}}\n"
                   "timeline: [{at: 10 s, line: {corrupt: 20 %, delay: {from: 1 ms, to: 40 ms}}}]\n"
                   "expect: [{from: 3 s, to: 40 s, master: scada, failures: at least 1}]\n");
    const RunResult first = runScenario(scenario, {});
    const RunResult second = runScenario(scenario, {});
    const std::string json = jsonReport(std::span(&first, 1));
    CHECK(json == jsonReport(std::span(&second, 1)));
    CHECK(outcomes(first) == Outcomes{"held"});
    for (const char* const told :
         {"\"masters\"", "\"scada\"", "\"seen\"", "\"held\"", "\"frames\""}) {
        INFO(told);
        CHECK(json.find(told) != std::string::npos);
    }
    const std::string html = htmlReport(std::span(&first, 1));
    CHECK(html.find("scada") != std::string::npos);
    CHECK(html.find("what the meter held") != std::string::npos);
}

TEST_CASE("A scenario without masters has no line and is what it was") {
    const RunResult run = play("duration: 5 s\n");
    CHECK(run.masters.empty());
    CHECK(jsonReport(std::span(&run, 1)).find("\"masters\":") == std::string::npos);
}

TEST_CASE("Masters are written as they were read") {
    const Scenario scenario = scenarioOf(
        "duration: 20 s\nmasters:\n"
        "  - {name: scada, unit: [1, 2], poll: {registers: [voltage_an, '138:4'], every: 2 s}, "
        "timeout: 250 ms, retries: 2, baud: 9600, parity: even}\n"
        "  - {name: gateway, script: [{read: '3:10'}, {write: {129: 21211}}, "
        "{raw: 01 11 C0 2C}], every: 15 min}\n"
        "expect:\n"
        "  - {from: 1 s, to: 9 s, master: scada, answered: at least 57 %}\n"
        "  - {from: 1 s, to: 9 s, master: scada, failures: 2, kind: timeout}\n"
        "  - {from: 1 s, to: 9 s, master: scada, latency: below 40 ms}\n"
        "  - {from: 1 s, to: 9 s, master: gateway, finding: J05}\n"
        "  - {at: 9 s, master: scada, sees: voltage_an, equals: 277 V, within: 1 V}\n");
    const auto text = meter::sim::scenarioText(scenario, "");
    REQUIRE(text.has_value());
    INFO(*text);
    const auto again = readScenarioFromText(*text, "again.yaml");
    REQUIRE(again.has_value());
    CHECK(meter::sim::scenarioText(*again, "") == *text);
    REQUIRE(again->masters.size() == 2);
    CHECK(again->masters[0].units == std::vector<std::uint8_t>{1, 2});
    CHECK(again->masters[0].timeoutUs == 250'000);
    CHECK(again->masters[1].everyUs == 900'000'000);
    CHECK(again->masters[1].steps.size() == 3);
    CHECK(again->expect[0].ofMaster->least == 57.0);
}

TEST_CASE("Mistakes about masters are told with place and remedy") {
    struct Mistake {
        std::string text;
        std::string told;
    };

    const std::string head = "metertwin: 1\nname: m\nduration: 9 s\n";
    const std::string one = "masters: [{name: a, poll: {registers: [131]}}]\n";
    for (const Mistake& mistake : {
             Mistake{"masters: {a: 1}\n", "`masters` is a list"},
             Mistake{"masters: [{poll: {registers: [131]}}]\n", "needs a `name`"},
             Mistake{"masters: [{name: a}]\n", "either `poll` or `script`"},
             Mistake{"masters: [{name: a, poll: {}}]\n", "`poll` takes `registers`"},
             Mistake{"masters: [{name: a, poll: {registers: [voltage_am]}}]\n", "did you mean"},
             Mistake{"masters: [{name: a, poll: {registers: [40131]}}]\n", "131"},
             Mistake{"masters: [{name: a, unit: 0, poll: {registers: [131]}}]\n", "1 to 247"},
             Mistake{"masters: [{name: a, unit: [1, 1], poll: {registers: [131]}}]\n",
                     "appears twice"},
             Mistake{"masters: [{name: a, script: [{raw: 1}]}]\n", "hexadecimal digits"},
             Mistake{"masters: [{name: a, script: [{reed: 1}]}]\n", "`reed`"},
             Mistake{"masters: [{name: a, baud: 9601, script: [{read: 1}]}]\n", "9600"},
             Mistake{"masters: [{name: a, timeout: 0 s, script: [{read: 1}]}]\n", "is not between"},
             Mistake{one + "expect: [{at: 3 s, master: b, sees: 131, equals: 1}]\n",
                     "is not one of the `masters`"},
             Mistake{one + "expect: [{at: 3 s, master: a}]\n", "what is expected of the master"},
             Mistake{one + "expect: [{at: 3 s, master: a, answered: 100 %}]\n", "from"},
             Mistake{one + "expect: [{from: 1 s, to: 3 s, master: a, answered: 9 ms}]\n",
                     "at least 99 %"},
             Mistake{one + "expect: [{from: 1 s, to: 3 s, master: a, finding: J23}]\n", "J22"},
             Mistake{one + "expect: [{from: 1 s, to: 3 s, master: a, failures: 1, kind: x}]\n",
                     "kind of failure"},
             Mistake{"expect: [{at: 3 s, master: a, sees: 131, equals: 1}]\n", "no `masters`"},
             Mistake{one + "expect: [{at: 3 s, register: 131, equals: 1, failures: 2}]\n",
                     "belongs to `master`"},
             Mistake{one + "expect: [{from: 1 s, to: 3 s, master: a, failures: 2, equals: 1}]\n",
                     "failures: at most 2"},
         }) {
        INFO(mistake.text);
        const auto read = readScenarioFromText(head + mistake.text, "m.yaml");
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().front().text.find(mistake.told) != std::string::npos);
        INFO(read.error().front().text);
        CHECK(read.error().front().place.line >= 4);
    }
}
