// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/report/judge_reports.hpp"

#include "sim/judge/rule_table.hpp"
#include "sim/report/html_style.hpp"
#include "sim/report/markup.hpp"

#include <algorithm>
#include <span>
#include <string_view>

namespace meter::sim {
namespace {

std::string attribute(const char* name, std::string_view value) {
    return std::string(" ") + name + "=\"" + xmlText(value) + "\"";
}

std::string timesText(std::uint64_t count) {
    return count == 1 ? "once" : std::to_string(count) + " times";
}

std::string requestsText(std::uint64_t count) {
    return count == 1 ? "1 request" : std::to_string(count) + " requests";
}

std::string listOf(std::span<const std::string> texts) {
    std::string list = "[";
    for (const std::string& text : texts) {
        list += (list.size() > 1 ? ", " : "") + jsonText(text);
    }
    return list + "]";
}

std::string jsonOf(const JudgeFinding& finding) {
    return "{\"rule\": " + jsonText(finding.rule) +
           ", \"severity\": " + jsonText(severityText(finding.severity)) +
           ", \"title\": " + jsonText(finding.title) +
           ", \"count\": " + std::to_string(finding.count) +
           ", \"frames\": " + listOf(finding.frames) + ", \"cost\": " + jsonText(finding.cost) +
           ", \"advice\": " + jsonText(finding.advice) + "}";
}

std::string indented(const JudgeFinding& finding) {
    std::string text = "    cost: " + finding.cost + "\n    advice: " + finding.advice + "\n";
    for (const std::string& frame : finding.frames) {
        text += "    frame: " + frame + "\n";
    }
    return text;
}

} // namespace

std::string judgeText(const JudgeReport& report) {
    std::string text = "score " + std::to_string(report.score) + " of 100, " +
                       requestsText(report.requests) + "\n";
    for (const JudgeFinding& finding : report.findings) {
        text += finding.rule + " " + std::string(severityText(finding.severity)) + ", " +
                timesText(finding.count) + ": " + finding.title + "\n" + indented(finding);
    }
    for (const std::string& good : report.good) {
        text += "good: " + good + "\n";
    }
    return text;
}

std::string judgeJson(const JudgeReport& report) {
    std::string json = "{\"score\": " + std::to_string(report.score) +
                       ", \"requests\": " + std::to_string(report.requests) + ", \"findings\": [";
    for (const JudgeFinding& finding : report.findings) {
        json += (&finding == report.findings.data() ? "\n  " : ",\n  ") + jsonOf(finding);
    }
    return json + "], \"good\": " + listOf(report.good) + "}\n";
}

std::string judgeJunit(const JudgeReport& report) {
    std::string cases;
    for (const JudgeRuleText& rule : judgeRuleTexts()) {
        cases += "    <testcase" +
                 attribute("name", std::string(rule.name) + " " + std::string(rule.title)) +
                 attribute("classname", "master");
        const JudgeFinding* const finding = report.finding(rule.name);
        if (finding == nullptr) {
            cases += "/>\n";
            continue;
        }
        const std::string details = xmlText(std::string(severityText(finding->severity)) + ", " +
                                            timesText(finding->count) + "\n" + indented(*finding));
        cases += finding->severity == JudgeSeverity::Error
                     ? ">\n      <failure" + attribute("message", finding->title) +
                           attribute("type", "finding") + ">" + details + "</failure>\n"
                     : ">\n      <system-out>" + details + "</system-out>\n";
        cases += "    </testcase>\n";
    }
    const auto failures =
        std::ranges::count(report.findings, JudgeSeverity::Error, &JudgeFinding::severity);
    const std::string counts = attribute("tests", std::to_string(kJudgeRuleCount)) +
                               attribute("failures", std::to_string(failures)) +
                               attribute("errors", "0") + attribute("skipped", "0");
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + counts + ">\n  <testsuite" +
           attribute("name", "judge") + counts + ">\n" + cases + "  </testsuite>\n</testsuites>\n";
}

std::string judgeHtml(const JudgeReport& report) {
    const bool isFailed = report.has(JudgeSeverity::Error);
    std::string html(kHtmlHead);
    html += "<title>The meter judges its master</title>\n</head>\n<body>\n"
            "<h1>The meter judges its master</h1>\n<p class=\"outcome" +
            std::string(isFailed ? " failed" : "") + "\">Score " + std::to_string(report.score) +
            " of 100, " + requestsText(report.requests) + "</p>\n";
    for (const JudgeFinding& finding : report.findings) {
        html += "<h2 id=\"" + xmlText(finding.rule) + "\">" +
                xmlText(finding.rule + ": " + finding.title) + "</h2>\n<p class=\"facts\">" +
                std::string(severityText(finding.severity)) + ", " + timesText(finding.count) +
                "</p>\n<p>What it costs: " + xmlText(finding.cost) +
                "</p>\n<p>What a good master does: " + xmlText(finding.advice) + "</p>\n";
        for (const std::string& frame : finding.frames) {
            html += "<p><code>" + xmlText(frame) + "</code></p>\n";
        }
    }
    html += report.good.empty() ? "" : "<h2>Done well</h2>\n<ul>\n";
    for (const std::string& good : report.good) {
        html += "<li>" + xmlText(good) + "</li>\n";
    }
    return html + (report.good.empty() ? "" : "</ul>\n") + "</body>\n</html>\n";
}

} // namespace meter::sim
