// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/math.hpp"

#include "core/base/assert.hpp"
#include "core/base/sine_cosine.hpp"

#include <array>
#include <cstddef>
#include <numbers>

namespace meter {

namespace {

constexpr std::size_t kArcTangentTerms = 13;

/// 1/(2k+1) with alternating signs.
constexpr std::array<double, kArcTangentTerms> kArcTangent = [] {
    std::array<double, kArcTangentTerms> coefficients{};
    for (std::size_t term = 0; term < kArcTangentTerms; ++term) {
        const double sign = term % 2 == 0 ? 1.0 : -1.0;
        coefficients[term] = sign / static_cast<double>(2 * term + 1);
    }
    return coefficients;
}();

/// atan(t) for |t| ≤ tan(π/16).
double arcTangentSmall(double t) {
    const double square = t * t;
    double sum = 0.0;
    for (std::size_t term = kArcTangentTerms - 1; term > 0; --term) {
        sum = (sum + kArcTangent[term]) * square;
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
    return constantSineCosine(turns);
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
