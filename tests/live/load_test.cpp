// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Many at once: 256 clients (docs on the wire promise as many), slow and half-open ones among
// them, and a whole line of 247 meters in one process.
#include "sim/live/meter_series.hpp"
#include "tests/live/live_meter.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

using meter::sim::live::meterSeries;
using meter::test::Bytes;
using meter::test::ByteStream;
using meter::test::LiveMeter;
using meter::test::liveScenario;
using meter::test::privateOptions;
using meter::test::readRequest;

namespace {

constexpr std::size_t kClientCount = 256;
constexpr int kRounds = 40;

// CT size, register 131: 100 A by factory default (guide).
const Bytes kCtSizeAnswer = {0, 9, 0, 0, 0, 5, 1, 3, 2, 0, 100};

} // namespace

TEST_CASE("256 clients over TCP are all answered in every round") {
    LiveMeter meter;
    std::vector<ByteStream> clients;
    for (std::size_t i = 0; i < kClientCount; ++i) {
        clients.push_back(ByteStream::tcp(meter.portOf("modbus-tcp")));
    }
    int wrongCount = 0;
    for (int round = 0; round < kRounds; ++round) {
        for (ByteStream& client : clients) {
            client.send(readRequest(9, 1, 130, 1));
        }
        for (ByteStream& client : clients) {
            wrongCount += client.receive(11) == kCtSizeAnswer ? 0 : 1;
        }
    }
    CHECK(wrongCount == 0);
    CHECK(meter.snapshot().line.clients == kClientCount);
}

TEST_CASE("Clients that fetch nothing and half requests delay none of the others") {
    LiveMeter meter;
    std::vector<ByteStream> greedy;
    std::vector<ByteStream> halfOpen;
    const Bytes begun = {0, 9, 0, 0, 0, 6, 1};
    for (int i = 0; i < 8; ++i) {
        greedy.push_back(ByteStream::tcp(meter.portOf("modbus-tcp"), 4096));
        const Bytes block = readRequest(9, 1, 260, 120);
        CHECK(greedy.back().sendUntilRefused(block) > 0);
    }
    for (int i = 0; i < 100; ++i) {
        halfOpen.push_back(ByteStream::tcp(meter.portOf("modbus-tcp")));
        halfOpen.back().send(begun);
    }
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    std::vector<std::chrono::microseconds> times;
    for (int i = 0; i < 500; ++i) {
        const auto start = std::chrono::steady_clock::now();
        REQUIRE(client.exchange(readRequest(9, 1, 130, 1), 11) == kCtSizeAnswer);
        times.push_back(std::chrono::duration_cast<std::chrono::microseconds>(
            std::chrono::steady_clock::now() - start));
    }
    std::ranges::sort(times);
    // Half a second would be a client's time-out; a tenth leaves room for a busy machine.
    CHECK(times[times.size() * 99 / 100] < std::chrono::milliseconds(100));
    for (ByteStream& half : halfOpen) {
        half.send({3, 0, 130, 0, 1});
        REQUIRE(half.receive(11) == kCtSizeAnswer);
    }
}

TEST_CASE("A line of 247 meters is polled whole over one connection") {
    auto series = meterSeries(liveScenario(), 247);
    REQUIRE(series.has_value());
    meter::sim::live::EngineOptions options = privateOptions();
    options.speed = 1.0;
    LiveMeter meter(options, std::move(*series));
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    int wrongCount = 0;
    for (int round = 0; round < 5; ++round) {
        for (int unit = 1; unit <= 247; ++unit) {
            Bytes expected = kCtSizeAnswer;
            expected[6] = static_cast<std::uint8_t>(unit);
            const Bytes answer =
                client.exchange(readRequest(9, static_cast<std::uint8_t>(unit), 130, 1), 11);
            wrongCount += answer == expected ? 0 : 1;
        }
    }
    CHECK(wrongCount == 0);
}
