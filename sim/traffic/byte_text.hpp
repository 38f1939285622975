// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes as people write them.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

/// "01 03 00 00".
[[nodiscard]] std::string hexText(std::span<const std::byte> bytes);

/// Pairs of hexadecimal digits, with blanks between them or not. None: something else is there,
/// half a byte, or nothing at all.
[[nodiscard]] std::optional<std::vector<std::byte>> bytesOfHex(std::string_view text);

} // namespace meter::sim
