// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Signals that are hard to sample, as the metering reads them: expected values are those of the
// continuous waves, RMS and power of sums of sines (IEEE 1459), by hand.
#include "core/metering/cycle_meter.hpp"
#include "sim/grid/sampling_beat.hpp"
#include "sim/grid/waveform_synthesis.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

using namespace meter;
using namespace meter::sim;

namespace {

constexpr double kVoltagePeak = 2.0e6; ///< Counts; 281 V and 0.8 of the CT size.
constexpr double kCurrentPeak = 2.0e6;

void addTone(SignalRecipe& recipe, std::size_t channel, int order, double peak, double angleDeg) {
    recipe.harmonics[static_cast<std::size_t>(order)][channel] = toneOf(peak, angleDeg);
    recipe.orders |= std::uint64_t{1} << static_cast<unsigned>(order);
}

/// Three phases with the currents lagging by this angle.
SignalRecipe threePhase(double frequencyHz, double laggingDeg) {
    SignalRecipe recipe;
    recipe.frequencyHz = frequencyHz;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const double angleDeg = -120.0 * static_cast<double>(phase);
        addTone(recipe, phase, 1, kVoltagePeak, angleDeg);
        addTone(recipe, kPhaseCount + phase, 1, kCurrentPeak, angleDeg - laggingDeg);
    }
    return recipe;
}

/// The seconds after one another, each as the metering sees it.
std::vector<MeasuredCycle> measure(WaveformSynthesis& synthesis, CycleMeter& meter, int seconds) {
    std::vector<MeasuredCycle> cycles;
    std::vector<SampleFrame> frames(kSamplesPerSecond);
    for (int second = 0; second < seconds; ++second) {
        synthesis.inputs(SampleTime{second} * kSamplesPerSecond, frames);
        REQUIRE(meter.add(frames, Settings{}, Rules{}) == frames.size());
        cycles.push_back(meter.finish(Settings{}, Rules{}));
    }
    return cycles;
}

std::vector<MeasuredCycle> measure(const SignalRecipe& recipe, int seconds) {
    WaveformSynthesis synthesis(0);
    synthesis.hold(0, recipe);
    CycleMeter meter;
    return measure(synthesis, meter, seconds);
}

constexpr double kFundamentalV = kVoltagePeak / std::numbers::sqrt2 * kVoltsPerCount;
constexpr double kFundamentalA = kCurrentPeak / std::numbers::sqrt2 * kRatingPerCount * 100.0;
constexpr double kShare = 0.3; ///< Of the harmonic in the fundamental.

} // namespace

TEST_CASE("the 21st harmonic counts whatever its angle at and around 60 Hz") {
    // V·√(1 + 0.3²), I·√(1 + 0.3²), and P = V·I·(cos 30° + 0.3²·cos of the harmonic's own angle).
    const double frequencyHz = GENERATE(60.0, 59.99, 60.02, 59.7, 60.4, 58.8, 61.1);
    const double voltageDeg = GENERATE(0.0, 37.0, 90.0, 135.0);
    const double laggingDeg = GENERATE(0.0, 50.0, 180.0);
    CAPTURE(frequencyHz, voltageDeg, laggingDeg);
    SignalRecipe recipe = threePhase(frequencyHz, 30.0);
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        addTone(recipe, phase, 21, kShare * kVoltagePeak, voltageDeg);
        addTone(recipe, kPhaseCount + phase, 21, kShare * kCurrentPeak, voltageDeg - laggingDeg);
    }
    const double radians = std::numbers::pi / 180.0;
    const double rms = std::sqrt(1.0 + kShare * kShare);
    // Where the window ends inside a sample, a straight line to the next one stands for a wave
    // of two samples.
    const double tolerance = frequencyHz == 60.0 ? 2e-4 : 3e-4;
    const double power =
        std::fabs(std::cos(30.0 * radians) + kShare * kShare * std::cos(laggingDeg * radians));
    for (const MeasuredCycle& cycle : measure(recipe, 3)) {
        for (const PhaseQuantities& phase : cycle.phase) {
            CHECK(phase.voltageLnV == Approx(kFundamentalV * rms).epsilon(2e-4));
            CHECK(phase.currentA == Approx(kFundamentalA * rms).epsilon(2e-4));
            CHECK(std::fabs(phase.realPowerW - kFundamentalV * kFundamentalA * power) <=
                  tolerance * phase.apparentPowerVa);
        }
    }
}

TEST_CASE("an interharmonic at half of the sample rate counts whatever its angle") {
    const double angleDeg = GENERATE(0.0, 45.0, 90.0);
    SignalRecipe recipe = threePhase(60.0, 0.0);
    FreeTone tone = {.frequencyHz = 1260.0};
    tone.tones[0] = toneOf(kShare * kVoltagePeak, angleDeg);
    recipe.interharmonics.push_back(tone);
    const double rms = std::sqrt(1.0 + kShare * kShare);
    CHECK(measure(recipe, 1)[0].phase[0].voltageLnV == Approx(kFundamentalV * rms).epsilon(2e-4));
}

TEST_CASE("only tones near half of the sample rate are turned") {
    CHECK(samplingBeat(1260.0, 60.0, 84) != 0);
    CHECK(samplingBeat(1140.0, 60.0, 84) == 0); // The 19th.
    CHECK(samplingBeat(60.0, 60.0, 84) == 0);
    // One turn a second: a second at 60 Hz repeats the one before to the last bit.
    CHECK(samplingBeat(1260.0, 60.0, 84 + 10 * kSamplesPerSecond) ==
          samplingBeat(1260.0, 60.0, 84));
    // A turn is 2⁶⁴; half a second into it the tone leads by half a turn.
    const std::uint64_t half = samplingBeat(1260.0, 60.0, kSamplesPerSecond / 2);
    CHECK(half - (std::uint64_t{1} << 63U) + 1260U < 2520U);
}

// A linear sweep: every phase angle stays what it is, so P and Q are those of the angle.
TEST_CASE("a second in which the frequency moves measures as any other") {
    const double hertzPerSecond = GENERATE(2.0, 1.0, 0.3, 0.08, -2.0);
    const double laggingDeg = GENERATE(30.0, 87.0, -60.0, 0.0);
    CAPTURE(hertzPerSecond, laggingDeg);
    const double fromHz = 58.0 - hertzPerSecond;
    const double toHz = fromHz + 4.0 * hertzPerSecond;
    WaveformSynthesis synthesis(0);
    synthesis.change(0, 4 * SampleTime{kSamplesPerSecond}, threePhase(fromHz, laggingDeg),
                     threePhase(toHz, laggingDeg));
    CycleMeter meter;
    const double apparent = kFundamentalV * kFundamentalA;
    const double radians = laggingDeg * std::numbers::pi / 180.0;
    double middleHz = fromHz + hertzPerSecond / 2.0;
    for (const MeasuredCycle& cycle : measure(synthesis, meter, 4)) {
        CHECK(cycle.frequencyHz == Approx(middleHz).margin(0.01));
        middleHz += hertzPerSecond;
        for (const PhaseQuantities& phase : cycle.phase) {
            CHECK(phase.voltageLnV == Approx(kFundamentalV).epsilon(5e-3));
            CHECK(phase.currentA == Approx(kFundamentalA).epsilon(5e-3));
            CHECK(std::fabs(phase.realPowerW - apparent * std::fabs(std::cos(radians))) <=
                  5e-3 * apparent);
            CHECK(std::fabs(phase.reactivePowerVar - apparent * std::fabs(std::sin(radians))) <=
                  5e-3 * apparent);
        }
    }
}
