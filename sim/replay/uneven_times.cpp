// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/uneven_times.hpp"

#include "sim/base/quantity.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <functional>
#include <span>
#include <utility>

namespace meter::sim {

namespace {

/// Constant rates, if there are few: many short ones are chance.
Result<std::vector<RateSegment>> fewSegmentsOf(const std::vector<double>& timesS,
                                               double resolutionS) {
    auto segments = segmentsOf(timesS, resolutionS);
    constexpr std::size_t kSamplesEach = 64;
    constexpr std::size_t kFew = 8;
    if (segments && segments->size() > std::max(kFew, timesS.size() / kSamplesEach / kFew)) {
        return std::unexpected(Error{"the times of the samples follow no constant rate"});
    }
    return segments;
}

double usualInterval(const std::vector<double>& timesS) {
    std::vector<double> intervals;
    intervals.reserve(timesS.size());
    for (std::size_t i = 1; i < timesS.size(); ++i) {
        intervals.push_back(timesS[i] - timesS[i - 1]);
    }
    const auto middle = intervals.begin() + static_cast<std::ptrdiff_t>(intervals.size() / 2);
    std::ranges::nth_element(intervals, middle);
    return *middle;
}

/// Rates are whole numbers more often than their times let them look.
double likelyRate(double periodS) {
    const double rateHz = 1.0 / periodS;
    const double whole = std::round(rateHz);
    constexpr double kSlack = 1e-3;
    return whole > 0.0 && std::fabs(rateHz - whole) <= kSlack * whole ? whole : rateHz;
}

/// The polynomial through the six samples around a time; through two where their distances
/// differ so much that it would swing.
class StampedSignal final {
public:
    StampedSignal(std::span<const double> timesS, std::span<const float> samples)
        : m_timesS(timesS), m_samples(samples) {}

    /// For rising times.
    double at(double timeS) {
        while (m_next + 1 < m_timesS.size() && m_timesS[m_next] < timeS) {
            ++m_next;
        }
        constexpr std::size_t kHalf = 3;
        if (m_next < kHalf || m_next + kHalf > m_timesS.size() || !isSmooth(m_next - kHalf)) {
            return through(m_next > 0 ? m_next - 1 : 0, 2, timeS);
        }
        return through(m_next - kHalf, 2 * kHalf, timeS);
    }

private:
    [[nodiscard]] bool isSmooth(std::size_t first) const {
        double least = m_timesS[first + 1] - m_timesS[first];
        double most = least;
        for (std::size_t i = first + 1; i + 1 < first + 6; ++i) {
            const double interval = m_timesS[i + 1] - m_timesS[i];
            least = std::min(least, interval);
            most = std::max(most, interval);
        }
        constexpr double kRatioMax = 4.0;
        return most <= kRatioMax * least;
    }

    /// Lagrange's form.
    [[nodiscard]] double through(std::size_t first, std::size_t count, double timeS) const {
        double value = 0.0;
        for (std::size_t i = first; i < first + count; ++i) {
            double share = 1.0;
            for (std::size_t k = first; k < first + count; ++k) {
                if (k != i) {
                    share *= (timeS - m_timesS[k]) / (m_timesS[i] - m_timesS[k]);
                }
            }
            value += share * static_cast<double>(m_samples[i]);
        }
        return value;
    }

    std::span<const double> m_timesS;
    std::span<const float> m_samples;
    std::size_t m_next = 0;
};

/// Samples at uneven times, brought to the usual interval.
Result<void> interpolate(Recording& recording, const std::vector<double>& timesS) {
    const double lengthS = timesS.back() - timesS.front();
    const double meanS = lengthS / static_cast<double>(timesS.size() - 1);
    const double usualS = usualInterval(timesS);
    constexpr double kAlike = 0.2; // Jitter: the mean is exact, the middle one a matter of chance.
    const double rateHz = likelyRate(std::fabs(usualS - meanS) < kAlike * meanS ? meanS : usualS);
    constexpr double kGrowthMax = 8.0; // A file of a few huge gaps is no waveform.
    const double count = std::floor(lengthS * rateHz * (1.0 + 1e-12)) + 1.0;
    if (count > kGrowthMax * static_cast<double>(timesS.size())) {
        return std::unexpected(Error{"the times of the samples follow no constant rate, and their "
                                     "intervals differ too much to be brought to one"});
    }
    for (RecordedChannel& channel : recording.channels) {
        if (channel.samples.empty()) {
            continue;
        }
        StampedSignal signal(timesS, channel.samples);
        std::vector<float> samples;
        samples.reserve(static_cast<std::size_t>(count));
        for (double n = 0.0; n < count; n += 1.0) {
            samples.push_back(static_cast<float>(signal.at(timesS.front() + n / rateHz)));
        }
        channel.samples = std::move(samples);
    }
    recording.sampleCount = static_cast<std::size_t>(count);
    recording.segments = {
        {.rateHz = rateHz, .beginS = 0.0, .begin = 0, .end = recording.sampleCount}};
    double least = lengthS;
    double most = 0.0;
    for (std::size_t i = 1; i < timesS.size(); ++i) {
        least = std::min(least, timesS[i] - timesS[i - 1]);
        most = std::max(most, timesS[i] - timesS[i - 1]);
    }
    recording.warnings.push_back(
        {"the times of the samples are uneven, " + numberText(static_cast<float>(least * 1e6)) +
             " to " + numberText(static_cast<float>(most * 1e6)) +
             " us apart; the samples were brought to " + numberText(static_cast<float>(rateHz)) +
             " samples/s by their times",
         {.file = recording.file}});
    return {};
}

/// Times that repeat, and keep within one step of a straight line; or fall back, and keep within
/// one period of it.
bool takeAsEven(Recording& recording, const std::vector<double>& timesS, bool doFall) {
    const double last = static_cast<double>(timesS.size() - 1);
    const double periodS = (timesS.back() - timesS.front()) / last;
    if (!(periodS > 0.0)) {
        return false;
    }
    double stepS = periodS; // Of times that stand still in between.
    for (std::size_t i = 1; i < timesS.size(); ++i) {
        stepS = doFall ? stepS : std::max(stepS, timesS[i] - timesS[i - 1]);
    }
    constexpr double kStepMax = 32.0; // Periods; beyond, there is a gap.
    for (std::size_t i = 0; i < timesS.size(); ++i) {
        const double expectedS = timesS.front() + static_cast<double>(i) * periodS;
        if (stepS > kStepMax * periodS || !(std::fabs(timesS[i] - expectedS) <= stepS)) {
            return false;
        }
    }
    const double rateHz = likelyRate(periodS);
    recording.segments = {{.rateHz = rateHz, .beginS = 0.0, .begin = 0, .end = timesS.size()}};
    recording.warnings.push_back(
        {"times repeat, since they are written too coarsely; the samples are taken as evenly "
         "spaced at " +
             numberText(static_cast<float>(rateHz)) + " samples/s",
         {.file = recording.file}});
    return true;
}

} // namespace

Result<void>
settleTimes(Recording& recording, const std::vector<double>& timesS, double resolutionS) {
    const auto fall = std::ranges::adjacent_find(timesS, std::ranges::greater{});
    if (fall != timesS.end()) {
        if (takeAsEven(recording, timesS, true)) {
            return {};
        }
        const auto after = static_cast<std::size_t>(fall - timesS.begin()) + 1;
        return std::unexpected(Error{"times must rise, and at sample " + std::to_string(after + 1) +
                                     " " + numberText(timesS[after]) + " s comes after " +
                                     numberText(*fall) + " s"});
    }
    if (auto segments = fewSegmentsOf(timesS, resolutionS)) {
        recording.segments = std::move(*segments);
        return {};
    }
    const double largest = std::max(std::fabs(timesS.front()), std::fabs(timesS.back()));
    constexpr double kFloatRounding = 6e-8; // 2⁻²⁴ of the number.
    if (auto segments = fewSegmentsOf(timesS, largest * kFloatRounding);
        segments && segments->size() == 1) {
        recording.segments = std::move(*segments);
        recording.warnings.push_back({"the times are rounded to 32-bit floating point; the samples "
                                      "are taken as evenly spaced",
                                      {.file = recording.file}});
        return {};
    }
    const bool doRise =
        std::ranges::adjacent_find(timesS, std::ranges::greater_equal{}) == timesS.end();
    const bool hasSamples =
        std::ranges::any_of(recording.channels, [](const RecordedChannel& channel) {
            return !channel.samples.empty();
        });
    if (doRise && hasSamples) {
        return interpolate(recording, timesS);
    }
    if (takeAsEven(recording, timesS, false)) {
        return {};
    }
    return std::unexpected(Error{"the times of the samples follow no constant rate"});
}

} // namespace meter::sim
