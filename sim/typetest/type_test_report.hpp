// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The outcome of a type test as text: a table for a terminal, CSV with one row a point, and one
// HTML page that needs no other file. The same meter gives the same bytes.

#include "sim/typetest/type_test.hpp"

#include <string>

namespace meter::sim {

/// id, condition, limit, measured, use of the limit, verdict; then a summary line.
[[nodiscard]] std::string typeTestText(const TypeTestReport& report);
[[nodiscard]] std::string typeTestCsv(const TypeTestReport& report);
[[nodiscard]] std::string typeTestHtml(const TypeTestReport& report);

/// What is common to all of them, cell by cell.
[[nodiscard]] std::string limitText(const TypeTestResult& result);    ///< "0.5 %".
[[nodiscard]] std::string measuredText(const TypeTestResult& result); ///< "-0.0012 %".
[[nodiscard]] std::string usedText(const TypeTestResult& result);     ///< "0.2 %", or empty.
[[nodiscard]] std::string verdictText(TypeTestVerdict verdict);       ///< "pass", "FAIL", "n/a".
[[nodiscard]] std::string meterText(const TypeTestReport& report);
[[nodiscard]] std::string summaryText(const TypeTestReport& report);

} // namespace meter::sim
