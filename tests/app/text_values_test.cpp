// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/text_values.hpp"

#include "tests/support/catch.hpp"

#include <chrono>
#include <string>

using namespace meter::app;
using namespace std::chrono_literals;

TEST_CASE("an address is a host and a port") {
    const auto plain = hostPortOf("127.0.0.1:1502");
    REQUIRE(plain);
    CHECK(plain->host == "127.0.0.1");
    CHECK(plain->port == 1502);
    const auto bracketed = hostPortOf("[fe80::1]:0");
    REQUIRE(bracketed);
    CHECK(bracketed->host == "fe80::1");
    CHECK(bracketed->text() == "[fe80::1]:0");
    for (const char* wrong : {"", ":", "host", "host:", ":1", "host:65536", "host:-1", "host:1x",
                              "::1:502", "[::1:502", "[]:502"}) {
        CAPTURE(wrong);
        CHECK_FALSE(hostPortOf(wrong));
    }
}

TEST_CASE("only the machine itself counts as loopback") {
    CHECK(isLoopback("127.0.0.1"));
    CHECK(isLoopback("127.1.2.3"));
    CHECK(isLoopback("::1"));
    CHECK(isLoopback("localhost"));
    CHECK_FALSE(isLoopback("0.0.0.0"));
    CHECK_FALSE(isLoopback("::"));
    CHECK_FALSE(isLoopback("192.168.1.1"));
}

TEST_CASE("durations carry their unit and are seconds without one") {
    CHECK(wallDurationOf("250 ms") == 250ms);
    CHECK(wallDurationOf("10s") == 10s);
    CHECK(wallDurationOf("0.5") == 500ms);
    CHECK(wallDurationOf("2 min") == 2min);
    CHECK(wallDurationOf("1 h") == 1h);
    CHECK(wallDurationOf("0 s") == 0s);
    for (const char* wrong : {"", "s", "-1 s", "1 d", "1 2", "1e99 s", "nan", "1 s s"}) {
        CAPTURE(wrong);
        CHECK_FALSE(wallDurationOf(wrong));
    }
}

TEST_CASE("a number is the whole text") {
    CHECK(numberOf("30078").value_or(0) == 30078.0);
    CHECK(numberOf("0x757E").value_or(0) == 30078.0);
    CHECK(numberOf("-1.5").value_or(0) == -1.5);
    for (const char* wrong : {"", "x", "1x", " 1", "0x", "0xg", "inf", "nan"}) {
        CAPTURE(wrong);
        CHECK_FALSE(numberOf(wrong));
    }
}

TEST_CASE("numbers are written as short as they read back") {
    CHECK(textOf(0.1) == "0.1");
    CHECK(textOf(1.0 / 3.0, 3) == "0.333");
    CHECK(textOf(120.0) == "120");
}
