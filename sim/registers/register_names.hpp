// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What people call the registers: names, units, ranges and descriptions, row by row in the order
// of the register table. For hosts only; firmware does not link it.

#include "core/registers/register_map.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meter {

struct RegisterText {
    std::string_view name; ///< An integer and its float share one.
    std::string_view unit;
    std::string_view range;
    std::string_view description;
};

struct NamedRegister {
    const RegisterRow* row;
    const RegisterText* text;
};

/// All rows, ascending.
[[nodiscard]] std::span<const RegisterText> registerTexts();
[[nodiscard]] NamedRegister namedRegister(std::size_t rowIndex);
/// The row that holds the register; nullopt: undefined.
[[nodiscard]] std::optional<NamedRegister> namedRegisterAt(std::uint32_t number);
/// Rows of the name, ascending: the integer before the float. Empty: no such name.
[[nodiscard]] std::vector<NamedRegister> registersNamed(std::string_view name);

/// The first integer and the first float row of a name.
struct RegisterPair {
    std::optional<NamedRegister> integer;
    std::optional<NamedRegister> floating;
};

[[nodiscard]] RegisterPair registerPairNamed(std::string_view name);
/// The known name that is spelt most like it, for "did you mean"; empty: none is near.
[[nodiscard]] std::string_view nearestRegisterName(std::string_view name);

/// The columns of registers.csv as text.
[[nodiscard]] std::string_view formatText(RegisterFormat format);
[[nodiscard]] std::string_view scaleText(ScaleKind scale);
[[nodiscard]] std::string validInText(const RegisterRow& row);

/// The point map as resources/registers.csv has it, byte for byte (lines end with CR LF).
[[nodiscard]] std::string registersCsv();
/// The point map as a page for docs/registers.md.
[[nodiscard]] std::string registersMarkdown();

} // namespace meter
