// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The C library of the test machine is the independent second opinion here.

#include "core/base/math.hpp"

#include "tests/support/catch.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>

using namespace meter;

TEST_CASE("sine and cosine agree with the C library over many turns") {
    for (int step = -20'000; step <= 20'000; ++step) {
        const double turns = step * 0.000'731;
        const double angle = 2.0 * std::numbers::pi * (turns - std::floor(turns));
        const SineCosine own = sineCosineTurns(turns);
        // The library's argument itself carries a rounding error of up to 4e-16 × 2π.
        REQUIRE(std::fabs(own.sine - std::sin(angle)) < 4e-15);
        REQUIRE(std::fabs(own.cosine - std::cos(angle)) < 4e-15);
    }
}

TEST_CASE("sine and cosine of whole quarters are exact") {
    const SineCosine quarter = sineCosineTurns(0.25);
    CHECK(quarter.sine == 1.0);
    CHECK(quarter.cosine == 0.0);
    const SineCosine half = sineCosineTurns(-0.5);
    CHECK(half.sine == 0.0);
    CHECK(half.cosine == -1.0);
}

TEST_CASE("the arc tangent inverts sine and cosine in all quadrants") {
    for (int step = -4999; step < 5000; ++step) {
        const double turns = step * 0.0001;
        const double angle = 2.0 * std::numbers::pi * turns;
        const double own = arcTangentTurns(3.0 * std::sin(angle), 3.0 * std::cos(angle));
        REQUIRE(std::fabs(own - turns) < 3e-16);
    }
    CHECK(arcTangentTurns(0.0, 0.0) == 0.0);
    CHECK(arcTangentTurns(0.0, -1.0) == 0.5);
}

TEST_CASE("powers of ten are the decimal literals") {
    CHECK(powerOfTen(0) == 1.0);
    CHECK(powerOfTen(4) == 1e4);
    CHECK(powerOfTen(-2) == 1e-2);
    CHECK(powerOfTen(-9) == 1e-9);
}

TEST_CASE("square root and rounding down have the bits of the C library") {
    constexpr double kWhole = 4'503'599'627'370'496.0; // 2⁵²
    constexpr std::array<double, 14> kEdges = {0.0,
                                               0.49999999999999994,
                                               0.5,
                                               1.0,
                                               std::numeric_limits<double>::denorm_min(),
                                               kWhole - 0.5,
                                               kWhole,
                                               kWhole + 1.0,
                                               2.0 * kWhole,
                                               9.3e18,
                                               1e300,
                                               std::numeric_limits<double>::max(),
                                               std::numeric_limits<double>::min(),
                                               std::numeric_limits<double>::infinity()};
    const auto bits = [](double value) {
        return std::bit_cast<std::uint64_t>(value);
    };
    const auto bothAgree = [&](double value) {
        REQUIRE(bits(squareRoot(value)) == bits(std::sqrt(value)));
        REQUIRE(bits(roundedDown(value)) == bits(std::floor(value)));
        REQUIRE(bits(roundedDown(-value)) == bits(std::floor(-value)));
    };
    for (const double edge : kEdges) {
        bothAgree(edge);
    }
    for (int step = 0; step < 40'000; ++step) {
        bothAgree(step * 0.000'25);
        bothAgree(std::exp2(step * 0.002));
    }
    CHECK(std::isnan(roundedDown(std::numeric_limits<double>::quiet_NaN())));
}
