// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A look at a YAML text before the library parses it: what yaml-cpp would let pass, or would
// never come to an end with (quotes and brackets that are not closed, tabs that indent, commas
// outside of brackets, a second document). Knows tokens, not values; takes no memory beyond one
// entry for each open bracket.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace meter::sim {

/// Brackets or indentation deeper than this are nobody's scenario.
inline constexpr std::size_t kYamlNestingMax = 32;

struct YamlFlaw {
    std::size_t offset = 0; ///< Of the byte that is wrong.
    std::string text;
};

/// The first flaw of a text in UTF-8; none: the library may have it.
[[nodiscard]] std::optional<YamlFlaw> firstYamlFlaw(std::string_view text);

} // namespace meter::sim
