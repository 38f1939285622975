// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Hears what is done to a simulation from outside, in the words of a timeline.

#include "sim/scenario/scenario.hpp"

#include <cstdint>
#include <string>

namespace meter::sim {

class StimulusObserver {
public:
    /// `entry.at` is the sample at which it acts: behind everything that the scenario's own
    /// timeline does at that sample, and behind the stimuli before it.
    virtual void onStimulus(const TimelineEntry& entry) = 0;
    /// Something was done that no timeline can say.
    virtual void onUnrecordable(SampleTime at, const std::string& what) = 0;
    /// The simulation was rewound: only the first `count` of all stimuli have happened.
    virtual void onRewind(std::uint64_t count) = 0;

protected:
    ~StimulusObserver() = default;
};

} // namespace meter::sim
