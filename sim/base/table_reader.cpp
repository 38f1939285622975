// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/base/table_reader.hpp"

#include "sim/base/lowered.hpp"
#include "sim/base/quantity.hpp"
#include "sim/base/table_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace meter::sim {

namespace {

constexpr std::size_t kLineBytesMax = std::size_t{1} << 20U;
constexpr std::size_t kColumnsMax = 10'000;
constexpr int kHeadLinesMax = 200;
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

void appendUtf8(std::string& text, char32_t code) {
    const auto byte = [&text](char32_t value) {
        text += static_cast<char>(static_cast<unsigned char>(value));
    };
    if (code < 0x80U) {
        byte(code);
    } else if (code < 0x800U) {
        byte(0xC0U | (code >> 6U));
        byte(0x80U | (code & 0x3FU));
    } else if (code < 0x10000U) {
        byte(0xE0U | (code >> 12U));
        byte(0x80U | ((code >> 6U) & 0x3FU));
        byte(0x80U | (code & 0x3FU));
    } else {
        byte(0xF0U | (code >> 18U));
        byte(0x80U | ((code >> 12U) & 0x3FU));
        byte(0x80U | ((code >> 6U) & 0x3FU));
        byte(0x80U | (code & 0x3FU));
    }
}

/// Two bytes as one unit of UTF-16; none at the end.
std::optional<char32_t> readUnit(ByteSource& source, bool isLittle) {
    const int first = source.get();
    const int second = source.get();
    if (second == ByteSource::kEnd) {
        return std::nullopt;
    }
    const auto low = static_cast<char32_t>(isLittle ? first : second);
    const auto high = static_cast<char32_t>(isLittle ? second : first);
    return low | (high << 8U);
}

} // namespace

/// UTF-16 becomes UTF-8 here; all that follows knows only that.
bool TableReader::readRaw(std::string& text) {
    if (m_encoding == Encoding::Utf8) {
        return m_source.getLine(text, kLineBytesMax + 1); // One more shows that it is too long.
    }
    const bool isLittle = m_encoding == Encoding::Utf16Little;
    text.clear();
    bool hasRead = false;
    while (text.size() <= kLineBytesMax) {
        const std::optional<char32_t> unit = readUnit(m_source, isLittle);
        if (!unit) {
            return hasRead;
        }
        hasRead = true;
        if (*unit == U'\n') {
            return true;
        }
        char32_t code = *unit;
        if (code >= 0xD800U && code < 0xDC00U) {
            const char32_t low = readUnit(m_source, isLittle).value_or(0);
            code = low >= 0xDC00U && low < 0xE000U
                       ? 0x10000U + ((code - 0xD800U) << 10U) + (low - 0xDC00U)
                       : 0xFFFDU;
        } else if (code >= 0xDC00U && code < 0xE000U) {
            code = 0xFFFDU; // Half a pair is no character.
        }
        appendUtf8(text, code);
    }
    return true;
}

void TableReader::findEncoding() {
    if (m_source.take("\xFF\xFE")) {
        m_encoding = Encoding::Utf16Little;
    } else if (m_source.take("\xFE\xFF")) {
        m_encoding = Encoding::Utf16Big;
    }
}

/// False at the end; blank lines and comments are passed over.
bool TableReader::readLine(Line& line) {
    while (readRaw(line.text)) {
        ++m_readLines;
        line.number = m_readLines;
        if (m_readLines == 1 && line.text.starts_with(kUtf8Mark)) {
            line.text.erase(0, kUtf8Mark.size());
        }
        line.text.resize(std::min(line.text.size(), line.text.find('\x1A'))); // DOS end of file.
        while (!line.text.empty() && (line.text.back() == '\r' || line.text.back() == '\0')) {
            line.text.pop_back();
        }
        const std::string_view text = trimmed(line.text);
        if (!text.empty() && !text.starts_with('#')) {
            return true;
        }
    }
    return false;
}

void TableReader::split(std::string_view line, std::vector<std::string_view>& cells) const {
    splitCells(line, m_separator, cells);
    cells.erase(cells.begin(),
                cells.begin() + static_cast<std::ptrdiff_t>(std::min(m_skipped, cells.size())));
}

Result<TableReader> TableReader::open(ByteSource source, const std::string& file) {
    TableReader reader(std::move(source), file);
    reader.findEncoding();
    std::vector<std::string> lines;
    Line line;
    while (lines.size() < kHeadLinesMax && reader.readLine(line)) {
        lines.push_back(line.text);
        reader.m_head.push_back(line);
        if (line.text.size() > kLineBytesMax) {
            break;
        }
    }
    if (lines.empty()) {
        return std::unexpected(Error{"the file is empty", {.file = file}});
    }
    const TableLayout layout = layoutOf(lines);
    reader.m_separator = layout.separator;
    reader.m_isDecimalComma = layout.isDecimalComma;
    reader.m_skipped = layout.skippedColumns;
    reader.m_cellCountMin = layout.cellCountMin;
    reader.m_headerLine = layout.header ? reader.m_head[*layout.header].number : 0;
    reader.m_columns = layout.columns;
    reader.m_notes = layout.notes;
    if (reader.m_columns.size() > kColumnsMax) {
        return std::unexpected(Error{"the table has more than 10000 columns", {.file = file}});
    }
    reader.m_head.erase(reader.m_head.begin(),
                        reader.m_head.begin() + static_cast<std::ptrdiff_t>(layout.firstRow));
    reader.m_lineNumber = reader.m_headerLine;
    return reader;
}

Result<bool> TableReader::next() {
    if (!m_head.empty()) {
        m_line = std::move(m_head.front());
        m_head.pop_front();
    } else if (!readLine(m_line)) {
        return false;
    }
    m_lineNumber = m_line.number;
    if (m_line.text.size() > kLineBytesMax) {
        return std::unexpected(error("this line is longer than a million characters"));
    }
    split(m_line.text, m_cells);
    while (m_cells.size() > m_columns.size() && m_cells.back().empty()) {
        m_cells.pop_back();
    }
    if (m_cells.size() > m_columns.size() || m_cells.size() < m_cellCountMin) {
        return std::unexpected(error("this row has " + std::to_string(m_cells.size()) +
                                     " values, the header has " +
                                     std::to_string(m_columns.size())));
    }
    m_cells.resize(m_columns.size());
    return true;
}

int TableReader::placeOf(std::string_view cell) const {
    const bool isInside = !cell.empty() && cell.data() >= m_line.text.data() &&
                          cell.data() <= m_line.text.data() + m_line.text.size();
    return isInside ? static_cast<int>(cell.data() - m_line.text.data()) + 1 : 0;
}

std::optional<double> TableReader::number(std::string_view cell) const {
    return tableNumber(cell, m_isDecimalComma);
}

bool TableReader::isNothing(std::string_view cell) {
    constexpr std::array<std::string_view, 14> kWords = {"",     "nan",  "-nan", "n/a", "na",
                                                         "null", "none", "-",    "--",  "---",
                                                         "----", "inf",  "-inf", "ol"};
    constexpr std::string_view kInfinity = "\xE2\x88\x9E";
    const std::string low = lowered(cell);
    return std::ranges::find(kWords, low) != kWords.end() || low == kInfinity ||
           low == "-" + std::string(kInfinity);
}

std::string TableReader::noteText(const std::string& name) const {
    const auto found = m_notes.find(name);
    return found == m_notes.end() ? std::string() : found->second;
}

std::optional<double> TableReader::note(const std::string& name) const {
    std::string text = noteText(name);
    const std::size_t colon = text.find(':'); // Siglent: "Analog:2.00E-07".
    return number(trimmed(colon == std::string::npos ? text : text.substr(colon + 1)));
}

} // namespace meter::sim
