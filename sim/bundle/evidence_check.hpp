// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Holds what two runs left behind against each other, byte by byte.

#include "sim/run/run_result.hpp"
#include "sim/scenario/scenario.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace meter::sim {

/// Plays a scenario to its end and leaves its evidence in `into`, if there is one. `memory` is
/// the folder of the images that the meter begins with; not there: its memory is blank.
Result<RunResult> playBundled(const Scenario& scenario,
                              const std::filesystem::path& memory,
                              const std::optional<std::filesystem::path>& into);

/// The first place where `seen` is not `wanted`, in a sentence; nothing: all the same. A record
/// that `wanted` has not is not compared.
[[nodiscard]] std::optional<std::string> firstDifference(const std::filesystem::path& wanted,
                                                         const std::filesystem::path& seen);

} // namespace meter::sim
