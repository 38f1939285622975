// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Expected values: closed forms evaluated with the C library's sine, which the code under test
// does not use.

#include "sim/grid/waveform_synthesis.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>
#include <vector>

using namespace meter;
using namespace meter::sim;

namespace {

constexpr double kTwoPi = 2.0 * std::numbers::pi;
constexpr double kRoundingCounts = 0.51; ///< Half a count, and the sine's last digits.

void addTone(SignalRecipe& recipe, std::size_t channel, int order, double peak, double angleDeg) {
    recipe.harmonics[static_cast<std::size_t>(order)][channel] = toneOf(peak, angleDeg);
    recipe.orders |= std::uint64_t{1} << static_cast<unsigned>(order);
}

SignalRecipe richRecipe() {
    SignalRecipe recipe;
    recipe.frequencyHz = 59.7;
    for (std::size_t channel = 0; channel < kInputCount; ++channel) {
        const double shift = 17.0 * static_cast<double>(channel);
        addTone(recipe, channel, 1, 3e6, shift);
        addTone(recipe, channel, 5, 2e5, 30.0 + shift);
        addTone(recipe, channel, 21, 9e4, -70.0);
        addTone(recipe, channel, 41, 3e4, 11.0);
        recipe.noise[channel] = {5e3, 1e3, 0.0};
        recipe.offset[channel] = 1234.0;
    }
    recipe.hasNoise = true;
    recipe.flicker = {.depth = 0.02, .rateHz = 8.8, .shape = FlickerShape::Sine};
    FreeTone inter = {.frequencyHz = 175.0};
    inter.tones[1] = toneOf(4e4, 5.0);
    recipe.interharmonics.push_back(inter);
    return recipe;
}

std::vector<SampleFrame> render(WaveformSynthesis& synthesis, SampleTime first, std::size_t count) {
    std::vector<SampleFrame> frames(count);
    synthesis.inputs(first, frames);
    return frames;
}

bool isSame(const SampleFrame& left, const SampleFrame& right) {
    return left.voltage == right.voltage && left.current == right.current;
}

/// Amplitude at a frequency that fits a whole number of times into the samples.
double amplitudeAt(const std::vector<SampleFrame>& frames, double frequencyHz) {
    std::complex<double> sum;
    for (std::size_t n = 0; n < frames.size(); ++n) {
        const double angle = kTwoPi * frequencyHz * static_cast<double>(n) / kSamplesPerSecond;
        sum += static_cast<double>(frames[n].voltage[0]) * std::polar(1.0, -angle);
    }
    return 2.0 * std::abs(sum) / static_cast<double>(frames.size());
}

} // namespace

TEST_CASE("each sample is the sum of its harmonics") {
    SignalRecipe recipe;
    recipe.frequencyHz = 61.3;
    addTone(recipe, 0, 1, 4e6, 10.0);
    addTone(recipe, 0, 7, 3e5, -40.0);
    addTone(recipe, 4, 1, 2e6, 200.0);
    addTone(recipe, 4, 41, 1e5, 90.0);
    WaveformSynthesis synthesis(0);
    synthesis.hold(0, recipe);
    const std::vector<SampleFrame> frames = render(synthesis, 0, 2520);
    constexpr double kDegree = std::numbers::pi / 180.0;
    for (std::size_t n = 0; n < frames.size(); ++n) {
        const double angle = kTwoPi * 61.3 * static_cast<double>(n) / kSamplesPerSecond;
        const double voltage =
            4e6 * std::sin(angle + 10.0 * kDegree) + 3e5 * std::sin(7.0 * angle - 40.0 * kDegree);
        const double current =
            2e6 * std::sin(angle + 200.0 * kDegree) + 1e5 * std::sin(41.0 * angle + 90.0 * kDegree);
        REQUIRE(std::abs(frames[n].voltage[0] - voltage) < kRoundingCounts);
        REQUIRE(std::abs(frames[n].current[1] - current) < kRoundingCounts);
        REQUIRE(frames[n].voltage[1] == 0);
    }
}

TEST_CASE("an independent Fourier sum finds the amplitude of every order") {
    SignalRecipe recipe;
    recipe.frequencyHz = 50.0;
    for (int order = 1; order <= 25; ++order) {
        addTone(recipe, 0, order, 1e6 / order, 37.0 * order);
    }
    WaveformSynthesis synthesis(0);
    synthesis.hold(0, recipe);
    const std::vector<SampleFrame> frames = render(synthesis, 0, 2520);
    for (int order = 1; order <= 25; ++order) {
        CHECK(amplitudeAt(frames, 50.0 * order) == Approx(1e6 / order).margin(0.1));
    }
}

TEST_CASE("the phase has not drifted after an hour") {
    SignalRecipe recipe;
    recipe.frequencyHz = 59.97;
    addTone(recipe, 0, 1, 8e6, 0.0);
    WaveformSynthesis synthesis(0);
    synthesis.hold(0, recipe);
    const SampleTime hour = 3600 * kSamplesPerSecond;
    const std::vector<SampleFrame> frames = render(synthesis, hour, 100);
    for (std::size_t n = 0; n < frames.size(); ++n) {
        // 59.97 Hz · 3600 s is 215 892 whole turns: the hour begins at phase 0 again.
        const double angle = kTwoPi * 59.97 * static_cast<double>(n) / kSamplesPerSecond;
        CHECK(std::abs(frames[n].voltage[0] - 8e6 * std::sin(angle)) < 1.0);
    }
}

TEST_CASE("slices of any size give the same samples") {
    WaveformSynthesis whole(7);
    whole.hold(0, richRecipe());
    const std::vector<SampleFrame> expected = render(whole, 0, 1000);

    WaveformSynthesis sliced(7);
    sliced.hold(0, richRecipe());
    std::size_t first = 0;
    for (std::size_t size = 1; first < expected.size(); size = size * 3 % 101) {
        const std::size_t count = std::min(size, expected.size() - first);
        const std::vector<SampleFrame> slice =
            render(sliced, static_cast<SampleTime>(first), count);
        for (std::size_t n = 0; n < count; ++n) {
            REQUIRE(isSame(slice[n], expected[first + n]));
        }
        first += count;
    }
}

TEST_CASE("a copy of a synthesis goes on with the same samples") {
    WaveformSynthesis synthesis(7);
    synthesis.hold(0, richRecipe());
    SignalRecipe later = richRecipe();
    later.frequencyHz = 48.0;
    synthesis.hold(333, later);
    const std::vector<SampleFrame> expected = render(synthesis, 333, 500);

    WaveformSynthesis other(7);
    other = synthesis;
    const std::vector<SampleFrame> restored = render(other, 333, 500);
    for (std::size_t n = 0; n < expected.size(); ++n) {
        REQUIRE(isSame(restored[n], expected[n]));
    }
}

TEST_CASE("the phase goes on where the frequency changes") {
    SignalRecipe recipe;
    recipe.frequencyHz = 60.0;
    addTone(recipe, 0, 1, 5e6, 0.0);
    WaveformSynthesis synthesis(0);
    synthesis.hold(0, recipe);
    recipe.frequencyHz = 47.0;
    synthesis.hold(1001, recipe);
    const std::vector<SampleFrame> frames = render(synthesis, 1001, 300);
    for (std::size_t n = 0; n < frames.size(); ++n) {
        const double turns = (60.0 * 1001.0 + 47.0 * static_cast<double>(n)) / kSamplesPerSecond;
        REQUIRE(std::abs(frames[n].voltage[0] - 5e6 * std::sin(kTwoPi * turns)) < kRoundingCounts);
    }
}

TEST_CASE("amplitude and frequency change linearly between two recipes") {
    SignalRecipe from;
    from.frequencyHz = 60.0;
    addTone(from, 0, 1, 4e6, 0.0);
    SignalRecipe to;
    to.frequencyHz = 63.0;
    addTone(to, 0, 1, 6e6, 0.0);
    WaveformSynthesis synthesis(0);
    synthesis.hold(0, from);
    constexpr double kLength = 200.0;
    synthesis.change(50, 250, from, to);
    const std::vector<SampleFrame> frames = render(synthesis, 50, 200);
    for (std::size_t n = 0; n < frames.size(); ++n) {
        const double elapsed = static_cast<double>(n);
        // The integral of the frequency: 60·t + 3·t²/(2·length).
        const double turns =
            (60.0 * (50.0 + elapsed) + 1.5 * elapsed * elapsed / kLength) / kSamplesPerSecond;
        const double peak = 4e6 + 2e6 * elapsed / kLength;
        REQUIRE(std::abs(frames[n].voltage[0] - peak * std::sin(kTwoPi * turns)) < kRoundingCounts);
    }
}

TEST_CASE("an interharmonic starts with the run and has its own frequency") {
    SignalRecipe recipe;
    FreeTone inter = {.frequencyHz = 175.0};
    inter.tones[0] = toneOf(1e6, 25.0);
    recipe.interharmonics.push_back(inter);
    WaveformSynthesis synthesis(0);
    synthesis.hold(0, recipe);
    const std::vector<SampleFrame> frames = render(synthesis, 5000, 500);
    for (std::size_t n = 0; n < frames.size(); ++n) {
        const double seconds = (5000.0 + static_cast<double>(n)) / kSamplesPerSecond;
        const double angle = kTwoPi * 175.0 * seconds + 25.0 * std::numbers::pi / 180.0;
        REQUIRE(std::abs(frames[n].voltage[0] - 1e6 * std::sin(angle)) < kRoundingCounts);
    }
}

TEST_CASE("flicker modulates the voltages and not the currents") {
    SignalRecipe recipe;
    recipe.frequencyHz = 60.0;
    addTone(recipe, 0, 1, 1e6, 0.0);
    addTone(recipe, 3, 1, 1e6, 0.0);
    recipe.flicker = {.depth = 0.1, .rateHz = 10.0, .shape = FlickerShape::Sine};
    WaveformSynthesis synthesis(0);
    synthesis.hold(0, recipe);
    const std::vector<SampleFrame> frames = render(synthesis, 0, 2520);
    // A sine of depth d (peak to peak) makes two side bands of d/4 each.
    CHECK(amplitudeAt(frames, 60.0) == Approx(1e6).margin(1.0));
    CHECK(amplitudeAt(frames, 50.0) == Approx(0.025e6).margin(1.0));
    CHECK(amplitudeAt(frames, 70.0) == Approx(0.025e6).margin(1.0));
    for (std::size_t n = 0; n < frames.size(); ++n) {
        const double angle = kTwoPi * 60.0 * static_cast<double>(n) / kSamplesPerSecond;
        REQUIRE(std::abs(frames[n].current[0] - 1e6 * std::sin(angle)) < kRoundingCounts);
    }
}

TEST_CASE("square flicker switches between two amplitudes") {
    SignalRecipe recipe;
    recipe.offset[0] = 0.0;
    addTone(recipe, 0, 1, 1e6, 90.0);
    recipe.frequencyHz = 0.0; // A constant 1e6, so that the modulation itself is seen.
    recipe.flicker = {.depth = 0.04, .rateHz = 10.0, .shape = FlickerShape::Square};
    WaveformSynthesis synthesis(0);
    synthesis.hold(0, recipe);
    const std::vector<SampleFrame> frames = render(synthesis, 0, 252);
    CHECK(frames[10].voltage[0] == 1'020'000);
    CHECK(frames[125].voltage[0] == 1'020'000);
    CHECK(frames[127].voltage[0] == 980'000);
    CHECK(frames[250].voltage[0] == 980'000);
}

TEST_CASE("noise has the RMS asked for and differs by seed only") {
    SignalRecipe recipe;
    recipe.noise[0] = {2e5, 0.0, 0.0};
    recipe.noise[1] = {-2e5, 0.0, 0.0};
    recipe.hasNoise = true;
    WaveformSynthesis synthesis(3);
    synthesis.hold(0, recipe);
    const std::vector<SampleFrame> frames = render(synthesis, 0, 50'000);
    double sum = 0.0;
    double square = 0.0;
    for (const SampleFrame& frame : frames) {
        sum += frame.voltage[0];
        square += static_cast<double>(frame.voltage[0]) * frame.voltage[0];
        REQUIRE(frame.voltage[1] == -frame.voltage[0]); // One source, seen with both signs.
    }
    const double count = static_cast<double>(frames.size());
    // Four standard errors: 2e5·4/√50000 of the mean; of the RMS 1/√2 of that.
    CHECK(std::abs(sum / count) < 3600.0);
    CHECK(std::abs(std::sqrt(square / count) - 2e5) < 2550.0);

    WaveformSynthesis same(3);
    same.hold(0, recipe);
    CHECK(isSame(render(same, 777, 1)[0], frames[777]));
    WaveformSynthesis different(4);
    different.hold(0, recipe);
    CHECK_FALSE(isSame(render(different, 777, 1)[0], frames[777]));
}

TEST_CASE("inputs clip at full scale and round to nearest") {
    SignalRecipe recipe;
    recipe.offset = {1e9, -1e9, 2.6, -2.6, 2.4, 8388607.4, 0.0};
    WaveformSynthesis synthesis(0);
    synthesis.hold(0, recipe);
    const SampleFrame frame = render(synthesis, 0, 1)[0];
    CHECK(frame.voltage[0] == kFullScaleCounts);
    CHECK(frame.voltage[1] == -kFullScaleCounts);
    CHECK(frame.voltage[2] == 3);
    CHECK(frame.current[0] == -3);
    CHECK(frame.current[1] == 2);
    CHECK(frame.current[2] == kFullScaleCounts);
}

TEST_CASE("every compiler and vector width gives the same samples") {
    // A reference of its own making: gcc 12 and clang 19, with and without optimisation and
    // wide vectors, agreed on it. Another value means that runs differ between machines.
    WaveformSynthesis synthesis(7);
    synthesis.hold(0, richRecipe());
    std::uint64_t hash = 0;
    for (const SampleFrame& frame : render(synthesis, 0, 5040)) {
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            hash = hash * 31 + static_cast<std::uint32_t>(frame.voltage[phase]);
            hash = hash * 31 + static_cast<std::uint32_t>(frame.current[phase]);
        }
    }
    CHECK(hash == 16032354608035146678U);
}
