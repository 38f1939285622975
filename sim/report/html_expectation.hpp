// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Parts of the report's page: one expectation, and plots of several registers.

#include "sim/report/plot_svg.hpp"
#include "sim/run/run_result.hpp"

#include <cstddef>
#include <span>
#include <string>

namespace meter::sim {

/// "held" or "failed", by sign, word and colour.
[[nodiscard]] std::string markHtml(bool hasHeld);

[[nodiscard]] std::string scenarioId(std::size_t scenario);
[[nodiscard]] std::string expectationId(std::size_t scenario, std::size_t expectation);

/// One plot for each unit, in the order in which the units come; `frame` is everything but the
/// lines and their title.
[[nodiscard]] std::string plotsByUnit(std::span<const RegisterSeries> series, const Plot& frame);

[[nodiscard]] std::string
expectationHtml(const RunResult& run, std::size_t index, const std::string& id);

} // namespace meter::sim
