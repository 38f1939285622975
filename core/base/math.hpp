// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The mathematics that the core needs, without a mathematical library: a freestanding
// implementation of C++ has no <cmath>. Transcendental functions give the same bits on every
// machine, which the C library's do not: only + − × ÷ and comparisons of IEEE doubles, in a fixed
// order. Square root and floor are exact as IEEE 754 defines them. Angles are in turns (1 = 360°),
// which makes range reduction exact.

#include <cstdint>

namespace meter {

struct SineCosine {
    double sine;
    double cosine;
};

/// Sine and cosine of an angle in turns; error below 3e-16 for |turns| < 2³¹.
[[nodiscard]] SineCosine sineCosineTurns(double turns);

/// Angle of (x, y) in turns, −0.5 … 0.5; 0 for the origin. Error below 2e-16.
[[nodiscard]] double arcTangentTurns(double y, double x);

/// 10^exponent for −9 ≤ exponent ≤ 9, correctly rounded.
[[nodiscard]] double powerOfTen(int exponent);

[[nodiscard]] constexpr bool isNan(double value) {
    return __builtin_isnan(value) != 0;
}

[[nodiscard]] constexpr double absolute(double value) {
    return value < 0.0 ? -value : value;
}

/// The nearest double to the root, as IEEE 754 asks; not a number below zero.
[[nodiscard]] inline double squareRoot(double value) {
    return __builtin_sqrt(value);
}

/// Whether a whole number of 32 bits holds what is before the point: a microcontroller converts to
/// that in a tenth of the time that 64 bits take.
[[nodiscard]] constexpr bool fitsWord(double value) {
    return absolute(value) < 2'147'483'648.0;
}

/// The largest whole number that is not above the value, which fits a word.
[[nodiscard]] constexpr std::int32_t wholeBelow(double value) {
    const auto whole = static_cast<std::int32_t>(value); // Towards zero.
    return static_cast<double>(whole) > value ? whole - 1 : whole;
}

/// The largest whole number not above the value; keeps the sign of zero, and returns infinities
/// and NaN unchanged.
[[nodiscard]] constexpr double roundedDown(double value) {
    constexpr double kAllWhole = 4'503'599'627'370'496.0; // 2⁵²: from here on no fraction fits.
    if (!(absolute(value) < kAllWhole)) {
        return value;
    }
    const double whole = fitsWord(value) // Towards zero.
                             ? static_cast<double>(static_cast<std::int32_t>(value))
                             : static_cast<double>(static_cast<std::int64_t>(value));
    if (whole == value) {
        return value;
    }
    return whole > value ? whole - 1.0 : whole;
}

} // namespace meter
