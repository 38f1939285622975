// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a table looks like, found out from its first lines: separator, decimal sign, where the
// rows begin, names and units of the columns, and what the head says besides.

#include "sim/base/table_reader.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

struct TableLayout {
    char separator = ',';
    bool isDecimalComma = false;
    std::size_t skippedColumns = 0;
    std::size_t cellCountMin = 1;
    std::optional<std::size_t> header; ///< Index of its line.
    std::size_t firstRow = 0;          ///< Likewise.
    std::vector<TableColumn> columns;
    std::map<std::string, std::string> notes;
};

/// `lines` are not blank.
[[nodiscard]] TableLayout layoutOf(const std::vector<std::string>& lines);

/// Cells without the blanks and quotes around them; a separator in quotes does not count.
void splitCells(std::string_view line, char separator, std::vector<std::string_view>& cells);

[[nodiscard]] std::optional<double> tableNumber(std::string_view cell, bool isDecimalComma);

} // namespace meter::sim
