// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which frames a filter lets through. The frames: a read of voltage A-N, register 19 of the
// guide, over TCP, and its refusal.

#include "sim/traffic/traffic_filter.hpp"

#include "tests/sim/traffic/frames.hpp"
#include "tests/support/catch.hpp"

using namespace meter::sim;

namespace {

bool isShown(const char* filter, const TrafficFrame& frame, const TrafficFrame* request) {
    const auto parsed = trafficFilterOf(filter);
    REQUIRE(parsed.has_value());
    return isWanted(*parsed, frame, meaningOf(frame, request));
}

} // namespace

TEST_CASE("a filter takes what all of its words hold for", "[traffic]") {
    const TrafficFrame request = tcpFrame(kRequest, {0, 1, 0, 0, 0, 6, 1, 3, 0, 18, 0, 1});
    const TrafficFrame refusal = tcpFrame(kAnswer, {0, 1, 0, 0, 0, 3, 1, 0x83, 2});

    struct Case {
        const char* filter;
        bool takesRequest;
        bool takesRefusal;
    };

    const Case cases[] = {
        {"", true, true},
        {"unit:1", true, true},
        {"unit:2", false, false},
        {"function:3", true, true},
        {"function:0x06", false, false},
        {"register:19", true, true},
        {"register:18-30", true, true},
        {"register:20-30", false, false},
        {"register:voltage_an", true, true},
        {"register:voltage_bn", false, false},
        {"requests", true, false},
        {"answers", false, true},
        {"errors", false, true},
        {"endpoint:tcp", true, true},
        {"endpoint:/dev/tty", false, false},
        {"ILLEGAL", false, true},
        {"unit:1 answers register:19 illegal", false, true},
        {"unit:1 requests illegal", false, false},
    };
    for (const Case& one : cases) {
        INFO(one.filter);
        CHECK(isShown(one.filter, request, nullptr) == one.takesRequest);
        CHECK(isShown(one.filter, refusal, &request) == one.takesRefusal);
    }
}

TEST_CASE("what is no filter is told with what would be", "[traffic]") {
    CHECK(trafficFilterOf("unit:300").error().text.find("0 to 255") != std::string::npos);
    CHECK(trafficFilterOf("register:voltag").error().text.find("voltage_an") != std::string::npos);
    CHECK(trafficFilterOf("port:3").error().text.find("endpoint:") != std::string::npos);
    CHECK(trafficFilterOf("register:9-3").has_value() == false);
}
