// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/scenario_figures.hpp"

#include "sim/replay/replay_signal.hpp"

#include <algorithm>

namespace meter::sim {

namespace {

/// What is left to see after the last thing that happens (docs/scenarios.md, duration).
constexpr SampleTime kEpilogue = 2 * kSamplesPerSecond;

} // namespace

SampleTime runDuration(const Scenario& scenario) {
    if (scenario.duration) {
        return *scenario.duration;
    }
    SampleTime last = 0;
    for (const TimelineEntry& entry : scenario.timeline) {
        last = std::max(last, endOf(entry));
    }
    for (const Expectation& expectation : scenario.expect) {
        last = std::max(last, expectation.to);
    }
    const bool isOnlyReplay = last == 0 && scenario.replay != nullptr;
    return (isOnlyReplay ? scenario.replay->length() : last) + kEpilogue;
}

double nominalFrequencyHz(const Scenario& scenario) {
    const double frequencyHz = scenario.world.source.frequencyHz;
    for (const double nominal : {50.0, 60.0}) {
        if (frequencyHz >= nominal - 5.0 && frequencyHz < nominal + 5.0) {
            return nominal;
        }
    }
    return frequencyHz;
}

SampleTime endOf(const TimelineEntry& entry) {
    const SampleTime busy = entry.forDuration.value_or(entry.rampDuration.value_or(0));
    const SampleTime repeats = entry.every && entry.times ? *entry.every * (*entry.times - 1) : 0;
    return entry.at + repeats + busy;
}

} // namespace meter::sim
