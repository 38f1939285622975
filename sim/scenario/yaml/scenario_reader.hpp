// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads a scenario file (docs/scenarios.md). All mistakes of a file come back in one go, each
// with file, line and column; a scenario comes back only if there is none.

#include "sim/scenario/scenario.hpp"

#include <yaml-cpp/yaml.h>

#include <expected>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

inline constexpr std::size_t kScenarioFileSizeMax = 4U << 20U; ///< Bytes of one file.
inline constexpr int kExtendsDepthMax = 16;

/// Delivers the text of a file that a scenario names (`extends`, `load.profile`).
using FileText = std::function<Result<std::string>(const std::filesystem::path&)>;

[[nodiscard]] std::expected<Scenario, Errors> readScenario(const std::filesystem::path& file);
/// `from` gets the names of all files that it was read from, recordings and profiles too.
[[nodiscard]] std::expected<Scenario, Errors>
readScenario(const std::filesystem::path& file, std::vector<std::filesystem::path>& from);

/// `name` stands for the file in messages; other files are found relative to it.
[[nodiscard]] std::expected<Scenario, Errors> readScenarioFromText(const std::string& text,
                                                                   const std::string& name);
[[nodiscard]] std::expected<Scenario, Errors>
readScenarioFromText(const std::string& text, const std::string& name, const FileText& fileText);

/// A scenario that is a part of another file (`node` of `file`): it needs neither `metertwin` nor
/// `name`; `name` is then what it is called.
[[nodiscard]] std::expected<Scenario, Errors>
readInlineScenario(const YAML::Node& node, const std::string& file, const std::string& name);

/// A load profile by this name is compiled in: "builtin:factory-day.csv".
inline constexpr std::string_view kBuiltInPrefix = "builtin:";
[[nodiscard]] Result<std::string> builtInFile(const std::filesystem::path& path);

/// What a meter plays when nothing was asked for: resources/scenarios/01-first-look.yaml,
/// which is compiled in.
[[nodiscard]] Scenario builtInScenario();

} // namespace meter::sim
