// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metering/heterodyne.hpp"

#include "core/base/assert.hpp"
#include "core/base/math.hpp"

namespace meter {

namespace {

constexpr double kOne = 268'435'456.0; ///< 2²⁸: 120 products with 24-bit samples fit 64 bits.

std::int32_t toFixed(double value) {
    return static_cast<std::int32_t>(roundedDown(value * kOne + 0.5));
}

struct IntegerPhasor {
    std::int64_t real = 0;
    std::int64_t imaginary = 0;
};

Phasor toPhasor(const IntegerPhasor& sum) {
    return {static_cast<double>(sum.real) / kOne, static_cast<double>(sum.imaginary) / kOne};
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
        // Rising half of a Hann window of two blocks, sampled in the middle of its steps so
        // that rising and falling halves add up to one.
        const double position = (static_cast<double>(n) + 0.5) / (4.0 * kBlockSamples);
        const double halfSine = sineCosineTurns(position).sine;
        const double rising = halfSine * halfSine;
        m_cosine[n] = toFixed(angle.cosine);
        m_sine[n] = toFixed(angle.sine);
        m_risingCosine[n] = toFixed(angle.cosine * rising);
        m_risingSine[n] = toFixed(angle.sine * rising);
    }
}

void Heterodyne::addBlock(std::span<const SampleFrame> frames) {
    METER_ASSERT(frames.size() == kBlockSamples && m_blockCount < kBlocksPerSecond);
    Sums sums{};
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        IntegerPhasor voltage;
        IntegerPhasor rising;
        IntegerPhasor current;
        for (std::size_t n = 0; n < kBlockSamples; ++n) {
            const std::int64_t v = frames[n].voltage[phase];
            const std::int64_t i = frames[n].current[phase];
            voltage.real += v * m_cosine[n];
            voltage.imaginary -= v * m_sine[n];
            rising.real += v * m_risingCosine[n];
            rising.imaginary -= v * m_risingSine[n];
            current.real += i * m_cosine[n];
            current.imaginary -= i * m_sine[n];
        }
        sums.plain[phase] = toPhasor(voltage);
        sums.plain[kPhaseCount + phase] = toPhasor(current);
        sums.rising[phase] = toPhasor(rising);
    }
    rotateAndStore(sums);
    ++m_blockCount;
}

void Heterodyne::rotateAndStore(const Sums& sums) {
    const double start = static_cast<double>(m_blockCount * kBlockSamples);
    const Phasor turn = backwards(m_referenceHz / kSamplesPerSecond * start);
    for (std::size_t input = 0; input < kInputCount; ++input) {
        m_plain[input][m_blockCount] = toBlockPhasor(turn * sums.plain[input]);
    }
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const Phasor rising = turn * sums.rising[phase];
        if (m_blockCount > 0) {
            const Phasor falling = turn * sums.plain[phase] - rising;
            m_hann[phase][m_blockCount - 1] = toBlockPhasor(m_rising[phase] + falling);
        }
        m_rising[phase] = rising;
    }
}

Phasor Heterodyne::hann(std::size_t voltage, std::size_t k) const {
    return fromBlockPhasor(m_hann[voltage][k]);
}

std::array<Phasor, kInputCount> Heterodyne::fundamentalSums(const Sweep& sweep) const {
    const double turnsPerSample = (sweep.frequencyHz - m_referenceHz) / kSamplesPerSecond;
    const double steadyGain = blockGain(sweep.frequencyHz - m_referenceHz);
    std::array<Phasor, kInputCount> totals{};
    for (std::size_t block = 0; block < m_blockCount; ++block) {
        const double centre =
            static_cast<double>(block * kBlockSamples) + (kBlockSamples - 1) / 2.0;
        const double second = centre / kSamplesPerSecond;
        const double gain =
            sweep.isMoving() ? blockGain(sweep.frequencyAt(second) - m_referenceHz) : steadyGain;
        const Phasor turn =
            (1.0 / gain) * backwards(turnsPerSample * centre + sweep.extraTurns(second));
        for (std::size_t input = 0; input < kInputCount; ++input) {
            totals[input] = totals[input] + turn * fromBlockPhasor(m_plain[input][block]);
        }
    }
    return totals;
}

} // namespace meter
