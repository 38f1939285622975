// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registers/data_log_clock.hpp"

#include "core/base/assert.hpp"

#include <array>
#include <cstddef>

namespace meter {

namespace {

constexpr std::uint32_t kMonthCount = 12;
constexpr std::uint32_t kYearCount = 200; ///< 2000…2199.
constexpr std::int64_t kSecondsPerMinute = 60;
constexpr std::int64_t kSecondsPerHour = 3'600;
constexpr std::int64_t kSecondsPerDay = 86'400;

using ClockWords = std::array<std::uint16_t, 3>; ///< Registers 155, 156, 157.

struct CalendarTime {
    std::uint32_t year = 0; ///< From 2000.
    std::uint32_t month = 1;
    std::uint32_t day = 1;
    std::uint32_t hour = 0;
    std::uint32_t minute = 0;
    std::uint32_t second = 0;
};

/// Of the years 2000–2199 only 2100 is an exception to the rule of four (2000 is not).
constexpr bool isLeapYear(std::uint32_t year) {
    return year % 4 == 0 && year != 100;
}

constexpr std::uint32_t daysOfYear(std::uint32_t year) {
    return isLeapYear(year) ? 366 : 365;
}

constexpr std::uint32_t daysOfMonth(std::uint32_t year, std::uint32_t month) {
    constexpr std::array<std::uint8_t, kMonthCount> kDays = {31, 28, 31, 30, 31, 30,
                                                             31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : kDays[month - 1];
}

constexpr std::uint32_t daysOfAllYears() {
    std::uint32_t days = 0;
    for (std::uint32_t year = 0; year < kYearCount; ++year) {
        days += daysOfYear(year);
    }
    return days;
}

/// After the last second of 2199 the clock reads 2000 again: the register holds no more.
constexpr std::int64_t kSecondsPerRound = daysOfAllYears() * kSecondsPerDay;

CalendarTime calendarOf(std::int64_t seconds) {
    CalendarTime time;
    auto days = static_cast<std::uint32_t>(seconds / kSecondsPerDay);
    const auto ofDay = static_cast<std::uint32_t>(seconds % kSecondsPerDay);
    while (days >= daysOfYear(time.year)) {
        days -= daysOfYear(time.year++);
    }
    while (days >= daysOfMonth(time.year, time.month)) {
        days -= daysOfMonth(time.year, time.month++);
    }
    time.day = days + 1;
    time.hour = ofDay / 3'600U;
    time.minute = ofDay / 60U % 60U;
    time.second = ofDay % 60U;
    return time;
}

bool exists(const CalendarTime& time) {
    return time.year < kYearCount && time.month >= 1 && time.month <= kMonthCount &&
           time.day >= 1 && time.day <= daysOfMonth(time.year, time.month) && time.hour < 24 &&
           time.minute < 60 && time.second < 60;
}

std::int64_t secondsOf(const CalendarTime& time) {
    std::int64_t days = time.day - 1;
    for (std::uint32_t year = 0; year < time.year; ++year) {
        days += daysOfYear(year);
    }
    for (std::uint32_t month = 1; month < time.month; ++month) {
        days += daysOfMonth(time.year, month);
    }
    return days * kSecondsPerDay + time.hour * kSecondsPerHour + time.minute * kSecondsPerMinute +
           time.second;
}

ClockWords wordsOf(const CalendarTime& time) {
    return {static_cast<std::uint16_t>(time.day << 8U | time.month),
            static_cast<std::uint16_t>(time.hour << 8U | time.year),
            static_cast<std::uint16_t>(time.second << 8U | time.minute)};
}

CalendarTime timeOf(const ClockWords& words) {
    return {.year = words[1] & 0xFFU,
            .month = words[0] & 0xFFU,
            .day = static_cast<std::uint32_t>(words[0]) >> 8U,
            .hour = static_cast<std::uint32_t>(words[1]) >> 8U,
            .minute = words[2] & 0xFFU,
            .second = static_cast<std::uint32_t>(words[2]) >> 8U};
}

ClockWords wordsAt(SampleTime epoch, SampleTime now) {
    return wordsOf(calendarOf((now - epoch) / kSamplesPerSecond % kSecondsPerRound));
}

/// The present time with some of its words replaced.
CalendarTime
replaced(ClockWords present, std::uint16_t firstNumber, std::span<const std::uint16_t> words) {
    METER_ASSERT(firstNumber >= kLogClockFirst &&
                 words.size() <= static_cast<std::size_t>(kLogClockLast - firstNumber + 1));
    for (std::size_t i = 0; i < words.size(); ++i) {
        present[firstNumber - kLogClockFirst + i] = words[i];
    }
    return timeOf(present);
}

} // namespace

std::uint16_t LogClock::word(std::uint16_t number, SampleTime now) const {
    METER_ASSERT(number >= kLogClockFirst && number <= kLogClockLast);
    return wordsAt(m_epoch, now)[number - kLogClockFirst];
}

bool LogClock::accepts(std::uint16_t firstNumber,
                       std::span<const std::uint16_t> words,
                       SampleTime now) const {
    return exists(replaced(wordsAt(m_epoch, now), firstNumber, words));
}

void LogClock::set(std::uint16_t firstNumber,
                   std::span<const std::uint16_t> words,
                   SampleTime now) {
    const CalendarTime time = replaced(wordsAt(m_epoch, now), firstNumber, words);
    METER_ASSERT(exists(time));
    const bool isSecondWritten = firstNumber + words.size() > kLogClockLast;
    const SampleTime intoSecond = isSecondWritten ? 0 : (now - m_epoch) % kSamplesPerSecond;
    m_epoch = now - intoSecond - secondsOf(time) * kSamplesPerSecond;
}

} // namespace meter
