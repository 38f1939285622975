// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/base/time_text.hpp"

#include "sim/base/calendar.hpp"
#include "sim/base/lowered.hpp"
#include "sim/base/quantity.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace meter::sim {

namespace {

constexpr double kMinuteS = 60.0;
constexpr double kHourS = 3600.0;
constexpr double kDayS = 86400.0;

struct UnitName {
    std::string_view word;
    double seconds;
};

constexpr std::array<UnitName, 27> kUnits = {{
    {"s", 1.0},          {"sec", 1.0},           {"secs", 1.0},
    {"second", 1.0},     {"seconds", 1.0},       {"ms", 1e-3},
    {"msec", 1e-3},      {"millisecond", 1e-3},  {"milliseconds", 1e-3},
    {"us", 1e-6},        {"usec", 1e-6},         {"\xC2\xB5s", 1e-6},
    {"\xCE\xBCs", 1e-6}, {"microseconds", 1e-6}, {"ns", 1e-9},
    {"nsec", 1e-9},      {"nanoseconds", 1e-9},  {"min", kMinuteS},
    {"mins", kMinuteS},  {"minute", kMinuteS},   {"minutes", kMinuteS},
    {"h", kHourS},       {"hr", kHourS},         {"hour", kHourS},
    {"hours", kHourS},   {"day", kDayS},         {"days", kDayS},
}};

/// Reads from the front of a text.
class Scanner final {
public:
    explicit Scanner(std::string_view text) : m_rest(text) {}

    /// One to `digitsMax` digits.
    std::optional<int> number(std::size_t digitsMax) {
        int value = 0;
        std::size_t count = 0;
        while (count < digitsMax && count < m_rest.size() && isDigit(m_rest[count])) {
            value = value * 10 + (m_rest[count] - '0');
            ++count;
        }
        m_rest.remove_prefix(count);
        m_digits = count;
        return count > 0 ? std::optional(value) : std::nullopt;
    }

    [[nodiscard]] std::size_t digits() const { return m_digits; }

    bool take(char sign) {
        const bool isThere = m_rest.starts_with(sign);
        m_rest.remove_prefix(isThere ? 1 : 0);
        return isThere;
    }

    /// ".25" as a share.
    double fraction() {
        if (m_rest.size() < 2 || (m_rest[0] != '.' && m_rest[0] != ',') || !isDigit(m_rest[1])) {
            return 0.0;
        }
        m_rest.remove_prefix(1);
        double value = 0.0;
        double place = 0.1;
        while (!m_rest.empty() && isDigit(m_rest[0])) {
            value += place * (m_rest[0] - '0');
            place /= 10.0;
            m_rest.remove_prefix(1);
        }
        return value;
    }

    void skipBlanks() { m_rest = trimmed(m_rest); }

    [[nodiscard]] std::string_view rest() const { return m_rest; }

    void drop(std::size_t count) { m_rest.remove_prefix(count); }

private:
    static bool isDigit(char letter) { return letter >= '0' && letter <= '9'; }

    std::string_view m_rest;
    std::size_t m_digits = 0;
};

/// Days since 1970 of 2024-12-31, 31.12.2024, 31/12/2024 or 12/31/2024.
std::optional<std::int64_t> readDate(Scanner& text, DateOrder order) {
    const std::optional<int> first = text.number(4);
    const bool isYearFirst = text.digits() == 4;
    const char sign = text.rest().empty() ? ' ' : text.rest().front();
    if (!first || (sign != '-' && sign != '/' && sign != '.') || !text.take(sign)) {
        return std::nullopt;
    }
    const std::optional<int> second = text.number(2);
    if (!second || !text.take(sign)) {
        return std::nullopt;
    }
    const std::optional<int> third = text.number(4);
    if (!third || (isYearFirst && text.digits() > 2)) {
        return std::nullopt;
    }
    const int year = text.digits() <= 2 ? 2000 + *third : *third;
    const bool isMonthFirst = order == DateOrder::MonthFirst && sign != '.';
    return isYearFirst    ? daysSince1970(*first, *second, *third)
           : isMonthFirst ? daysSince1970(year, *first, *second)
                          : daysSince1970(year, *second, *first);
}

/// hh:mm[:ss[.fff]] [AM|PM].
std::optional<double> readTimeOfDay(Scanner& text) {
    const std::optional<int> hour = text.number(2);
    if (!hour || !text.take(':')) {
        return std::nullopt;
    }
    const std::optional<int> minute = text.number(2);
    if (!minute) {
        return std::nullopt;
    }
    double second = 0.0;
    if (text.take(':')) {
        const std::optional<int> whole = text.number(2);
        if (!whole) {
            return std::nullopt;
        }
        second = *whole + text.fraction();
    }
    constexpr int kHoursMax = 24;
    if (*hour > kHoursMax || *minute > 59 || second > 60.0) {
        return std::nullopt;
    }
    int hours = *hour;
    text.skipBlanks();
    const std::string half = lowered(text.rest().substr(0, 2));
    if (half == "am" || half == "pm") {
        text.drop(2);
        hours = hours % 12 + (half == "pm" ? 12 : 0);
    }
    return hours * kHourS + *minute * kMinuteS + second;
}

/// Z, UTC, +01:00, -0530, +01; nothing at all is local time.
bool readZone(Scanner& text, ClockTime& time) {
    text.skipBlanks();
    const std::string rest = lowered(text.rest());
    if (rest.empty()) {
        return true;
    }
    if (rest == "z" || rest == "utc" || rest == "gmt") {
        time.isLocal = false;
        return true;
    }
    const double sign = rest.front() == '-' ? -1.0 : 1.0;
    if (!text.take('+') && !text.take('-')) {
        return false;
    }
    const std::optional<int> hours = text.number(2);
    static_cast<void>(text.take(':'));
    const std::optional<int> minutes = text.number(2);
    if (!hours || !text.rest().empty()) {
        return false;
    }
    time.seconds -= sign * (*hours * kHourS + minutes.value_or(0) * kMinuteS);
    time.isLocal = false;
    return true;
}

} // namespace

std::optional<double> secondsOfUnit(std::string_view unit) {
    const std::string word = lowered(trimmed(unit));
    const auto found = std::ranges::find(kUnits, word, &UnitName::word);
    return found == kUnits.end() ? std::nullopt : std::optional(found->seconds);
}

std::optional<ClockTime> clockTimeOf(std::string_view text, DateOrder order) {
    ClockTime time;
    Scanner whole(trimmed(text));
    Scanner dated = whole;
    if (const std::optional<std::int64_t> days = readDate(dated, order)) {
        time.hasDate = true;
        time.seconds = static_cast<double>(*days) * kDayS;
        if (dated.rest().empty()) {
            return time;
        }
        if (!dated.take('T') && !dated.take('t') && !dated.take(' ') && !dated.take(',')) {
            return std::nullopt;
        }
        dated.skipBlanks();
        whole = dated;
    }
    const std::optional<double> seconds = readTimeOfDay(whole);
    if (!seconds) {
        return std::nullopt;
    }
    time.seconds += *seconds;
    return readZone(whole, time) ? std::optional(time) : std::nullopt;
}

DateOrder dateOrderOf(std::span<const std::string_view> texts) {
    const auto spanOf = [texts](DateOrder order) -> std::optional<double> {
        double least = 1e300;
        double most = -1e300;
        for (const std::string_view text : texts) {
            const std::optional<ClockTime> time = clockTimeOf(text, order);
            if (!time) {
                return std::nullopt;
            }
            least = std::min(least, time->seconds);
            most = std::max(most, time->seconds);
        }
        return most - least;
    };
    const std::optional<double> dayFirst = spanOf(DateOrder::DayFirst);
    const std::optional<double> monthFirst = spanOf(DateOrder::MonthFirst);
    const bool isMonthFirst = monthFirst && (!dayFirst || *monthFirst < *dayFirst);
    return isMonthFirst ? DateOrder::MonthFirst : DateOrder::DayFirst;
}

} // namespace meter::sim
