// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/grid/load_profile.hpp"

#include "sim/base/sim_time.hpp"

#include <algorithm>
#include <cstddef>

namespace meter::sim {

namespace {

template <typename Row>
auto rowAfter(const ProfileRows<Row>& profile, SampleTime at) {
    return std::ranges::upper_bound(profile, at, {},
                                    [](const Row& row) { return samplesOf(row.timeS); });
}

/// The rows around a time, and how far it is from the first to the second.
template <typename Row>
struct Between {
    const Row& last;
    const Row& next;
    double share;

    Between(const ProfileRows<Row>& profile, SampleTime at)
        : Between(profile, rowAfter(profile, at), at) {}

    [[nodiscard]] double valueOf(double from, double to) const {
        return from + (to - from) * share;
    }

private:
    template <typename Place>
    Between(const ProfileRows<Row>& profile, Place following, SampleTime at)
        : last(following == profile.begin() ? *following : *(following - 1))
        , next(following == profile.end() ? profile.back() : *following)
        , share(0.0) {
        const SampleTime begin = samplesOf(last.timeS);
        const SampleTime length = samplesOf(next.timeS) - begin;
        const bool isMoving = length > 0 && !last.isStep;
        share = isMoving ? static_cast<double>(at - begin) / static_cast<double>(length) : 0.0;
    }
};

template <typename Row>
std::optional<SampleTime> nextRow(const ProfileRows<Row>& profile, SampleTime after) {
    const auto following = rowAfter(profile, after);
    return following == profile.end() ? std::nullopt : std::optional(samplesOf(following->timeS));
}

template <typename Row>
bool isStill(const ProfileRows<Row>& profile, SampleTime at) {
    const auto following = rowAfter(profile, at);
    return following == profile.begin() || following == profile.end() || (following - 1)->isStep;
}

} // namespace

LoadProfile LoadProfile::scaled(double factor) const {
    LoadProfile profile = *this;
    profile.m_factor *= factor;
    return profile;
}

void applyProfile(const LoadProfile& profile, SampleTime at, Load& load) {
    if (profile.empty()) {
        return;
    }
    const Between<LoadProfileRow> rows(profile, at);
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        load.currentA[phase] = rows.valueOf(profile.factor() * rows.last.currentA[phase],
                                            profile.factor() * rows.next.currentA[phase]);
        if (rows.last.laggingDeg && rows.next.laggingDeg) {
            load.laggingDeg[phase] =
                rows.valueOf((*rows.last.laggingDeg)[phase], (*rows.next.laggingDeg)[phase]);
        }
        if (load.currentA[phase] < 0.0) {
            load.currentA[phase] = -load.currentA[phase];
            load.laggingDeg[phase] += load.laggingDeg[phase] > 0.0 ? -180.0 : 180.0;
        }
    }
}

void applyProfile(const SourceProfile& profile, SampleTime at, Source& source) {
    if (profile.empty()) {
        return;
    }
    const Between<SourceProfileRow> rows(profile, at);
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if (rows.last.voltageV && rows.next.voltageV) {
            source.voltageV[phase] =
                rows.valueOf((*rows.last.voltageV)[phase], (*rows.next.voltageV)[phase]);
        }
    }
    if (rows.last.frequencyHz && rows.next.frequencyHz) {
        source.frequencyHz = rows.valueOf(*rows.last.frequencyHz, *rows.next.frequencyHz);
    }
}

std::optional<SampleTime> nextProfileRow(const LoadProfile& profile, SampleTime after) {
    return nextRow(profile, after);
}

std::optional<SampleTime> nextProfileRow(const SourceProfile& profile, SampleTime after) {
    return nextRow(profile, after);
}

bool isProfileStill(const LoadProfile& profile, SampleTime at) {
    return isStill(profile, at);
}

bool isProfileStill(const SourceProfile& profile, SampleTime at) {
    return isStill(profile, at);
}

} // namespace meter::sim
