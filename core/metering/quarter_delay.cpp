// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metering/quarter_delay.hpp"

#include "core/base/assert.hpp"
#include "core/base/math.hpp"

namespace meter {

namespace {

constexpr double kOne = 16'384.0;
constexpr int kShift = 14;
constexpr double kSlowestHz = 40.0;

std::int32_t toFixed(double value) {
    return static_cast<std::int32_t>(roundedDown(value * kOne + 0.5));
}

} // namespace

void QuarterDelay::start(double frequencyHz) {
    const double hertz = frequencyHz < kSlowestHz ? kSlowestHz : frequencyHz;
    const double delay = kSamplesPerSecond / (4.0 * hertz);
    const double whole = roundedDown(delay);
    const double d = delay - whole; // Between the second and the third tap.
    m_wholeDelay = static_cast<std::size_t>(whole) - 1;
    // Cubic Lagrange through the samples at −1, 0, 1, 2, read at d.
    m_taps = {
        toFixed(-d * (d - 1.0) * (d - 2.0) / 6.0),
        toFixed((d + 1.0) * (d - 1.0) * (d - 2.0) / 2.0),
        toFixed(-(d + 1.0) * d * (d - 2.0) / 2.0),
        toFixed((d + 1.0) * d * (d - 1.0) / 6.0),
    };
    m_sums = {};
    m_headHistory = m_history;
}

QuarterDelay::Products QuarterDelay::sumsOver(std::span<const VoltageSample> history,
                                              std::span<const SampleFrame> frames) const {
    METER_ASSERT(m_wholeDelay + 3 <= kDelayHistory);
    const auto voltageAt = [&](std::size_t index, std::size_t phase) {
        return static_cast<std::int64_t>(index < kDelayHistory
                                             ? history[index][phase]
                                             : frames[index - kDelayHistory].voltage[phase]);
    };
    Products sums{};
    for (std::size_t n = 0; n < frames.size(); ++n) {
        const std::size_t newest = n + kDelayHistory - m_wholeDelay;
        for (std::size_t x = 0; x < kPhaseCount; ++x) {
            std::int64_t delayed = 0;
            for (std::size_t tap = 0; tap < m_taps.size(); ++tap) {
                delayed += m_taps[tap] * voltageAt(newest - tap, x);
            }
            delayed >>= kShift;
            for (std::size_t y = 0; y < kPhaseCount; ++y) {
                sums[x][y] += delayed * frames[n].current[y];
            }
        }
    }
    return sums;
}

void QuarterDelay::add(std::span<const SampleFrame> frames) {
    const Products block = sumsOver(m_history, frames);
    for (std::size_t x = 0; x < kPhaseCount; ++x) {
        for (std::size_t y = 0; y < kPhaseCount; ++y) {
            m_sums[x][y] += block[x][y];
        }
    }
    remember(frames);
}

QuarterDelay::Products QuarterDelay::headSums(std::span<const SampleFrame> head,
                                              std::size_t count) const {
    return sumsOver(m_headHistory, head.first(count));
}

void QuarterDelay::remember(std::span<const SampleFrame> frames) {
    METER_ASSERT(frames.size() >= kDelayHistory);
    const std::span<const SampleFrame> last = frames.last(kDelayHistory);
    for (std::size_t index = 0; index < kDelayHistory; ++index) {
        m_history[index] = last[index].voltage;
    }
}

} // namespace meter
