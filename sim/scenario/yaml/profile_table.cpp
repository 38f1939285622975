// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/profile_table.hpp"

#include "sim/base/quantity.hpp"
#include "sim/base/table_reader.hpp"
#include "sim/keys/world_keys.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace meter::sim {

namespace {

/// More mistakes than this are one mistake: a file of another kind.
constexpr std::size_t kErrorsMax = 50;

class ProfileReader final {
public:
    ProfileReader(const ProfileRequest& request, const ProfileContext& context)
        : m_request(request), m_context(context), m_errorsBefore(context.errors.size()) {}

    ProfileTable read(const std::string& text, std::span<const ProfileQuantity> wanted);

private:
    [[nodiscard]] bool isFull() const {
        return m_context.errors.size() > m_errorsBefore + kErrorsMax ||
               m_table.rows.size() > kLoadProfileRowsMax;
    }

    void readRows(TableReader& table);
    void readRow(const TableReader& table);
    std::optional<double>
    valueOf(const TableReader& table, std::string_view cell, const ProfileColumn& column);

    const ProfileRequest& m_request;
    const ProfileContext& m_context;
    std::size_t m_errorsBefore;
    ProfileTable m_table;
    std::vector<WrittenTime> m_times;
    std::size_t m_missing = 0;
};

std::optional<double> ProfileReader::valueOf(const TableReader& table,
                                             std::string_view cell,
                                             const ProfileColumn& column) {
    const auto fail = [&](std::string text) {
        m_context.errors.push_back(table.error(std::move(text), table.placeOf(cell)));
        return std::nullopt;
    };
    const std::optional<double> number = table.number(cell);
    if (column.quantity == ProfileQuantity::PowerFactor) {
        // Plain numbers in a table are lagging, negative ones leading (docs/scenarios.md).
        const Result<double> written = parsePowerFactor(cell);
        if (number && *number >= -1.0 && *number <= 1.0) {
            const double degrees = laggingDegOfPowerFactor(std::fabs(*number));
            return *number < 0.0 ? -degrees : degrees;
        }
        return written ? std::optional(*written) : fail(written.error().text);
    }
    constexpr double kLargest = 1e6;
    constexpr double kLargestPower = 1e12;
    const bool isSigned =
        column.quantity == ProfileQuantity::Power || column.quantity == ProfileQuantity::Energy;
    const bool isFrequency = column.quantity == ProfileQuantity::Frequency;
    constexpr double kLowestHz = 10.0;
    constexpr double kHighestHz = 400.0;
    const double most = isFrequency ? kHighestHz : isSigned ? kLargestPower : kLargest;
    const double least = isFrequency ? kLowestHz : isSigned ? -kLargestPower : 0.0;
    const double value = number.value_or(0.0) * column.factor;
    if (!number || value > most || value < least) {
        return fail("`" + std::string(cell.substr(0, 40)) + "` is not a number from " +
                    numberText(least) + " to " + numberText(most));
    }
    return value;
}

/// A row with a value that is not there counts as none: a gap.
void ProfileReader::readRow(const TableReader& table) {
    const std::span<const std::string_view> cells = table.cells();
    std::vector<double> values;
    for (const ProfileColumn& column : m_table.layout.columns) {
        if (TableReader::isNothing(cells[column.column])) {
            ++m_missing;
            if (m_request.everyS) {
                m_context.errors.push_back(
                    table.error("a value is missing, and with `every` no row can be left out; give "
                                "the table times"));
            }
            return;
        }
        const std::optional<double> value = valueOf(table, cells[column.column], column);
        if (!value) {
            return;
        }
        values.push_back(*value);
    }
    if (m_table.layout.timeColumn) {
        const std::string_view cell = cells[*m_table.layout.timeColumn];
        m_times.push_back({.text = std::string(cell),
                           .place = {.file = m_request.file,
                                     .line = table.line(),
                                     .column = table.placeOf(cell)}});
    }
    m_table.rows.push_back(std::move(values));
}

void ProfileReader::readRows(TableReader& table) {
    while (!isFull()) {
        const Result<bool> hasRow = table.next();
        if (!hasRow) {
            Error error = hasRow.error();
            error.place.column = 1;
            m_context.errors.push_back(error);
            continue;
        }
        if (!*hasRow) {
            return;
        }
        readRow(table);
    }
    m_context.errors.push_back(table.error("too many rows or mistakes; the rest was not read", 1));
}

ProfileTable ProfileReader::read(const std::string& text, std::span<const ProfileQuantity> wanted) {
    Result<TableReader> table = TableReader::open(ByteSource(text), m_request.file);
    if (!table) {
        m_context.errors.push_back({table.error().text + "; a profile begins with `time_s,current`",
                                    {.file = m_request.file, .line = 1, .column = 1}});
        return {};
    }
    m_table.layout = profileLayoutOf(*table, m_request, wanted, m_context);
    if (m_context.errors.size() > m_errorsBefore) {
        return {}; // Nothing below has a meaning.
    }
    readRows(*table);
    if (m_context.errors.size() > m_errorsBefore) {
        return {};
    }
    if (m_table.rows.empty()) {
        m_context.errors.push_back(
            {"a profile needs at least one row below its header",
             {.file = m_request.file, .line = std::max(table->headerLine(), 1), .column = 1}});
        return {};
    }
    if (m_missing > 0) {
        m_context.warnings.push_back(
            {(m_missing == 1 ? "1 row of the profile has"
                             : std::to_string(m_missing) + " rows of the profile have") +
                 std::string(" an empty value: left out"),
             {.file = m_request.file}});
    }
    m_table.times = m_request.everyS ? evenProfileTimes(m_table.rows.size(), *m_request.everyS)
                                     : settleProfileTimes(*table, m_times, m_table.layout.timeUnit,
                                                          m_context.errors, m_context.warnings);
    return m_context.errors.size() > m_errorsBefore ? ProfileTable{} : std::move(m_table);
}

} // namespace

ProfileTable readProfileTable(const std::string& text,
                              const ProfileRequest& request,
                              std::span<const ProfileQuantity> wanted,
                              const ProfileContext& context) {
    return ProfileReader(request, context).read(text, wanted);
}

} // namespace meter::sim
