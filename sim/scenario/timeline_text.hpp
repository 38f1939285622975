// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a timeline does, in a few words each, for reports.

#include "sim/scenario/run_event.hpp"
#include "sim/scenario/scenario.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace meter::sim {

/// "set source.voltage.B = 193.9", "press right plus", "power off".
[[nodiscard]] std::string actionText(const TimelineEntry& entry);

/// Every time that something happens up to `end`, ascending; at most `countMax`.
[[nodiscard]] std::vector<RunEvent>
eventsOf(const std::vector<TimelineEntry>& timeline, SampleTime end, std::size_t countMax);

} // namespace meter::sim
