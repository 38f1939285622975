// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What `line` in a timeline says, turned into faults of the communication line.
// Serves the scenario's timeline and whoever applies faults by hand.

#include "sim/line/line_fault.hpp"
#include "sim/scenario/yaml/yaml_input.hpp"

#include <expected>
#include <optional>
#include <string>

namespace meter::sim {

/// `{drop: 20 %, delay: 50 ms, exception: {code: 4, functions: [3]}}`; a list under a fault is
/// several of its kind. A value of 0 %, `false` or an empty list ends that kind. None, and
/// errors, if something is wrong.
[[nodiscard]] std::optional<LineAction>
readLineFaults(YamlInput& input, const YAML::Node& node, double nominalFrequencyHz);

/// The same from a text: YAML with or without its outer braces, or JSON.
[[nodiscard]] std::expected<LineAction, Errors> parseLineFaults(const std::string& text,
                                                                double nominalFrequencyHz);

} // namespace meter::sim
