// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Times as tables write them: units of times that are numbers, and dates with a time of day
// (ISO 8601 with or without a zone, 31.12.2024 23:45, 12/31/2024 11:45 PM, 23:45:00.5).

#include <optional>
#include <span>
#include <string_view>

namespace meter::sim {

/// Seconds of one such unit: "ms", "Minutes", "s".
[[nodiscard]] std::optional<double> secondsOfUnit(std::string_view unit);

/// Whether 01/02/2024 is the first of February or the second of January.
enum class DateOrder { DayFirst, MonthFirst };

struct ClockTime {
    double seconds = 0.0; ///< Since 1970-01-01 in UTC, as far as date and zone are told.
    bool hasDate = false;
    bool isLocal = true; ///< No zone is told.
};

/// None: it is no such time.
[[nodiscard]] std::optional<ClockTime> clockTimeOf(std::string_view text, DateOrder order);

/// The order in which all texts are dates; if both fit, the one in which they lie closer together.
[[nodiscard]] DateOrder dateOrderOf(std::span<const std::string_view> texts);

} // namespace meter::sim
