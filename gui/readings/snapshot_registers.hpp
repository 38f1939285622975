// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Registers of a snapshot, encoded by the meter's own register bank: what a master would read
// at that moment, without asking over the wire.

#include "core/registers/register_map.hpp"
#include "sim/live/engine.hpp"
#include "sim/registers/register_value.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace meter::gui {

struct RegisterReading {
    const RegisterRow* row = nullptr;
    std::string_view unit;
    std::optional<double> value; ///< Nullopt: not valid in the system type.
    int decimals = 0;
};

/// By the name of the point map, from its integer registers; nullopt: no such name, or the
/// meter does not answer (no power, booting).
[[nodiscard]] std::optional<RegisterReading>
registerReading(const sim::live::Snapshot& snapshot, const Factory& factory, std::string_view name);

/// The words of every row of the table; none where the meter does not answer, or the register
/// is not in it.
struct RegisterWords {
    using Row = std::optional<std::array<std::uint16_t, 2>>;
    std::vector<Row> rows = std::vector<Row>(kRegisterMap.size()); ///< As kRegisterMap.
    ScaleFactors scales{};
};

[[nodiscard]] RegisterWords registerWords(const sim::live::Snapshot& snapshot,
                                          const Factory& factory);

} // namespace meter::gui
