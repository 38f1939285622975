// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The line's microseconds and the meter's samples: 2520 samples are a million microseconds.

#include "core/base/sample_time.hpp"
#include "sim/line/serial_line.hpp"

namespace meter::sim {

inline constexpr LineUs kSamplesReduced = 63;
inline constexpr LineUs kMicrosecondsReduced = 25'000;
static_assert(kSamplesReduced * 1'000'000 == kMicrosecondsReduced * kSamplesPerSecond);

/// The last sample at or before a time.
[[nodiscard]] constexpr SampleTime sampleAt(LineUs timeUs) {
    return static_cast<SampleTime>(timeUs * kSamplesReduced / kMicrosecondsReduced);
}

/// The first microsecond of a sample.
[[nodiscard]] constexpr LineUs usAt(SampleTime time) {
    return (static_cast<LineUs>(time) * kMicrosecondsReduced + kSamplesReduced - 1) /
           kSamplesReduced;
}

} // namespace meter::sim
