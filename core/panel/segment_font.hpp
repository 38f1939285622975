// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Characters as the segments can show them. Characters that have no shape are blank. Within
// the label row every shape stands for one character only; in the value row '5' and 'S' look
// the same, as on any seven-segment display.

#include <cstdint>

namespace meter {

/// Bits of Glass::label.
[[nodiscard]] std::uint16_t labelSegments(char character);
/// Bits of Glass::value.
[[nodiscard]] std::uint8_t valueSegments(char character);

inline constexpr std::uint16_t kAllLabelSegments = 0x3FFF;
inline constexpr std::uint8_t kAllValueSegments = 0x7F;

} // namespace meter
