// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Saves a scenario over the file that it came from and keeps what its author wrote: blocks of
// the file in which nothing has changed stay as they are, with comments and with keys that a
// scenario's values do not tell.

#include "sim/scenario/scenario.hpp"

#include <filesystem>
#include <string>

namespace meter::sim {

/// `original` is the text that `before` was read from, with the top-level blocks of it that
/// differ between `before` and `after` written anew. The result, lying in `folder`, reads back
/// to what `after` says, or it is an error that says why it cannot be.
[[nodiscard]] Result<std::string> mergedScenarioText(const std::string& original,
                                                     const Scenario& before,
                                                     const Scenario& after,
                                                     const std::filesystem::path& file);

} // namespace meter::sim
