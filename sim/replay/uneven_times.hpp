// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A time axis from the times that stand beside the samples: constant rates where the times
// follow some; otherwise, if the times are believable, the samples are brought to one rate.

#include "sim/replay/recording.hpp"

#include <vector>

namespace meter::sim {

/// Fills the segments. `resolutionS` is how coarsely the times are written. Tried in turn:
/// constant rates; times rounded to 32-bit floating point; samples at uneven times, which are
/// interpolated to the usual interval; times that repeat but keep to a straight line. All but the
/// first are told in the warnings. The error's text has no place.
[[nodiscard]] Result<void>
settleTimes(Recording& recording, const std::vector<double>& timesS, double resolutionS);

} // namespace meter::sim
