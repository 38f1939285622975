// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The meter's unit of time: one sample, 1/2520 s.

#include <cstdint>

namespace meter {

inline constexpr std::int32_t kSamplesPerSecond = 2520; ///< Guide, specifications.

/// Samples since power was first applied to the simulation (or the firmware's counter).
using SampleTime = std::int64_t;

} // namespace meter
