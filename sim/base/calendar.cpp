// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/base/calendar.hpp"

#include <chrono>

namespace meter::sim {

std::optional<std::int64_t> daysSince1970(int year, int month, int day) {
    // The types of the library keep a month and a day in one byte each.
    if (month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date(std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day)));
    return date.ok() ? std::optional(std::chrono::sys_days(date).time_since_epoch().count())
                     : std::nullopt;
}

} // namespace meter::sim
