// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/base/random.hpp"

#include "tests/support/catch.hpp"

#include <cmath>

using namespace meter::sim;

TEST_CASE("the generator gives the published numbers of SplitMix64") {
    // Reference: the public-domain splitmix64.c by Sebastiano Vigna, seed 1234567.
    Random random(1234567);
    CHECK(random.next() == 6457827717110365317U);
    CHECK(random.next() == 3203168211198807973U);
    CHECK(random.next() == 9817491932198370423U);
}

TEST_CASE("a copy of a generator goes on with the same numbers") {
    Random first(5);
    static_cast<void>(first.next());
    Random second = first;
    CHECK(first.next() == second.next());
}

TEST_CASE("uniform values lie in their range and have the right mean") {
    Random random(9);
    double sum = 0.0;
    constexpr int kCount = 20'000;
    for (int n = 0; n < kCount; ++n) {
        const double value = random.uniform(2.0, 4.0);
        REQUIRE(value >= 2.0);
        REQUIRE(value < 4.0);
        sum += value;
    }
    // Standard deviation 2/√12, so the mean of 20000 is within 0.0163 at four sigma.
    CHECK(std::abs(sum / kCount - 3.0) < 0.0163);
}

TEST_CASE("chances of nothing and of all are certain") {
    Random random(11);
    for (int n = 0; n < 1000; ++n) {
        REQUIRE_FALSE(random.chance(0.0));
        REQUIRE(random.chance(1.0));
    }
}

TEST_CASE("normal values have the moments of the normal distribution") {
    constexpr int kCount = 50'000;
    double sum = 0.0;
    double square = 0.0;
    double neighbours = 0.0;
    double before = 0.0;
    for (int n = 0; n < kCount; ++n) {
        const double value = gaussianAt(streamOf(1, "test"), n);
        sum += value;
        square += value * value;
        neighbours += value * before;
        before = value;
    }
    // Four standard errors of 50000 values.
    CHECK(std::abs(sum / kCount) < 4.0 / std::sqrt(50'000.0));
    CHECK(std::abs(square / kCount - 1.0) < 4.0 * std::sqrt(2.0 / 50'000.0));
    CHECK(std::abs(neighbours / kCount) < 4.0 / std::sqrt(50'000.0));
}

TEST_CASE("streams differ by seed and by purpose") {
    CHECK(streamOf(1, "a") != streamOf(2, "a"));
    CHECK(streamOf(1, "a") != streamOf(1, "b"));
    CHECK(streamOf(1, "a") == streamOf(1, "a"));
}
