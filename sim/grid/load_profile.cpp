// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/grid/load_profile.hpp"

#include "sim/base/sim_time.hpp"

#include <algorithm>
#include <cstddef>

namespace meter::sim {

namespace {

auto rowAfter(const LoadProfile& profile, SampleTime at) {
    return std::ranges::upper_bound(profile, at, {},
                                    [](const LoadProfileRow& row) { return samplesOf(row.timeS); });
}

} // namespace

void applyProfile(const LoadProfile& profile, SampleTime at, Load& load) {
    if (profile.empty()) {
        return;
    }
    const auto following = rowAfter(profile, at);
    const LoadProfileRow& next = following == profile.end() ? profile.back() : *following;
    const LoadProfileRow& last = following == profile.begin() ? next : *(following - 1);
    const SampleTime begin = samplesOf(last.timeS);
    const SampleTime length = samplesOf(next.timeS) - begin;
    const double share =
        length > 0 ? static_cast<double>(at - begin) / static_cast<double>(length) : 0.0;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        load.currentA[phase] =
            last.currentA[phase] + (next.currentA[phase] - last.currentA[phase]) * share;
        if (last.laggingDeg && next.laggingDeg) {
            const double from = (*last.laggingDeg)[phase];
            load.laggingDeg[phase] = from + ((*next.laggingDeg)[phase] - from) * share;
        }
    }
}

std::optional<SampleTime> nextProfileRow(const LoadProfile& profile, SampleTime after) {
    const auto following = rowAfter(profile, after);
    if (following == profile.end()) {
        return std::nullopt;
    }
    return samplesOf(following->timeS);
}

} // namespace meter::sim
