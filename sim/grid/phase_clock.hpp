// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The phase of an oscillation as an integer: 2⁶⁴ is one turn, so it wraps by itself and never
// drifts. The frequency is constant or changes linearly with time.

#include "sim/base/sim_time.hpp"

#include <cstdint>

namespace meter::sim {

/// Turns per sample, as a fraction of 2⁶⁴.
[[nodiscard]] std::uint64_t phaseStepOf(double frequencyHz);

/// −0.5 … 0.5 turns.
[[nodiscard]] inline double turnsOf(std::uint64_t phase) {
    return static_cast<double>(static_cast<std::int64_t>(phase)) * 0x1p-64;
}

struct PhaseClock {
    SampleTime anchor = 0; ///< The sample at which `phase` holds.
    std::uint64_t phase = 0;
    std::uint64_t step = 0;    ///< Per sample, at the anchor.
    std::int64_t halfBend = 0; ///< Half of what the step grows by per sample.

    [[nodiscard]] std::uint64_t at(SampleTime sample) const {
        const auto elapsed = static_cast<std::uint64_t>(sample - anchor);
        return phase + step * elapsed + static_cast<std::uint64_t>(halfBend) * elapsed * elapsed;
    }

    /// From `sample` on with a constant frequency; the phase is continuous.
    void hold(SampleTime sample, double frequencyHz);
    /// From `begin` on, linearly from one frequency to another at `end`.
    void sweep(SampleTime begin, SampleTime end, double fromHz, double toHz);

    friend bool operator==(const PhaseClock&, const PhaseClock&) = default;
};

} // namespace meter::sim
