// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The `timeline` list: what happens when.

#include "sim/scenario/scenario.hpp"
#include "sim/scenario/yaml_input.hpp"

namespace meter::sim {

/// Appends to scenario.timeline; `initial` is the world that percents refer to.
void readTimeline(YamlInput& input,
                  const YAML::Node& node,
                  Scenario& scenario,
                  double nominalFrequencyHz);

/// The frequency that `cycles` count: 50 or 60 Hz for a source near them, else its own.
[[nodiscard]] double nominalFrequencyHz(const Scenario& scenario);

/// Where an entry has done its last known thing; of an endless repetition, the first round.
[[nodiscard]] SampleTime endOf(const TimelineEntry& entry);

} // namespace meter::sim
