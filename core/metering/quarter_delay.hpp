// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reactive power by the alternative ReactiveRule::Delay: the voltages a quarter of a cycle ago
// times the currents. A quarter cycle is no whole number of samples (10.5 at 60 Hz), so the
// delayed value is interpolated by a cubic through the four nearest samples.

#include "core/metering/sample_frame.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace meter {

/// Samples before a block that the longest quarter cycle (of 40 Hz) and the cubic reach back.
inline constexpr std::size_t kDelayHistory = 18;

class QuarterDelay {
public:
    using Products = std::array<std::array<std::int64_t, kPhaseCount>, kPhaseCount>;
    using VoltageSample = std::array<std::int32_t, kPhaseCount>;

    /// Starts a second: the delay follows the frequency.
    void start(double frequencyHz);
    /// The next samples, in order. `head` keeps the first ones for a later cut.
    void add(std::span<const SampleFrame> frames);

    [[nodiscard]] const Products& sums() const { return m_sums; }

    /// v_x(n − T/4)·i_y(n) summed over the first `count` samples of the second.
    [[nodiscard]] Products headSums(std::span<const SampleFrame> head, std::size_t count) const;

private:
    [[nodiscard]] Products sumsOver(std::span<const VoltageSample> history,
                                    std::span<const SampleFrame> frames) const;
    void remember(std::span<const SampleFrame> frames);

    Products m_sums{};
    std::array<VoltageSample, kDelayHistory> m_history{};     ///< Before the next block.
    std::array<VoltageSample, kDelayHistory> m_headHistory{}; ///< Before this second.
    std::size_t m_wholeDelay = 10;                            ///< To the newest of the four taps.
    std::array<std::int32_t, 4> m_taps{};                     ///< Newest first, 2¹⁴ = 1.
};

} // namespace meter
