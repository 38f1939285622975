// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/waveform_tap.hpp"

#include "tests/support/catch.hpp"

#include <cstdint>
#include <thread>
#include <vector>

using namespace meter;
using namespace meter::sim::live;

namespace {

/// Each sample says which one it is.
std::vector<SampleFrame> numbered(SampleTime first, std::size_t count) {
    std::vector<SampleFrame> frames(count);
    for (std::size_t i = 0; i < count; ++i) {
        frames[i].voltage[0] = static_cast<std::int32_t>(first) + static_cast<std::int32_t>(i);
    }
    return frames;
}

} // namespace

TEST_CASE("a waveform tap gives the latest samples in their order") {
    WaveformTap tap;
    CHECK(tap.latest(100).frames.empty());
    tap.take(1000, numbered(1000, 25));
    tap.take(1025, numbered(1025, 25));
    const WaveformStretch stretch = tap.latest(30);
    REQUIRE(stretch.frames.size() == 30);
    CHECK(stretch.first == 1020);
    CHECK(stretch.end() == 1050);
    CHECK(stretch.frames.front().voltage[0] == 1020);
    CHECK(stretch.frames.back().voltage[0] == 1049);
}

TEST_CASE("a waveform tap keeps two seconds and no more") {
    WaveformTap tap;
    for (SampleTime first = 0; first < 4 * kSamplesPerSecond; first += 84) {
        tap.take(first, numbered(first, 84));
    }
    const WaveformStretch stretch = tap.latest(1'000'000);
    REQUIRE(stretch.frames.size() == 5040); // 2 s of 2520 a second.
    CHECK(stretch.frames.front().voltage[0] == 5040);
    CHECK(stretch.frames.back().voltage[0] == 10079);
}

TEST_CASE("a waveform tap begins anew where time jumps") {
    WaveformTap tap;
    tap.take(5000, numbered(5000, 100));
    tap.take(200, numbered(200, 40)); // Rewound.
    const WaveformStretch stretch = tap.latest(1000);
    REQUIRE(stretch.frames.size() == 40);
    CHECK(stretch.first == 200);
}

TEST_CASE("a waveform tap that is cleared goes on with what follows") {
    WaveformTap tap;
    tap.take(5000, numbered(5000, 100));
    tap.clear();
    CHECK(tap.latest(1000).frames.empty());
    tap.take(5100, numbered(5100, 40));
    const WaveformStretch stretch = tap.latest(1000);
    REQUIRE(stretch.frames.size() == 40);
    CHECK(stretch.first == 5100);
}

TEST_CASE("a waveform tap is read while it is written") {
    WaveformTap tap;
    std::jthread writer([&tap] {
        for (SampleTime first = 0; first < 50'000; first += 25) {
            tap.take(first, numbered(first, 25));
        }
    });
    for (int look = 0; look < 200; ++look) {
        const WaveformStretch stretch = tap.latest(500);
        for (std::size_t i = 0; i < stretch.frames.size(); ++i) {
            REQUIRE(stretch.frames[i].voltage[0] ==
                    static_cast<std::int32_t>(stretch.first) + static_cast<std::int32_t>(i));
        }
    }
}
