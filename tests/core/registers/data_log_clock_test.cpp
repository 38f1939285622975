// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The clock of the data log against the C++ library's calendar, and at the ends of months and
// years by hand.

#include "core/registers/data_log_clock.hpp"

#include "tests/support/catch.hpp"

#include <array>
#include <chrono>
#include <vector>

using namespace meter;

namespace {

using Words = std::vector<std::uint16_t>;
using Moment = std::array<unsigned, 6>; ///< Year from 2000, month, day, hour, minute, second.

constexpr SampleTime kSecond = kSamplesPerSecond;

Words wordsOf(const Moment& moment) {
    return {static_cast<std::uint16_t>(moment[2] << 8U | moment[1]),
            static_cast<std::uint16_t>(moment[3] << 8U | moment[0]),
            static_cast<std::uint16_t>(moment[5] << 8U | moment[4])};
}

Words read(const LogClock& clock, SampleTime now) {
    return {clock.word(155, now), clock.word(156, now), clock.word(157, now)};
}

LogClock setTo(const Moment& moment, SampleTime now) {
    LogClock clock;
    REQUIRE(clock.accepts(155, wordsOf(moment), now));
    clock.set(155, wordsOf(moment), now);
    return clock;
}

} // namespace

TEST_CASE("The clock starts at the first of January 2000 when power comes") {
    LogClock clock;
    clock.start(12'345);
    CHECK(read(clock, 12'345) == Words{0x0101, 0x0000, 0x0000});
    CHECK(read(clock, 12'345 + kSecond - 1) == Words{0x0101, 0x0000, 0x0000});
    CHECK(read(clock, 12'345 + kSecond) == Words{0x0101, 0x0000, 0x0100});
    CHECK(read(clock, 12'345 + 3'661 * kSecond) == Words{0x0101, 0x0100, 0x0101});
}

TEST_CASE("A second after the end of a month the next one begins") {
    struct Row {
        Moment before;
        Moment after;
    };

    const std::array rows = {
        Row{{1, 1, 31, 23, 59, 59}, {1, 2, 1, 0, 0, 0}},
        Row{{1, 2, 28, 23, 59, 59}, {1, 3, 1, 0, 0, 0}},
        Row{{0, 2, 28, 23, 59, 59}, {0, 2, 29, 0, 0, 0}}, // 2000 is divisible by 400.
        Row{{0, 2, 29, 23, 59, 59}, {0, 3, 1, 0, 0, 0}},
        Row{{24, 2, 28, 23, 59, 59}, {24, 2, 29, 0, 0, 0}},
        Row{{100, 2, 28, 23, 59, 59}, {100, 3, 1, 0, 0, 0}}, // 2100 by 100 only.
        Row{{26, 4, 30, 23, 59, 59}, {26, 5, 1, 0, 0, 0}},
        Row{{99, 12, 31, 23, 59, 59}, {100, 1, 1, 0, 0, 0}},
        Row{{199, 12, 31, 23, 59, 59}, {0, 1, 1, 0, 0, 0}}, // The register ends at 2199.
        Row{{26, 6, 15, 12, 59, 59}, {26, 6, 15, 13, 0, 0}},
    };
    for (const Row& row : rows) {
        const LogClock clock = setTo(row.before, 777);
        CHECK(read(clock, 777) == wordsOf(row.before));
        CHECK(read(clock, 777 + kSecond) == wordsOf(row.after));
    }
}

TEST_CASE("Every day of two hundred years is that of the calendar") {
    using namespace std::chrono;
    LogClock clock;
    clock.start(0);
    const sys_days first = sys_days{year{2000} / 1 / 1};
    const sys_days end = sys_days{year{2200} / 1 / 1};
    int wrongCount = 0;
    for (sys_days day = first; day < end; day += days{1}) {
        const year_month_day date{day};
        const SampleTime noon = ((day - first).count() * SampleTime{86'400} + 43'200) * kSecond;
        const Moment moment{static_cast<unsigned>(static_cast<int>(date.year()) - 2000),
                            static_cast<unsigned>(date.month()),
                            static_cast<unsigned>(date.day()),
                            12,
                            0,
                            0};
        wrongCount += read(clock, noon) == wordsOf(moment) ? 0 : 1;
    }
    CHECK(wrongCount == 0);
}

TEST_CASE("Every pair of bytes is a date of the leap year 2024 or refused") {
    LogClock clock = setTo({24, 1, 1, 0, 0, 0}, 0);
    int acceptedCount = 0;
    for (unsigned word = 0; word <= 0xFFFF; ++word) {
        const auto value = static_cast<std::uint16_t>(word);
        const std::chrono::year_month_day date{std::chrono::year{2024},
                                               std::chrono::month{value & 0xFFU},
                                               std::chrono::day{static_cast<unsigned>(value >> 8)}};
        const bool isAccepted = clock.accepts(155, Words{value}, 0);
        REQUIRE(isAccepted == date.ok());
        acceptedCount += isAccepted ? 1 : 0;
    }
    CHECK(acceptedCount == 366);
}

TEST_CASE("Hours minutes seconds and years have their ranges") {
    const LogClock clock;
    CHECK(clock.accepts(156, Words{0x17C7}, 0)); // 23 h, 2199.
    CHECK_FALSE(clock.accepts(156, Words{0x1800}, 0));
    CHECK_FALSE(clock.accepts(156, Words{0x00C8}, 0));
    CHECK(clock.accepts(157, Words{0x3B3B}, 0));
    CHECK_FALSE(clock.accepts(157, Words{0x3C00}, 0));
    CHECK_FALSE(clock.accepts(157, Words{0x003C}, 0));
}

TEST_CASE("A date is judged with the year that is written with it or stands there") {
    const LogClock clock = setTo({23, 3, 31, 0, 0, 0}, 0);
    CHECK_FALSE(clock.accepts(155, Words{0x1D02}, 0));         // 29 February 2023
    CHECK(clock.accepts(155, Words{0x1D02, 0x0018}, 0));       // of 2024
    CHECK_FALSE(clock.accepts(155, Words{0x1D02, 0x0064}, 0)); // of 2100
    const LogClock leapDay = setTo({24, 2, 29, 0, 0, 0}, 0);
    CHECK_FALSE(leapDay.accepts(156, Words{0x0019}, 0));
    CHECK(leapDay.accepts(156, Words{0x001C}, 0));
}

TEST_CASE("A written second begins now and a written date keeps the running one") {
    LogClock clock;
    clock.start(0);
    clock.set(157, Words{0x0500}, 1'000); // 1000 samples into a second.
    CHECK(clock.word(157, 1'000 + kSecond - 1) == 0x0500);
    CHECK(clock.word(157, 1'000 + kSecond) == 0x0600);
    clock.set(155, Words{0x0203, 0x041A}, 1'600); // 600 samples into it.
    CHECK(read(clock, 1'000 + kSecond - 1) == Words{0x0203, 0x041A, 0x0500});
    CHECK(read(clock, 1'000 + kSecond) == Words{0x0203, 0x041A, 0x0600});
}
