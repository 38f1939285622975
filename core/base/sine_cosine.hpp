// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What sineCosineTurns() computes, as something that the compiler can compute as well: tables of
// constant angles then have the bits that the function would give. + − × alone, in a fixed order,
// so that compiler, host and microcontroller agree.

#include "core/base/math.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <numbers>

namespace meter::sine_cosine_detail {

/// Taylor coefficients: on ±π/4 the first term left out is below 1e-19.
inline constexpr std::array<double, 8> kSine = {
    -1.0 / 6.0,        1.0 / 120.0,        -1.0 / 5040.0,          1.0 / 362880.0,
    -1.0 / 39916800.0, 1.0 / 6227020800.0, -1.0 / 1307674368000.0, 1.0 / 355687428096000.0,
};
inline constexpr std::array<double, 9> kCosine = {
    -1.0 / 2.0,
    1.0 / 24.0,
    -1.0 / 720.0,
    1.0 / 40320.0,
    -1.0 / 3628800.0,
    1.0 / 479001600.0,
    -1.0 / 87178291200.0,
    1.0 / 20922789888000.0,
    -1.0 / 6402373705728000.0,
};

template <std::size_t size>
constexpr double polynomial(const std::array<double, size>& coefficients, double x) {
    double sum = coefficients[size - 1];
    for (std::size_t index = size - 1; index-- > 0;) {
        sum = sum * x + coefficients[index];
    }
    return sum;
}

} // namespace meter::sine_cosine_detail

namespace meter {

/// As sineCosineTurns(), for constant angles.
[[nodiscard]] constexpr SineCosine constantSineCosine(double turns) {
    using namespace sine_cosine_detail;
    const double quarters = roundedDown(turns * 4.0 + 0.5);
    const double angle = (turns - quarters * 0.25) * (2.0 * std::numbers::pi);
    const double square = angle * angle;
    const double sine = angle + angle * square * polynomial(kSine, square);
    const double cosine = 1.0 + square * polynomial(kCosine, square);
    // Of the low bits; 32 of them are cheaper to get where they are enough.
    const std::int64_t whole = fitsWord(quarters) ? static_cast<std::int32_t>(quarters)
                                                  : static_cast<std::int64_t>(quarters);
    switch (whole & 3) {
    case 0:
        return {sine, cosine};
    case 1:
        return {cosine, -sine};
    case 2:
        return {-sine, -cosine};
    default:
        return {-cosine, sine};
    }
}

} // namespace meter
