// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tones near half of the sample rate: the 21st harmonic at 60 Hz is exactly there. Were grid and
// sampling clock locked to each other, as the simulated ones are, the samples would meet such a
// tone at the same one or two points of its wave for ever, and its RMS would depend on its
// angle. A real sampling clock is never locked: the samples wander over the whole wave, and the
// RMS is true. The tone is therefore turned a little from block to block, in all channels
// alike, so that within one measuring window it meets evenly spread points: at 60 Hz by one
// turn a second. RMS, real power and the angles between the channels are then true.

#include "sim/base/sim_time.hpp"

#include <cstdint>

namespace meter::sim {

/// By how much the tone leads in the block that begins here, as a fraction of 2⁶⁴ of its turn;
/// 0 for tones that are not near half of the sample rate.
[[nodiscard]] std::uint64_t
samplingBeat(double toneHz, double fundamentalHz, SampleTime blockBegin);

} // namespace meter::sim
