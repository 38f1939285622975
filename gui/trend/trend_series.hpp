// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The past of one register, as a master would have read it each second.

#include "gui/trend/reading_history.hpp"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace meter::gui {

struct TrendPoint {
    std::int64_t second = 0;
    std::optional<double> value; ///< Nullopt: no power, starting up, or not valid.
};

struct TrendSeries {
    std::string name; ///< In the point map.
    QString unit;
    int decimals = 0;
    std::vector<TrendPoint> points; ///< Ascending.
};

[[nodiscard]] TrendSeries newSeries(std::string name);
/// Takes over what the history has beyond the series' end, and drops what it has lost.
void extend(TrendSeries& series, const ReadingHistory& history, const Factory& factory);

/// Names that are worth a trend: every register with a value, in the order of the point map.
[[nodiscard]] QStringList trendNames();

/// "time_s,voltage_an_V,…" and a row for each second that any of them knows.
[[nodiscard]] QString trendCsv(const std::vector<TrendSeries>& series);

} // namespace meter::gui
