// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// JUnit XML as build servers read it: a scenario is a testsuite, an expectation a testcase.
// Times are meter time: how long a scenario lasts, and when an expectation was settled.

#include "sim/run/run_result.hpp"

#include <span>
#include <string>

namespace meter::sim {

[[nodiscard]] std::string junitReport(std::span<const RunResult> runs);

} // namespace meter::sim
