// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/math.hpp"

#include "core/base/assert.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <numbers>

namespace meter {

namespace {

/// Taylor coefficients: on ±π/4 the first term left out is below 1e-19.
constexpr std::array<double, 8> kSine = {
    -1.0 / 6.0,        1.0 / 120.0,        -1.0 / 5040.0,          1.0 / 362880.0,
    -1.0 / 39916800.0, 1.0 / 6227020800.0, -1.0 / 1307674368000.0, 1.0 / 355687428096000.0,
};
constexpr std::array<double, 9> kCosine = {
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
double polynomial(const std::array<double, size>& coefficients, double x) {
    double sum = 0.0;
    for (std::size_t index = size; index-- > 0;) {
        sum = sum * x + coefficients[index];
    }
    return sum;
}

/// atan(t) for |t| ≤ tan(π/16).
double arcTangentSmall(double t) {
    constexpr int kTerms = 13;
    const double square = t * t;
    double sum = 0.0;
    for (int term = kTerms - 1; term > 0; --term) {
        const double sign = (term % 2 == 0) ? 1.0 : -1.0;
        sum = (sum + sign / static_cast<double>(2 * term + 1)) * square;
    }
    return t + t * sum;
}

/// atan(z) for 0 ≤ z ≤ 1, by moving z next to 0, tan(π/8) or 1.
double arcTangentUnit(double z) {
    constexpr double kTanSixteenth = 0.19891236737965800; // tan(π/16)
    constexpr double kTanEighth = 0.41421356237309503;    // tan(π/8)
    constexpr double kTanThreeSixteenths = 0.66817863791929888;
    if (z <= kTanSixteenth) {
        return arcTangentSmall(z);
    }
    if (z <= kTanThreeSixteenths) {
        return std::numbers::pi / 8.0 + arcTangentSmall((z - kTanEighth) / (1.0 + z * kTanEighth));
    }
    return std::numbers::pi / 4.0 + arcTangentSmall((z - 1.0) / (z + 1.0));
}

} // namespace

SineCosine sineCosineTurns(double turns) {
    const double quarters = roundedDown(turns * 4.0 + 0.5);
    const double angle = (turns - quarters * 0.25) * (2.0 * std::numbers::pi);
    const double square = angle * angle;
    const double sine = angle + angle * square * polynomial(kSine, square);
    const double cosine = 1.0 + square * polynomial(kCosine, square);
    switch (static_cast<std::int64_t>(quarters) & 3) {
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

double arcTangentTurns(double y, double x) {
    const double width = absolute(x);
    const double height = absolute(y);
    if (width == 0.0 && height == 0.0) {
        return 0.0;
    }
    const bool isSteep = height > width;
    double turns = arcTangentUnit(isSteep ? width / height : height / width);
    turns /= 2.0 * std::numbers::pi;
    turns = isSteep ? 0.25 - turns : turns;
    turns = x < 0.0 ? 0.5 - turns : turns;
    return y < 0.0 ? -turns : turns;
}

double powerOfTen(int exponent) {
    constexpr std::array<double, 10> kPowers = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    METER_ASSERT(exponent >= -9 && exponent <= 9);
    return exponent < 0 ? 1.0 / kPowers[static_cast<std::size_t>(-exponent)]
                        : kPowers[static_cast<std::size_t>(exponent)];
}

} // namespace meter
