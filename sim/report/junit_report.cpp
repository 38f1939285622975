// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/report/junit_report.hpp"

#include "sim/base/quantity.hpp"
#include "sim/report/markup.hpp"
#include "sim/report/master_reports.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>

namespace meter::sim {

namespace {

std::string attribute(const char* name, std::string_view value) {
    return std::string(" ") + name + "=\"" + xmlText(value) + "\"";
}

std::string secondsText(SampleTime time) {
    return shortNumber(secondsOf(time), 6);
}

/// A run that was not carried out to its end.
bool isIncomplete(const RunResult& run) {
    return run.error.has_value() || run.wasStopped;
}

std::string countAttributes(std::size_t tests, std::size_t failures, std::size_t errors) {
    return attribute("tests", std::to_string(tests)) +
           attribute("failures", std::to_string(failures)) +
           attribute("errors", std::to_string(errors)) + attribute("skipped", "0");
}

/// Build servers tell testcases apart by their names.
std::string nameOf(const RunResult& run, std::size_t index) {
    const std::string& text = run.expectations[index].text;
    const auto same = std::ranges::count(run.expectations, text, &ExpectationResult::text);
    return same < 2 ? text
                    : text + " (line " + std::to_string(run.expectations[index].place.line) + ")";
}

std::string testcase(const RunResult& run, std::size_t index, const std::string& className) {
    const ExpectationResult& expectation = run.expectations[index];
    std::string xml = "    <testcase" + attribute("name", nameOf(run, index)) +
                      attribute("classname", className) +
                      attribute("time", secondsText(expectation.at));
    if (expectation.hasHeld) {
        return xml + "/>\n";
    }
    const Error line{.text = "failed at " + secondsText(expectation.at) +
                             " s: " + expectation.text + ": seen " + expectation.seen,
                     .place = expectation.place};
    return xml + ">\n      <failure" + attribute("message", "seen " + expectation.seen) +
           attribute("type", "expectation") + ">" + xmlText(line.message()) +
           "</failure>\n    </testcase>\n";
}

std::string incompleteCase(const RunResult& run, const std::string& className) {
    const std::string message =
        run.error ? run.error->message()
                  : "stopped before its end, at " + secondsText(run.duration) + " s";
    return "    <testcase" + attribute("name", "the run is carried out to its end") +
           attribute("classname", className) + attribute("time", secondsText(run.duration)) +
           ">\n      <error" + attribute("message", message) + attribute("type", "run") + ">" +
           xmlText(message) + "</error>\n    </testcase>\n";
}

std::string property(const char* name, std::string_view value) {
    return std::string("      <property") + attribute("name", name) + attribute("value", value) +
           "/>\n";
}

std::string testsuite(const RunResult& run, std::size_t id) {
    const std::string className = std::filesystem::path(run.file).stem().string();
    const std::size_t errors = isIncomplete(run) ? 1 : 0;
    std::string xml =
        "  <testsuite" + attribute("name", run.name) +
        countAttributes(run.expectations.size() + errors, run.failureCount(), errors) +
        attribute("time", secondsText(run.duration)) + attribute("id", std::to_string(id)) +
        attribute("file", run.file) + ">\n";
    xml += "    <properties>\n" + property("seed", std::to_string(run.seed)) +
           property("meter_time_s", secondsText(run.duration)) + "    </properties>\n";
    for (std::size_t i = 0; i < run.expectations.size(); ++i) {
        xml += testcase(run, i, className);
    }
    if (errors > 0) {
        xml += incompleteCase(run, className);
    }
    if (!run.masters.empty()) {
        xml += "    <system-out>" + xmlText(mastersText(run.masters)) + "</system-out>\n";
    }
    std::string output;
    for (const RunEvent& message : run.messages) {
        output += "at " + secondsText(message.at) + " s: " + message.text + "\n";
    }
    if (!output.empty()) {
        xml += "    <system-err>" + xmlText(output) + "</system-err>\n";
    }
    return xml + "  </testsuite>\n";
}

} // namespace

std::string junitReport(std::span<const RunResult> runs) {
    std::size_t tests = 0;
    std::size_t failures = 0;
    std::size_t errors = 0;
    SampleTime played = 0;
    std::string suites;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const std::size_t incomplete = isIncomplete(runs[i]) ? 1 : 0;
        tests += runs[i].expectations.size() + incomplete;
        failures += runs[i].failureCount();
        errors += incomplete;
        played += runs[i].duration;
        suites += testsuite(runs[i], i);
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" +
           attribute("name", "metertwin") + countAttributes(tests, failures, errors) +
           attribute("time", secondsText(played)) + ">\n" + suites + "</testsuites>\n";
}

} // namespace meter::sim
