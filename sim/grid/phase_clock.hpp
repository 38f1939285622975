// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The phase of an oscillation as an integer: 2⁶⁴ is one turn, so it wraps by itself and never
// drifts. The frequency is constant or changes linearly with time. Whole cycles a second repeat
// exactly: the step is a rounded one, and 2520 of it are not quite a whole number of turns.

#include "sim/base/sim_time.hpp"

#include <cstdint>

namespace meter::sim {

/// Turns per sample, as a fraction of 2⁶⁴.
[[nodiscard]] std::uint64_t phaseStepOf(double frequencyHz);

/// True for a whole number of hertz: a second of it is as the one before.
[[nodiscard]] bool repeatsEachSecond(double frequencyHz);

/// Samples over which the phase has to be summed up: of what repeats, those of the last second.
[[nodiscard]] constexpr std::uint64_t samplesToSum(SampleTime elapsed, bool isRepeating) {
    return static_cast<std::uint64_t>(isRepeating ? elapsed % kSamplesPerSecond : elapsed);
}

/// Of an oscillation of constant frequency that has the phase 0 at sample 0.
[[nodiscard]] std::uint64_t phaseAt(SampleTime sample, double frequencyHz);

/// −0.5 … 0.5 turns.
[[nodiscard]] inline double turnsOf(std::uint64_t phase) {
    return static_cast<double>(static_cast<std::int64_t>(phase)) * 0x1p-64;
}

struct PhaseClock {
    SampleTime anchor = 0; ///< The sample at which `phase` holds.
    std::uint64_t phase = 0;
    std::uint64_t step = 0;    ///< Per sample, at the anchor.
    std::int64_t halfBend = 0; ///< Half of what the step grows by per sample.
    bool isRepeating = false;  ///< Each second is as the one before.

    [[nodiscard]] std::uint64_t at(SampleTime sample) const {
        const std::uint64_t elapsed = samplesToSum(sample - anchor, isRepeating);
        return phase + step * elapsed + static_cast<std::uint64_t>(halfBend) * elapsed * elapsed;
    }

    /// From `sample` on with a constant frequency; the phase is continuous.
    void hold(SampleTime sample, double frequencyHz);
    /// From `begin` on, linearly from one frequency to another at `end`.
    void sweep(SampleTime begin, SampleTime end, double fromHz, double toHz);

    friend bool operator==(const PhaseClock&, const PhaseClock&) = default;
};

} // namespace meter::sim
