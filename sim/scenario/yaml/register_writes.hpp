// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The `write` of a timeline and of a master's script: registers and what is written into them.

#include "sim/scenario/yaml/yaml_input.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace meter::sim {

/// Number of the guide and word of each; what is wrong, and a `write` of nothing, is an error.
[[nodiscard]] std::vector<std::pair<std::uint16_t, std::uint16_t>>
readRegisterWrites(YamlInput& input, const YAML::Node& node);

} // namespace meter::sim
