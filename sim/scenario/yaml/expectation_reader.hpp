// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The `expect` list: what is expected, as values. Judging is the matter of expectations.hpp.

#include "sim/scenario/scenario.hpp"
#include "sim/scenario/yaml/yaml_input.hpp"

#include <optional>

namespace meter::sim {

/// Appends to scenario.expect.
void readExpectations(YamlInput& input,
                      const YAML::Node& node,
                      Scenario& scenario,
                      double nominalFrequencyHz);

/// One expectation without its times, as the tasks of a lesson have it.
[[nodiscard]] std::optional<Expectation>
readTimelessExpectation(YamlInput& input, const YAML::Node& node, double nominalFrequencyHz);

} // namespace meter::sim
