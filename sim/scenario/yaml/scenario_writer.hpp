// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes a scenario as the YAML that the reader reads back to the same scenario: values to the
// last bit, times to the sample. Only what differs from the defaults, in the order of
// docs/scenarios.md. Files are named, not copied: load profile and recording stay where they
// are. What an `extends` chain said stands in the one file.

#include "sim/scenario/scenario.hpp"

#include <filesystem>
#include <string>

namespace meter::sim {

/// `folder` is where the file will lie: other files are named relative to it. Errors name what a
/// scenario cannot say.
[[nodiscard]] Result<std::string> scenarioText(const Scenario& scenario,
                                               const std::filesystem::path& folder);

/// Replaces the file as a whole: written beside it, then renamed. `comment` comes first, a line
/// each behind `# `.
[[nodiscard]] Result<void> saveScenario(const Scenario& scenario,
                                        const std::filesystem::path& file,
                                        const std::vector<std::string>& comment);

} // namespace meter::sim
