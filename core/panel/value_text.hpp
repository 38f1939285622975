// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Fits numbers and words into the six cells of the value row (docs/faceplate.md, values). Numbers
// keep as many decimals as five digits leave room for and go up a prefix (k → M) rather than
// lose a digit. Measured values are rounded to nearest; energies are counted down to the last
// digit shown, as their registers are. Everything is aligned to the right.

#include "core/ports/glass.hpp"

#include <array>
#include <cstdint>

namespace meter {

struct ValueText {
    std::array<char, kValueCells> cells = {' ', ' ', ' ', ' ', ' ', ' '};
    std::uint8_t points = 0; ///< Bit n: point behind cell n.
    bool isMinus = false;
    std::uint8_t prefixSteps = 0; ///< How often the unit's prefix went up by 1000.
};

struct NumberFormat {
    std::uint8_t decimalsMax = 0;
    std::uint8_t prefixStepsMax = 0; ///< How many prefixes the glass has above the unit's.
};

inline constexpr const char* kInvalidText = "----";
inline constexpr const char* kOverflowText = "oL";

/// What does not fit with the highest prefix takes the sixth cell, then reads "oL"; a value
/// that is no number reads "----".
[[nodiscard]] ValueText fitNumber(double value, NumberFormat format);
/// The same for an accumulator of Ws, VARs or VAs, in kWh; whole counts of the last digit.
[[nodiscard]] ValueText fitEnergy(std::uint64_t wattSeconds, NumberFormat format);
/// Exactly `digitCount` digits with leading zeros, `decimals` of them behind the point.
[[nodiscard]] ValueText
fitDigits(std::uint32_t number, std::uint8_t digitCount, std::uint8_t decimals);
/// At most six characters; a '.' sits behind the character before it.
[[nodiscard]] ValueText fitWord(const char* word);

void drawLabel(Glass& glass, const char* label);
void drawValue(Glass& glass, const ValueText& text);

} // namespace meter
