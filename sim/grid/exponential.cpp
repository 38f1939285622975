// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/grid/exponential.hpp"

#include "core/base/assert.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace meter::sim {

double decayOf(double exponent) {
    METER_ASSERT(exponent <= 0.0);
    constexpr double kVanished = -700.0; // Still a normal number: 2^-1010.
    if (exponent < kVanished) {
        return 0.0;
    }
    // e^x = 2^n · e^r with |r| ≤ ln 2 / 2; ln 2 in two parts, the first exact times any n here.
    constexpr double kLn2High = 0x1.62e42feep-1;
    constexpr double kLn2Low = 0x1.a39ef35793c76p-33;
    const double halvings = std::floor(exponent / std::numbers::ln2 + 0.5);
    const double rest = (exponent - halvings * kLn2High) - halvings * kLn2Low;
    // Taylor: the first term left out is below 0.3466^14/14! = 4e-18.
    double sum = 1.0;
    for (int term = 13; term > 0; --term) {
        sum = 1.0 + sum * rest / static_cast<double>(term);
    }
    const auto biased = static_cast<std::uint64_t>(1023 + static_cast<std::int64_t>(halvings));
    return sum * std::bit_cast<double>(biased << 52U);
}

} // namespace meter::sim
