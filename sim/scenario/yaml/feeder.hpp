// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A feeder: a scenario whose source, and what its timeline does to it, is that of every twin of a
// fleet (docs/scenarios.md, fleet). Load, wiring and all else of it is its own.

#include "sim/scenario/scenario.hpp"
#include "sim/scenario/yaml/yaml_input.hpp"

namespace meter::sim {

/// `fleet: {feeder: FILE}`; empty, with an error, if it names no file.
[[nodiscard]] std::string readFeederName(YamlInput& input, const YAML::Node& fleet);

/// What a feeder's timeline does to the source, and nothing else. `warnings` tells how many of its
/// entries were left out.
[[nodiscard]] std::vector<TimelineEntry> feederTimeline(const Scenario& feeder, Errors& warnings);

/// Entries of a twin's own timeline that would act on what comes from the feeder.
void checkOwnTimeline(const std::vector<TimelineEntry>& ofFeeder,
                      const std::vector<TimelineEntry>& own,
                      Errors& errors);

} // namespace meter::sim
