// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The lists of a scenario as YAML: what happens when, and what is expected.

#include "sim/scenario/scenario.hpp"

#include <string>

namespace meter::sim {

/// One entry as a flow map. An error: the timeline has no words for it.
[[nodiscard]] Result<std::string> timelineEntryText(const Scenario& scenario,
                                                    const TimelineEntry& entry);

[[nodiscard]] std::string expectationText(const Expectation& expectation);

/// The same faults with the same values at the same times.
[[nodiscard]] bool areSameFaults(const ApplyAction& left, const ApplyAction& right);

} // namespace meter::sim
