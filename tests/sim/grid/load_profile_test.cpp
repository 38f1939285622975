// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/grid/load_profile.hpp"

#include "tests/support/catch.hpp"

using namespace meter;
using namespace meter::sim;

namespace {

LoadProfile twoRows() {
    return {
        {.timeS = 1.0, .currentA = {10.0, 20.0, 30.0}, .laggingDeg = PerPhase<double>{0, 0, 0}},
        {.timeS = 3.0, .currentA = {30.0, 20.0, 0.0}, .laggingDeg = PerPhase<double>{40, 0, 0}}};
}

} // namespace

TEST_CASE("a profile is linear between rows and held outside them") {
    Load load;
    applyProfile(twoRows(), 0, load);
    CHECK(load.currentA == PerPhase<double>{10.0, 20.0, 30.0});
    applyProfile(twoRows(), 2 * kSamplesPerSecond, load);
    CHECK(load.currentA == PerPhase<double>{20.0, 20.0, 15.0});
    CHECK(load.laggingDeg == PerPhase<double>{20.0, 0.0, 0.0});
    applyProfile(twoRows(), 3 * kSamplesPerSecond, load);
    CHECK(load.currentA == PerPhase<double>{30.0, 20.0, 0.0});
    applyProfile(twoRows(), 99 * kSamplesPerSecond, load);
    CHECK(load.currentA == PerPhase<double>{30.0, 20.0, 0.0});
}

TEST_CASE("a profile without angles leaves the load's angles alone") {
    const LoadProfile profile = {{.timeS = 1.0, .currentA = {10.0, 20.0, 30.0}},
                                 {.timeS = 3.0, .currentA = {30.0, 20.0, 0.0}}};
    Load load;
    load.laggingDeg = {25.0, 26.0, 27.0};
    applyProfile(profile, 2 * kSamplesPerSecond, load);
    CHECK(load.laggingDeg == PerPhase<double>{25.0, 26.0, 27.0});
}

TEST_CASE("a scaled profile has so many times the current, at the same times and angles") {
    const LoadProfile half = twoRows().scaled(0.5);
    Load load;
    applyProfile(half, 2 * kSamplesPerSecond, load); // Halfway: 20, 20, 15 A unscaled.
    CHECK(load.currentA == PerPhase<double>{10.0, 10.0, 7.5});
    CHECK(load.laggingDeg == PerPhase<double>{20.0, 0.0, 0.0});
    CHECK(nextProfileRow(half, 0) == SampleTime{kSamplesPerSecond});
    applyProfile(half.scaled(3.0), 0, load);
    CHECK(load.currentA == PerPhase<double>{15.0, 30.0, 45.0});
    CHECK(&half[0] == &half.scaled(2.0)[0]); // The rows are shared.
}

TEST_CASE("an empty profile changes nothing") {
    Load load;
    load.currentA = {1.0, 2.0, 3.0};
    applyProfile({}, 100, load);
    CHECK(load.currentA == PerPhase<double>{1.0, 2.0, 3.0});
    CHECK_FALSE(nextProfileRow(LoadProfile{}, 0));
}

TEST_CASE("the next row of a profile is the one behind a time") {
    CHECK(nextProfileRow(twoRows(), 0) == SampleTime{kSamplesPerSecond});
    CHECK(nextProfileRow(twoRows(), kSamplesPerSecond) == SampleTime{3 * kSamplesPerSecond});
    CHECK_FALSE(nextProfileRow(twoRows(), 3 * kSamplesPerSecond));
}
