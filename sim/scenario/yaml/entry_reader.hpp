// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One entry of a timeline that is to act now, from text: what somebody does to a running twin
// by hand is written and judged as in a scenario's `timeline`, with the same messages.

#include "sim/scenario/scenario.hpp"

#include <expected>
#include <string>

namespace meter::sim {

/// `text` is a flow map without `at`: "{set: {source.voltage.B: 70 %}, for: 3 s}"; JSON will do.
/// Percents are of what `scenario` starts with, or of `world`, the one of now, once its service
/// is another. Mistakes have no place.
[[nodiscard]] std::expected<TimelineEntry, Errors>
readTimelineEntry(const Scenario& scenario, const World& world, const std::string& text);

} // namespace meter::sim
