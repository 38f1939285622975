// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Words compared whatever their case.

#include <string>
#include <string_view>

namespace meter::sim {

/// With the letters A to Z in lower case; all other bytes stay.
[[nodiscard]] inline std::string lowered(std::string_view text) {
    std::string result(text);
    for (char& letter : result) {
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return result;
}

} // namespace meter::sim
