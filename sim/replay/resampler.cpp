// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/resampler.hpp"

#include "core/base/math.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace meter::sim {

namespace {

// Kaiser's formulas: 80 dB take β = 0.1102 · (80 − 8.7) and, over N intervals, a transition of
// (80 − 7.95)/(14.36 · N) of the sampling rate: 5 % of the cut-off for 104 zero crossings.
constexpr int kCrossings = 104;
constexpr double kBeta = 7.857;
constexpr double kCutOff = 0.976; ///< Of half the lower rate: the transition ends there.
/// Between two entries the kernel is taken as straight: an error of 5e-6.
constexpr int kEntriesPerCrossing = 512;

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
double sampleAt(const std::vector<float>& samples, std::ptrdiff_t index) {
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

/// The lowest rate of those that the filter reaches; a lower rate makes it reach further.
double Resampler::rateAround(const std::vector<RateSegment>& segments, double timeS) const {
    double rateHz = m_outputRateHz;
    while (true) {
        const double reachS = kCrossings / (kCutOff * rateHz);
        double lowestHz = rateHz;
        for (std::size_t i = 0; i < segments.size(); ++i) {
            const bool isFirst = i == 0;
            const bool isLast = i + 1 == segments.size();
            const bool beginsBefore = isFirst || segments[i].beginS < timeS + reachS;
            const bool endsAfter = isLast || segments[i + 1].beginS > timeS - reachS;
            if (beginsBefore && endsAfter) {
                lowestHz = std::min(lowestHz, segments[i].rateHz);
            }
        }
        if (lowestHz == rateHz) {
            return rateHz;
        }
        rateHz = lowestHz;
    }
}

/// Each sample counts for the time that it stands for, so that rates may differ.
void Resampler::weigh(const std::vector<RateSegment>& segments, double timeS, Reach& reach) const {
    const double rateHz = segments.size() == 1 ? std::min(segments.front().rateHz, m_outputRateHz)
                                               : rateAround(segments, timeS);
    const double reachS = kCrossings / (kCutOff * rateHz);
    const double crossingsPerS = kCutOff * rateHz;
    reach.weights.clear();
    double sum = 0.0;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const RateSegment& segment = segments[i];
        const double from = (timeS - reachS - segment.beginS) * segment.rateHz;
        const double to = (timeS + reachS - segment.beginS) * segment.rateHz;
        const auto count = static_cast<double>(segment.end - segment.begin);
        // The first and the last rate go on outside of the recording.
        const double low = i == 0 ? std::ceil(from) : std::max(0.0, std::ceil(from));
        const double high =
            i + 1 == segments.size() ? std::floor(to) : std::min(count - 1.0, std::floor(to));
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
                k == 0.0 && i > 0 ? (step + crossingsPerS / segments[i - 1].rateHz) / 2.0 : step;
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
    Reach reach;
    for (std::size_t leader = 0; leader < channels.size(); ++leader) {
        if (isDone[leader]) {
            continue;
        }
        // Channels that were sampled at the same moments share their weights.
        const double skewS = recording.channels[channels[leader]].skewS;
        std::vector<std::size_t> group;
        for (std::size_t i = leader; i < channels.size(); ++i) {
            if (recording.channels[channels[i]].skewS == skewS) {
                group.push_back(i);
                isDone[i] = true;
                rows[i].reserve(grid.count);
            }
        }
        for (std::size_t j = 0; j < grid.count; ++j) {
            weigh(recording.segments, grid.beginS + static_cast<double>(j) * grid.stepS - skewS,
                  reach);
            for (const std::size_t i : group) {
                const std::vector<float>& samples = recording.channels[channels[i]].samples;
                const auto last = reach.first + static_cast<std::ptrdiff_t>(reach.weights.size());
                const bool isInside =
                    reach.first >= 0 && last <= static_cast<std::ptrdiff_t>(samples.size());
                double value = 0.0;
                if (isInside) {
                    const auto from = static_cast<std::size_t>(reach.first);
                    value = product(reach.weights,
                                    std::span(samples).subspan(from, reach.weights.size()));
                } else {
                    for (std::size_t k = 0; k < reach.weights.size(); ++k) {
                        value += reach.weights[k] *
                                 sampleAt(samples, reach.first + static_cast<std::ptrdiff_t>(k));
                    }
                }
                rows[i].push_back(static_cast<float>(value));
            }
        }
    }
    return rows;
}

} // namespace meter::sim
