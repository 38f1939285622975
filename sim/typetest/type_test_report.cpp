// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/typetest/type_test_report.hpp"

#include "sim/base/quantity.hpp"
#include "sim/device/virtual_meter.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace meter::sim {

namespace {

constexpr int kDecimals = 4;

std::string padded(const std::string& text, std::size_t width, bool isRight = false) {
    const std::string blanks(width > text.size() ? width - text.size() : 0, ' ');
    return isRight ? blanks + text : text + blanks;
}

/// RFC 4180: quoted where it must be.
std::string csvCell(const std::string& text) {
    if (text.find_first_of(",\"\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char letter : text) {
        quoted += letter;
        if (letter == '"') {
            quoted += '"';
        }
    }
    return quoted + "\"";
}

std::string optionalText(const std::optional<double>& value) {
    return value ? unsignedZeroText(*value, kDecimals) : "";
}

std::string csvRow(const TypeTestResult& result) {
    const TypeTestPoint& point = result.point;
    const bool isMeasured = result.verdict != TypeTestVerdict::NotApplicable;
    const std::array<std::string, 18> cells = {
        point.id,
        point.standard,
        point.clause,
        std::string(nameOf(point.quantity)),
        std::string(nameOf(point.kind)),
        conditionText(point),
        point.title,
        isMeasured ? unsignedZeroText(result.durationS, 0) : "",
        optionalText(result.integerPercent),
        result.integerPercent ? unsignedZeroText(result.countPercent, kDecimals) : "",
        optionalText(result.pulsePercent),
        result.pulsePercent ? unsignedZeroText(result.pulseQuantumPercent, kDecimals) : "",
        isMeasured ? unsignedZeroText(result.measured, kDecimals + 2) : "",
        isMeasured ? numberText(point.limit) : "",
        isMeasured ? point.unit : "",
        optionalText(result.usedPercent()),
        verdictText(result.verdict),
        result.remark};
    std::string row;
    for (const std::string& cell : cells) {
        row += (row.empty() ? "" : ",") + csvCell(cell);
    }
    return row + "\n";
}

} // namespace

std::string limitText(const TypeTestResult& result) {
    if (result.verdict == TypeTestVerdict::NotApplicable) {
        return "";
    }
    const std::string least = result.point.isAtLeast ? "at least " : "";
    return least + numberText(result.point.limit) + " " + result.point.unit;
}

std::string measuredText(const TypeTestResult& result) {
    if (result.verdict == TypeTestVerdict::NotApplicable) {
        return "";
    }
    return unsignedZeroText(result.measured, kDecimals) + " " + result.point.unit;
}

std::string usedText(const TypeTestResult& result) {
    const std::optional<double> percent = result.usedPercent();
    return percent ? unsignedZeroText(*percent, 1) + " %" : "";
}

std::string verdictText(TypeTestVerdict verdict) {
    switch (verdict) {
    case TypeTestVerdict::Pass:
        return "pass";
    case TypeTestVerdict::Fail:
        return "FAIL";
    case TypeTestVerdict::NotApplicable:
        break;
    }
    return "n/a";
}

std::string meterText(const TypeTestReport& report) {
    if (report.accuracy == Accuracy::Ideal) {
        return "the ideal meter";
    }
    return "the class meter with serial number " + serialText(report.serialNumber);
}

std::string summaryText(const TypeTestReport& report) {
    const std::size_t passed = report.count(TypeTestVerdict::Pass);
    const std::size_t failed = report.count(TypeTestVerdict::Fail);
    std::string text = report.hasPassed() ? "pass: " : "FAIL: ";
    text += meterText(report) + ": " + std::to_string(passed) + " of " +
            std::to_string(passed + failed) + " points passed, " +
            std::to_string(report.count(TypeTestVerdict::NotApplicable)) + " not applicable";
    if (const TypeTestResult* const tightest = report.tightest()) {
        text += "; most of a limit: " + usedText(*tightest) + " (" + tightest->point.id + ")";
    }
    return text;
}

std::string typeTestText(const TypeTestReport& report) {
    std::array<std::size_t, 3> widths = {2, 9, 5};
    for (const TypeTestResult& result : report.results) {
        widths[0] = std::max(widths[0], result.point.id.size());
        widths[1] = std::max(widths[1], conditionText(result.point).size());
        widths[2] = std::max(widths[2], limitText(result).size());
    }
    constexpr std::size_t kMeasuredWidth = 16;
    constexpr std::size_t kUsedWidth = 8;
    const auto line = [&](const std::array<std::string, 7>& cells) {
        std::string text = padded(cells[0], widths[0]) + "  " + padded(cells[1], widths[1]) + "  " +
                           padded(cells[2], widths[2], true) + "  " +
                           padded(cells[3], kMeasuredWidth, true) + "  " +
                           padded(cells[4], kUsedWidth, true) + "  " + padded(cells[5], 7) + "  " +
                           cells[6];
        text.erase(text.find_last_not_of(' ') + 1);
        return text + "\n";
    };
    std::string text = line({"id", "condition", "limit", "measured", "used", "verdict", "what"});
    for (const TypeTestResult& result : report.results) {
        const std::string what =
            result.point.title + (result.remark.empty() ? "" : ": " + result.remark);
        text += line({result.point.id, conditionText(result.point), limitText(result),
                      measuredText(result), usedText(result), verdictText(result.verdict), what});
    }
    return text + summaryText(report) + "\n";
}

std::string typeTestCsv(const TypeTestReport& report) {
    std::string text = "id,standard,clause,quantity,test,condition,title,duration_s,"
                       "integer_error_percent,integer_count_percent,pulse_error_percent,"
                       "pulse_percent,measured,limit,unit,used_percent,verdict,remark\n";
    for (const TypeTestResult& result : report.results) {
        text += csvRow(result);
    }
    return text;
}

} // namespace meter::sim
