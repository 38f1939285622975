// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Transcendental functions of our own: the same bits on every machine, which the C library's
// are not. Only + − × ÷ and comparisons of IEEE doubles, in a fixed order. Angles are in turns
// (1 = 360°), which makes range reduction exact.

#include <cmath>

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

[[nodiscard]] constexpr double absolute(double value) {
    return value < 0.0 ? -value : value;
}

} // namespace meter
