// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// CSV by RFC 4180. The values are what the report was made of.

#include "sim/typetest/type_test_report.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace meter;
using namespace meter::sim;

namespace {

std::vector<std::vector<std::string>> parsedCsv(const std::string& text) {
    std::vector<std::vector<std::string>> rows(1);
    std::string cell;
    bool isQuoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        if (isQuoted && letter == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            cell += letter;
            ++i;
        } else if (letter == '"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && (letter == ',' || letter == '\n')) {
            rows.back().push_back(cell);
            cell.clear();
            if (letter == '\n') {
                rows.emplace_back();
            }
        } else {
            cell += letter;
        }
    }
    REQUIRE(cell.empty());
    rows.pop_back();
    return rows;
}

TypeTestReport exampleReport() {
    TypeTestReport report;
    TypeTestResult passed;
    passed.point.id = "one";
    passed.point.standard = "S & T";
    passed.point.setting = "0.5 lagging";
    passed.point.current = 0.05;
    passed.point.limit = 0.5;
    passed.point.unit = "%";
    passed.point.title = "a \"quoted\", title";
    passed.verdict = TypeTestVerdict::Pass;
    passed.measured = -0.125;
    report.results.push_back(passed);
    TypeTestResult missing;
    missing.point.id = "two";
    missing.point.standard = "S & T";
    report.results.push_back(missing);
    return report;
}

std::size_t occurrences(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

} // namespace

TEST_CASE("the CSV of a type test has one row a point and as many cells as columns") {
    const auto rows = parsedCsv(typeTestCsv(exampleReport()));
    REQUIRE(rows.size() == 3);
    for (const auto& row : rows) {
        CHECK(row.size() == rows.front().size());
    }
    const auto cell = [&](std::size_t row, const std::string& column) {
        const auto& header = rows.front();
        const auto found = std::find(header.begin(), header.end(), column);
        REQUIRE(found != header.end());
        return rows[row][static_cast<std::size_t>(found - header.begin())];
    };
    CHECK(cell(1, "id") == "one");
    CHECK(cell(1, "condition") == "0.05 In, cos phi 0.5 lagging");
    CHECK(cell(1, "title") == "a \"quoted\", title");
    CHECK(cell(1, "measured") == "-0.125000");
    CHECK(cell(1, "used_percent") == "25.0000");
    CHECK(cell(1, "verdict") == "pass");
    CHECK(cell(2, "limit").empty());
    CHECK(cell(2, "verdict") == "n/a");
}

TEST_CASE("the table of a type test ends with what came of it") {
    TypeTestReport report = exampleReport();
    const std::string text = typeTestText(report);
    CHECK(text.ends_with("pass: the ideal meter: 1 of 1 points passed, 1 not applicable; "
                         "most of a limit: 25.0 % (one)\n"));
    report.results.front().verdict = TypeTestVerdict::Fail;
    report.accuracy = Accuracy::Class;
    report.serialNumber = 0xBEEF;
    CHECK(summaryText(report).starts_with(
        "FAIL: the class meter with serial number 0000BEEF: 0 of 1 points passed"));
}

TEST_CASE("the page of a type test shows every point and needs no other file") {
    const std::string page = typeTestHtml(exampleReport());
    CHECK(occurrences(page, "<td>one</td>") == 1);
    CHECK(occurrences(page, "<td>two</td>") == 1);
    CHECK(occurrences(page, "<h2>S &amp; T</h2>") == 1);
    CHECK(occurrences(page, "a &quot;quoted&quot;, title") == 1);
    CHECK(occurrences(page, "<tr") == occurrences(page, "</tr>"));
    CHECK(occurrences(page, "<td") == occurrences(page, "</td>"));
    for (const char* const outside : {"http:", "https:", "src=", "href=", "@import", "url("}) {
        CHECK(occurrences(page, outside) == 0);
    }
}

TEST_CASE("the same serial number gives the same bytes and another gives others") {
    std::vector<TypeTestPoint> points;
    for (const TypeTestPoint& point : typeTestPoints()) {
        if (point.id == "22-basic-2.1" || point.id == "guide-current-1.1") {
            points.push_back(point);
        }
    }
    REQUIRE(points.size() == 2);
    TypeTestOptions options;
    options.countsPulses = false;
    options.meter = {.accuracy = Accuracy::Class, .serialNumber = 0x4E36C14C, .fault = {}};
    const TypeTestReport first = runTypeTest(points, options);
    const TypeTestReport again = runTypeTest(points, options);
    options.meter.serialNumber = 0x4E36C14D;
    const TypeTestReport other = runTypeTest(points, options);
    CHECK(typeTestCsv(first) == typeTestCsv(again));
    CHECK(typeTestHtml(first) == typeTestHtml(again));
    CHECK(typeTestText(first) == typeTestText(again));
    CHECK(typeTestCsv(first) != typeTestCsv(other));
}

TEST_CASE("numbers have their decimals and no negative zero") {
    CHECK(unsignedZeroText(-0.00001, 4) == "0.0000");
    CHECK(unsignedZeroText(-0.0001, 4) == "-0.0001");
    CHECK(unsignedZeroText(12.0, 1) == "12.0");
    CHECK(unsignedZeroText(1e300, 0).size() == 301);
}
