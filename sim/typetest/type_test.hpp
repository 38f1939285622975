// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The type test: measures every point of the table on one meter and judges it by its limit.
// Errors are (meter − true) ÷ true in percent. The float registers decide; whole counts and
// counted pulses must keep the same limit within one count or pulse. Influences are the change
// of the error against reference conditions and are measured by the float registers alone.

#include "sim/typetest/type_test_bench.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace meter::sim {

enum class TypeTestVerdict : std::uint8_t { Pass, Fail, NotApplicable };

struct TypeTestResult {
    TypeTestPoint point;
    TypeTestVerdict verdict = TypeTestVerdict::NotApplicable;
    double durationS = 0.0; ///< Of one measurement, in meter time.
    double measured = 0.0;  ///< In the unit of the limit, with sign; the worst where several.
    std::optional<double> integerPercent; ///< Error by the ULong register …
    double countPercent = 0.0;            ///< … and what one count of it is.
    std::optional<double> pulsePercent;   ///< Error by counted pulses …
    double pulseQuantumPercent = 0.0;     ///< … and what one pulse is.
    std::string remark;                   ///< Which of several was the worst; why it failed.

    /// Of the limit; nothing where pulses are counted (a whole one is allowed), or none applies.
    [[nodiscard]] std::optional<double> usedPercent() const;
};

struct TypeTestProgress {
    std::size_t doneCount = 0; ///< Of the points.
    std::size_t pointCount = 0;
    double playedS = 0.0; ///< Meter time so far.
};

struct TypeTestOptions {
    TypeTestMeter meter{};
    /// False leaves out counted pulses of the basic errors, which take most of the time.
    bool countsPulses = true;
    std::function<void(const TypeTestProgress& progress)> onProgress;
};

struct TypeTestReport {
    Accuracy accuracy = Accuracy::Ideal;
    std::uint32_t serialNumber = 0;
    std::vector<TypeTestResult> results; ///< In the order of the points.

    [[nodiscard]] std::size_t count(TypeTestVerdict verdict) const;
    /// The point that uses most of its limit; null if none has one.
    [[nodiscard]] const TypeTestResult* tightest() const;

    [[nodiscard]] bool hasPassed() const { return count(TypeTestVerdict::Fail) == 0; }
};

[[nodiscard]] TypeTestReport runTypeTest(std::span<const TypeTestPoint> points,
                                         const TypeTestOptions& options);

} // namespace meter::sim
