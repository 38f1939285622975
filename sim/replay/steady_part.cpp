// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/steady_part.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace meter::sim {

namespace {

constexpr double kUsualFrequencyHz = 50.0;

/// RMS values of the cycles of one stretch, [cycle][channel].
using Cycles = std::vector<std::vector<double>>;

Cycles cyclesOf(const Recording& recording,
                std::span<const std::size_t> channels,
                const RateSegment& stretch,
                double frequencyHz) {
    const double perCycle = stretch.rateHz / frequencyHz;
    const auto length = static_cast<double>(stretch.end - stretch.begin);
    Cycles cycles(static_cast<std::size_t>(std::floor(length / perCycle + 1e-9)));
    for (std::size_t cycle = 0; cycle < cycles.size(); ++cycle) {
        const auto edge = [&](std::size_t number) {
            const double samples = std::round(static_cast<double>(number) * perCycle);
            return std::min(stretch.begin + static_cast<std::size_t>(samples), stretch.end);
        };
        for (const std::size_t channel : channels) {
            double squares = 0.0;
            for (std::size_t i = edge(cycle); i < edge(cycle + 1); ++i) {
                const auto value = static_cast<double>(recording.channels[channel].samples[i]);
                squares += value * value;
            }
            const auto count = static_cast<double>(edge(cycle + 1) - edge(cycle));
            cycles[cycle].push_back(std::sqrt(squares / std::max(count, 1.0)));
        }
    }
    return cycles;
}

class SteadySearch final {
public:
    explicit SteadySearch(std::vector<double> largest) : m_largest(std::move(largest)) {}

    [[nodiscard]] bool isLive(const std::vector<double>& cycle) const {
        constexpr double kDead = 0.02;
        for (std::size_t i = 0; i < cycle.size(); ++i) {
            if (cycle[i] > kDead * m_largest[i]) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool isSame(const std::vector<double>& one,
                              const std::vector<double>& other) const {
        constexpr double kChange = 0.03;
        constexpr double kFloor = 0.005; // Of the largest: noise of a dead channel.
        for (std::size_t i = 0; i < one.size(); ++i) {
            const double allowed = kChange * std::max(one[i], other[i]) + kFloor * m_largest[i];
            if (std::fabs(one[i] - other[i]) > allowed) {
                return false;
            }
        }
        return true;
    }

private:
    std::vector<double> m_largest; ///< RMS of any cycle, by channel.
};

/// The longest run of cycles, each like the one before and like the run's first.
struct CycleRun {
    std::size_t begin = 0;
    std::size_t count = 0;
};

CycleRun longestRun(const Cycles& cycles, const SteadySearch& search) {
    CycleRun best;
    CycleRun run;
    for (std::size_t cycle = 0; cycle < cycles.size(); ++cycle) {
        if (!search.isLive(cycles[cycle])) {
            run = {};
            continue;
        }
        const bool goesOn = run.count > 0 && search.isSame(cycles[cycle], cycles[cycle - 1]);
        run = goesOn ? CycleRun{.begin = run.begin, .count = run.count + 1}
                     : CycleRun{.begin = cycle, .count = 1};
        best = run.count > best.count ? run : best;
    }
    return best;
}

} // namespace

double likelyFrequencyOf(const Recording& recording) {
    constexpr double kLowestHz = 40.0;
    constexpr double kHighestHz = 70.0;
    const double nominalHz = recording.nominalFrequencyHz;
    if (nominalHz >= kLowestHz && nominalHz <= kHighestHz) {
        return nominalHz;
    }
    const double hz = frequencyIn(recording, {.lengthS = recording.durationS()});
    return hz > 0.0 ? hz : kUsualFrequencyHz;
}

bool holdsWave(const RateSegment& stretch, double frequencyHz) {
    return stretch.rateHz > 2.0 * frequencyHz;
}

std::optional<RecordingPart> steadiestPart(const Recording& recording,
                                           std::span<const std::size_t> channels) {
    const double frequencyHz = likelyFrequencyOf(recording);
    std::vector<RateSegment> stretches = stretchesOf(recording, channels);
    std::erase_if(stretches, [frequencyHz](const RateSegment& stretch) {
        return !holdsWave(stretch, frequencyHz);
    });
    std::vector<Cycles> cycles;
    std::vector<double> largest(channels.size());
    for (const RateSegment& stretch : stretches) {
        cycles.push_back(cyclesOf(recording, channels, stretch, frequencyHz));
        for (const std::vector<double>& cycle : cycles.back()) {
            for (std::size_t i = 0; i < cycle.size(); ++i) {
                largest[i] = std::max(largest[i], cycle[i]);
            }
        }
    }
    const SteadySearch search(largest);
    std::optional<RecordingPart> best;
    std::size_t most = 2; // Fewer than three cycles tell no frequency.
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const CycleRun run = longestRun(cycles[i], search);
        if (run.count <= most) {
            continue;
        }
        most = run.count;
        const double startS = static_cast<double>(run.begin) / frequencyHz;
        const bool isWhole = run.count == cycles[i].size(); // Then with what is left of a cycle.
        const double endS = isWhole ? endOf(stretches[i]) - stretches[i].beginS
                                    : startS + static_cast<double>(run.count) / frequencyHz;
        best = {.startS = stretches[i].beginS + startS, .lengthS = endS - startS};
    }
    return best;
}

SampledWaveform
waveformIn(const Recording& recording, std::size_t channel, const RecordingPart& part) {
    SampledWaveform longest;
    double longestS = 0.0;
    const std::vector<std::size_t> channels = {channel};
    for (const RateSegment& stretch : stretchesOf(recording, channels)) {
        const auto count = static_cast<double>(stretch.end - stretch.begin);
        const double from = std::clamp((part.startS - stretch.beginS) * stretch.rateHz, 0.0, count);
        const double to = std::clamp((part.endS() - stretch.beginS) * stretch.rateHz, from, count);
        const auto first = static_cast<std::size_t>(std::llround(from));
        const auto last = static_cast<std::size_t>(std::llround(to));
        const double lengthS = static_cast<double>(last - first) / stretch.rateHz;
        if (lengthS > longestS) {
            longestS = lengthS;
            longest = {.samples = std::span(recording.channels[channel].samples)
                                      .subspan(stretch.begin + first, last - first),
                       .rateHz = stretch.rateHz};
        }
    }
    return longest;
}

double frequencyIn(const Recording& recording, const RecordingPart& part) {
    for (const ChannelKind kind :
         {ChannelKind::Voltage, ChannelKind::Current, ChannelKind::Other}) {
        for (std::size_t i = 0; i < recording.channels.size(); ++i) {
            if (recording.channels[i].kind != kind || recording.channels[i].samples.empty()) {
                continue;
            }
            const double hz = fundamentalFrequencyOf(waveformIn(recording, i, part));
            if (hz > 0.0) {
                return hz;
            }
        }
    }
    return 0.0;
}

} // namespace meter::sim
