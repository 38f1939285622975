// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A file read as a whole, never more of it than is wanted: a name may lead to a device or to a
// file that grows.

#include "sim/base/result.hpp"

#include <cstddef>
#include <filesystem>
#include <string>

namespace meter::sim {

/// Bytes.
inline constexpr std::size_t kTextFileSizeMax = 64U << 20U;

/// Its bytes. Errors: there is none, it is no plain file, it cannot be read, it is larger than
/// kTextFileSizeMax.
[[nodiscard]] Result<std::string> textOfFile(const std::filesystem::path& path);

} // namespace meter::sim
