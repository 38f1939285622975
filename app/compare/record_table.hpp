// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A record of a run (`run --record`) read back: a row each second, a column for each register
// by name or number; an empty field is a value that was invalid or not answered.

#include "sim/base/result.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace meter::app {

class RecordTable {
public:
    /// Errors have their place in the file.
    [[nodiscard]] static sim::Result<RecordTable> read(const std::string& file);

    [[nodiscard]] const std::vector<std::string>& columns() const { return m_columns; }

    [[nodiscard]] double endS() const { return m_rows.empty() ? 0.0 : m_rows.rbegin()->first; }

    [[nodiscard]] bool hasRow(double second) const { return m_rows.contains(second); }

    /// None: no such row, or an empty field.
    [[nodiscard]] std::optional<double> value(double second, const std::string& column) const;

private:
    using Row = std::vector<std::optional<double>>;

    std::vector<std::string> m_columns;
    std::map<double, Row> m_rows;
};

} // namespace meter::app
