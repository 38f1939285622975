// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The ring of the last 100 000 frames.

#include "sim/live/line/traffic_ring.hpp"

#include "tests/support/catch.hpp"

#include <array>
#include <string>

using namespace meter::sim;
using namespace meter::sim::live;

namespace {

std::uint64_t addNumbered(TrafficRing& ring, unsigned number) {
    const std::array<std::byte, 2> bytes = {static_cast<std::byte>(number >> 8U),
                                            static_cast<std::byte>(number & 0xFFU)};
    const std::string peer = "127.0.0.1:" + std::to_string(number);
    return ring.add(
        {.endpoint = "modbus-tcp 127.0.0.1:1502", .peer = peer, .remark = "", .utcUs = number},
        std::span(bytes).first(1), std::span(bytes).subspan(1));
}

} // namespace

TEST_CASE("a frame comes back as it went in", "[traffic]") {
    TrafficRing ring;
    const meter::ScaleFactors scales{-4, 4, 0, 1};
    const std::array<std::byte, 3> bytes = {std::byte{1}, std::byte{2}, std::byte{3}};
    const std::uint64_t request = addNumbered(ring, 7);
    const std::uint64_t answer = ring.add({.endpoint = "/dev/ttyUSB0",
                                           .peer = "",
                                           .remark = "a remark",
                                           .utcUs = 1'700'000'000'000'000,
                                           .meterTime = 123,
                                           .direction = TrafficDirection::Answer,
                                           .isChanged = true,
                                           .scales = &scales,
                                           .request = request},
                                          bytes, {});
    CHECK(request == 1);
    const auto frame = ring.frame(answer);
    REQUIRE(frame.has_value());
    CHECK(frame->sequence == 2);
    CHECK(frame->request == 1);
    CHECK(frame->utcUs == 1'700'000'000'000'000);
    CHECK(frame->meterTime == 123);
    CHECK(frame->direction == TrafficDirection::Answer);
    CHECK(frame->framing == TrafficFraming::Rtu);
    CHECK(frame->isChanged);
    CHECK_FALSE(frame->isDropped);
    CHECK(frame->endpoint == "/dev/ttyUSB0");
    CHECK(frame->remark == "a remark");
    CHECK(frame->bytes == std::vector<std::byte>(bytes.begin(), bytes.end()));
    REQUIRE(frame->scales.has_value());
    CHECK(frame->scales->current == -4);
    CHECK(frame->scales->energy == 1);
    CHECK(ring.frame(1)->framing == TrafficFraming::ModbusTcp);
    CHECK(ring.frame(1)->peer == "127.0.0.1:7");
    CHECK_FALSE(ring.frame(1)->scales.has_value());
    CHECK_FALSE(ring.frame(3).has_value());
}

TEST_CASE("the last hundred thousand frames are kept and not many more", "[traffic]") {
    TrafficRing ring;
    constexpr unsigned kCount = 250'000;
    for (unsigned number = 1; number <= kCount; ++number) {
        REQUIRE(addNumbered(ring, number) == number);
    }
    const TrafficRing::Range range = ring.range();
    CHECK(range.end == kCount + 1);
    CHECK(range.end - range.first >= 100'000);
    CHECK(range.end - range.first < 103'000);
    const auto all = ring.fetch(0, kCount);
    REQUIRE(all.size() == range.end - range.first);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].sequence != range.first + i ||
            all[i].utcUs != static_cast<std::int64_t>(all[i].sequence) ||
            std::to_integer<unsigned>(all[i].bytes[1]) != (all[i].sequence & 0xFFU)) {
            FAIL("frame " << all[i].sequence << " is not what was added");
        }
    }
}

TEST_CASE("clearing forgets frames and not their numbers", "[traffic]") {
    TrafficRing ring;
    for (unsigned number = 1; number <= 1500; ++number) {
        addNumbered(ring, number);
    }
    ring.clear();
    CHECK(ring.range().first == ring.range().end);
    CHECK(ring.fetch(0, 10).empty());
    CHECK(addNumbered(ring, 1501) == 1501);
    REQUIRE(ring.fetch(0, 10).size() == 1);
    CHECK(ring.fetch(0, 10).front().utcUs == 1501);
}
