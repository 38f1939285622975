// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What was found about a master as text, JSON, JUnit XML (a testcase for each rule; an error is a
// failure) and as a page.

#include "sim/judge/judge_report.hpp"

#include <string>

namespace meter::sim {

[[nodiscard]] std::string judgeText(const JudgeReport& report);
/// {score, requests, findings: [{rule, severity, title, count, frames, cost, advice}], good}
[[nodiscard]] std::string judgeJson(const JudgeReport& report);
[[nodiscard]] std::string judgeJunit(const JudgeReport& report);
[[nodiscard]] std::string judgeHtml(const JudgeReport& report);

} // namespace meter::sim
