// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The `masters` list of a scenario, as values. Polling is the matter of sim/run.

#include "sim/scenario/scenario.hpp"
#include "sim/scenario/yaml/yaml_input.hpp"

namespace meter::sim {

/// Appends to scenario.masters.
void readMasters(YamlInput& input,
                 const YAML::Node& node,
                 Scenario& scenario,
                 double nominalFrequencyHz);

} // namespace meter::sim
