// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metering/frequency_tracker.hpp"

#include "core/base/assert.hpp"
#include "core/base/math.hpp"

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
    explicit Rotator(double turnsPerSample) {
        const SineCosine angle = sineCosineTurns(turnsPerSample);
        m_step = {angle.cosine, -angle.sine};
    }

    Phasor next() {
        const Phasor now = m_now;
        m_now = m_now * m_step;
        return now;
    }

private:
    Phasor m_now{1.0, 0.0};
    Phasor m_step{};
};

/// One step: the phase between two Hann windows against the guess.
std::optional<double>
refine(std::span<const SampleFrame> frames, VoltagePair voltage, double guessHz) {
    Rotator reference(guessHz / kSamplesPerSecond);
    Rotator window(1.0 / kWindow);
    Phasor first;
    Phasor second;
    for (std::size_t n = 0; n < kQuickSamples; ++n) {
        const Phasor mixed = difference(frames[n], voltage) * reference.next();
        const double cosine = window.next().real; // Period kWindow, so both windows share it …
        if (n < kWindow) {
            first = first + (0.5 - 0.5 * cosine) * mixed;
        }
        if (n >= kHop) {
            second = second + (0.5 + 0.5 * cosine) * mixed; // … half a period apart.
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

/// Hann-weighted sum of one half of the second, turned back by `offsetHz`.
Phasor
halfSecond(const Heterodyne& heterodyne, VoltagePair voltage, std::size_t from, double offsetHz) {
    Phasor sum;
    for (std::size_t k = 0; k < kHalf; ++k) {
        const double position = (static_cast<double>(k) + 0.5) / kHalf;
        const double weight = 0.5 - 0.5 * sineCosineTurns(position).cosine;
        const SineCosine turn = sineCosineTurns(offsetHz * kBlockSeconds * static_cast<double>(k));
        const Phasor turned =
            hannOf(heterodyne, voltage, from + k) * Phasor{turn.cosine, -turn.sine};
        sum = sum + weight * turned;
    }
    return sum;
}

/// Mean advance of the phase from block to block: coarse, but unambiguous within ±10 Hz.
double blockAdvanceHz(const Heterodyne& heterodyne, VoltagePair voltage) {
    Phasor advance;
    for (std::size_t k = 0; k + 1 < kHannBlocks; ++k) {
        advance = advance +
                  hannOf(heterodyne, voltage, k + 1) * hannOf(heterodyne, voltage, k).conjugate();
    }
    return arcTangentTurns(advance.imaginary, advance.real) / kBlockSeconds;
}

} // namespace

std::optional<double> quickFrequency(std::span<const SampleFrame> frames, VoltagePair voltage) {
    METER_ASSERT(frames.size() >= kQuickSamples);
    const std::optional<double> first = refine(frames, voltage, kMiddleHz);
    return first ? refine(frames, voltage, *first) : std::nullopt;
}

FrequencyMeasurement measureFrequency(const Heterodyne& heterodyne, VoltagePair voltage) {
    const double coarse = blockAdvanceHz(heterodyne, voltage);
    const Phasor first = halfSecond(heterodyne, voltage, 0, coarse);
    const Phasor second = halfSecond(heterodyne, voltage, kHalf, coarse);
    const Phasor advance = second * first.conjugate();
    // Between the halves the coarse offset turned by itself: only the rest is left to see,
    // less than half a turn as long as the coarse offset is within ±1 Hz.
    const double halfTurns = coarse * kBlockSeconds * kHalf;
    const SineCosine expected = sineCosineTurns(halfTurns);
    const Phasor rest = advance * Phasor{expected.cosine, -expected.sine};
    const double restHz = arcTangentTurns(rest.imaginary, rest.real) / (kBlockSeconds * kHalf);

    // Hann over blocks of Hann over samples: each has a mean of one half over its length.
    const double weight = kHalf * 0.5 * kBlockSamples;
    const double magnitude = std::sqrt(advance.squaredMagnitude()); // product of two amplitudes
    return {heterodyne.referenceHz() + coarse + restHz,
            std::sqrt(magnitude) / weight * 2.0 / std::sqrt(2.0)};
}

} // namespace meter
