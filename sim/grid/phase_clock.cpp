// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/grid/phase_clock.hpp"

#include "core/base/assert.hpp"

#include <cmath>

namespace meter::sim {

std::uint64_t phaseStepOf(double frequencyHz) {
    const double turns = frequencyHz / kSamplesPerSecond;
    return static_cast<std::uint64_t>((turns - std::floor(turns)) * 0x1p64);
}

bool repeatsEachSecond(double frequencyHz) {
    return frequencyHz == std::floor(frequencyHz);
}

std::uint64_t phaseAt(SampleTime sample, double frequencyHz) {
    return phaseStepOf(frequencyHz) * samplesToSum(sample, repeatsEachSecond(frequencyHz));
}

void PhaseClock::hold(SampleTime sample, double frequencyHz) {
    phase = at(sample);
    anchor = sample;
    step = phaseStepOf(frequencyHz);
    halfBend = 0;
    isRepeating = repeatsEachSecond(frequencyHz);
}

void PhaseClock::sweep(SampleTime begin, SampleTime end, double fromHz, double toHz) {
    METER_ASSERT(end > begin);
    hold(begin, fromHz);
    const double length = static_cast<double>(end - begin);
    const double bend = (toHz - fromHz) / kSamplesPerSecond / length;
    halfBend = std::llround(bend * 0x1p63);
    isRepeating = isRepeating && halfBend == 0;
}

} // namespace meter::sim
