// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Text and numbers as XML, HTML and JSON want them. Whatever bytes a name has, the result is
// valid: what is no UTF-8, and what XML cannot carry, becomes U+FFFD.

#include <string>
#include <string_view>

namespace meter::sim {

/// Valid UTF-8 without control characters other than tab and line feed.
[[nodiscard]] std::string cleanText(std::string_view text);

/// For element content and for attributes in double quotes.
[[nodiscard]] std::string xmlText(std::string_view text);

/// With its quotes.
[[nodiscard]] std::string jsonText(std::string_view text);

/// With so many digits behind the point, trailing zeros taken off: "12.5", "12", "0".
[[nodiscard]] std::string shortNumber(double value, int decimals);

} // namespace meter::sim
