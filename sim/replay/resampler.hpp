// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Band-limited values of a recording at any times: a sinc of ±104 zero crossings under a Kaiser
// window. It passes up to 95.2 % of half the lower of the two rates (1200 Hz at 2520 S/s)
// within 0.01 %, and stops from that half on by 80 dB. A stretch never reads samples of a slower
// neighbour; next to one, and at the ends of a recording and of a hole, the signal is thought to
// go on point-symmetrically, so that it does not ring there: the few samples next to it err by up
// to 4 % of the peak. In a hole the value is 0. Deterministic: + − × ÷ √ and our own sine in a
// fixed order.

#include "sim/replay/recording.hpp"

#include <span>
#include <vector>

namespace meter::sim {

struct TimeGrid {
    double beginS = 0.0;
    double stepS = 0.0;
    std::size_t count = 0;
};

class Resampler final {
public:
    explicit Resampler(double outputRateHz);

    /// The values of the channels (indices into the recording) on the grid, one row each.
    [[nodiscard]] std::vector<std::vector<float>> resample(const Recording& recording,
                                                           std::span<const std::size_t> channels,
                                                           const TimeGrid& grid) const;

private:
    /// Neighbouring stretches that one value may be made of.
    struct Run {
        std::size_t first = 0; ///< Of the stretches.
        std::size_t last = 0;
    };

    /// The samples that one value depends on; indices outside of the run are its images.
    struct Reach {
        std::ptrdiff_t first = 0;
        std::vector<double> weights;
    };

    [[nodiscard]] Run runAround(std::span<const RateSegment> stretches, std::size_t at) const;
    void weigh(std::span<const RateSegment> run, double rateHz, double timeS, Reach& reach) const;
    [[nodiscard]] double kernel(double crossings) const;

    double m_outputRateHz;
    std::vector<double> m_table;
};

} // namespace meter::sim
