// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A load, and a source, that follow a table of times (docs/scenarios.md, profiles): linear
// between rows or held, the first row before the first, the last one after the last.

#include "core/base/sample_time.hpp"
#include "sim/grid/source.hpp"

#include <optional>
#include <vector>

namespace meter::sim {

/// load.profile.
struct LoadProfileRow {
    double timeS = 0.0;
    PerPhase<double> currentA{}; ///< Negative: fed in, the other way round.
    std::optional<PerPhase<double>> laggingDeg{};
    bool isStep = false; ///< Holds until the next row; else the way there is linear.

    friend bool operator==(const LoadProfileRow&, const LoadProfileRow&) = default;
};

using LoadProfile = std::vector<LoadProfileRow>;

/// source.profile: RMS trends.
struct SourceProfileRow {
    double timeS = 0.0;
    std::optional<PerPhase<double>> voltageV{};
    std::optional<double> frequencyHz{};
    bool isStep = false;

    friend bool operator==(const SourceProfileRow&, const SourceProfileRow&) = default;
};

using SourceProfile = std::vector<SourceProfileRow>;

/// Current and angle of the profile at a time; an empty profile changes nothing.
void applyProfile(const LoadProfile& profile, SampleTime at, Load& load);
/// Voltages and frequency, likewise.
void applyProfile(const SourceProfile& profile, SampleTime at, Source& source);

/// The sample of the first row behind a time: where the slope changes next.
[[nodiscard]] std::optional<SampleTime> nextProfileRow(const LoadProfile& profile,
                                                       SampleTime after);
[[nodiscard]] std::optional<SampleTime> nextProfileRow(const SourceProfile& profile,
                                                       SampleTime after);

/// Nothing moves until the next row: the row before `at` is held, or there is none.
[[nodiscard]] bool isProfileStill(const LoadProfile& profile, SampleTime at);
[[nodiscard]] bool isProfileStill(const SourceProfile& profile, SampleTime at);

} // namespace meter::sim
