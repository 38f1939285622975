// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Numbers as decimal texts and back, the same on every machine and in every locale. The page for
// browsers, whose library knows less, has its own in app/web/platform.

#include <cstddef>
#include <string>
#include <string_view>

namespace meter::sim {

/// The shortest decimal text that reads back as the same value, "1000000" rather than "1e+06".
[[nodiscard]] std::string numberText(double value);
[[nodiscard]] std::string numberText(float value);

/// The same with an exponent where that is shorter, "1e+06".
[[nodiscard]] std::string briefNumberText(float value);

/// With so many decimals, rounded to the nearest, a tie to even.
[[nodiscard]] std::string fixedText(double value, int decimals);

/// Length of the number that a text begins with, which may be "inf" or "nan" but has no plus
/// sign; 0: there is none, or it is out of range.
[[nodiscard]] std::size_t readDecimal(std::string_view text, double& value);

} // namespace meter::sim
