// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How each parameter behind a password is edited, and the way between its number on the glass
// and the settings. Ranges are not judged here: settings_rules does that, for the keys as for
// masters on the wire.

#include "core/base/status.hpp"
#include "core/panel/menu_table.hpp"
#include "core/ports/glass.hpp"
#include "core/settings/settings.hpp"

#include <cstdint>
#include <span>

namespace meter {

enum class EditKind : std::uint8_t { ReadOnly, Digits, Options };

struct OptionRow {
    const char* text;
    std::uint32_t number;
};

struct ParameterRow {
    Parameter parameter;
    EditKind kind;
    std::uint8_t digitCount;
    std::uint8_t decimals;
    std::span<const OptionRow> options;
    Icon unit; ///< Count: none.
};

[[nodiscard]] const ParameterRow& parameterRow(Parameter parameter);

/// The number of a parameter as its digits or its option row show it: 1.00:1 is 100, 10 % is
/// 10. Zero for what no setting holds.
[[nodiscard]] std::uint32_t parameterNumber(Parameter parameter, const Settings& settings);
/// OutOfRange if the setting has no room for the number; `settings` is then as before.
Status setParameter(Parameter parameter, std::uint32_t number, Settings& settings);
/// The place of the parameter's number among its options; the first if it is none of them.
[[nodiscard]] std::uint8_t optionIndex(Parameter parameter, const Settings& settings);

/// True for what takes effect only when S COM is left.
[[nodiscard]] constexpr bool isCommunication(Parameter parameter) {
    return parameter == Parameter::Address || parameter == Parameter::BaudRate ||
           parameter == Parameter::Parity;
}

} // namespace meter
