// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/report/master_reports.hpp"

#include "sim/report/judge_reports.hpp"
#include "sim/report/markup.hpp"
#include "sim/traffic/byte_text.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace meter::sim {

namespace {

constexpr double kUsPerSecond = 1e6;
constexpr double kUsPerMs = 1e3;

std::string secondsText(std::uint64_t us) {
    return shortNumber(static_cast<double>(us) / kUsPerSecond, 6);
}

std::string msText(double us) {
    return shortNumber(us / kUsPerMs, 3);
}

double meanUs(const MasterRecord& master) {
    return master.answered == 0
               ? 0.0
               : static_cast<double>(master.latencySumUs) / static_cast<double>(master.answered);
}

template <typename Range, typename ToText>
std::string listOf(const Range& range, const ToText& toText) {
    std::string text;
    for (const auto& item : range) {
        text += (text.empty() ? "" : ", ") + toText(item);
    }
    return "[" + text + "]";
}

std::string frameJson(const MasterFrame& frame) {
    return "{\"at_s\": " + secondsText(frame.atUs) +
           ", \"sent\": " + (frame.isSent ? "true" : "false") +
           ", \"bytes\": " + jsonText(hexText(frame.bytes)) + "}";
}

std::string failureJson(const MasterFailed& failed) {
    return "{\"from_s\": " + secondsText(failed.beginUs) +
           ", \"to_s\": " + secondsText(failed.endUs) +
           ", \"unit\": " + std::to_string(failed.unit) +
           ", \"kind\": " + jsonText(kMasterFailureNames[static_cast<std::size_t>(failed.kind)]) +
           ", \"reason\": " + jsonText(failed.reason) +
           ", \"frames\": " + listOf(failed.frames, frameJson) + "}";
}

std::string seenJson(const MasterSeen& seen) {
    return "{\"register\": " + jsonText(seen.name) + ", \"unit\": " + jsonText(seen.unit) +
           ", \"seen\": " + jsonText(seen.seen) + ", \"held\": " + jsonText(seen.held) + "}";
}

std::string masterJson(const MasterRecord& master) {
    std::string failed;
    for (std::size_t i = 0; i < kMasterFailureNames.size(); ++i) {
        failed += (failed.empty() ? "" : ", ") + jsonText(kMasterFailureNames[i]) + ": " +
                  std::to_string(master.failed[i]);
    }
    std::string verdict = judgeJson(master.verdict);
    verdict.pop_back(); // Its line feed.
    return "{\"name\": " + jsonText(master.name) +
           ", \"answered\": " + std::to_string(master.answered) + ", \"failed\": {" + failed +
           "}, \"latency_ms\": {\"min\": " + msText(static_cast<double>(master.latencyMinUs)) +
           ", \"mean\": " + msText(meanUs(master)) +
           ", \"max\": " + msText(static_cast<double>(master.latencyMaxUs)) +
           "}, \"values\": " + listOf(master.seen, seenJson) +
           ", \"failures\": " + listOf(master.failures, failureJson) + ", \"judge\": " + verdict +
           "}";
}

std::string countsText(const MasterRecord& master) {
    std::string text = std::to_string(master.answered) + " polls answered, " +
                       std::to_string(master.failureCount()) + " failed";
    for (std::size_t i = 0; i < kMasterFailureNames.size(); ++i) {
        if (master.failed[i] > 0) {
            text +=
                ", " + std::string(kMasterFailureNames[i]) + " " + std::to_string(master.failed[i]);
        }
    }
    if (master.answered > 0) {
        text += "; latency " + msText(static_cast<double>(master.latencyMinUs)) + " to " +
                msText(static_cast<double>(master.latencyMaxUs)) + " ms, " +
                msText(meanUs(master)) + " ms on average";
    }
    return text + "; score " + std::to_string(master.verdict.score) + " of 100";
}

std::string valueTable(const MasterRecord& master) {
    if (master.seen.empty()) {
        return {};
    }
    std::string html = "<table>\n<thead><tr><th>Register</th><th class=\"number\">What the master "
                       "saw last</th><th class=\"number\">what the meter held at the end</th>"
                       "</tr></thead>\n<tbody>\n";
    for (const MasterSeen& seen : master.seen) {
        html += "<tr><td><code>" + xmlText(seen.name) + "</code></td><td class=\"number\">" +
                xmlText(seen.seen + " " + seen.unit) + "</td><td class=\"number\">" +
                xmlText(seen.held + " " + seen.unit) + "</td></tr>\n";
    }
    return html + "</tbody>\n</table>\n";
}

std::string failureHtml(const MasterFailed& failed) {
    std::string html = "<details><summary>At " + secondsText(failed.beginUs) + " s, unit " +
                       std::to_string(failed.unit) + ": " +
                       std::string(kMasterFailureNames[static_cast<std::size_t>(failed.kind)]) +
                       ", " + xmlText(failed.reason) +
                       "</summary><div class=\"inside\"><table>\n<tbody>\n";
    for (const MasterFrame& frame : failed.frames) {
        html += "<tr><td class=\"number\">" + secondsText(frame.atUs) + " s</td><td>" +
                (frame.isSent ? "sent" : "heard") + "</td><td><code>" + hexText(frame.bytes) +
                "</code></td></tr>\n";
    }
    return html + "</tbody></table></div></details>\n";
}

std::string findingsHtml(const JudgeReport& report) {
    std::string items;
    for (const JudgeFinding& finding : report.findings) {
        items += "<li>" +
                 xmlText(finding.rule + ": " + finding.title + ", " +
                         std::string(severityText(finding.severity)) + ". " + finding.advice) +
                 "</li>\n";
    }
    return items.empty() ? items : "<ul>\n" + items + "</ul>\n";
}

} // namespace

std::string mastersJson(std::span<const MasterRecord> masters) {
    return listOf(masters, masterJson);
}

std::string mastersHtml(std::span<const MasterRecord> masters) {
    std::string html;
    for (const MasterRecord& master : masters) {
        html += "<h3>Master <code>" + xmlText(master.name) + "</code></h3>\n<p class=\"facts\">" +
                xmlText(countsText(master)) + "</p>\n" + valueTable(master);
        for (const MasterFailed& failed : master.failures) {
            html += failureHtml(failed);
        }
        html += findingsHtml(master.verdict);
    }
    return html;
}

std::string mastersText(std::span<const MasterRecord> masters) {
    std::string text;
    for (const MasterRecord& master : masters) {
        text += "master " + master.name + ": " + countsText(master) + "\n";
        for (const MasterFailed& failed : master.failures) {
            text += "  " + secondsText(failed.beginUs) + " s, unit " + std::to_string(failed.unit) +
                    ": " + std::string(kMasterFailureNames[static_cast<std::size_t>(failed.kind)]) +
                    ", " + failed.reason + "\n";
        }
    }
    return text;
}

} // namespace meter::sim
