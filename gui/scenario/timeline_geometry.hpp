// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A scenario's timeline as bars in lanes, and where a moment lies on the screen. Pure: times in
// seconds, places in pixels from the left edge.

#include "sim/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace meter::gui {

/// The part of time that is in view.
struct TimelineScale {
    double beginS = 0.0;
    double pixelsPerS = 10.0;

    [[nodiscard]] double xOf(double seconds) const { return (seconds - beginS) * pixelsPerS; }

    [[nodiscard]] double secondsAt(double x) const { return beginS + x / pixelsPerS; }

    /// `factor` times as large, with what is at `x` staying there; within sensible bounds.
    [[nodiscard]] TimelineScale zoomed(double factor, double x) const;
    /// Distance of the marks on the axis: 1, 2 or 5 times a power of ten, or of a minute.
    [[nodiscard]] double tickS() const;
};

enum class BarKind { Set, Ramp, Fault, Keys, Write, Power, Other };

struct TimelineBar {
    BarKind kind = BarKind::Other;
    double beginS = 0.0;
    double endS = 0.0; ///< As `beginS`: it has no length of its own.
    int lane = 0;
    int order = 0; ///< In the file: of those that begin together.
    std::string text;
};

/// What happens between two moments, repetitions included, each bar in the first lane that is
/// free; `gapS` is kept between neighbours. Bookmarks are left out.
[[nodiscard]] std::vector<TimelineBar> timelineBars(const std::vector<sim::TimelineEntry>& timeline,
                                                    double fromS,
                                                    double toS,
                                                    double gapS);

/// "0:05", "1:02:30", "12.5 s" … as fine as the marks of the axis need.
[[nodiscard]] std::string clockText(double seconds, double tickS);

} // namespace meter::gui
