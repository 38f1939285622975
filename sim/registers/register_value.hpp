// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Words of a register ⇄ a value in the unit of the point map (kW, V, ratio …), for masters,
// expectations and displays. For hosts only, in the library metertwin::register_names.

#include "core/registers/register_map.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace meter {

/// Registers 138–141 of the meter that the words are from.
struct ScaleFactors {
    int current = 0;
    int voltage = 0;
    int power = 0;
    int energy = 0;
};

inline constexpr std::uint16_t kScaleFactorFirst = 138;
inline constexpr std::uint16_t kScaleFactorCount = 4;
/// From the words of 138–141.
[[nodiscard]] ScaleFactors scaleFactorsFrom(std::span<const std::uint16_t> words);

/// The power of ten by which a row's integers are scaled (−2 for 0.01); 0 for floats.
[[nodiscard]] int decimalExponentOf(const RegisterRow& row, const ScaleFactors& scales);

/// Value of a whole register (one or two words; one entry of the log buffer); nullopt: invalid
/// in this system type, or words are missing.
[[nodiscard]] std::optional<double>
valueOf(const RegisterRow& row, std::span<const std::uint16_t> words, const ScaleFactors& scales);

/// The words that a master writes for a value; nullopt: the row is not writable, or the value
/// falls between two of its steps (beyond rounding of the number) or outside its words.
[[nodiscard]] std::optional<std::uint16_t>
wordOf(const RegisterRow& row, double value, const ScaleFactors& scales);

} // namespace meter
