// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes a scenario as the YAML that the reader reads back to the same scenario: values to the
// last bit, times to the sample. Only what differs from the defaults, in the order of
// docs/scenarios.md. Files are named, not copied: load profile and recording stay where they
// are. What an `extends` chain said stands in the one file.

#include "sim/scenario/scenario.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace meter::sim {

/// How a scenario names a file that it refers to.
using FileNaming = std::function<std::string(const std::string& file)>;

[[nodiscard]] Result<std::string> scenarioText(const Scenario& scenario, const FileNaming& nameOf);

/// The files that a scenario refers to, as it found them: load profile, recording. A recording
/// of two files (.cfg, .dat) is both. What is compiled in is none.
[[nodiscard]] std::vector<std::filesystem::path> referredFiles(const Scenario& scenario);

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
