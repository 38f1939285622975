// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Second-order sums of the six inputs over samples: all that RMS, L-L voltages and real powers
// of every system type need. Raw and type-independent, so that a change of the system type
// acts on the whole running cycle. Exact integers: the order of additions does not matter.
//
// Range: |sample| < 2²³, so one product is below 2⁴⁶ and a second of 2520 below 2⁵⁸.

#include "core/metering/sample_frame.hpp"

#include <array>
#include <cstdint>
#include <span>

namespace meter {

/// Index of the products of two voltages: AA, BB, CC, AB, BC, AC.
inline constexpr std::size_t kVoltageProductCount = 6;

template <typename Number>
struct BasicMoments {
    std::array<Number, kVoltageProductCount> voltage{};               ///< Σ v_x·v_y
    std::array<Number, kPhaseCount> current{};                        ///< Σ i_x²
    std::array<std::array<Number, kPhaseCount>, kPhaseCount> power{}; ///< Σ v_x·i_y as [x][y]
};

using Moments = BasicMoments<std::int64_t>; ///< Sums, counts².
using MeanMoments = BasicMoments<double>;   ///< Means per sample over a window, counts².

static_assert(std::int64_t{1} << 46 <= (std::int64_t{1} << 62) / kSamplesPerSecond,
              "a second of products fits 64 bits");

void addSamples(Moments& sums, std::span<const SampleFrame> frames);

/// Index of v_x·v_y in the voltage products.
[[nodiscard]] constexpr std::size_t voltageProduct(std::size_t x, std::size_t y) {
    return x == y ? x : (x + y == 2 ? 5U : x + y == 1 ? 3U : 4U);
}

/// Calls `visit(a, b)` for each sum of `a` and its counterpart in `b`: one way to do
/// arithmetic over all of them.
template <typename First, typename Second, typename Visit>
constexpr void forEachMoment(First& a, Second& b, Visit visit) {
    for (std::size_t index = 0; index < kVoltageProductCount; ++index) {
        visit(a.voltage[index], b.voltage[index]);
    }
    for (std::size_t x = 0; x < kPhaseCount; ++x) {
        visit(a.current[x], b.current[x]);
        for (std::size_t y = 0; y < kPhaseCount; ++y) {
            visit(a.power[x][y], b.power[x][y]);
        }
    }
}

} // namespace meter
