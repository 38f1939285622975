// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tables as instruments, loggers and spreadsheets write them: lines of cells with `,`, `;` or TAB
// between them, maybe in quotes; a decimal point or comma; UTF-8 or UTF-16; CR LF or LF; above the
// table lines of description, a header, and perhaps a row of units. Lines that begin with # are
// comments. What the table looks like is found out from its first lines; the rest is read row by
// row.

#include "sim/base/byte_source.hpp"
#include "sim/base/result.hpp"

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace meter::sim {

struct TableColumn {
    std::string name; ///< Valid UTF-8; "1", "2" … where the table has no header.
    std::string unit; ///< From a row of units below the header; empty: none.
};

class TableReader final {
public:
    [[nodiscard]] static Result<TableReader> open(ByteSource source, const std::string& file);

    [[nodiscard]] const std::vector<TableColumn>& columns() const { return m_columns; }

    [[nodiscard]] bool hasHeader() const { return m_headerLine > 0; }

    /// 0: there is none.
    [[nodiscard]] int headerLine() const { return m_headerLine; }

    /// What stands in the head as a name and a value ("Sample Interval"), the name in lower case.
    [[nodiscard]] std::optional<double> note(const std::string& name) const;
    [[nodiscard]] std::string noteText(const std::string& name) const;

    /// The next row; false at the end. An error is a row of another length, or too long a line.
    [[nodiscard]] Result<bool> next();

    /// As many as there are columns, without blanks and quotes around them.
    [[nodiscard]] std::span<const std::string_view> cells() const { return m_cells; }

    [[nodiscard]] int line() const { return m_lineNumber; }

    /// Where a cell of this row begins, from 1.
    [[nodiscard]] int placeOf(std::string_view cell) const;

    /// A finite number in the table's own decimal notation.
    [[nodiscard]] std::optional<double> number(std::string_view cell) const;

    /// "", "nan", "---" and what else stands for a value that is not there.
    [[nodiscard]] static bool isNothing(std::string_view cell);

    [[nodiscard]] Error error(std::string text, int column = 0) const {
        return {std::move(text), {.file = m_file, .line = m_lineNumber, .column = column}};
    }

private:
    enum class Encoding { Utf8, Utf16Little, Utf16Big };

    struct Line {
        std::string text;
        int number = 0;
    };

    TableReader(ByteSource source, std::string file)
        : m_source(std::move(source)), m_file(std::move(file)) {}

    bool readLine(Line& line);
    bool readRaw(std::string& text);
    void findEncoding();
    void split(std::string_view line, std::vector<std::string_view>& cells) const;

    ByteSource m_source;
    std::string m_file;
    Encoding m_encoding = Encoding::Utf8;
    std::deque<Line> m_head; ///< Read, but not yet handed out.
    int m_readLines = 0;
    char m_separator = ',';
    bool m_isDecimalComma = false;
    std::size_t m_skipped = 0;      ///< Columns of description beside the table.
    std::size_t m_cellCountMin = 1; ///< Rows may be so short: their ends are empty.
    int m_headerLine = 0;
    std::vector<TableColumn> m_columns;
    std::map<std::string, std::string> m_notes;
    Line m_line;
    int m_lineNumber = 0;
    std::vector<std::string_view> m_cells;
};

} // namespace meter::sim
