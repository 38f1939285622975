// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A load that follows a table of times (docs/scenarios.md, load.profile): linear between rows, the
// first row before the first, the last one after the last.

#include "core/base/sample_time.hpp"
#include "sim/grid/source.hpp"

#include <optional>
#include <vector>

namespace meter::sim {

/// load.profile: linear between rows, held after the last one.
struct LoadProfileRow {
    double timeS = 0.0;
    PerPhase<double> currentA{};
    std::optional<PerPhase<double>> laggingDeg;
};

using LoadProfile = std::vector<LoadProfileRow>;

/// Current and angle of the profile at a time; an empty profile changes nothing.
void applyProfile(const LoadProfile& profile, SampleTime at, Load& load);

/// The sample of the first row behind a time: where the slope changes next.
[[nodiscard]] std::optional<SampleTime> nextProfileRow(const LoadProfile& profile,
                                                       SampleTime after);

} // namespace meter::sim
