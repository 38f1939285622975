// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes as people write them.

#include <cstddef>
#include <span>
#include <string>

namespace meter::sim {

/// "01 03 00 00".
[[nodiscard]] std::string hexText(std::span<const std::byte> bytes);

} // namespace meter::sim
