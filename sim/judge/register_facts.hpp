// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the judge of masters wants to know of registers, by the guide's numbers.

#include "core/registers/register_map.hpp"

#include <cstdint>
#include <optional>

namespace meter::sim {

/// A value of two registers: the number of its first one; none: the register is a whole value.
[[nodiscard]] std::optional<std::uint32_t> pairAt(std::uint32_t number);

/// Renewed with each second's cycle.
[[nodiscard]] bool isMeasured(std::uint32_t number);

/// Any register of the range is.
[[nodiscard]] bool isAnyMeasured(std::uint32_t first, std::uint32_t last);

/// An integer whose decimal point one of 138 to 141 gives: that register's number.
[[nodiscard]] std::optional<std::uint32_t> scaleOf(std::uint32_t number);

[[nodiscard]] bool isReserved(std::uint32_t number);

/// A setting that is kept in the non-volatile memory.
[[nodiscard]] bool isConfiguration(std::uint32_t number);

/// An accumulated energy.
[[nodiscard]] bool isEnergy(std::uint32_t number);

/// One request can read all of it: not too long, and no hole in it.
[[nodiscard]] bool isOneRead(std::uint32_t first, std::uint32_t last);

/// Exactly one value: a register, or the two of a 32-bit value.
[[nodiscard]] bool isOneValue(std::uint32_t first, std::uint32_t count);

} // namespace meter::sim
