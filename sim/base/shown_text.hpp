// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Texts that somebody else wrote (names, keys, bytes of a foreign meter), as they may go to a
// terminal: what would move its cursor, colour it, turn the direction of writing or is no UTF-8
// comes out as \xNN or \u{NNNN}.

#include <cstddef>
#include <string>
#include <string_view>

namespace meter::sim {

/// Line ends and tabs stay as they are.
[[nodiscard]] std::string shownText(std::string_view text);

/// For one line of a list: line ends and tabs become blanks as well.
[[nodiscard]] std::string shownLine(std::string_view text);

/// JSON, in which they are \uNNNN: it stays the same value.
[[nodiscard]] std::string shownJson(std::string_view json);

/// Length of the UTF-8 sequence at `offset`; 0 if it is none.
[[nodiscard]] std::size_t utf8Length(std::string_view text, std::size_t offset);

} // namespace meter::sim
