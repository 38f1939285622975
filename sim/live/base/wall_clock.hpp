// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The wall clock of the live edge: microseconds of a clock that never goes back.

#include <chrono>
#include <cstdint>
#include <limits>

namespace meter::sim::live {

using WallUs = std::int64_t;
inline constexpr WallUs kNever = std::numeric_limits<WallUs>::max();

[[nodiscard]] inline WallUs wallNow() {
    return std::chrono::duration_cast<std::chrono::microseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace meter::sim::live
