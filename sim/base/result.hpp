// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Errors of the world around the meter: a sentence that says what is wrong and what would be
// right, with the place where there is one. Values travel as std::expected.

#include <expected> // IWYU pragma: export
#include <string>
#include <vector>

namespace meter::sim {

struct Place {
    std::string file;
    int line = 0;   ///< 1-based; 0 = the whole file.
    int column = 0; ///< 1-based.
};

struct Error {
    std::string text; ///< What is wrong, and what would be right.
    Place place{};

    /// "file:line:column: text", without the parts that are not known.
    [[nodiscard]] std::string message() const;
};

using Errors = std::vector<Error>; ///< All mistakes of an input, in its order.

template <typename T>
using Result = std::expected<T, Error>;

} // namespace meter::sim
