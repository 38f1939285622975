// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The verdicts as JSON (RFC 8259) for programs. `format` counts up when a member changes its
// meaning; new members may appear without.

#include "sim/run/run_result.hpp"

#include <span>
#include <string>

namespace meter::sim {

[[nodiscard]] std::string jsonReport(std::span<const RunResult> runs);

} // namespace meter::sim
