// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a run keeps for its reports, and what the reports make of it. Expected values follow from
// the scenario by hand.

#include "sim/report/html_report.hpp"
#include "sim/report/json_report.hpp"
#include "sim/report/junit_report.hpp"
#include "sim/run/run_details.hpp"
#include "sim/run/scenario_runner.hpp"
#include "sim/scenario/timeline_text.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

using namespace meter;
using namespace meter::sim;

namespace {

Scenario scenarioOf(const std::string& rest) {
    const auto scenario = readScenarioFromText(
        "metertwin: 1\nname: <sag> & \"swell\"\nmeter: {ct: 100 A, voltage: 208 V}\n"
        "source: {voltage: 120 V}\nload: {current: 50 A}\n" +
            rest,
        "sag.yaml");
    REQUIRE(scenario.has_value());
    return *scenario;
}

Scenario sag() {
    return scenarioOf("timeline:\n"
                      "  - {at: 5 s, set: {source.voltage.B: 60 V}, for: 3 s}\n"
                      "expect:\n"
                      "  - {at: 4 s, register: voltage_bn, equals: 120 V, within: 1 %}\n"
                      "  - {at: 7 s, register: voltage_bn, equals: 120 V, within: 1 %}\n"
                      "  - {at: 7 s, output: energy_pulses, equals: 0}\n");
}

RunResult played(const Scenario& scenario) {
    RunOptions options;
    options.keepsDetails = true;
    return runScenario(scenario, options);
}

} // namespace

TEST_CASE("details are kept only where they are asked for") {
    const RunResult result = runScenario(sag(), {});
    CHECK_FALSE(result.overview.has_value());
    CHECK_FALSE(result.expectations.front().detail.has_value());
    const RunResult detailed = played(sag());
    CHECK(detailed.overview.has_value());
    // What is looked at does not change.
    REQUIRE(detailed.expectations.size() == result.expectations.size());
    for (std::size_t i = 0; i < result.expectations.size(); ++i) {
        CHECK(detailed.expectations[i].seen == result.expectations[i].seen);
    }
}

TEST_CASE("the register of an expectation is kept around it with its limits") {
    const RunResult result = played(sag());
    REQUIRE(result.duration == 10 * kSamplesPerSecond); // The sag's end and 2 s.
    REQUIRE(result.expectations.size() == 3);
    REQUIRE(result.expectations[1].detail.has_value());
    const ExpectationDetail& detail = *result.expectations[1].detail;
    REQUIRE(detail.judged.has_value());
    CHECK(detail.judged->name == "voltage_bn");
    CHECK(detail.judged->unit == "V");
    CHECK(detail.low.value() == Approx(118.8));
    CHECK(detail.high.value() == Approx(121.2));
    REQUIRE(detail.judged->firstS == 1);
    REQUIRE(detail.judged->steps.size() == 10);
    CHECK(detail.judged->steps[3].low == Approx(120.0).epsilon(1e-3));
    CHECK(detail.judged->steps[6].high == Approx(60.0).epsilon(1e-3));
    CHECK(detail.judged->steps[9].low == Approx(120.0).epsilon(1e-3));
    CHECK(detail.context.size() == 6); // Three voltages and three currents of a wye.
    CHECK_FALSE(result.expectations[2].detail->judged.has_value());
}

TEST_CASE("the waveform is the last three cycles before the verdict") {
    const RunResult result = played(sag());
    const Waveform& waveform = result.expectations[1].detail->waveform;
    CHECK(waveform.end == 7 * kSamplesPerSecond);
    REQUIRE(waveform.frames.size() == 126); // 3 × 2520 / 60.
    std::int32_t peakA = 0;
    std::int32_t peakB = 0;
    for (const SampleFrame& frame : waveform.frames) {
        peakA = std::max(peakA, std::abs(frame.voltage[0]));
        peakB = std::max(peakB, std::abs(frame.voltage[1]));
    }
    // 42 samples a cycle: the crest is missed by at most half a sample, 1 − cos(π/42) = 0.3 %.
    CHECK(peakA * kVoltsPerCount == Approx(120.0 * std::sqrt(2.0)).epsilon(0.004));
    CHECK(peakB * kVoltsPerCount == Approx(60.0 * std::sqrt(2.0)).epsilon(0.004));
}

TEST_CASE("the glass is that of the moment of the verdict") {
    const RunResult result =
        played(scenarioOf("timeline: [{at: 4 s, power: off}]\nduration: 8 s\n"
                          "expect:\n"
                          "  - {at: 3 s, register: voltage_an, is: valid}\n"
                          "  - {at: 5.5 s, register: voltage_an, is: invalid}\n"));
    REQUIRE(result.expectations.size() == 2);
    CHECK(result.expectations[0].detail->glass.isPowered);
    CHECK_FALSE(result.expectations[1].detail->glass.isPowered);
    // No measurement without power: the steps behind 4 s are gaps.
    const std::vector<RegisterSeries::Step>& steps = result.expectations[1].detail->judged->steps;
    REQUIRE(steps.size() == 8);
    CHECK(steps[2].isValid);
    CHECK_FALSE(steps[5].isValid);
}

TEST_CASE("a long run is kept in longer steps") {
    const RunResult result =
        played(scenarioOf("duration: 30 min\nline: {pace: false}\n"
                          "expect: [{from: 10 s, to: 1790 s, register: frequency, above: 1}]\n"));
    REQUIRE(result.overview.has_value());
    for (const RegisterSeries& series : result.overview->series) {
        CHECK(series.stepS == 3); // 1800 s in at most 600 steps.
        CHECK(series.steps.size() == 600);
    }
    const ExpectationDetail& detail = *result.expectations.front().detail;
    CHECK(detail.judged->steps.size() <= kSeriesStepsMax);
    CHECK_FALSE(detail.high.has_value());
    CHECK(detail.low.value() == 1.0);
}

TEST_CASE("the timeline is told in words at each time that it acts") {
    const Scenario scenario = scenarioOf(
        "duration: 60 s\ntimeline:\n"
        "  - {at: 30 s, press: [right, {hold: plus, for: 2 s}]}\n"
        "  - {at: 10 s, set: {source.voltage.B: 60 V}, for: 2 s, every: 20 s, times: 2}\n"
        "  - {at: 40 s, power: off, for: 1 s}\n"
        "  - {at: 45 s, save: here}\n"
        "  - {at: 50 s, apply: sag, residual: 50 %, for: 12 cycles}\n");
    const std::vector<RunEvent> events = eventsOf(scenario.timeline, 60 * kSamplesPerSecond, 100);
    REQUIRE(events.size() == 6);
    CHECK(events[0].at == 10 * kSamplesPerSecond);
    CHECK(events[0].text == "set source.voltage.B = 60, for 2 s");
    CHECK(events[1].text == "press right (hold plus for 2 s)");
    CHECK(events[2].at == 30 * kSamplesPerSecond);
    CHECK(events[3].text == "power off, for 1 s");
    CHECK(events[4].text == "save here");
    CHECK(events[5].text == "apply sag, for 0.2 s");
    CHECK(eventsOf(scenario.timeline, 60 * kSamplesPerSecond, 2).size() == 2);
    CHECK(eventsOf(scenario.timeline, 35 * kSamplesPerSecond, 100).size() == 3);
}

TEST_CASE("reports are the same bytes each time") {
    const std::vector<RunResult> first = {played(sag())};
    const std::vector<RunResult> second = {played(sag())};
    CHECK(junitReport(first) == junitReport(second));
    CHECK(jsonReport(first) == jsonReport(second));
    CHECK(htmlReport(first) == htmlReport(second));
}

TEST_CASE("a page needs nothing from elsewhere and escapes what it is told") {
    const std::vector<RunResult> runs = {played(sag())};
    const std::string html = htmlReport(runs);
    CHECK(html.find("&lt;sag&gt; &amp; &quot;swell&quot;") != std::string::npos);
    CHECK(html.find("<sag>") == std::string::npos);
    CHECK(html.find("src=") == std::string::npos);
    CHECK(html.find("url(") == std::string::npos);
    CHECK(html.find("<link") == std::string::npos);
    CHECK(html.find("class=\"failed\" open") != std::string::npos); // What failed is open.
    CHECK(html.find("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"lcd\"") !=
          std::string::npos);
}

TEST_CASE("what could not be carried out is an error in JUnit") {
    RunResult run;
    run.name = "lost";
    run.file = "a/lost.yaml";
    run.error = Error{.text = "the disk is full", .place = {}};
    const std::string xml = junitReport(std::vector<RunResult>{run});
    CHECK(xml.find("errors=\"1\"") != std::string::npos);
    CHECK(xml.find("<error message=\"the disk is full\"") != std::string::npos);
    CHECK(xml.find("classname=\"lost\"") != std::string::npos);
    RunResult stopped;
    stopped.name = "stopped";
    stopped.wasStopped = true;
    CHECK(junitReport(std::vector<RunResult>{stopped}).find("stopped before its end") !=
          std::string::npos);
}

TEST_CASE("no runs make valid empty reports") {
    CHECK(jsonReport({}).find("\"scenarios\": []") != std::string::npos);
    CHECK(junitReport({}).find("tests=\"0\"") != std::string::npos);
}
