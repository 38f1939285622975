// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Segments back into what a reader would say: for scenarios, reports and screen readers. A
// digit that blinks reads as if it were lit, so that a text never depends on the moment.

#include "core/ports/glass.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

/// In the order of Icon.
inline constexpr std::array<std::string_view, static_cast<std::size_t>(Icon::Count)> kIconNames = {
    "heart", "wrench", "a", "b",  "c", "avg", "demand", "max", "lock", "comm", "k",
    "M",     "V",      "A", "Hz", "W", "VAR", "VA",     "Wh",  "VARh", "VAh",
};

/// "KWh"; shapes that stand for no character read '*'.
[[nodiscard]] std::string labelText(const Glass& glass);
/// "0.49", "-12", "SAvEd", "----"; without padding blanks.
[[nodiscard]] std::string valueText(const Glass& glass);
/// Names of the icons that are lit, in the order of kIconNames.
[[nodiscard]] std::vector<std::string_view> iconNames(const Glass& glass);
[[nodiscard]] std::optional<Icon> iconOf(std::string_view name);
/// All in one line: "KWh 0.49 [heart k Wh]"; "blank" without power.
[[nodiscard]] std::string glassText(const Glass& glass);

} // namespace meter::sim
