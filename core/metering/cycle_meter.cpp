// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metering/cycle_meter.hpp"

#include "core/base/assert.hpp"
#include "core/base/math.hpp"

namespace meter {

namespace {

/// A reference within this of the signal is as good as the right one; the quick estimate is
/// not that sure, so it only replaces the last measurement when the two are farther apart.
constexpr double kRetuneHz = 0.5;
/// The fundamental must carry this much of the RMS, or there is no frequency to speak of.
constexpr double kFundamentalShareMin = 0.3;
/// What the tracker can tell apart at all.
constexpr double kTrackableMinHz = 40.0;
constexpr double kTrackableMaxHz = 70.0;

using SourceVoltages = std::array<VoltagePair, kPhaseCount>;
constexpr SourceVoltages kAgainstNeutral = {{{0, kPhaseCount}, {1, kPhaseCount}, {2, kPhaseCount}}};
constexpr SourceVoltages kBetweenLines = {{{0, 1}, {1, 2}, {2, 0}}};

/// Where the frequency comes from: phase A, and B, C for the window only (docs/metrology.md).
const SourceVoltages& frequencySources(SystemType type) {
    const bool isBetweenLines = type == SystemType::SinglePhaseLl || type == SystemType::Delta;
    return isBetweenLines ? kBetweenLines : kAgainstNeutral;
}

/// Mean square of a voltage, in counts², from sums over `count` samples.
double meanSquare(const Moments& sums, VoltagePair voltage, double count) {
    const std::size_t plus = voltage.plus;
    const std::size_t minus = voltage.minus;
    std::int64_t sum = sums.voltage[voltageProduct(plus, plus)];
    if (minus < kPhaseCount) {
        sum += sums.voltage[voltageProduct(minus, minus)] -
               2 * sums.voltage[voltageProduct(plus, minus)];
    }
    return static_cast<double>(sum) / count;
}

bool isStrongEnough(double meanSquareCounts) {
    constexpr double kMinCounts = kFrequencySourceMinV / kVoltsPerCount;
    return meanSquareCounts >= kMinCounts * kMinCounts;
}

std::optional<double> frequencyOf(const std::optional<Sweep>& sweep) {
    return sweep ? std::optional(sweep->frequencyHz) : std::nullopt;
}

double roundedToHundredths(double hertz) {
    return roundedDown(hertz * 100.0 + 0.5) / 100.0;
}

/// e^(−j·2π·turns)
Phasor backwards(double turns) {
    const SineCosine angle = sineCosineTurns(turns);
    return {angle.cosine, -angle.sine};
}

double sampleOf(const SampleFrame& frame, std::size_t input) {
    return static_cast<double>(input < kPhaseCount ? frame.voltage[input]
                                                   : frame.current[input - kPhaseCount]);
}

/// As Heterodyne::fundamentalSums, over the part of the head that is outside the window.
std::array<Phasor, kInputCount>
headPhasors(std::span<const SampleFrame> head, const CycleWindow& window, const Sweep& sweep) {
    std::array<Phasor, kInputCount> sums{};
    const Phasor step = backwards(sweep.frequencyAt(0.0) / kSamplesPerSecond);
    Phasor turn = backwards(sweep.extraTurns(0.0));
    for (std::size_t n = 0; n < window.dropped + 2; ++n) {
        const bool isWhole = n < window.dropped; // Most are: no need to multiply by 1.
        const double weight = n == window.dropped ? window.ownWeight : window.nextWeight;
        for (std::size_t input = 0; input < kInputCount; ++input) {
            const double sample = sampleOf(head[n], input);
            sums[input] = sums[input] + (isWhole ? sample : weight * sample) * turn;
        }
        turn = turn * step;
    }
    return sums;
}

double voltageSquares(const std::array<Phasor, kInputCount>& fundamental) {
    double sum = 0.0;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        sum += fundamental[phase].squaredMagnitude();
    }
    return sum;
}

/// Means over the window: the sums of the second less what is outside.
MeanMoments
windowMeans(const Moments& sums, std::span<const SampleFrame> head, const CycleWindow& window) {
    Moments dropped{};
    Moments own{};
    Moments next{};
    addSamples(dropped, head.first(window.dropped));
    addSamples(own, head.subspan(window.dropped, 1));
    addSamples(next, head.subspan(window.dropped + 1, 1));

    MeanMoments means{};
    forEachMoment(means, sums,
                  [](double& mean, const std::int64_t& sum) { mean = static_cast<double>(sum); });
    forEachMoment(means, dropped,
                  [](double& mean, const std::int64_t& sum) { mean -= static_cast<double>(sum); });
    forEachMoment(means, own, [&](double& mean, const std::int64_t& sum) {
        mean -= window.ownWeight * static_cast<double>(sum);
    });
    forEachMoment(means, next, [&](double& mean, const std::int64_t& sum) {
        mean = (mean - window.nextWeight * static_cast<double>(sum)) / window.length;
    });
    return means;
}

} // namespace

std::span<SampleFrame> CycleMeter::freeBuffer() {
    const auto position = static_cast<std::size_t>(m_position);
    const std::span<SampleFrame> all(m_buffer);
    if (position < kQuickSamples) {
        return all.subspan(position);
    }
    return all.subspan(kBlockSamples + position % kBlockSamples);
}

std::size_t
CycleMeter::add(std::span<const SampleFrame> frames, const Settings& settings, const Rules& rules) {
    std::size_t taken = 0;
    while (taken < frames.size() && !isComplete()) {
        const std::span<SampleFrame> room = freeBuffer();
        const std::size_t left = frames.size() - taken;
        const std::size_t count = left < room.size() ? left : room.size();
        for (std::size_t index = 0; index < count; ++index) {
            room[index] = frames[taken + index];
        }
        taken += count;
        m_position += static_cast<std::int32_t>(count);
        if (count == room.size()) {
            takeBlock(settings, rules);
        }
    }
    return taken;
}

void CycleMeter::takeBlock(const Settings& settings, const Rules& rules) {
    const std::span<const SampleFrame> all(m_buffer);
    if (m_position == static_cast<std::int32_t>(kQuickSamples)) {
        chooseReference(settings.systemType);
        addBlock(all.first(kBlockSamples), rules);
    }
    addBlock(all.last(kBlockSamples), rules);
}

void CycleMeter::chooseReference(SystemType type) {
    Moments sums{};
    addSamples(sums, m_buffer);
    double reference = m_frequencyHz;
    for (const VoltagePair voltage : frequencySources(type)) {
        if (!isStrongEnough(meanSquare(sums, voltage, kQuickSamples))) {
            continue;
        }
        const std::optional<double> quick = quickFrequency(m_buffer, voltage);
        const bool isUsable = quick && *quick >= kTrackableMinHz && *quick <= kTrackableMaxHz;
        if (isUsable && absolute(*quick - reference) > kRetuneHz) {
            reference = *quick;
        }
        break;
    }
    m_heterodyne.start(reference);
    m_quarterDelay.start(reference);
}

void CycleMeter::addBlock(std::span<const SampleFrame> frames, const Rules& rules) {
    addSamples(m_sums, frames);
    m_heterodyne.addBlock(frames);
    if (rules.reactive == ReactiveRule::Delay) {
        m_quarterDelay.add(frames);
    }
}

CycleMeter::Fundamental CycleMeter::measureFundamental(SystemType type) const {
    const SourceVoltages& sources = frequencySources(type);
    for (std::size_t index = 0; index < sources.size(); ++index) {
        const double square = meanSquare(m_sums, sources[index], kSamplesPerSecond);
        if (!isStrongEnough(square)) {
            continue;
        }
        const FrequencyMeasurement measured = measureFrequency(m_heterodyne, sources[index]);
        const double share = measured.fundamentalCounts / squareRoot(square);
        const double hertz = measured.sweep.frequencyHz;
        if (share < kFundamentalShareMin || hertz < kTrackableMinHz || hertz > kTrackableMaxHz) {
            continue;
        }
        const double shown = roundedToHundredths(hertz);
        const bool isValid = index == 0 && shown >= kFrequencyMinHz && shown <= kFrequencyMaxHz;
        return {measured.sweep, isValid};
    }
    return {};
}

std::array<Phasor, kInputCount> CycleMeter::fundamentalsOf(const Sweep& sweep,
                                                           const CycleWindow& window) const {
    const std::span<const SampleFrame> head(m_buffer.data(), kBlockSamples);
    std::array<Phasor, kInputCount> result = m_heterodyne.fundamentalSums(sweep);
    const std::array<Phasor, kInputCount> outside = headPhasors(head, window, sweep);
    for (std::size_t input = 0; input < kInputCount; ++input) {
        result[input] = (squareRoot(2.0) / window.length) * (result[input] - outside[input]);
    }
    return result;
}

CycleMeans CycleMeter::meansOf(const std::optional<Sweep>& sweep, const Rules& rules) const {
    const CycleWindow window = cycleWindow(frequencyOf(sweep));
    const std::span<const SampleFrame> head(m_buffer.data(), kBlockSamples);
    METER_ASSERT(window.dropped + 2 <= head.size());
    CycleMeans means{};
    means.window = windowMeans(m_sums, head, window);
    if (sweep) {
        means.fundamental = fundamentalsOf(*sweep, window);
    }
    if (sweep && sweep->isMoving()) {
        // A step of the phase can pass for a sweep: believe what finds more of the voltages.
        const Sweep still{.frequencyHz = sweep->frequencyHz};
        const std::array<Phasor, kInputCount> other = fundamentalsOf(still, window);
        if (voltageSquares(other) > voltageSquares(means.fundamental)) {
            means.fundamental = other;
        }
    }
    const QuarterDelay::Products& delayed = m_quarterDelay.sums();
    const QuarterDelay::Products early = rules.reactive == ReactiveRule::Delay
                                             ? m_quarterDelay.headSums(head, window.dropped)
                                             : QuarterDelay::Products{};
    for (std::size_t x = 0; x < kPhaseCount; ++x) {
        for (std::size_t y = 0; y < kPhaseCount; ++y) {
            means.energy[x][y] =
                static_cast<double>(m_sums.power[x][y] - m_beforeEnergy.power[x][y]) /
                kSamplesPerSecond;
            means.delayed[x][y] = static_cast<double>(delayed[x][y] - early[x][y]) /
                                  static_cast<double>(kSamplesPerSecond - window.dropped);
        }
    }
    return means;
}

MeasuredCycle CycleMeter::finish(const Settings& settings, const Rules& rules) {
    METER_ASSERT(isComplete());
    const Fundamental fundamental = measureFundamental(settings.systemType);
    const std::optional<double> frequencyHz = frequencyOf(fundamental.sweep);
    m_frequencyHz = frequencyHz.value_or(m_frequencyHz);
    MeasuredCycle cycle = quantitiesOf(meansOf(fundamental.sweep, rules), settings, rules);
    cycle.frequencyHz = frequencyHz.value_or(0.0);
    cycle.isFrequencyValid = fundamental.isValid;

    m_energyFraction =
        1.0 - static_cast<double>(m_energyFrom) / static_cast<double>(kSamplesPerSecond);
    m_position = 0;
    m_energyFrom = 0;
    m_sums = {};
    m_beforeEnergy = {};
    return cycle;
}

Moments CycleMeter::sumsSoFar() const {
    Moments sums = m_sums;
    const auto position = static_cast<std::size_t>(m_position);
    const std::span<const SampleFrame> all(m_buffer);
    if (position < kQuickSamples) {
        addSamples(sums, all.first(position));
    } else {
        addSamples(sums, all.subspan(kBlockSamples, position % kBlockSamples));
    }
    return sums;
}

void CycleMeter::discardEnergySoFar() {
    m_beforeEnergy = sumsSoFar();
    m_energyFrom = static_cast<std::uint32_t>(m_position);
}

} // namespace meter
