// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metering/frequency_tracker.hpp"

#include "core/base/assert.hpp"
#include "core/base/math.hpp"
#include "core/base/sine_cosine.hpp"

#include <array>

namespace meter {

namespace {

/// Length and distance of the two windows of the quick estimate, in samples.
constexpr std::size_t kWindow = 160;
constexpr std::size_t kHop = 80;
static_assert(kWindow + kHop == kQuickSamples);
/// The first guess: ±15.7 Hz around it are unambiguous, which is more than the range.
constexpr double kMiddleHz = 55.0;

double difference(const SampleFrame& frame, VoltagePair voltage) {
    const std::int32_t minus = voltage.minus < kPhaseCount ? frame.voltage[voltage.minus] : 0;
    return static_cast<double>(frame.voltage[voltage.plus] - minus);
}

/// Oscillator that advances by a complex multiplication a sample.
class Rotator {
public:
    constexpr explicit Rotator(SineCosine step) : m_step{step.cosine, -step.sine} {}

    constexpr Phasor next() {
        const Phasor now = m_now;
        m_now = m_now * m_step;
        return now;
    }

private:
    Phasor m_now{1.0, 0.0};
    Phasor m_step{};
};

/// Two Hann windows, half a period apart: what each sample weighs in them.
struct WindowWeights {
    std::array<double, kWindow> first{};
    std::array<double, kWindow> second{}; ///< From sample kHop on.
};

constexpr WindowWeights kWeights = [] {
    WindowWeights weights;
    Rotator window(constantSineCosine(1.0 / kWindow)); // Of this period, so that both share it.
    for (std::size_t n = 0; n < kQuickSamples; ++n) {
        const double cosine = window.next().real;
        if (n < kWindow) {
            weights.first[n] = 0.5 - 0.5 * cosine;
        }
        if (n >= kHop) {
            weights.second[n - kHop] = 0.5 + 0.5 * cosine;
        }
    }
    return weights;
}();

/// One step: the phase between two Hann windows against the guess.
std::optional<double>
refine(std::span<const SampleFrame> frames, VoltagePair voltage, double guessHz) {
    Rotator reference(sineCosineTurns(guessHz / kSamplesPerSecond));
    Phasor first;
    Phasor second;
    for (std::size_t n = 0; n < kQuickSamples; ++n) {
        const Phasor mixed = difference(frames[n], voltage) * reference.next();
        if (n < kWindow) {
            first = first + kWeights.first[n] * mixed;
        }
        if (n >= kHop) {
            second = second + kWeights.second[n - kHop] * mixed;
        }
    }
    const Phasor advance = second * first.conjugate();
    if (advance.squaredMagnitude() == 0.0) {
        return std::nullopt;
    }
    const double turns = arcTangentTurns(advance.imaginary, advance.real);
    return guessHz + turns * kSamplesPerSecond / static_cast<double>(kHop);
}

Phasor hannOf(const Heterodyne& heterodyne, VoltagePair voltage, std::size_t k) {
    const Phasor plus = heterodyne.hann(voltage.plus, k);
    return voltage.minus < kPhaseCount ? plus - heterodyne.hann(voltage.minus, k) : plus;
}

constexpr std::size_t kHalf = kHannBlocks / 2;
static_assert(kHalf * 2 == kHannBlocks, "two halves of the same length");
constexpr double kBlockSeconds = static_cast<double>(kBlockSamples) / kSamplesPerSecond;

/// Adjacent windows whose squared magnitudes differ by no more than this are of one level. A
/// sweep of 4 Hz/s moves them by half of that, as it leaves the middle of the windows' gain.
constexpr double kSameLevel = 0.04;

bool isSameLevel(Phasor a, Phasor b) {
    const double first = a.squaredMagnitude();
    const double second = b.squaredMagnitude();
    const double larger = first > second ? first : second;
    return absolute(first - second) <= kSameLevel * larger;
}

/// The windows of a voltage over a second.
struct HannSeries {
    std::array<Phasor, kHannBlocks> phasor{};
    /// False for a window with the edge of a dip or swell in it: what the step spills from the
    /// image at twice the frequency would bend the phase.
    std::array<bool, kHannBlocks> isSteady{};
};

HannSeries hannSeries(const Heterodyne& heterodyne, VoltagePair voltage) {
    HannSeries series;
    for (std::size_t k = 0; k < kHannBlocks; ++k) {
        series.phasor[k] = hannOf(heterodyne, voltage, k);
        if (k > 0 && isSameLevel(series.phasor[k - 1], series.phasor[k])) {
            series.isSteady[k - 1] = true;
            series.isSteady[k] = true;
        }
    }
    return series;
}

/// One half of the second under a Hann weight, turned back by an offset.
struct HalfSecond {
    Phasor sum;
    double weight = 0.0;
    double centre = 0.0; ///< In blocks; not the middle where unsteady windows are left out.

    /// Squared amplitude, in the unit of the windows.
    [[nodiscard]] double power() const {
        return weight > 0.0 ? sum.squaredMagnitude() / (weight * weight) : 0.0;
    }
};

/// A Hann weight over half a second.
constexpr std::array<double, kHalf> kHalfWeights = [] {
    std::array<double, kHalf> weights{};
    for (std::size_t k = 0; k < kHalf; ++k) {
        const double position = (static_cast<double>(k) + 0.5) / kHalf;
        weights[k] = 0.5 - 0.5 * constantSineCosine(position).cosine;
    }
    return weights;
}();

HalfSecond halfSecond(const HannSeries& series, std::size_t from, double offsetHz) {
    HalfSecond half;
    for (std::size_t k = from; k < from + kHalf; ++k) {
        if (!series.isSteady[k]) {
            continue;
        }
        const double block = static_cast<double>(k);
        const double weight = kHalfWeights[k - from];
        const SineCosine turn = sineCosineTurns(offsetHz * kBlockSeconds * block);
        half.sum = half.sum + weight * (series.phasor[k] * Phasor{turn.cosine, -turn.sine});
        half.weight += weight;
        half.centre += weight * block;
    }
    half.centre = half.weight > 0.0 ? half.centre / half.weight : 0.0;
    return half;
}

/// Mean advance of the phase from block to block: coarse, but unambiguous within ±10 Hz.
double blockAdvanceHz(const HannSeries& series, std::size_t from, std::size_t count) {
    Phasor advance;
    for (std::size_t k = from; k + 1 < from + count; ++k) {
        if (series.isSteady[k] && series.isSteady[k + 1]) {
            advance = advance + series.phasor[k + 1] * series.phasor[k].conjugate();
        }
    }
    return arcTangentTurns(advance.imaginary, advance.real) / kBlockSeconds;
}

/// From the frequencies of the two halves.
double sweepOf(const HannSeries& series) {
    const double first = blockAdvanceHz(series, 0, kHalf);
    const double second = blockAdvanceHz(series, kHalf, kHalf);
    const double sweep = (second - first) / (kHalf * kBlockSeconds);
    return absolute(sweep) < kSweepMinHzPerS ? 0.0 : sweep;
}

/// A half with less than this of the other's power has no phase to compare with.
constexpr double kDeadHalf = 0.01;

} // namespace

std::optional<double> quickFrequency(std::span<const SampleFrame> frames, VoltagePair voltage) {
    METER_ASSERT(frames.size() >= kQuickSamples);
    const std::optional<double> first = refine(frames, voltage, kMiddleHz);
    return first ? refine(frames, voltage, *first) : std::nullopt;
}

FrequencyMeasurement measureFrequency(const Heterodyne& heterodyne, VoltagePair voltage) {
    const HannSeries series = hannSeries(heterodyne, voltage);
    const double coarse = blockAdvanceHz(series, 0, kHannBlocks);
    const HalfSecond first = halfSecond(series, 0, coarse);
    const HalfSecond second = halfSecond(series, kHalf, coarse);
    // A Hann window over two blocks weighs kBlockSamples, and its phasor is half the amplitude.
    const double meanPower = (first.power() + second.power()) / 2.0;
    const double fundamental = squareRoot(meanPower) / kBlockSamples * squareRoot(2.0);
    FrequencyMeasurement measured{.sweep = {.frequencyHz = heterodyne.referenceHz() + coarse,
                                            .hertzPerSecond = sweepOf(series)},
                                  .fundamentalCounts = fundamental};
    if (first.power() > kDeadHalf * second.power() && second.power() > kDeadHalf * first.power()) {
        // Less than half a turn is left as long as the coarse offset is within ±1 Hz.
        const Phasor rest = second.sum * first.sum.conjugate();
        measured.sweep.frequencyHz += arcTangentTurns(rest.imaginary, rest.real) /
                                      (kBlockSeconds * (second.centre - first.centre));
    }
    return measured;
}

} // namespace meter
