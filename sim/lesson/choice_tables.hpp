// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tables of the product that a lesson's question may offer as choices, by name, and that its
// hidden faults are drawn from.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

inline constexpr std::string_view kCorrectWiring = "correct-wiring";

/// wiring-mistakes, faults, alerts, system-types, registers.
[[nodiscard]] std::span<const std::string_view> choiceTableNames();

/// The entries of a table, by the names that answers use; none: there is no such table.
[[nodiscard]] std::optional<std::vector<std::string>> choiceTable(std::string_view name);

/// The installers' mistakes of the library, `correct-wiring` among them.
[[nodiscard]] std::vector<std::string> wiringMistakes();

} // namespace meter::sim
