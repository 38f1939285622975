// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The measuring window of one 1 s cycle: the largest whole number of fundamental cycles that
// ends at the tick, with fractional first sample (docs/metrology.md). A sample stands for
// the cell from half a sample before it to half a sample after; the first cell may count in
// part, its content taken along the line to the next sample.

#include "core/base/sample_time.hpp"

#include <cstddef>
#include <optional>

namespace meter {

struct CycleWindow {
    double length = kSamplesPerSecond; ///< In samples.
    std::size_t dropped = 0;           ///< Whole samples at the start that are outside.
    /// Of the first sample that is in part outside: what its own value and the value of the
    /// next one weigh in the part that is dropped.
    double ownWeight = 0.0;
    double nextWeight = 0.0;
};

/// Without a frequency: the free-running second.
[[nodiscard]] CycleWindow cycleWindow(std::optional<double> frequencyHz);

} // namespace meter
