// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One request of each connection a turn, counted in a loop that the test turns itself: no clock
// and no other thread decides.
#include "sim/live/base/poll_loop.hpp"
#include "sim/live/endpoints/address_filter.hpp"
#include "sim/live/endpoints/listening_socket.hpp"
#include "sim/live/endpoints/stream_server.hpp"
#include "tests/live/live_meter.hpp"
#include "tests/live/standing_line.hpp"
#include "tests/support/catch.hpp"

#include <cstdlib>
#include <sys/socket.h>
#include <vector>

using meter::sim::live::AddressFilter;
using meter::sim::live::EndpointType;
using meter::sim::live::kNever;
using meter::sim::live::LineCounters;
using meter::sim::live::ListeningSocket;
using meter::sim::live::listenOn;
using meter::sim::live::Pacing;
using meter::sim::live::PollLoop;
using meter::sim::live::StreamParts;
using meter::sim::live::StreamServer;
using meter::sim::live::wallNow;
using meter::test::Bytes;
using meter::test::ByteStream;
using meter::test::kReadType;
using meter::test::readRequest;
using meter::test::StandingLine;

namespace {

constexpr std::size_t kFlooderCount = 40;
constexpr std::size_t kFloodSize = 100; ///< Requests of each.

struct Served {
    explicit Served(EndpointType type)
        : listening(*listenOn({.host = "127.0.0.1", .port = 0, .isDefault = false})) {
        REQUIRE(loop.open());
        const std::string port = listening.address.substr(listening.address.rfind(':') + 1);
        number = std::atoi(port.c_str());
        server = std::make_unique<StreamServer>(StreamParts{.loop = loop,
                                                            .line = *standing.line,
                                                            .log = standing.log,
                                                            .filter = filter,
                                                            .counters = counters,
                                                            .pacing = pacing,
                                                            .name = "test",
                                                            .type = type,
                                                            .idleTimeoutUs = kNever},
                                                std::move(listening.fd));
        REQUIRE(server->start());
    }

    void turn() {
        loop.wait(0);
        if (server->nextDeadline() <= wallNow()) {
            server->onTime(wallNow());
        }
    }

    /// Answers that everybody got until `client` has one of its own.
    std::uint64_t answersUntil(const ByteStream& client) {
        std::byte byte{};
        const std::uint64_t before = counters.answers;
        for (int i = 0; i < 100'000; ++i) {
            if (::recv(client.fd(), &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 1) {
                return counters.answers - before;
            }
            turn();
        }
        return kFlooderCount * kFloodSize;
    }

    StandingLine standing;
    PollLoop loop;
    AddressFilter filter;
    LineCounters counters;
    Pacing pacing{0};
    ListeningSocket listening;
    int number = 0;
    std::unique_ptr<StreamServer> server;
};

Bytes repeated(const Bytes& block, std::size_t count) {
    Bytes all;
    for (std::size_t i = 0; i < count; ++i) {
        all.insert(all.end(), block.begin(), block.end());
    }
    return all;
}

} // namespace

TEST_CASE("One request of each connection is served in a turn") {
    for (const EndpointType type : {EndpointType::ModbusTcp, EndpointType::RtuOverTcp}) {
        Served served(type);
        const bool isTcp = type == EndpointType::ModbusTcp;
        const Bytes request = isTcp ? readRequest(9, 1, 130, 1) : kReadType;
        std::vector<ByteStream> flooders;
        for (std::size_t i = 0; i < kFlooderCount; ++i) {
            flooders.push_back(ByteStream::tcp(served.number));
            flooders.back().send(repeated(request, kFloodSize));
        }
        ByteStream good = ByteStream::tcp(served.number);
        served.turn(); // Everybody is let in.
        good.send(request);
        // Two turns of all at the most: one that was going on, and its own.
        CHECK(served.answersUntil(good) <= 2 * (kFlooderCount + 1));
        // Nobody loses anything by it.
        for (int i = 0; i < 100'000 && served.counters.answers < kFlooderCount * kFloodSize + 1;
             ++i) {
            served.turn();
        }
        CHECK(served.counters.answers == kFlooderCount * kFloodSize + 1);
        const std::size_t answerSize = isTcp ? 11 : 7;
        CHECK(flooders.front().receive(answerSize * kFloodSize).size() == answerSize * kFloodSize);
    }
}

TEST_CASE("Garbage of others costs a client no turn") {
    Served served(EndpointType::RtuOverTcp);
    std::vector<ByteStream> flooders;
    for (std::size_t i = 0; i < kFlooderCount; ++i) {
        flooders.push_back(ByteStream::tcp(served.number));
        flooders.back().send(Bytes(4096, 0x55));
    }
    ByteStream good = ByteStream::tcp(served.number);
    served.turn();
    good.send(kReadType);
    CHECK(served.answersUntil(good) == 1);
    CHECK(good.receive(meter::test::kTypeIsWye.size()) == meter::test::kTypeIsWye);
}
