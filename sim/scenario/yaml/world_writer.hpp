// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The sections of a scenario that hold values, as YAML: only what differs from the defaults.

#include "sim/scenario/scenario.hpp"

#include <string>

namespace meter::sim {

/// "meter:\n  ct: 400 A\n", or nothing.
[[nodiscard]] std::string meterSection(const Scenario& scenario);
[[nodiscard]] std::string installationSection(const Scenario& scenario);
[[nodiscard]] std::string lineSection(const Scenario& scenario);
/// `profile` is how the scenario names its profile, as YAML; empty: it has none.
[[nodiscard]] std::string sourceSection(const Scenario& scenario, const std::string& profile);
[[nodiscard]] std::string loadSection(const Scenario& scenario, const std::string& profile);

} // namespace meter::sim
