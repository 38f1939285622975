// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The `timeline` list: what happens when.

#include "sim/scenario/scenario.hpp"
#include "sim/scenario/yaml/yaml_input.hpp"

namespace meter::sim {

/// Appends to scenario.timeline; `initial` is the world that percents refer to.
void readTimeline(YamlInput& input,
                  const YAML::Node& node,
                  Scenario& scenario,
                  double nominalFrequencyHz);

inline constexpr std::string_view kServiceKey = "installation.service";

/// The service that is wired when an entry acts: entries before it in the list may change it.
[[nodiscard]] Service serviceAt(const Scenario& scenario, const TimelineEntry& entry);

/// What percents are of: the scenario as it starts, but with the phases and conductors of the
/// service at that entry.
[[nodiscard]] World worldAt(const Scenario& scenario, const TimelineEntry& entry);

} // namespace meter::sim
