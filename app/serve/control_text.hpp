// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The command line's side of a control socket: words become the parameters of a method, and
// its result becomes lines that people and shell scripts read.

#include "sim/base/result.hpp"
#include "sim/live/control/json_rpc.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace meter::app {

/// "key=value" is a parameter; words without "=" are the method's first one. A value that begins
/// with [ or { is JSON.
[[nodiscard]] sim::Result<sim::live::Json> controlParameters(std::string_view method,
                                                             const std::vector<std::string>& words);

/// `get` and `read` of one value: the value alone. Otherwise a line each, "name = value".
[[nodiscard]] std::string controlResultText(std::string_view method, const sim::live::Json& result);

} // namespace meter::app
