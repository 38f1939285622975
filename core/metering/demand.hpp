// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Demand: block, rolling and sync-to-comms (guide, registers 37–42, 129, 149, 150; meter.md,
// demand). Fed with the powers of each 1 s cycle; values in W, VAR, VA.

#include <array>
#include <cstdint>

namespace meter {

enum class Power : std::uint8_t { Real, Reactive, Apparent };
inline constexpr std::size_t kPowerCount = 3;

using PowerTriple = std::array<double, kPowerCount>; ///< W, VAR, VA, indexed by Power.

struct DemandValues {
    PowerTriple present{}; ///< Registers 37–39.
    PowerTriple max{};     ///< 40–42, non-volatile.
};

} // namespace meter
