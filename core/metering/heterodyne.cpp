// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metering/heterodyne.hpp"

#include "core/base/assert.hpp"
#include "core/base/math.hpp"
#include "core/base/sine_cosine.hpp"
#include "core/metering/sample_columns.hpp"

namespace meter {

namespace {

constexpr double kOne = 268'435'456.0; ///< 2²⁸: 120 products with 24-bit samples fit 64 bits.

std::int32_t toFixed(double value) {
    return wholeBelow(value * kOne + 0.5);
}

/// Rising half of a Hann window of two blocks, sampled in the middle of its steps so that rising
/// and falling halves add up to one.
constexpr std::array<double, kBlockSamples> kRisingWindow = [] {
    std::array<double, kBlockSamples> window{};
    for (std::size_t n = 0; n < kBlockSamples; ++n) {
        const double position = (static_cast<double>(n) + 0.5) / (4.0 * kBlockSamples);
        const double halfSine = constantSineCosine(position).sine;
        window[n] = halfSine * halfSine;
    }
    return window;
}();

struct IntegerPhasor {
    std::int64_t real = 0;
    std::int64_t imaginary = 0;
};

/// The sums were taken with e^(+jωn), which saves subtractions: the conjugate is what is meant.
Phasor toPhasor(const IntegerPhasor& sum) {
    return {static_cast<double>(sum.real) * (1.0 / kOne),
            static_cast<double>(-sum.imaginary) * (1.0 / kOne)};
}

/// e^(−j·2π·turns)
Phasor backwards(double turns) {
    const SineCosine angle = sineCosineTurns(turns);
    return {angle.cosine, -angle.sine};
}

/// A block of constant reference loses sin(Nx)/(N·sin x) of a tone that is off by 2x a sample.
double blockGain(double offsetHz) {
    const double halfStep = offsetHz / kSamplesPerSecond / 2.0;
    const double step = sineCosineTurns(halfStep).sine;
    const double whole = sineCosineTurns(halfStep * kBlockSamples).sine;
    return absolute(step) < 1e-12 ? 1.0 : whole / (kBlockSamples * step);
}

#if defined(__x86_64__)
/// A column times both halves of an oscillator.
[[gnu::target("avx2")]] IntegerPhasor mixed(const SampleColumns::Column& samples,
                                            const SampleColumns::Column& cosine,
                                            const SampleColumns::Column& sine) {
    IntegerPhasor sum;
    for (std::size_t n = 0; n < kBlockSamples; ++n) {
        sum.real += static_cast<std::int64_t>(samples[n]) * cosine[n];
        sum.imaginary += static_cast<std::int64_t>(samples[n]) * sine[n];
    }
    return sum;
}
#endif

BlockPhasor toBlockPhasor(Phasor phasor) {
    return {static_cast<float>(phasor.real), static_cast<float>(phasor.imaginary)};
}

Phasor fromBlockPhasor(BlockPhasor phasor) {
    return {static_cast<double>(phasor.real), static_cast<double>(phasor.imaginary)};
}

} // namespace

/// What one block gives: plain sums of all inputs, rising-window sums of the voltages.
struct Heterodyne::Sums {
    std::array<Phasor, kInputCount> plain;
    std::array<Phasor, kPhaseCount> rising;
};

void Heterodyne::start(double referenceHz) {
    m_blockCount = 0;
    if (referenceHz == m_referenceHz && m_cosine[0] != 0) {
        return; // The tables are those of the last second.
    }
    m_referenceHz = referenceHz;
    const double turnsPerSample = referenceHz / kSamplesPerSecond;
    for (std::size_t n = 0; n < kBlockSamples; ++n) {
        const SineCosine angle = sineCosineTurns(turnsPerSample * static_cast<double>(n));
        m_cosine[n] = toFixed(angle.cosine);
        m_sine[n] = toFixed(angle.sine);
        m_risingCosine[n] = toFixed(angle.cosine * kRisingWindow[n]);
        m_risingSine[n] = toFixed(angle.sine * kRisingWindow[n]);
    }
}

void Heterodyne::addBlock(std::span<const SampleFrame> frames) {
    METER_ASSERT(frames.size() == kBlockSamples && m_blockCount < kBlocksPerSecond);
    Sums sums{};
#if defined(__x86_64__)
    if (hasWideVectors()) {
        const SampleColumns columns(frames);
        for (std::size_t input = 0; input < kInputCount; ++input) {
            sums.plain[input] = toPhasor(mixed(columns.input[input], m_cosine, m_sine));
        }
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            sums.rising[phase] =
                toPhasor(mixed(columns.input[phase], m_risingCosine, m_risingSine));
        }
        rotateAndStore(sums);
        ++m_blockCount;
        return;
    }
#endif
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        addVoltage(frames, phase, sums);
        addCurrent(frames, phase, sums);
    }
    rotateAndStore(sums);
    ++m_blockCount;
}

// Few sums at a time, so that all of them stay in a microcontroller's registers.
void Heterodyne::addVoltage(std::span<const SampleFrame> frames,
                            std::size_t phase,
                            Sums& sums) const {
    IntegerPhasor plain;
    IntegerPhasor rising;
    for (std::size_t n = 0; n < kBlockSamples; ++n) {
        const std::int64_t sample = frames[n].voltage[phase];
        plain.real += sample * m_cosine[n];
        plain.imaginary += sample * m_sine[n];
        rising.real += sample * m_risingCosine[n];
        rising.imaginary += sample * m_risingSine[n];
    }
    sums.plain[phase] = toPhasor(plain);
    sums.rising[phase] = toPhasor(rising);
}

void Heterodyne::addCurrent(std::span<const SampleFrame> frames,
                            std::size_t phase,
                            Sums& sums) const {
    IntegerPhasor plain;
    for (std::size_t n = 0; n < kBlockSamples; ++n) {
        const std::int64_t sample = frames[n].current[phase];
        plain.real += sample * m_cosine[n];
        plain.imaginary += sample * m_sine[n];
    }
    sums.plain[kPhaseCount + phase] = toPhasor(plain);
}

void Heterodyne::rotateAndStore(const Sums& sums) {
    const double start = static_cast<double>(m_blockCount * kBlockSamples);
    const Phasor turn = backwards(m_referenceHz / kSamplesPerSecond * start);
    for (std::size_t input = 0; input < kInputCount; ++input) {
        const Phasor plain = turn * sums.plain[input];
        m_plain[input][m_blockCount] = toBlockPhasor(plain);
        if (input < kPhaseCount) {
            storeHann(input, plain, turn * sums.rising[input]);
        }
    }
}

/// The falling half of the last block's window is what its rising half leaves of the plain sum.
void Heterodyne::storeHann(std::size_t voltage, Phasor plain, Phasor rising) {
    if (m_blockCount > 0) {
        const Phasor falling = plain - rising;
        m_hann[voltage][m_blockCount - 1] = toBlockPhasor(m_rising[voltage] + falling);
    }
    m_rising[voltage] = rising;
}

Phasor Heterodyne::hann(std::size_t voltage, std::size_t k) const {
    return fromBlockPhasor(m_hann[voltage][k]);
}

std::array<Phasor, kInputCount> Heterodyne::fundamentalSums(const Sweep& sweep) const {
    const double turnsPerSample = (sweep.frequencyHz - m_referenceHz) / kSamplesPerSecond;
    double correction = 1.0 / blockGain(sweep.frequencyHz - m_referenceHz);
    std::array<Phasor, kInputCount> totals{};
    for (std::size_t block = 0; block < m_blockCount; ++block) {
        const double centre =
            static_cast<double>(block * kBlockSamples) + (kBlockSamples - 1) / 2.0;
        const double second = centre / kSamplesPerSecond;
        if (sweep.isMoving()) {
            correction = 1.0 / blockGain(sweep.frequencyAt(second) - m_referenceHz);
        }
        const Phasor turn =
            correction * backwards(turnsPerSample * centre + sweep.extraTurns(second));
        for (std::size_t input = 0; input < kInputCount; ++input) {
            totals[input] = totals[input] + turn * fromBlockPhasor(m_plain[input][block]);
        }
    }
    return totals;
}

} // namespace meter
