// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/profile_times.hpp"

#include "sim/base/quantity.hpp"
#include "sim/base/time_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>

namespace meter::sim {

namespace {

constexpr double kDayS = 86400.0;
constexpr std::size_t kErrorsMax = 50;

/// The interval that at least half of the rows keep within a hundredth.
std::optional<double> usualInterval(const std::vector<double>& seconds) {
    constexpr std::size_t kRowsMin = 4;
    if (seconds.size() < kRowsMin) {
        return std::nullopt;
    }
    std::vector<double> intervals;
    for (std::size_t i = 1; i < seconds.size(); ++i) {
        intervals.push_back(seconds[i] - seconds[i - 1]);
    }
    const auto middle = intervals.begin() + static_cast<std::ptrdiff_t>(intervals.size() / 2);
    std::ranges::nth_element(intervals, middle);
    const double median = *middle;
    constexpr double kSlack = 0.01;
    const auto alike = std::ranges::count_if(intervals, [median](double interval) {
        return std::fabs(interval - median) <= kSlack * median;
    });
    return 2 * alike >= static_cast<std::ptrdiff_t>(intervals.size()) ? std::optional(median)
                                                                      : std::nullopt;
}

class TimeSettler final {
public:
    TimeSettler(const TableReader& table,
                const std::vector<WrittenTime>& written,
                const TimeUnit& unit,
                Errors& errors)
        : m_table(table), m_written(written), m_unit(unit), m_errors(errors) {}

    std::vector<double> settle(Errors& warnings);

private:
    void addClock(const WrittenTime& time);
    void addNumber(const WrittenTime& time, double number);
    void checkKind(const WrittenTime& time);
    void tell(Errors& warnings);
    void checkRising();

    const TableReader& m_table;
    const std::vector<WrittenTime>& m_written;
    const TimeUnit& m_unit;
    Errors& m_errors;
    DateOrder m_order = DateOrder::DayFirst;
    std::vector<double> m_seconds;
    double m_days = 0.0; ///< Midnights that clock times without a date have passed, in seconds.
    bool m_isClock = false;
    bool m_isUnix = false;
    bool m_isNumber = false; ///< Of the unit.
};

void TimeSettler::addClock(const WrittenTime& time) {
    const std::optional<ClockTime> clock = clockTimeOf(time.text, m_order);
    if (!clock) {
        m_errors.push_back({"`" + time.text.substr(0, 40) +
                                "` is not a time: seconds, a date such as 2024-12-31 23:45 (with "
                                "Z or +01:00 for its zone), or a clock time such as 23:45",
                            time.place});
        return;
    }
    m_isClock = true;
    double seconds = clock->seconds + m_days;
    if (!clock->hasDate && !m_seconds.empty() && seconds <= m_seconds.back()) {
        m_days += kDayS;
        seconds += kDayS;
    }
    m_seconds.push_back(seconds);
}

void TimeSettler::addNumber(const WrittenTime& time, double number) {
    constexpr double kUnixFrom = 1e8; // 1973: nobody's profile lasts three years in seconds.
    constexpr double kUnixMilliFrom = 1e11;
    if (m_unit.seconds.value_or(1.0) == 1.0 && number >= kUnixFrom) {
        m_isUnix = true;
        m_seconds.push_back(number >= kUnixMilliFrom ? number / 1000.0 : number);
        return;
    }
    if (!m_unit.seconds && !m_unit.text.empty()) {
        m_errors.push_back({"`" + m_unit.text +
                                "` is not a unit of time; write s, ms, min or h into the header, "
                                "such as `time_s`",
                            time.place});
    }
    m_isNumber = true;
    m_seconds.push_back(number * m_unit.seconds.value_or(1.0));
}

/// Seconds among dates have no common beginning.
void TimeSettler::checkKind(const WrittenTime& time) {
    if (m_isClock + m_isUnix + m_isNumber > 1) {
        m_errors.push_back({"`" + time.text.substr(0, 40) +
                                "` is another kind of time than those of the rows above",
                            time.place});
    }
}

void TimeSettler::checkRising() {
    for (std::size_t i = 1; i < m_seconds.size() && m_errors.size() < kErrorsMax; ++i) {
        if (m_seconds[i] > m_seconds[i - 1]) {
            continue;
        }
        m_errors.push_back({"times must rise: " + m_written[i].text + " does not come after " +
                                m_written[i - 1].text +
                                (m_isClock ? "; where a clock is put back, write the zone, such as "
                                             "+01:00, behind the times"
                                           : ""),
                            m_written[i].place});
        return;
    }
}

std::vector<double> TimeSettler::settle(Errors& warnings) {
    std::vector<std::string_view> clocks;
    for (const WrittenTime& time : m_written) {
        if (!m_table.number(time.text)) {
            clocks.emplace_back(time.text);
        }
    }
    m_order = dateOrderOf(clocks);
    for (const WrittenTime& time : m_written) {
        const std::optional<double> number = m_table.number(time.text);
        if (!number) {
            addClock(time);
        } else {
            addNumber(time, *number);
        }
        checkKind(time);
        if (m_errors.size() >= kErrorsMax) {
            return {};
        }
    }
    if (!m_errors.empty()) {
        return {};
    }
    checkRising();
    tell(warnings);
    return std::move(m_seconds);
}

/// What was understood, and that clock times count from the first row.
void TimeSettler::tell(Errors& warnings) {
    if (m_isNumber && !m_unit.seconds) {
        warnings.push_back({"the profile's times have no unit and are taken as seconds",
                            {.file = m_written.front().place.file}});
    }
    if (m_isClock || m_isUnix) {
        const double first = m_seconds.front();
        for (double& seconds : m_seconds) {
            seconds -= first;
        }
        warnings.push_back({std::string("the profile's times are ") +
                                (m_isUnix ? "Unix times" : "those of a clock") +
                                " and count from its first row, " + m_written.front().text,
                            {.file = m_written.front().place.file}});
    }
}

} // namespace

ProfileTimes settleProfileTimes(const TableReader& table,
                                const std::vector<WrittenTime>& written,
                                const TimeUnit& unit,
                                Errors& errors,
                                Errors& warnings) {
    Errors own;
    ProfileTimes times;
    times.seconds = TimeSettler(table, written, unit, own).settle(warnings);
    if (own.empty()) {
        times.usualS = usualInterval(times.seconds);
    }
    errors.insert(errors.end(), own.begin(), own.end());
    return times;
}

ProfileTimes evenProfileTimes(std::size_t count, double everyS) {
    ProfileTimes times;
    for (std::size_t i = 0; i < count; ++i) {
        times.seconds.push_back(static_cast<double>(i) * everyS);
    }
    times.usualS = everyS;
    return times;
}

} // namespace meter::sim
