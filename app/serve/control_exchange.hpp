// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One request to the control socket of a running twin, and its answer, as lines of JSON.

#include "sim/base/result.hpp"

#include <chrono>
#include <string>

namespace meter::app {

/// Sends the line and fetches one. Errors: nobody there, no answer within `patience`.
[[nodiscard]] sim::Result<std::string> exchangeControl(const std::string& path,
                                                       const std::string& line,
                                                       std::chrono::milliseconds patience);

} // namespace meter::app
