// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Plots over time as svg elements. Colours come from the page that they stand in, by classes:
// l0, l1, l2 (the lines), grid, axis, allowed (what a value may be), span (when it is judged),
// event. Numbers only; the same plot is the same bytes.

#include "sim/run/run_result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace meter::sim {

struct PlotPoint {
    double timeS = 0.0;
    double low = 0.0;
    double high = 0.0; ///< Above `low` where a point stands for several values.
    bool isValid = false;
};

struct PlotLine {
    std::string name;
    std::size_t colour = 0; ///< 0…2: A, B, C.
    bool isHeld = false;    ///< A value lasts until the next one, as in a register.
    std::vector<PlotPoint> points;
};

struct Plot {
    std::string title;
    std::string unit;
    double fromS = 0.0;
    double toS = 1.0;
    std::vector<PlotLine> lines;
    std::optional<double> low; ///< What a value may be.
    std::optional<double> high;
    std::optional<double> judgedFromS;
    std::optional<double> judgedToS;
    std::vector<RunEvent> events;
};

[[nodiscard]] std::string plotSvg(const Plot& plot);

[[nodiscard]] PlotLine lineOf(const RegisterSeries& series, std::size_t colour);

/// Values at which a scale from `low` to `high` is marked: multiples of 1, 2 or 5 · 10ⁿ, about
/// `count` of them.
struct Ticks {
    double step = 1.0;
    int decimals = 0;
    std::vector<double> values;
};

[[nodiscard]] Ticks ticksBetween(double low, double high, int count);

} // namespace meter::sim
