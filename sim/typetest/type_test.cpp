// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/typetest/type_test.hpp"

#include "sim/typetest/type_test_judge.hpp"

#include <algorithm>
#include <cmath>

namespace meter::sim {

std::optional<double> TypeTestResult::usedPercent() const {
    if (verdict == TypeTestVerdict::NotApplicable || point.unit == "pulses") {
        return std::nullopt;
    }
    return 100.0 * std::abs(measured) / point.limit;
}

std::size_t TypeTestReport::count(TypeTestVerdict verdict) const {
    return static_cast<std::size_t>(std::ranges::count(results, verdict, &TypeTestResult::verdict));
}

const TypeTestResult* TypeTestReport::tightest() const {
    const TypeTestResult* found = nullptr;
    double mostPercent = -1.0;
    for (const TypeTestResult& result : results) {
        const double percent = result.usedPercent().value_or(-1.0);
        if (percent > mostPercent) {
            mostPercent = percent;
            found = &result;
        }
    }
    return found;
}

TypeTestReport runTypeTest(std::span<const TypeTestPoint> points, const TypeTestOptions& options) {
    TypeTestReport report;
    report.accuracy = options.meter.accuracy;
    report.serialNumber = options.meter.serialNumber;
    TypeTestJudge judge(options);
    for (const TypeTestPoint& point : points) {
        report.results.push_back(judge.judge(point));
        if (options.onProgress) {
            options.onProgress({.doneCount = report.results.size(),
                                .pointCount = points.size(),
                                .playedS = judge.playedS()});
        }
    }
    return report;
}

} // namespace meter::sim
