// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/typetest/type_test_points.hpp"

#include "core/base/assert.hpp"
#include "core/base/math.hpp"
#include "sim/base/quantity.hpp"
#include "sim/typetest/type_test_table.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>

namespace meter::sim {

namespace {

constexpr std::array<std::string_view, 6> kQuantityNames = {"real",    "reactive",  "voltage",
                                                            "current", "frequency", "pulse"};
constexpr std::array<std::string_view, 20> kKindNames = {
    "basic",          "single_phase",      "single_minus_balanced",
    "influence",      "reversed_sequence", "voltage_unbalance",
    "supply_voltage", "supply_phase",      "fifth_harmonics",
    "burst",          "temperature",       "accessories",
    "overcurrent",    "starting",          "no_load",
    "constant",       "repeatability",     "reading",
    "closure",        "not_applicable"};
constexpr std::array<std::string_view, 15> kColumns = {"id",
                                                       "standard",
                                                       "clause",
                                                       "quantity",
                                                       "test",
                                                       "system",
                                                       "currents",
                                                       "setting",
                                                       "voltage_percent",
                                                       "frequency_percent",
                                                       "ambient_c",
                                                       "comparison",
                                                       "limit",
                                                       "unit",
                                                       "title"};

enum Column : std::uint8_t {
    Id,
    Standard,
    Clause,
    Quantity,
    Test,
    System,
    Currents,
    Setting,
    VoltagePercent,
    FrequencyPercent,
    AmbientC,
    Comparison,
    Limit,
    Unit,
    Title,
};

constexpr double kPercent = 0.01;

std::vector<std::string_view> splitAt(char separator, std::string_view text) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = text.find(separator);
        parts.push_back(trimmed(text.substr(0, end)));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

/// One line of the table while it is read; the first mistake is kept.
class Row final {
public:
    Row(std::string_view line, int number) : m_cells(splitAt(',', line)), m_number(number) {
        if (m_cells.size() != kColumns.size()) {
            refuse(Id, "has " + std::to_string(m_cells.size()) + " columns instead of " +
                           std::to_string(kColumns.size()));
            m_cells.resize(kColumns.size());
        }
    }

    [[nodiscard]] std::string text(Column column) const { return std::string(m_cells[column]); }

    double number(Column column) {
        const std::optional<double> value = parseNumber(m_cells[column]);
        if (!value) {
            refuse(column, "is not a number");
        }
        return value.value_or(0.0);
    }

    std::vector<double> numbers(Column column) {
        std::vector<double> values;
        for (const std::string_view part : splitAt(' ', m_cells[column])) {
            const std::optional<double> value = parseNumber(part);
            if (!value) {
                refuse(column, "is not a list of numbers");
            }
            values.push_back(value.value_or(0.0));
        }
        return values;
    }

    template <typename Enum>
    Enum oneOf(Column column, std::span<const std::string_view> names) {
        const auto found = std::ranges::find(names, m_cells[column]);
        if (found == names.end()) {
            refuse(column, "is not known");
            return Enum{};
        }
        return static_cast<Enum>(found - names.begin());
    }

    void refuse(Column column, const std::string& why) {
        if (!m_error) {
            m_error =
                Error{.text = std::string(kColumns[column]) + " '" + text(column) + "' " + why,
                      .place = {.file = "type_test_points.csv", .line = m_number}};
        }
    }

    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    std::vector<std::string_view> m_cells;
    int m_number;
    std::optional<Error> m_error;
};

void readSetting(Row& row, TypeTestPoint& point) {
    point.setting = row.text(Setting);
    if (point.quantity == TypeTestQuantity::Pulse) {
        const Result<sim::Quantity> energy = parseQuantity(point.setting);
        if (!energy || energy->value < 1.0 || energy->value > 10000.0) {
            row.refuse(Setting, "is not the energy of a pulse");
            return;
        }
        point.pulseEnergyWh = static_cast<std::uint16_t>(energy->value);
        return;
    }
    const Result<double> angle = parsePowerFactor(point.setting);
    if (!angle) {
        row.refuse(Setting, "is not a factor");
        return;
    }
    point.laggingDeg = *angle;
    if (point.quantity == TypeTestQuantity::Reactive) {
        // What is written is sin φ: the angle from there.
        const bool isLeading = point.setting.ends_with("leading");
        const double fromRight = absolute(*angle);
        point.laggingDeg = isLeading ? fromRight - 90.0 : 90.0 - fromRight;
    }
}

TypeTestPoint readRow(Row& row) {
    TypeTestPoint point;
    point.id = row.text(Id);
    point.standard = row.text(Standard);
    point.clause = row.text(Clause);
    point.quantity = row.oneOf<TypeTestQuantity>(Quantity, kQuantityNames);
    point.kind = row.oneOf<TypeTestKind>(Test, kKindNames);
    const double system = row.number(System);
    if (system < 0.0 || system > 255.0 || !isSystemType(static_cast<std::uint16_t>(system))) {
        row.refuse(System, "is not one of 10 11 12 31 40");
    } else {
        point.system = static_cast<SystemType>(system);
    }
    readSetting(row, point);
    point.ambientC = row.number(AmbientC);
    point.isAtLeast =
        row.oneOf<int>(Comparison, std::array<std::string_view, 2>{"at_most", "at_least"}) == 1;
    if (point.kind != TypeTestKind::NotApplicable) {
        point.limit = row.number(Limit);
    }
    point.unit = row.text(Unit);
    point.title = row.text(Title);
    return point;
}

void addPoints(Row& row, std::vector<TypeTestPoint>& points) {
    const TypeTestPoint common = readRow(row);
    const std::size_t first = points.size();
    for (const double current : row.numbers(Currents)) {
        for (const double voltage : row.numbers(VoltagePercent)) {
            for (const double frequency : row.numbers(FrequencyPercent)) {
                TypeTestPoint& point = points.emplace_back(common);
                point.current = current;
                point.voltage = voltage * kPercent;
                point.frequency = frequency * kPercent;
            }
        }
    }
    for (std::size_t i = first; i < points.size() && points.size() - first > 1; ++i) {
        points[i].id += "." + std::to_string(i - first + 1);
    }
}

} // namespace

std::string unsignedZeroText(double value, int decimals) {
    const std::string result = fixedText(value, decimals);
    const bool isZero = result.find_first_not_of("-0.") == std::string::npos;
    return isZero && result.starts_with('-') ? result.substr(1) : result;
}

Result<std::vector<TypeTestPoint>> readTypeTestPoints(std::string_view csv) {
    std::vector<TypeTestPoint> points;
    int number = 0;
    for (const std::string_view line : splitAt('\n', csv)) {
        ++number;
        if (line.empty()) {
            continue;
        }
        if (number == 1) {
            if (!std::ranges::equal(splitAt(',', line), kColumns)) {
                return std::unexpected(Error{.text = "the header has other columns than id, "
                                                     "standard, clause … title",
                                             .place = {.file = "type_test_points.csv", .line = 1}});
            }
            continue;
        }
        Row row(line, number);
        addPoints(row, points);
        if (row.error()) {
            return std::unexpected(*row.error());
        }
    }
    return points;
}

std::vector<TypeTestPoint> typeTestPoints() {
    Result<std::vector<TypeTestPoint>> points = readTypeTestPoints(typeTestTable());
    METER_ASSERT(points.has_value()); // A test reads the table, too.
    return std::move(*points);
}

std::string conditionText(const TypeTestPoint& point) {
    if (point.quantity == TypeTestQuantity::Pulse) {
        return point.setting + " per pulse";
    }
    std::string text = numberText(point.current) + " In";
    if (point.quantity == TypeTestQuantity::Real) {
        text += ", cos phi " + point.setting;
    } else if (point.quantity == TypeTestQuantity::Reactive) {
        text += ", sin phi " + point.setting;
    } else {
        text += ", " + unsignedZeroText(point.voltage * kNominalLnV, 1) + " V, " +
                unsignedZeroText(point.frequency * kNominalFrequencyHz, 1) + " Hz, " +
                numberText(point.ambientC) + " C";
    }
    return text;
}

std::string_view nameOf(TypeTestQuantity quantity) {
    return kQuantityNames[static_cast<std::size_t>(quantity)];
}

std::string_view nameOf(TypeTestKind kind) {
    return kKindNames[static_cast<std::size_t>(kind)];
}

} // namespace meter::sim
