// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/resampler.hpp"

#include "core/base/math.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

namespace meter::sim {

namespace {

// Kaiser's formulas: 80 dB take β = 0.1102 · (80 − 8.7) and, over N intervals, a transition of
// (80 − 7.95)/(14.36 · N) of the sampling rate: 5 % of the cut-off for 104 zero crossings.
constexpr int kCrossings = 104;
constexpr double kBeta = 7.857;
constexpr double kCutOff = 0.976; ///< Of half the lower rate: the transition ends there.
/// Between two entries the kernel is taken as straight: an error of 5e-6.
constexpr int kEntriesPerCrossing = 512;
constexpr double kEndRoundingS = 1e-9;

/// I0 by its series; all terms are positive, so that nothing cancels.
double besselI0(double x) {
    double sum = 1.0;
    double term = 1.0;
    for (int k = 1; term > 1e-18 * sum; ++k) {
        const double factor = x / (2.0 * k);
        term *= factor * factor;
        sum += term;
    }
    return sum;
}

double sinc(double crossings) {
    if (crossings == 0.0) {
        return 1.0;
    }
    return sineCosineTurns(crossings / 2.0).sine / (std::numbers::pi * crossings);
}

/// Point-symmetric behind its ends; beyond one length of itself it stays where it is.
double sampleAt(std::span<const float> samples, std::ptrdiff_t index) {
    const auto count = static_cast<std::ptrdiff_t>(samples.size());
    const auto value = [&](std::ptrdiff_t at) {
        const std::ptrdiff_t inside = std::clamp(at, std::ptrdiff_t{0}, count - 1);
        return static_cast<double>(samples[static_cast<std::size_t>(inside)]);
    };
    if (index < 0) {
        return 2.0 * value(0) - value(-index);
    }
    if (index >= count) {
        return 2.0 * value(count - 1) - value(2 * (count - 1) - index);
    }
    return value(index);
}

/// The second follows the first without a hole: at the distance of one of their samples.
bool areJoined(const RateSegment& first, const RateSegment& second) {
    constexpr double kRounding = 1.5;
    const double gapS = second.beginS - endOf(first) + 1.0 / first.rateHz;
    return first.end == second.begin && gapS <= kRounding / std::min(first.rateHz, second.rateHz);
}

/// The stretch that a time lies in; none in a hole. The recording's first and last sample go on
/// outside, and half a sample belongs to either end of any stretch, since channels may be sampled
/// a little apart.
std::optional<std::size_t>
stretchAt(const Recording& recording, std::span<const RateSegment> stretches, double timeS) {
    const auto following = std::ranges::upper_bound(stretches, timeS, {}, &RateSegment::beginS);
    const auto next = static_cast<std::size_t>(following - stretches.begin());
    if (stretches.empty()) {
        return std::nullopt;
    }
    const bool isBeforeAll = next == 0;
    const bool isAfterAll = next == stretches.size();
    if (!isBeforeAll) {
        const RateSegment& stretch = stretches[next - 1];
        const bool goesOn = isAfterAll ? stretch.end == recording.segments.back().end
                                       : areJoined(stretch, stretches[next]);
        if (goesOn || timeS < endOf(stretch) + 0.5 / stretch.rateHz) {
            return next - 1;
        }
    }
    if (!isAfterAll) {
        const RateSegment& stretch = stretches[next];
        const bool goesOn = isBeforeAll && stretch.begin == 0;
        if (goesOn || timeS >= stretch.beginS - 0.5 / stretch.rateHz) {
            return next;
        }
    }
    return std::nullopt;
}

/// Four sums side by side, in a fixed order: the processor need not wait for one of them.
double product(std::span<const double> weights, std::span<const float> samples) {
    std::array<double, 4> sums{};
    const std::size_t whole = weights.size() / sums.size() * sums.size();
    for (std::size_t k = 0; k < whole; k += sums.size()) {
        for (std::size_t lane = 0; lane < sums.size(); ++lane) {
            sums[lane] += weights[k + lane] * static_cast<double>(samples[k + lane]);
        }
    }
    for (std::size_t k = whole; k < weights.size(); ++k) {
        sums[0] += weights[k] * static_cast<double>(samples[k]);
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

/// Σ weight · sample from an index on, which may lie outside of the samples.
double
weighted(std::span<const float> samples, std::ptrdiff_t from, std::span<const double> weights) {
    const auto last = from + static_cast<std::ptrdiff_t>(weights.size());
    if (from >= 0 && last <= static_cast<std::ptrdiff_t>(samples.size())) {
        return product(weights, samples.subspan(static_cast<std::size_t>(from), weights.size()));
    }
    double value = 0.0;
    for (std::size_t k = 0; k < weights.size(); ++k) {
        value += weights[k] * sampleAt(samples, from + static_cast<std::ptrdiff_t>(k));
    }
    return value;
}

} // namespace

Resampler::Resampler(double outputRateHz) : m_outputRateHz(outputRateHz) {
    const int count = kCrossings * kEntriesPerCrossing;
    const double scale = 1.0 / besselI0(kBeta);
    m_table.reserve(static_cast<std::size_t>(count) + 2);
    for (int i = 0; i <= count; ++i) {
        const double share = static_cast<double>(i) / count;
        const double window = besselI0(kBeta * std::sqrt(1.0 - share * share)) * scale;
        m_table.push_back(sinc(static_cast<double>(i) / kEntriesPerCrossing) * window);
    }
    m_table.push_back(0.0);
}

double Resampler::kernel(double crossings) const {
    const double entry = absolute(crossings) * kEntriesPerCrossing;
    if (entry >= static_cast<double>(kCrossings * kEntriesPerCrossing)) {
        return 0.0;
    }
    const auto index = static_cast<std::size_t>(entry);
    const double share = entry - static_cast<double>(index);
    return m_table[index] + share * (m_table[index + 1] - m_table[index]);
}

/// As far as the neighbours are joined and hold all that is wanted of the stretch itself.
Resampler::Run Resampler::runAround(std::span<const RateSegment> stretches, std::size_t at) const {
    const double rateHz = std::min(stretches[at].rateHz, m_outputRateHz);
    Run run = {.first = at, .last = at};
    while (run.first > 0 && stretches[run.first - 1].rateHz >= rateHz &&
           areJoined(stretches[run.first - 1], stretches[run.first])) {
        --run.first;
    }
    while (run.last + 1 < stretches.size() && stretches[run.last + 1].rateHz >= rateHz &&
           areJoined(stretches[run.last], stretches[run.last + 1])) {
        ++run.last;
    }
    return run;
}

/// Each sample counts for the time that it stands for, so that rates may differ.
void Resampler::weigh(std::span<const RateSegment> run,
                      double rateHz,
                      double timeS,
                      Reach& reach) const {
    const double reachS = kCrossings / (kCutOff * rateHz);
    const double crossingsPerS = kCutOff * rateHz;
    reach.weights.clear();
    double sum = 0.0;
    for (std::size_t i = 0; i < run.size(); ++i) {
        const RateSegment& segment = run[i];
        const double from = (timeS - reachS - segment.beginS) * segment.rateHz;
        const double to = (timeS + reachS - segment.beginS) * segment.rateHz;
        const auto count = static_cast<double>(segment.end - segment.begin);
        // The first and the last rate go on outside of the run.
        const double low = i == 0 ? std::ceil(from) : std::max(0.0, std::ceil(from));
        const double high =
            i + 1 == run.size() ? std::floor(to) : std::min(count - 1.0, std::floor(to));
        if (low > high) {
            continue;
        }
        if (reach.weights.empty()) {
            reach.first =
                static_cast<std::ptrdiff_t>(segment.begin) + static_cast<std::ptrdiff_t>(low);
        }
        const double begin = (segment.beginS - timeS) * crossingsPerS;
        const double step = crossingsPerS / segment.rateHz;
        for (double k = low; k <= high; k += 1.0) {
            // Half the way to either neighbour, of which the one before may be at another rate.
            const double width =
                k == 0.0 && i > 0 ? (step + crossingsPerS / run[i - 1].rateHz) / 2.0 : step;
            const double weight = kernel(begin + k * step) * width;
            reach.weights.push_back(weight);
            sum += weight;
        }
    }
    for (double& weight : reach.weights) {
        weight /= sum;
    }
}

std::vector<std::vector<float>> Resampler::resample(const Recording& recording,
                                                    std::span<const std::size_t> channels,
                                                    const TimeGrid& grid) const {
    std::vector<std::vector<float>> rows(channels.size());
    std::vector<bool> isDone(channels.size());
    for (std::size_t leader = 0; leader < channels.size(); ++leader) {
        if (isDone[leader]) {
            continue;
        }
        // Channels that were sampled at the same moments share their weights.
        const RecordedChannel& first = recording.channels[channels[leader]];
        std::vector<std::size_t> group;
        for (std::size_t i = leader; i < channels.size(); ++i) {
            const RecordedChannel& channel = recording.channels[channels[i]];
            if (channel.skewS == first.skewS && channel.holes == first.holes) {
                group.push_back(i);
                isDone[i] = true;
                rows[i].reserve(grid.count);
            }
        }
        const std::vector<RateSegment> stretches =
            stretchesOf(recording, channels.subspan(leader, 1));
        std::optional<std::size_t> at;
        Run run;
        Reach reach;
        for (std::size_t j = 0; j < grid.count; ++j) {
            const double timeS = grid.beginS + static_cast<double>(j) * grid.stepS - first.skewS;
            // The last value may lie on the very end of its stretch: it still belongs to it.
            const bool isOnEnd =
                j + 1 == grid.count && at && timeS <= endOf(stretches[*at]) + kEndRoundingS;
            const std::optional<std::size_t> now =
                isOnEnd ? at : stretchAt(recording, stretches, timeS);
            if (!now) {
                at = now;
                for (const std::size_t i : group) {
                    rows[i].push_back(0.0F);
                }
                continue;
            }
            if (at != now) {
                at = now;
                run = runAround(stretches, *at);
            }
            const std::span<const RateSegment> joined =
                std::span(stretches).subspan(run.first, run.last - run.first + 1);
            weigh(joined, std::min(stretches[*at].rateHz, m_outputRateHz), timeS, reach);
            for (const std::size_t i : group) {
                const std::span<const float> samples =
                    std::span(recording.channels[channels[i]].samples)
                        .subspan(joined.front().begin, joined.back().end - joined.front().begin);
                const std::ptrdiff_t from =
                    reach.first - static_cast<std::ptrdiff_t>(joined.front().begin);
                rows[i].push_back(static_cast<float>(weighted(samples, from, reach.weights)));
            }
        }
    }
    return rows;
}

} // namespace meter::sim
