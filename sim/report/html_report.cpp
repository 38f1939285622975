// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/report/html_report.hpp"

#include "sim/report/html_expectation.hpp"
#include "sim/report/html_style.hpp"
#include "sim/report/markup.hpp"
#include "sim/report/master_reports.hpp"
#include "sim/report/plot_svg.hpp"

#include <cstddef>
#include <string_view>

namespace meter::sim {

namespace {

std::string secondsText(SampleTime time) {
    return shortNumber(secondsOf(time), 6) + " s";
}

std::string counted(std::size_t count, const char* noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

struct Totals {
    std::size_t scenarios = 0;
    std::size_t heldScenarios = 0;
    std::size_t expectations = 0;
    std::size_t failures = 0;
    SampleTime played = 0;
};

Totals totalsOf(std::span<const RunResult> runs) {
    Totals totals;
    for (const RunResult& run : runs) {
        ++totals.scenarios;
        totals.heldScenarios += run.hasHeld() ? 1U : 0U;
        totals.expectations += run.expectations.size();
        totals.failures += run.failureCount();
        totals.played += run.duration;
    }
    return totals;
}

std::string summary(const Totals& totals) {
    const bool hasHeld = totals.heldScenarios == totals.scenarios;
    return "<p class=\"outcome" + std::string(hasHeld ? "" : " failed") + "\">" +
           markHtml(hasHeld) + ": " + std::to_string(totals.heldScenarios) + " of " +
           counted(totals.scenarios, "scenario") + " held, " +
           std::to_string(totals.expectations - totals.failures) + " of " +
           counted(totals.expectations, "expectation") + ", in " + secondsText(totals.played) +
           " of meter time</p>\n";
}

std::string scenarioTable(std::span<const RunResult> runs) {
    std::string html = "<table class=\"wide\">\n<thead><tr><th>Verdict</th><th>Scenario</th>"
                       "<th>File</th><th class=\"number\">Held</th>"
                       "<th class=\"number\">Meter time</th></tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const RunResult& run = runs[i];
        const std::size_t count = run.expectations.size();
        html += std::string("<tr") + (run.hasHeld() ? "" : " class=\"failed\"") + "><td>" +
                markHtml(run.hasHeld()) + "</td><td><a href=\"#" + scenarioId(i) + "\">" +
                xmlText(run.name) + "</a></td><td><code>" + xmlText(run.file) +
                "</code></td><td class=\"number\">" + std::to_string(count - run.failureCount()) +
                " of " + std::to_string(count) + "</td><td class=\"number\">" +
                secondsText(run.duration) + "</td></tr>\n";
    }
    return html + "</tbody>\n</table>\n";
}

std::string failureList(std::span<const RunResult> runs) {
    std::string items;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        for (std::size_t k = 0; k < runs[i].expectations.size(); ++k) {
            const ExpectationResult& expectation = runs[i].expectations[k];
            if (!expectation.hasHeld) {
                items += "<li><a href=\"#" + expectationId(i, k) + "\"><code>" +
                         xmlText(expectation.text) + "</code></a>: seen " +
                         xmlText(expectation.seen) +
                         (runs.size() > 1 ? " (" + xmlText(runs[i].name) + ")" : "") + "</li>\n";
            }
        }
    }
    return items.empty() ? "" : "<h3>What failed</h3>\n<ul>\n" + items + "</ul>\n";
}

/// Voltages, currents and what else there is, a plot for each unit.
std::string overviewPlots(const RunResult& run) {
    const RunOverview& overview = *run.overview;
    std::string html = plotsByUnit(overview.series, {.title = {},
                                                     .unit = {},
                                                     .fromS = 0.0,
                                                     .toS = secondsOf(run.duration),
                                                     .lines = {},
                                                     .low = {},
                                                     .high = {},
                                                     .judgedFromS = {},
                                                     .judgedToS = {},
                                                     .events = overview.events});
    return "<h3>The whole run</h3>\n<div class=\"plots\">\n" + html + "</div>\n";
}

std::string eventTable(const RunOverview& overview) {
    if (overview.events.empty()) {
        return {};
    }
    std::string html = "<details><summary>" + counted(overview.events.size(), "event") +
                       " of the timeline, dotted in the plots</summary><div class=\"inside\">"
                       "<table><thead><tr><th class=\"number\">At</th><th>What</th></tr></thead>"
                       "\n<tbody>\n";
    for (const RunEvent& event : overview.events) {
        html += "<tr><td class=\"number\">" + secondsText(event.at) + "</td><td><code>" +
                xmlText(event.text) + "</code></td></tr>\n";
    }
    return html + "</tbody></table></div></details>\n";
}

std::string troubles(const RunResult& run) {
    std::string html;
    const auto add = [&html](const std::string& text) {
        html += "<p class=\"warning\">" + xmlText(text) + "</p>\n";
    };
    if (run.error) {
        add("Not carried out: " + run.error->message());
    }
    if (run.wasStopped) {
        add("Stopped before its end, at " + secondsText(run.duration) + ".");
    }
    for (const RunEvent& message : run.messages) {
        add("At " + secondsText(message.at) + ": " + message.text);
    }
    return html;
}

std::string section(const RunResult& run, std::size_t index) {
    std::string html = "<section" + std::string(run.hasHeld() ? "" : " class=\"failed\"") +
                       ">\n<h2 id=\"" + scenarioId(index) + "\">" + markHtml(run.hasHeld()) + " " +
                       xmlText(run.name) + "</h2>\n";
    html += "<p class=\"facts\"><code>" + xmlText(run.file) + "</code>, seed " +
            std::to_string(run.seed) + ", " + secondsText(run.duration) + " of meter time</p>\n";
    html += troubles(run);
    if (run.overview) {
        html += overviewPlots(run) + eventTable(*run.overview);
    }
    html += mastersHtml(run.masters);
    html += "<h3>" + counted(run.expectations.size(), "expectation") + "</h3>\n";
    for (std::size_t i = 0; i < run.expectations.size(); ++i) {
        html += expectationHtml(run, i, expectationId(index, i));
    }
    return html + "</section>\n";
}

} // namespace

std::string htmlReport(std::span<const RunResult> runs) {
    const Totals totals = totalsOf(runs);
    const std::string title =
        runs.size() == 1 ? runs.front().name : counted(runs.size(), "scenario");
    std::string html(kHtmlHead);
    html += "<title>" + xmlText(title) + " – verdicts</title>\n</head>\n<body>\n<main>\n<h1>" +
            xmlText(title) + "</h1>\n";
    html += summary(totals);
    if (runs.size() > 1) {
        html += scenarioTable(runs);
    }
    html += failureList(runs);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        html += section(runs[i], i);
    }
    return html + "</main>\n</body>\n</html>\n";
}

} // namespace meter::sim
