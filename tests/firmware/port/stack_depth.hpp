// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How deep the stack went: the start-up paints it, and what is overpainted was used.

#include <cstdint>

extern "C" {
extern std::uint32_t linkerStackBottom[];
extern std::uint32_t linkerStackTop[];
}

namespace meter::port {

inline constexpr std::uint32_t kStackPaint = 0xA5A5'5A5A;

inline std::uint32_t stackDepthBytes()
{
    const std::uint32_t* deepest = linkerStackBottom;
    while (deepest != linkerStackTop && *deepest == kStackPaint) {
        ++deepest;
    }
    return static_cast<std::uint32_t>(linkerStackTop - deepest) * sizeof(std::uint32_t);
}

} // namespace meter::port
