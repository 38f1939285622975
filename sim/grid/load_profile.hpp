// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A load that follows a table of times (scenario.md, load.profile): linear between rows, the
// first row before the first, the last one after the last.

#include "sim/scenario/scenario.hpp"

#include <optional>

namespace meter::sim {

/// Current and angle of the profile at a time; an empty profile changes nothing.
void applyProfile(const LoadProfile& profile, SampleTime at, Load& load);

/// The sample of the first row behind a time: where the slope changes next.
[[nodiscard]] std::optional<SampleTime> nextProfileRow(const LoadProfile& profile,
                                                       SampleTime after);

} // namespace meter::sim
