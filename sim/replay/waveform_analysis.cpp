// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/replay/waveform_analysis.hpp"

#include "core/base/math.hpp"

#include <algorithm>
#include <cmath>

namespace meter::sim {

namespace {

constexpr double kLowestHz = 40.0;
constexpr double kHighestHz = 70.0;
constexpr double kCyclesMin = 3.0;

struct Vector {
    double x = 0.0; ///< Of the sine.
    double y = 0.0; ///< Of the cosine.

    [[nodiscard]] double square() const { return x * x + y * y; }

    [[nodiscard]] double turns() const { return arcTangentTurns(y, x); }
};

/// Amplitude and phase at the first sample of a part, under a Hann window.
Vector projected(const SampledWaveform& waveform, double frequencyHz) {
    const auto count = static_cast<double>(waveform.samples.size());
    Vector sum;
    double weights = 0.0;
    for (std::size_t i = 0; i < waveform.samples.size(); ++i) {
        const auto index = static_cast<double>(i);
        const double weight = 0.5 - 0.5 * sineCosineTurns((index + 0.5) / count).cosine;
        const double value = weight * static_cast<double>(waveform.samples[i]);
        const SineCosine wave = sineCosineTurns(frequencyHz * index / waveform.rateHz);
        sum.x += value * wave.sine;
        sum.y += value * wave.cosine;
        weights += weight;
    }
    return weights > 0.0 ? Vector{.x = 2.0 * sum.x / weights, .y = 2.0 * sum.y / weights}
                         : Vector{};
}

/// The nearest whole number of turns away.
double wrapped(double turns) {
    return turns - std::floor(turns + 0.5);
}

/// Finds the frequency by the phase that passes between two windows, further and further
/// apart: each distance makes the next one unambiguous.
class FrequencyFinder final {
public:
    explicit FrequencyFinder(const SampledWaveform& waveform) : m_waveform(waveform) {
        constexpr double kWindowS = 0.25;
        m_length =
            std::min(waveform.samples.size(), static_cast<std::size_t>(kWindowS * waveform.rateHz));
    }

    double find();

private:
    [[nodiscard]] Vector at(std::size_t begin, std::size_t length, double frequencyHz) const {
        return projected({m_waveform.samples.subspan(begin, length), m_waveform.rateHz},
                         frequencyHz);
    }

    void searchCoarsely();
    [[nodiscard]] bool refine(std::size_t begin, std::size_t length, std::size_t distance);

    const SampledWaveform& m_waveform;
    std::size_t m_length;
    std::size_t m_best = 0; ///< Where the strongest window begins.
    double m_square = 0.0;  ///< Of its amplitude.
    double m_frequencyHz = 0.0;
};

void FrequencyFinder::searchCoarsely() {
    constexpr std::size_t kWindowsMax = 16;
    const std::size_t room = m_waveform.samples.size() - m_length;
    const std::size_t windows =
        std::min(kWindowsMax, 1 + room / std::max<std::size_t>(m_length, 1));
    for (std::size_t window = 0; window < windows; ++window) {
        const std::size_t begin = windows > 1 ? room * window / (windows - 1) : 0;
        for (double hz = kLowestHz; hz <= kHighestHz; hz += 1.0) {
            const double square = at(begin, m_length, hz).square();
            if (square > m_square) {
                m_square = square;
                m_best = begin;
                m_frequencyHz = hz;
            }
        }
    }
}

/// False where the signal is too weak to tell, or the phases no longer fit together.
bool FrequencyFinder::refine(std::size_t begin, std::size_t length, std::size_t distance) {
    constexpr double kWeak = 0.1;
    const Vector first = at(begin, length, m_frequencyHz);
    const Vector second = at(begin + distance, length, m_frequencyHz);
    if (first.square() < kWeak * m_square || second.square() < kWeak * m_square) {
        return false;
    }
    const double elapsedS = static_cast<double>(distance) / m_waveform.rateHz;
    const double passed = second.turns() - first.turns() - m_frequencyHz * elapsedS;
    const double change = wrapped(passed);
    constexpr double kUnambiguous = 0.35; // Turns; half a turn could be either way.
    if (absolute(change) > kUnambiguous) {
        return false;
    }
    m_frequencyHz += change / elapsedS;
    return true;
}

double FrequencyFinder::find() {
    const std::size_t count = m_waveform.samples.size();
    if (static_cast<double>(count) < kCyclesMin * m_waveform.rateHz / kHighestHz ||
        m_waveform.rateHz < 2.0 * kHighestHz) {
        return 0.0;
    }
    searchCoarsely();
    double squares = 0.0;
    for (std::size_t i = 0; i < m_length; ++i) {
        const auto value = static_cast<double>(m_waveform.samples[m_best + i]);
        squares += value * value;
    }
    // Half of the amplitude's square is the fundamental's share of the mean square.
    constexpr double kShareMin = 0.1;
    const double meanSquare = squares / static_cast<double>(m_length);
    if (!(m_square > 0.0) || m_square / 2.0 < kShareMin * meanSquare) {
        return 0.0;
    }
    // Within the strongest window: Hann windows of two thirds of it, a third apart, thrice.
    const std::size_t third = m_length / 3;
    for (int i = 0; i < 3; ++i) {
        if (!refine(m_best, m_length - third, third)) {
            return m_frequencyHz;
        }
    }
    // Then over more and more of the recording, at last from its beginning to its end.
    for (std::size_t distance = m_length; distance <= count - m_length; distance *= 2) {
        const std::size_t begin = std::min(m_best, count - m_length - distance);
        if (!refine(begin, m_length, distance)) {
            return m_frequencyHz;
        }
    }
    if (count > 2 * m_length) {
        static_cast<void>(refine(0, m_length, count - m_length)); // If not, what is known holds.
    }
    return m_frequencyHz;
}

} // namespace

double fundamentalFrequencyOf(const SampledWaveform& waveform) {
    return FrequencyFinder(waveform).find();
}

ToneOf toneAt(const SampledWaveform& waveform, double frequencyHz) {
    const Vector vector = projected(waveform, frequencyHz);
    return {.rms = std::sqrt(vector.square() / 2.0), .angleDeg = vector.turns() * 360.0};
}

WaveformFigures figuresOf(const SampledWaveform& waveform, double frequencyHz) {
    std::span<const float> samples = waveform.samples;
    if (frequencyHz > 0.0) {
        const double perCycle = waveform.rateHz / frequencyHz;
        const double cycles = std::floor(static_cast<double>(samples.size()) / perCycle);
        const auto whole = static_cast<std::size_t>(std::llround(cycles * perCycle));
        samples = cycles >= 1.0 ? samples.first(std::min(whole, samples.size())) : samples;
    }
    WaveformFigures figures;
    for (const float sample : samples) {
        const auto value = static_cast<double>(sample);
        figures.rms += value * value;
        figures.mean += value;
        figures.peak = std::max(figures.peak, absolute(value));
    }
    const auto count = static_cast<double>(std::max<std::size_t>(samples.size(), 1));
    figures.rms = std::sqrt(figures.rms / count);
    figures.mean /= count;
    const bool isLong = frequencyHz > 0.0 && count >= kCyclesMin * waveform.rateHz / frequencyHz;
    if (!isLong) {
        return figures;
    }
    figures.fundamental = toneAt(waveform, frequencyHz);
    double harmonics = 0.0;
    constexpr int kOrderMax = 40;
    for (int order = 2; order <= kOrderMax && order * frequencyHz < waveform.rateHz / 2.0;
         ++order) {
        const double rms = toneAt(waveform, order * frequencyHz).rms;
        harmonics += rms * rms;
    }
    figures.distortion =
        figures.fundamental.rms > 0.0 ? std::sqrt(harmonics) / figures.fundamental.rms : 0.0;
    return figures;
}

} // namespace meter::sim
