// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The verdicts as one page for people: summary, each expectation with plots of the registers
// around it, the inputs' last cycles and the glass. It loads nothing, follows the reader's light
// or dark, and prints with everything open.

#include "sim/run/run_result.hpp"

#include <span>
#include <string>

namespace meter::sim {

[[nodiscard]] std::string htmlReport(std::span<const RunResult> runs);

} // namespace meter::sim
