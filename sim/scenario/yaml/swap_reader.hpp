// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What `swap` in a timeline says: the meter that is wired in instead.

#include "sim/scenario/scenario.hpp"
#include "sim/scenario/yaml/yaml_input.hpp"

#include <optional>

namespace meter::sim {

/// `{serial: 4E36C14D, energies: {real: 12 kWh}}`: keys of `meter`, the serial number among
/// them. None, and errors, if something is wrong.
[[nodiscard]] std::optional<SwapAction>
readSwap(YamlInput& input, const YAML::Node& node, const Scenario& scenario);

} // namespace meter::sim
