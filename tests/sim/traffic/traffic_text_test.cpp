// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Traffic as text.

#include "sim/traffic/traffic_text.hpp"

#include "tests/sim/traffic/frames.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace meter::sim;

TEST_CASE("wall time is written as in ISO 8601", "[traffic]") {
    // Seconds as date -u +%s prints them for these days.
    CHECK(utcText(0) == "1970-01-01T00:00:00.000000Z");
    CHECK(utcText(951'782'400'000'001) == "2000-02-29T00:00:00.000001Z");
    CHECK(utcText(1'709'251'199'999'999) == "2024-02-29T23:59:59.999999Z");
    CHECK(utcText(4'107'542'400'000'000) == "2100-03-01T00:00:00.000000Z");
    CHECK(utcText(-1) == "1969-12-31T23:59:59.999999Z");
}

TEST_CASE("a frame is one line of eleven fields", "[traffic]") {
    TrafficFrame frame = tcpFrame(kRequest, {0, 1, 0, 0, 0, 6, 1, 3, 0, 18, 0, 1});
    frame.sequence = 5;
    frame.utcUs = 951'782'400'000'001;
    frame.meterTime = 2520 + 1260; // 1.5 s of 2520 samples each.
    frame.remark = "no answer";
    CHECK(trafficTextLine(frame, meaningOf(frame, nullptr)) ==
          "5\t2000-02-29T00:00:00.000001Z\t1.500000\tmodbus-tcp 127.0.0.1:1502\t127.0.0.1:40112\t"
          "request\t1\t3\tread 19 voltage_an\tno answer\t00 01 00 00 00 06 01 03 00 12 00 01\n");
    const std::string header = trafficTextHeader();
    CHECK(std::ranges::count(header, '\t') == 10);
}
