// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metering/cycle_window.hpp"

#include "core/base/math.hpp"

namespace meter {

namespace {

/// A frequency that misses a whole number by less than this still gets that many cycles:
/// 60 Hz measured as 59.998 Hz in a second with a dip would lose a whole cycle otherwise. The
/// window is then 0.1 sample short at most: 2e-5 of V.
constexpr double kWholeToleranceHz = 2.5e-3;

} // namespace

CycleWindow cycleWindow(std::optional<double> frequencyHz) {
    CycleWindow window;
    if (!frequencyHz) {
        return window;
    }
    const double cycles = roundedDown(*frequencyHz + kWholeToleranceHz);
    const double length = cycles * kSamplesPerSecond / *frequencyHz;
    const double outside = kSamplesPerSecond - length;
    if (outside <= 0.0) {
        return window;
    }
    const double whole = roundedDown(outside);
    const double inside = 1.0 - (outside - whole); // Part of the first cell that counts.
    const double slope = (inside - inside * inside) / 2.0;
    window.length = length;
    window.dropped = static_cast<std::size_t>(whole);
    // The part kept is inside·own + slope·(next − own).
    window.ownWeight = 1.0 - inside + slope;
    window.nextWeight = -slope;
    return window;
}

} // namespace meter
