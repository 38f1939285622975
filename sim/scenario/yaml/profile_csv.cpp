// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/profile_csv.hpp"

#include "sim/base/quantity.hpp"
#include "sim/keys/value_rule.hpp"
#include "sim/keys/world_keys.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace meter::sim {

namespace {

/// More mistakes than this are one mistake: a file of another kind.
constexpr std::size_t kErrorsMax = 50;

enum class Meaning { Time, Current, PowerFactor };

struct Column {
    Meaning meaning;
    std::optional<std::size_t> phase; ///< None: all phases.
};

struct ColumnName {
    std::string_view name;
    Column column;
};

constexpr std::array kColumnNames = {
    ColumnName{"time_s", {Meaning::Time, std::nullopt}},
    ColumnName{"current", {Meaning::Current, std::nullopt}},
    ColumnName{"current_a", {Meaning::Current, 0}},
    ColumnName{"current_b", {Meaning::Current, 1}},
    ColumnName{"current_c", {Meaning::Current, 2}},
    ColumnName{"pf", {Meaning::PowerFactor, std::nullopt}},
    ColumnName{"pf_a", {Meaning::PowerFactor, 0}},
    ColumnName{"pf_b", {Meaning::PowerFactor, 1}},
    ColumnName{"pf_c", {Meaning::PowerFactor, 2}},
};

struct Cell {
    std::string_view text;
    Place place;
};

class ProfileReader final {
public:
    ProfileReader(const std::string& file, Service service, Errors& errors)
        : m_file(file), m_service(service), m_errors(errors) {}

    LoadProfile read(std::string_view text);

private:
    std::vector<Cell> cellsOf(std::string_view line, int lineNumber) const;
    void readHeader(const std::vector<Cell>& cells);
    void checkHeader(const Place& place);
    void readRow(const std::vector<Cell>& cells);
    void readCell(const Cell& cell, const Column& column, LoadProfileRow& row);

    void fail(const Place& place, std::string text) {
        m_errors.push_back({std::move(text), place});
    }

    std::string m_file;
    Service m_service;
    Errors& m_errors;
    std::vector<Column> m_columns;
    bool m_hasPowerFactor = false;
    LoadProfile m_rows;
};

std::vector<Cell> ProfileReader::cellsOf(std::string_view line, int lineNumber) const {
    std::vector<Cell> cells;
    for (std::size_t start = 0;;) {
        const std::size_t comma = line.find(',', start);
        const std::string_view whole = line.substr(start, comma - start);
        const std::string_view text = trimmed(whole);
        const std::size_t indent =
            text.empty() ? 0 : static_cast<std::size_t>(text.data() - whole.data());
        cells.push_back(
            {text,
             {.file = m_file, .line = lineNumber, .column = static_cast<int>(start + indent) + 1}});
        if (comma == std::string_view::npos) {
            return cells;
        }
        start = comma + 1;
    }
}

void ProfileReader::readHeader(const std::vector<Cell>& cells) {
    std::vector<std::string_view> known;
    for (const ColumnName& entry : kColumnNames) {
        known.push_back(entry.name);
    }
    std::vector<std::string_view> seen;
    for (const Cell& cell : cells) {
        const auto found = std::ranges::find(kColumnNames, cell.text, &ColumnName::name);
        if (found == kColumnNames.end()) {
            fail(cell.place, "unknown column `" + std::string(cell.text.substr(0, 60)) + "`; " +
                                 didYouMean(cell.text, known));
            continue;
        }
        if (std::ranges::find(seen, cell.text) != seen.end()) {
            fail(cell.place, "column `" + std::string(cell.text) + "` appears twice");
        }
        if (found->column.phase && !hasPhase(m_service, *found->column.phase)) {
            fail(cell.place, "a " + std::string(nameOf(m_service)) + " service has no phase for `" +
                                 std::string(cell.text) + "`");
        }
        seen.push_back(cell.text);
        m_columns.push_back(found->column);
        m_hasPowerFactor = m_hasPowerFactor || found->column.meaning == Meaning::PowerFactor;
    }
    if (m_columns.size() == cells.size()) {
        checkHeader(cells.front().place);
    }
}

void ProfileReader::checkHeader(const Place& place) {
    const auto count = [this](Meaning meaning, bool isOfPhase) {
        return std::ranges::count_if(m_columns, [=](const Column& column) {
            return column.meaning == meaning && column.phase.has_value() == isOfPhase;
        });
    };
    const auto phases = static_cast<std::ptrdiff_t>(phaseNames(false, m_service).size());
    if (m_columns.front().meaning != Meaning::Time) {
        fail(place, "the first column is `time_s`");
    }
    const auto isComplete = [&](Meaning meaning, bool isNeeded) {
        const std::ptrdiff_t common = count(meaning, false);
        const std::ptrdiff_t each = count(meaning, true);
        return (common == 1 && each == 0) || (common == 0 && each == phases) ||
               (!isNeeded && common == 0 && each == 0);
    };
    if (!isComplete(Meaning::Current, true)) {
        fail(place, "the header needs `current`, or one `current_a` … for each phase");
    }
    if (!isComplete(Meaning::PowerFactor, false)) {
        fail(place, "the header takes `pf`, or one `pf_a` … for each phase, or neither");
    }
}

void ProfileReader::readCell(const Cell& cell, const Column& column, LoadProfileRow& row) {
    double value = 0.0;
    if (column.meaning == Meaning::PowerFactor) {
        // Plain numbers in a CSV are lagging, negative ones leading (docs/scenarios.md).
        const std::optional<double> plain = parseNumber(cell.text);
        const Result<double> written = parsePowerFactor(cell.text);
        if (plain && *plain >= -1.0 && *plain <= 1.0) {
            const double degrees = laggingDegOfPowerFactor(*plain < 0.0 ? -*plain : *plain);
            value = *plain < 0.0 ? -degrees : degrees;
        } else if (written) {
            value = *written;
        } else {
            fail(cell.place, written.error().text);
        }
    } else {
        const std::optional<double> number = parseNumber(cell.text);
        if (!number || *number < 0.0 || *number > 1e9) {
            fail(cell.place, "`" + std::string(cell.text.substr(0, 60)) +
                                 "` is not a number from 0 to 1000000000");
            return;
        }
        value = *number;
    }
    if (column.meaning == Meaning::Time) {
        if (!m_rows.empty() && value <= m_rows.back().timeS) {
            fail(cell.place, "times must rise: " + numberText(value) + " does not come after " +
                                 numberText(m_rows.back().timeS));
        }
        row.timeS = value;
        return;
    }
    PerPhase<double>& target =
        column.meaning == Meaning::Current ? row.currentA : row.laggingDeg.value();
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if (hasPhase(m_service, phase) && column.phase.value_or(phase) == phase) {
            target[phase] = value;
        }
    }
}

void ProfileReader::readRow(const std::vector<Cell>& cells) {
    if (cells.size() != m_columns.size()) {
        fail(cells.front().place, "this row has " + std::to_string(cells.size()) +
                                      " values, the header has " +
                                      std::to_string(m_columns.size()));
        return;
    }
    LoadProfileRow row;
    if (m_hasPowerFactor) {
        row.laggingDeg.emplace();
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
        readCell(cells[i], m_columns[i], row);
    }
    m_rows.push_back(row);
}

LoadProfile ProfileReader::read(std::string_view text) {
    const std::size_t errorsBefore = m_errors.size();
    bool hasHeader = false;
    int lineNumber = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++lineNumber;
        if (trimmed(line).empty()) {
            continue;
        }
        const std::vector<Cell> cells = cellsOf(line, lineNumber);
        if (hasHeader) {
            readRow(cells);
        } else {
            readHeader(cells);
            hasHeader = true;
            if (m_errors.size() > errorsBefore) {
                return m_rows; // Nothing below has a meaning.
            }
        }
        if (m_rows.size() > kLoadProfileRowsMax || m_errors.size() > errorsBefore + kErrorsMax) {
            fail(cells.front().place, "too many rows or mistakes; the rest was not read");
            return m_rows;
        }
    }
    if (m_rows.empty() && m_errors.size() == errorsBefore) {
        fail({.file = m_file, .line = lineNumber == 0 ? 1 : lineNumber, .column = 1},
             hasHeader ? "a profile needs at least one row below its header"
                       : "the file is empty; a profile begins with `time_s,current`");
    }
    return m_rows;
}

} // namespace

LoadProfile
readLoadProfile(const std::string& text, const std::string& file, Service service, Errors& errors) {
    return ProfileReader(file, service, errors).read(text);
}

} // namespace meter::sim
