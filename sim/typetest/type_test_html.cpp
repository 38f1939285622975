// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/report/markup.hpp"
#include "sim/typetest/type_test_report.hpp"

#include <algorithm>
#include <string_view>

namespace meter::sim {

namespace {

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Type test</title>
<style>
:root { color-scheme: light dark; --line: #8886; --bar: #2a7fba; --bad: #c62828; }
body { font: 14px/1.45 system-ui, sans-serif; margin: 2em auto; max-width: 96em; padding: 0 1em; }
h1 { font-size: 1.5em; } h2 { font-size: 1.15em; margin: 2em 0 .4em; }
.outcome { font-weight: 600; padding: .5em .8em; border-left: .4em solid var(--bar); }
.outcome.FAIL { border-color: var(--bad); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .25em .6em; border-bottom: 1px solid
  var(--line); }
td.number, th.number { text-align: right; white-space: nowrap;
  font-variant-numeric: tabular-nums; }
tr.FAIL td { color: var(--bad); font-weight: 600; }
td.brief { white-space: nowrap; }
meter { width: 6em; }
</style>
</head>
<body>
<h1>Type test</h1>
)";

constexpr std::string_view kMethod =
    "<p>The meter under test has a CT size (In) of 1500 A, Imax = 1.2 In, 480 V between lines, "
    "60 Hz, 25 &#176;C and 10 Wh a pulse unless the conditions say otherwise. An error is "
    "(meter &#8722; true) &#247; true with the true energy from the closed form of the stimulus; "
    "the float registers decide, whole counts and counted pulses must keep the same limit "
    "within one count or pulse. An influence is the change of the error against reference "
    "conditions. Everything ran in virtual time.</p>\n";

constexpr std::string_view kTableHead =
    "<table>\n<thead><tr><th>Id</th><th>Clause</th><th>Test</th><th>Condition</th>"
    "<th class=\"number\">Limit</th><th class=\"number\">Measured</th>"
    "<th class=\"number\">By pulses</th><th class=\"number\">Used</th><th></th><th>Verdict</th>"
    "</tr></thead>\n<tbody>\n";

std::string briefCell(const std::string& text) {
    return "<td class=\"brief\">" + xmlText(text) + "</td>";
}

std::string cell(const std::string& text, bool isNumber = false) {
    return (isNumber ? "<td class=\"number\">" : "<td>") + xmlText(text) + "</td>";
}

std::string pulseText(const TypeTestResult& result) {
    if (!result.pulsePercent) {
        return "";
    }
    return unsignedZeroText(*result.pulsePercent, 2) + " ± " +
           unsignedZeroText(result.pulseQuantumPercent, 2) + " %";
}

std::string rowOf(const TypeTestResult& result) {
    const std::string verdict = verdictText(result.verdict);
    const double used = std::min(result.usedPercent().value_or(0.0), 100.0);
    const std::string bar = result.usedPercent()
                                ? "<meter min=\"0\" max=\"100\" high=\"90\" value=\"" +
                                      unsignedZeroText(used, 1) + "\"></meter>"
                                : "";
    const std::string what =
        result.point.title + (result.remark.empty() ? "" : ": " + result.remark);
    return "<tr class=\"" + (verdict == "n/a" ? std::string("none") : verdict) + "\">" +
           cell(result.point.id) + briefCell(result.point.clause) + cell(what) +
           briefCell(conditionText(result.point)) + cell(limitText(result), true) +
           cell(measuredText(result), true) + cell(pulseText(result), true) +
           cell(usedText(result), true) + "<td>" + bar + "</td>" + cell(verdict) + "</tr>\n";
}

} // namespace

std::string typeTestHtml(const TypeTestReport& report) {
    const std::string outcome = report.hasPassed() ? "pass" : "FAIL";
    std::string page(kHead);
    page += "<p class=\"outcome " + outcome + "\">" + xmlText(summaryText(report)) + "</p>\n";
    page += kMethod;
    std::string standard;
    for (const TypeTestResult& result : report.results) {
        if (result.point.standard != standard) {
            page += standard.empty() ? "" : "</tbody>\n</table>\n";
            standard = result.point.standard;
            page += "<h2>" + xmlText(standard) + "</h2>\n";
            page += kTableHead;
        }
        page += rowOf(result);
    }
    page += standard.empty() ? "" : "</tbody>\n</table>\n";
    return page + "</body>\n</html>\n";
}

} // namespace meter::sim
