// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Time in a simulation is the meter's own, counted in samples (1/2520 s); seconds only at the
// edges.

#include "core/base/sample_time.hpp" // IWYU pragma: export

#include <cmath>

namespace meter::sim {

/// The sample nearest to a time in seconds.
[[nodiscard]] inline SampleTime samplesOf(double seconds)
{
    return static_cast<SampleTime>(std::llround(seconds * kSamplesPerSecond));
}

[[nodiscard]] inline double secondsOf(SampleTime samples)
{
    return static_cast<double>(samples) / kSamplesPerSecond;
}

} // namespace meter::sim
