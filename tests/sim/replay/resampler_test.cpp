// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/resampler.hpp"

#include "sim/replay/waveform_analysis.hpp"
#include "tests/sim/replay/recorded_signals.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <ranges>
#include <utility>

using namespace meter::sim;
using meter::test::sineAt;

namespace {

/// One channel of one tone, sampled at the rates one after another, each for so long.
Recording toneAt(double frequencyHz, const std::vector<double>& rates, double lengthS) {
    Recording recording;
    RecordedChannel channel;
    double beginS = 0.0;
    std::size_t begin = 0;
    for (const double rateHz : rates) {
        const auto count = static_cast<std::size_t>(std::lround(lengthS * rateHz));
        for (std::size_t n = 0; n < count; ++n) {
            const double timeS = beginS + static_cast<double>(n) / rateHz;
            channel.samples.push_back(static_cast<float>(sineAt(timeS, frequencyHz, 100.0, 20.0)));
        }
        recording.segments.push_back(
            {.rateHz = rateHz, .beginS = beginS, .begin = begin, .end = begin + count});
        beginS += static_cast<double>(count) / rateHz;
        begin += count;
    }
    recording.sampleCount = begin;
    recording.channels.push_back(std::move(channel));
    return recording;
}

constexpr double kRate = 2520.0;

std::vector<float> resampled(const Recording& recording, double beginS, double lengthS) {
    const std::vector<std::size_t> channels = {0};
    const auto count = static_cast<std::size_t>(lengthS * kRate);
    return Resampler(kRate).resample(recording, channels,
                                     {.beginS = beginS, .stepS = 1.0 / kRate, .count = count})[0];
}

/// Largest distance from the closed form, as a share of the peak.
double errorOf(const std::vector<float>& values, double beginS, double frequencyHz) {
    double worst = 0.0;
    for (std::size_t n = 0; n < values.size(); ++n) {
        const double timeS = beginS + static_cast<double>(n) / kRate;
        const double expected = sineAt(timeS, frequencyHz, 100.0, 20.0);
        worst = std::max(worst, std::fabs(static_cast<double>(values[n]) - expected));
    }
    return worst / (100.0 * std::numbers::sqrt2);
}

} // namespace

TEST_CASE("sinusoids at odd rates come out as they are in closed form") {
    for (const double rateHz : {1000.0, 1200.0, 2520.0, 3840.0, 4800.0, 10000.0, 12345.6}) {
        for (const double share : {0.05, 0.4, 0.94}) {
            const double frequencyHz = share * std::min(rateHz, kRate) / 2.0;
            const Recording recording = toneAt(frequencyHz, {rateHz}, 1.0);
            INFO(rateHz << " S/s, " << frequencyHz << " Hz");
            // 80 dB are 1e-4; the reach of the filter is 0.11 s at most.
            CHECK(errorOf(resampled(recording, 0.2, 0.6), 0.2, frequencyHz) < 2e-4);
        }
    }
}

TEST_CASE("what lies above half of the lower rate is gone") {
    for (const double frequencyHz : {1265.0, 1800.0, 2460.0, 4000.0}) {
        const std::vector<float> values = resampled(toneAt(frequencyHz, {10000.0}, 1.0), 0.2, 0.6);
        const float worst = std::ranges::max(
            values | std::views::transform([](float value) { return std::abs(value); }));
        INFO(frequencyHz << " Hz");
        CHECK(worst < 100.0F * 1.4142F * 2e-4F);
    }
}

TEST_CASE("a change of the rate does not disturb the fundamental") {
    const Recording recording = toneAt(50.0, {1000.0, 4800.0, 1000.0}, 0.5);
    // Next to a change for a few samples: far below a thousandth of the RMS of a second.
    CHECK(errorOf(resampled(recording, 0.12, 1.26), 0.12, 50.0) < 0.04);
    // Away from the changes by more than the reach nothing is left of them.
    CHECK(errorOf(resampled(recording, 0.7, 0.1), 0.7, 50.0) < 2e-4);
}

TEST_CASE("the ends of a recording do not ring") {
    const Recording recording = toneAt(60.0, {4800.0}, 0.5);
    CHECK(errorOf(resampled(recording, 0.0, 0.5), 0.0, 60.0) < 0.02);
}

TEST_CASE("a channel that was sampled later is put right") {
    Recording recording = toneAt(60.0, {4800.0}, 0.5);
    recording.channels[0].skewS = 50e-6; // Its samples stand for times that much later.
    const std::vector<float> values = resampled(recording, 0.2, 0.1);
    CHECK(static_cast<double>(values[0]) ==
          Approx(sineAt(0.2 - 50e-6, 60.0, 100.0, 20.0)).margin(0.03));
}

TEST_CASE("frequency and distortion are those of the closed form") {
    std::vector<float> samples;
    for (int n = 0; n < 4800; ++n) {
        const double timeS = n / 4800.0;
        samples.push_back(static_cast<float>(sineAt(timeS, 59.73, 100.0, 30.0) +
                                             sineAt(timeS, 5 * 59.73, 6.0, 0.0) +
                                             sineAt(timeS, 7 * 59.73, 8.0, 0.0)));
    }
    const SampledWaveform waveform = {.samples = samples, .rateHz = 4800.0};
    const double frequencyHz = fundamentalFrequencyOf(waveform);
    CHECK(frequencyHz == Approx(59.73).margin(1e-4));
    const WaveformFigures figures = figuresOf(waveform, frequencyHz);
    CHECK(figures.rms == Approx(std::sqrt(10000.0 + 36.0 + 64.0)).epsilon(1e-3));
    CHECK(figures.fundamental.rms == Approx(100.0).epsilon(1e-4));
    CHECK(figures.fundamental.angleDeg == Approx(30.0).margin(0.01));
    CHECK(figures.distortion == Approx(0.1).epsilon(1e-3)); // √(6² + 8²) of 100.
    const std::vector<float> flat(4800, 5.0F);
    CHECK(fundamentalFrequencyOf({.samples = flat, .rateHz = 4800.0}) == 0.0);
}
