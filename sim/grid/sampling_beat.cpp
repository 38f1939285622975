// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/grid/sampling_beat.hpp"

#include "core/base/sample_time.hpp"
#include "core/metering/cycle_window.hpp"
#include "sim/grid/phase_clock.hpp"

#include <cmath>

namespace meter::sim {

namespace {

constexpr double kHalfRateHz = kSamplesPerSecond / 2.0;
/// Farther away the square of the tone turns so often in a window that what is left of it is
/// below 0.5 % of its mean: 0.02 % of the RMS of a voltage with 30 % of the tone.
constexpr double kNearHz = 32.0;
/// Turns of the square in a window where it would not turn at all: 2, so that at 60 Hz the tone
/// itself turns once a second and a second repeats the one before.
constexpr double kTurnsAtLeast = 2.0;

} // namespace

std::uint64_t samplingBeat(double toneHz, double fundamentalHz, SampleTime blockBegin) {
    const double offsetHz = toneHz - kHalfRateHz;
    if (std::fabs(offsetHz) > kNearHz || fundamentalHz <= 0.0) {
        return 0;
    }
    const double windowS = cycleWindow(fundamentalHz).length / kSamplesPerSecond;
    const double turns = 2.0 * offsetHz * windowS; // Of the square of the sampled tone.
    const double nearest = std::floor(turns + 0.5);
    const double wanted = nearest == 0.0 ? kTurnsAtLeast : nearest;
    const double rateHz = (wanted - turns) / windowS / 2.0;
    const bool repeatsEachSecond = rateHz == std::floor(rateHz);
    const SampleTime at = repeatsEachSecond ? blockBegin % kSamplesPerSecond : blockBegin;
    return phaseStepOf(rateHz) * static_cast<std::uint64_t>(at);
}

} // namespace meter::sim
