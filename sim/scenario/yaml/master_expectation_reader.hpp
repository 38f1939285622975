// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an expectation asks of one of a scenario's masters.

#include "sim/scenario/scenario.hpp"
#include "sim/scenario/yaml/yaml_input.hpp"

#include <optional>
#include <span>

namespace meter::sim {

/// From the entries of an expectation; `sees` is left to the caller. Nothing after a mistake.
[[nodiscard]] std::optional<MasterExpectation> readMasterExpectation(
    YamlInput& input, std::span<const YamlInput::Entry> entries, const Scenario& scenario);

} // namespace meter::sim
