// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/comparison_report.hpp"

#include "sim/report/html_style.hpp"
#include "sim/report/markup.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>

namespace meter::app {
namespace {

using sim::xmlText;

std::string countOf(const Comparison& comparison, Aspect aspect) {
    return std::to_string(comparison.counts[static_cast<std::size_t>(aspect)]);
}

std::string lineOf(const Difference& difference) {
    return difference.subject + ": " + difference.a + " | " + difference.b +
           (difference.detail.empty() ? "" : "  (" + difference.detail + ")");
}

std::string outcomeOf(const Comparison& comparison) {
    const std::size_t count = comparison.differences.size();
    if (count == 0) {
        return "the same";
    }
    return std::to_string(count) + (count == 1 ? " difference" : " differences");
}

std::string attribute(const char* name, const std::string& value) {
    return std::string(" ") + name + "=\"" + xmlText(value) + "\"";
}

} // namespace

std::string textOfComparison(const Comparison& comparison) {
    std::string text = "A  " + comparison.nameA + "\nB  " + comparison.nameB + "\n" +
                       std::to_string(comparison.moments) + " moments; compared:";
    for (const Aspect aspect : comparison.compared) {
        text += std::string(aspect == comparison.compared.front() ? " " : ", ") + nameOf(aspect) +
                " (" + countOf(comparison, aspect) + ")";
    }
    text += "\n";
    for (const Difference& difference : comparison.differences) {
        std::string aspect = nameOf(difference.aspect);
        aspect.resize(15, ' ');
        text += aspect + lineOf(difference) + "\n";
    }
    return text + outcomeOf(comparison) + "\n";
}

std::string jsonOfComparison(const Comparison& comparison) {
    using nlohmann::ordered_json;
    ordered_json json = {{"a", comparison.nameA},
                         {"b", comparison.nameB},
                         {"moments", comparison.moments},
                         {"same", comparison.differences.empty()},
                         {"compared", ordered_json::object()},
                         {"differences", ordered_json::array()}};
    for (const Aspect aspect : comparison.compared) {
        json["compared"][nameOf(aspect)] = comparison.counts[static_cast<std::size_t>(aspect)];
    }
    for (const Difference& one : comparison.differences) {
        json["differences"].push_back({{"aspect", nameOf(one.aspect)},
                                       {"subject", one.subject},
                                       {"a", one.a},
                                       {"b", one.b},
                                       {"detail", one.detail}});
    }
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::string junitOfComparison(const Comparison& comparison) {
    std::string cases;
    int failures = 0;
    for (const Aspect aspect : comparison.compared) {
        std::string lines;
        int count = 0;
        for (const Difference& one : comparison.differences) {
            if (one.aspect == aspect) {
                lines += lineOf(one) + "\n";
                ++count;
            }
        }
        cases += "    <testcase" + attribute("name", nameOf(aspect)) +
                 attribute("classname", comparison.nameA + " and " + comparison.nameB);
        if (count == 0) {
            cases += "/>\n";
            continue;
        }
        ++failures;
        cases += ">\n      <failure" +
                 attribute("message", std::to_string(count) + " of " + countOf(comparison, aspect) +
                                          " differ") +
                 attribute("type", "difference") + ">" + xmlText(lines) +
                 "</failure>\n    </testcase>\n";
    }
    const std::string counts = attribute("tests", std::to_string(comparison.compared.size())) +
                               attribute("failures", std::to_string(failures)) +
                               attribute("errors", "0") + attribute("skipped", "0");
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + counts + ">\n  <testsuite" +
           attribute("name", "compare") + counts + ">\n" + cases +
           "  </testsuite>\n</testsuites>\n";
}

std::string htmlOfComparison(const Comparison& comparison) {
    const bool isSame = comparison.differences.empty();
    std::string html(sim::kHtmlHead);
    html += "<title>Comparison of two meters</title>\n</head>\n<body>\n"
            "<h1>Comparison of two meters</h1>\n<p class=\"outcome" +
            std::string(isSame ? "" : " failed") + "\">" + xmlText(outcomeOf(comparison)) +
            "</p>\n<p class=\"facts\">A: " + xmlText(comparison.nameA) +
            "<br>B: " + xmlText(comparison.nameB) + "<br>" + std::to_string(comparison.moments) +
            " moments</p>\n<table class=\"wide\">\n<tr><th>Aspect</th><th>What</th><th>A</th>"
            "<th>B</th><th>How far</th></tr>\n";
    for (const Aspect aspect : comparison.compared) {
        const bool isAspectSame = std::ranges::none_of(
            comparison.differences, [&](const Difference& one) { return one.aspect == aspect; });
        html += isAspectSame ? "<tr><td>" + std::string(nameOf(aspect)) +
                                   "</td><td colspan=\"4\">"
                                   "the same (" +
                                   countOf(comparison, aspect) + ")</td></tr>\n"
                             : "";
        for (const Difference& one : comparison.differences) {
            if (one.aspect == aspect) {
                html += "<tr><td>" + std::string(nameOf(aspect)) + "</td><td>" +
                        xmlText(one.subject) + "</td><td>" + xmlText(one.a) + "</td><td>" +
                        xmlText(one.b) + "</td><td>" + xmlText(one.detail) + "</td></tr>\n";
            }
        }
    }
    return html + "</table>\n</body>\n</html>\n";
}

} // namespace meter::app
