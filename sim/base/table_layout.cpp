// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/base/table_layout.hpp"

#include "sim/base/lowered.hpp"
#include "sim/base/quantity.hpp"
#include "sim/base/shown_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace meter::sim {

namespace {

using Cells = std::vector<std::string_view>;

enum class CellKind { Nothing, Number, Time, Text };

/// Words of a row of units, of instruments and loggers.
constexpr std::array<std::string_view, 34> kUnitWords = {
    "s",   "sec",  "second", "seconds", "ms",  "us",   "\xC2\xB5s", "\xCE\xBCs", "ns",
    "min", "h",    "volt",   "volts",   "v",   "mv",   "uv",        "kv",        "vrms",
    "amp", "amps", "ampere", "a",       "ma",  "ka",   "arms",      "w",         "kw",
    "mw",  "wh",   "kwh",    "hz",      "kva", "kvar", "sequence"};

CellKind kindOf(std::string_view cell, bool isDecimalComma) {
    if (TableReader::isNothing(cell)) {
        return CellKind::Nothing;
    }
    if (tableNumber(cell, isDecimalComma)) {
        return CellKind::Number;
    }
    const bool hasDigit = cell.front() >= '0' && cell.front() <= '9';
    return hasDigit && cell.find_first_of(":-/.") != std::string_view::npos ? CellKind::Time
                                                                            : CellKind::Text;
}

std::size_t filledCount(const Cells& cells) {
    std::size_t count = cells.size();
    while (count > 1 && cells[count - 1].empty()) {
        --count;
    }
    return count;
}

/// Readable, in lower case, without brackets.
std::string bareWord(std::string_view cell) {
    if (cell.size() > 2 && ((cell.front() == '(' && cell.back() == ')') ||
                            (cell.front() == '[' && cell.back() == ']'))) {
        cell = trimmed(cell.substr(1, cell.size() - 2));
    }
    return std::string(cell);
}

bool isUnitWord(std::string_view cell) {
    return std::ranges::find(kUnitWords, lowered(bareWord(cell))) != kUnitWords.end();
}

std::string nameText(std::string_view bytes) {
    return shownLine(bytes);
}

class LayoutFinder final {
public:
    explicit LayoutFinder(const std::vector<std::string>& lines) : m_lines(lines) {}

    TableLayout find();

private:
    void findSeparator();
    void findDecimalSign();
    void findPattern();
    [[nodiscard]] bool isRow(const Cells& cells) const;
    [[nodiscard]] bool isUnitRow(const Cells& cells) const;
    void skipSideColumns();
    void nameColumns();
    void takeNotes(std::size_t end);
    [[nodiscard]] Cells cellsOf(std::size_t line) const;

    const std::vector<std::string>& m_lines;
    TableLayout m_layout;
    std::vector<CellKind> m_pattern; ///< Of a usual row.
};

Cells LayoutFinder::cellsOf(std::size_t line) const {
    Cells cells;
    splitCells(m_lines[line], m_layout.separator, cells);
    cells.erase(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                   m_layout.skippedColumns, cells.size())));
    return cells;
}

/// The first of TAB, `;` and `,` that divides each of the last lines into as many cells.
void LayoutFinder::findSeparator() {
    constexpr std::size_t kLooked = 10;
    const std::size_t first = m_lines.size() - std::min(m_lines.size(), kLooked);
    for (const char separator : {'\t', ';', ','}) {
        std::size_t divided = 0;
        for (std::size_t line = m_lines.size(); line > first; --line) {
            Cells cells;
            splitCells(m_lines[line - 1], separator, cells);
            divided += static_cast<std::size_t>(cells.size() > 1);
        }
        if (2 * divided > m_lines.size() - first) {
            m_layout.separator = separator;
            return;
        }
    }
}

/// By the lines of the second half, else by those before. Where none has a decimal sign, a comma
/// that comes later is one, unless it separates.
void LayoutFinder::findDecimalSign() {
    const std::size_t half = m_lines.size() / 2;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        bool hasComma = false;
        for (const std::string_view cell : cellsOf((i + half) % m_lines.size())) {
            if (tableNumber(cell, false) && cell.find('.') != std::string_view::npos) {
                m_layout.isDecimalComma = false;
                return;
            }
            hasComma =
                hasComma || (cell.find(',') != std::string_view::npos && tableNumber(cell, true));
        }
        m_layout.isDecimalComma = m_layout.isDecimalComma || hasComma;
        if (m_layout.isDecimalComma && i + half + 1 >= m_lines.size()) {
            return;
        }
    }
    m_layout.isDecimalComma = m_layout.isDecimalComma || m_layout.separator != ',';
}

/// The usual number of cells in the second half, and what they are in the fullest such line.
void LayoutFinder::findPattern() {
    std::map<std::size_t, std::size_t> counts;
    for (std::size_t line = m_lines.size() / 2; line < m_lines.size(); ++line) {
        ++counts[cellsOf(line).size()];
    }
    const auto usual =
        std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
    std::ptrdiff_t most = -1;
    for (std::size_t line = m_lines.size() / 2; line < m_lines.size(); ++line) {
        const Cells cells = cellsOf(line);
        if (cells.size() != usual->first) {
            continue;
        }
        std::vector<CellKind> kinds;
        for (const std::string_view cell : cells) {
            kinds.push_back(kindOf(cell, m_layout.isDecimalComma));
        }
        const std::ptrdiff_t known = std::ranges::count_if(kinds, [](CellKind kind) {
            return kind == CellKind::Number || kind == CellKind::Time;
        });
        if (known > most) {
            most = known;
            m_pattern = kinds;
        }
    }
}

bool LayoutFinder::isRow(const Cells& cells) const {
    if (cells.size() != m_pattern.size() && filledCount(cells) > m_pattern.size()) {
        return false;
    }
    bool hasValue = false;
    for (std::size_t i = 0; i < std::min(cells.size(), m_pattern.size()); ++i) {
        const CellKind kind = kindOf(cells[i], m_layout.isDecimalComma);
        const bool isExpected = kind == m_pattern[i] || kind == CellKind::Nothing ||
                                m_pattern[i] == CellKind::Nothing || m_pattern[i] == CellKind::Text;
        if (!isExpected) {
            return false;
        }
        hasValue = hasValue || kind == CellKind::Number || kind == CellKind::Time;
    }
    return hasValue;
}

bool LayoutFinder::isUnitRow(const Cells& cells) const {
    const auto isUnit = [this](std::string_view cell) {
        return cell.empty() || isUnitWord(cell) || cell.front() == '(' || cell.front() == '[' ||
               tableNumber(cell, m_layout.isDecimalComma).has_value();
    };
    return std::ranges::all_of(cells, isUnit) && std::ranges::any_of(cells, isUnitWord);
}

/// Older Tektronix scopes write three columns of description beside time and value.
void LayoutFinder::skipSideColumns() {
    const Cells first = cellsOf(0);
    constexpr std::size_t kBeside = 3;
    if (first.size() < kBeside + 2 || lowered(first[0]) != "record length" ||
        !tableNumber(first[kBeside], false) || !tableNumber(first[kBeside + 1], false)) {
        return;
    }
    takeNotes(m_lines.size());
    m_layout.skippedColumns = kBeside;
}

void LayoutFinder::takeNotes(std::size_t end) {
    for (std::size_t line = 0; line < end; ++line) {
        const Cells cells = cellsOf(line);
        if (cells.size() > 1 && !cells[0].empty()) {
            m_layout.notes.try_emplace(lowered(nameText(cells[0])), nameText(cells[1]));
        }
    }
}

void LayoutFinder::nameColumns() {
    Cells names;
    Cells units;
    if (m_layout.header) {
        names = cellsOf(*m_layout.header);
        if (*m_layout.header + 1 < m_layout.firstRow) {
            units = cellsOf(m_layout.firstRow - 1);
        }
    }
    // Rows that are longer than their header are refused as they are read.
    const std::size_t count = m_layout.header ? filledCount(names) : m_pattern.size();
    for (std::size_t i = 0; i < count; ++i) {
        TableColumn column;
        column.name =
            i < names.size() && !names[i].empty() ? nameText(names[i]) : std::to_string(i + 1);
        if (i < units.size() && isUnitWord(units[i])) {
            column.unit = nameText(bareWord(units[i]));
        } else if (i < units.size() && !units[i].empty()) {
            m_layout.notes.try_emplace(lowered(column.name), nameText(units[i]));
        }
        m_layout.columns.push_back(std::move(column));
    }
    while (m_layout.columns.size() > 1 && m_layout.columns.size() > filledCount(names) &&
           m_pattern[m_layout.columns.size() - 1] == CellKind::Nothing) {
        m_layout.columns.pop_back(); // An empty column at the end of each row.
    }
    m_layout.cellCountMin = std::min(m_pattern.size(), m_layout.columns.size());
}

TableLayout LayoutFinder::find() {
    findSeparator();
    skipSideColumns();
    findDecimalSign();
    findPattern();
    std::size_t first = 0;
    while (first < m_lines.size() && !isRow(cellsOf(first))) {
        ++first;
    }
    if (first == m_lines.size()) {
        first = 1; // Nothing but a header.
    }
    m_layout.firstRow = first;
    if (first > 0) {
        m_layout.header = first - 1;
        const bool hasUnits = first > 1 && isUnitRow(cellsOf(first - 1)) &&
                              filledCount(cellsOf(first - 2)) >= 1 &&
                              !isUnitRow(cellsOf(first - 2));
        if (hasUnits) {
            m_layout.header = first - 2;
        }
        takeNotes(*m_layout.header);
    }
    nameColumns();
    if (m_layout.skippedColumns > 0) {
        m_layout.columns[0] = {.name = "time", .unit = "s"};
        m_layout.columns[1] = {.name = m_layout.notes["source"],
                               .unit = m_layout.notes["vertical units"]};
        if (m_layout.columns[1].name.empty()) {
            m_layout.columns[1].name = "CH1";
        }
    }
    return std::move(m_layout);
}

} // namespace

void splitCells(std::string_view line, char separator, std::vector<std::string_view>& cells) {
    cells.clear();
    for (std::string_view rest = line;;) {
        const std::string_view begin =
            rest.substr(std::min(rest.find_first_not_of(' '), rest.size()));
        std::size_t from = 0;
        if (begin.starts_with('"')) {
            const auto open = static_cast<std::size_t>(begin.data() - rest.data());
            std::size_t close = rest.find('"', open + 1);
            while (close != std::string_view::npos && close + 1 < rest.size() &&
                   rest[close + 1] == '"') {
                close = rest.find('"', close + 2); // A doubled quote stands for one.
            }
            from = close == std::string_view::npos ? 0 : close;
        }
        const std::size_t end = rest.find(separator, from);
        std::string_view cell = trimmed(rest.substr(0, end));
        if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') {
            cell = trimmed(cell.substr(1, cell.size() - 2));
        }
        cells.push_back(cell);
        if (end == std::string_view::npos) {
            return;
        }
        rest.remove_prefix(end + 1);
    }
}

std::optional<double> tableNumber(std::string_view cell, bool isDecimalComma) {
    const std::string_view text = cell.starts_with('+') ? cell.substr(1) : cell;
    if (!isDecimalComma || text.find(',') == std::string_view::npos) {
        return parseNumber(text);
    }
    if (text.find('.') != std::string_view::npos) {
        return std::nullopt; // Which of the two would it be?
    }
    std::string point(text);
    std::ranges::replace(point, ',', '.');
    return parseNumber(point);
}

TableLayout layoutOf(const std::vector<std::string>& lines) {
    return LayoutFinder(lines).find();
}

} // namespace meter::sim
