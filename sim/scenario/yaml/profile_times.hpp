// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The times of a profile's rows, whatever kind they are: seconds and other units, dates, clock
// times, Unix times. Dates, clock and Unix times count from the first row.

#include "sim/base/table_reader.hpp"

#include <optional>
#include <string>
#include <vector>

namespace meter::sim {

/// A row's time as written, and where.
struct WrittenTime {
    std::string text;
    Place place{};
};

/// Of times that are numbers.
struct TimeUnit {
    std::optional<double> seconds{}; ///< None: none is told, or it is not understood.
    std::string text{};              ///< As written; empty: none is.
};

struct ProfileTimes {
    std::vector<double> seconds;  ///< Rising, as many as were written unless there are errors.
    std::optional<double> usualS; ///< The interval that most rows keep; none: there is none.
};

/// `table` only tells the decimal notation.
[[nodiscard]] ProfileTimes settleProfileTimes(const TableReader& table,
                                              const std::vector<WrittenTime>& written,
                                              const TimeUnit& unit,
                                              Errors& errors,
                                              Errors& warnings);

/// The same for rows at a constant distance.
[[nodiscard]] ProfileTimes evenProfileTimes(std::size_t count, double everyS);

} // namespace meter::sim
