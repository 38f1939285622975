// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/record_table.hpp"

#include "sim/base/quantity.hpp"
#include "sim/registers/read_plan.hpp"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <utility>

namespace meter::app {
namespace {

std::vector<std::string> fieldsOf(std::string line) {
    if (line.ends_with('\r')) {
        line.pop_back();
    }
    std::vector<std::string> fields(1);
    for (const char letter : line) {
        if (letter == ',') {
            fields.emplace_back();
        } else {
            fields.back() += letter;
        }
    }
    return fields;
}

std::unexpected<sim::Error> wrong(const std::string& file, int line, std::string text) {
    return std::unexpected(
        sim::Error{.text = std::move(text), .place = {.file = file, .line = line, .column = 0}});
}

} // namespace

sim::Result<RecordTable> RecordTable::read(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string line;
    if (!stream || !std::getline(stream, line)) {
        return wrong(file, 0, "cannot be read as a record");
    }
    RecordTable table;
    table.m_columns = fieldsOf(line);
    if (table.m_columns.front() != "time_s") {
        return wrong(file, 1, "is not a record of a run: the first column is not time_s");
    }
    table.m_columns.erase(table.m_columns.begin());
    for (const std::string& column : table.m_columns) {
        if (const auto known = sim::readRequestOf(column); !known) {
            return wrong(file, 1, known.error().text);
        }
    }
    for (int number = 2; std::getline(stream, line); ++number) {
        const auto fields = fieldsOf(line);
        const auto second = sim::parseNumber(fields.front());
        if (!second || fields.size() != table.m_columns.size() + 1) {
            return wrong(file, number,
                         "a row has a time and " + std::to_string(table.m_columns.size()) +
                             " values");
        }
        Row row;
        for (std::size_t i = 1; i < fields.size(); ++i) {
            row.push_back(sim::parseNumber(fields[i]));
            if (!row.back() && !fields[i].empty()) {
                return wrong(file, number, "'" + fields[i] + "' is not a number");
            }
        }
        table.m_rows.insert_or_assign(*second, std::move(row));
    }
    return table;
}

std::optional<double> RecordTable::value(double second, const std::string& column) const {
    const auto row = m_rows.find(second);
    const auto at = std::ranges::find(m_columns, column);
    if (row == m_rows.end() || at == m_columns.end()) {
        return std::nullopt;
    }
    return row->second[static_cast<std::size_t>(at - m_columns.begin())];
}

} // namespace meter::app
