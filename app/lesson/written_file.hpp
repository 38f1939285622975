// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A file written whole or not at all: beside the old one, then renamed.

#include "sim/base/result.hpp"

#include <string>
#include <string_view>

namespace meter::app {

/// Refused: the old file is as it was.
[[nodiscard]] sim::Result<void> writeWhole(const std::string& path, std::string_view text);

} // namespace meter::app
