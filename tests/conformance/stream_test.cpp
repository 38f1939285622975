// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Streams: the very objects that serve connections, fed in pieces without a socket, and the
// golden exchanges once more over a real TCP connection.
#include "core/base/crc16.hpp"
#include "sim/base/random.hpp"
#include "sim/live/base/event_log.hpp"
#include "sim/live/endpoints/stream_session.hpp"
#include "sim/live/line/meter_line.hpp"
#include "sim/twin/simulation.hpp"
#include "tests/conformance/golden_exchanges.hpp"
#include "tests/conformance/meter_on_line.hpp"
#include "tests/live/live_meter.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace meter;
using namespace meter::test;
using meter::sim::live::EngineOptions;
using meter::sim::live::LineClient;
using meter::sim::live::MbapSession;
using meter::sim::live::MeterLine;
using meter::sim::live::RtuSession;
using meter::sim::live::StreamReply;
using meter::sim::live::StreamSession;
using meter::sim::live::TcpAddress;
using meter::sim::live::WallUs;

namespace {

using Stream = std::vector<std::byte>;

/// What a connection would have sent.
class Collected final : public StreamReply {
public:
    void answer(const sim::AnswerPlan& plan, WallUs /*now*/) override { append(plan.plain); }

    void append(std::span<const std::byte> more) override {
        bytes.insert(bytes.end(), more.begin(), more.end());
    }

    void reset() override {}

    [[nodiscard]] LineClient client() const override { return {}; }

    Stream bytes;
};

sim::Scenario factoryScenario() {
    sim::Scenario scenario = wyeScenario();
    scenario.meter.installerSettings = Settings{};
    return scenario;
}

/// A meter that stands still, so that reads are alike whenever they come.
struct StandingLine {
    StandingLine() {
        simulations.emplace_back(factoryScenario(), memory);
        simulations.front().step(3 * kSamplesPerSecond);
        line.learnAddresses();
    }

    sim::NvMemory memory;
    std::vector<sim::Simulation> simulations;
    MeterLine line{simulations};
};

Stream mbapOf(std::uint16_t transaction, std::uint8_t unit, std::span<const std::byte> pdu) {
    Stream bytes(7 + pdu.size());
    bytes[0] = static_cast<std::byte>(transaction >> 8U);
    bytes[1] = static_cast<std::byte>(transaction & 0xFFU);
    bytes[5] = static_cast<std::byte>(pdu.size() + 1);
    bytes[6] = static_cast<std::byte>(unit);
    std::ranges::copy(pdu, bytes.begin() + 7);
    return bytes;
}

/// Golden requests in a random order, some for another unit or protocol.
Stream randomMbapStream(sim::Random& random) {
    Stream stream;
    for (std::uint16_t i = 0; i < 60; ++i) {
        const GoldenExchange& golden = kGoldenExchanges[random.below(std::size(kGoldenExchanges))];
        Stream frame = mbapOf(i, random.below(8) == 0 ? 77 : 1, fromHex(golden.request));
        frame[3] = static_cast<std::byte>(random.below(10) == 0 ? 1 : 0);
        stream.insert(stream.end(), frame.begin(), frame.end());
    }
    return stream;
}

Stream randomRtuStream(sim::Random& random) {
    Stream stream;
    for (int i = 0; i < 60; ++i) {
        const GoldenExchange& golden = kGoldenExchanges[random.below(std::size(kGoldenExchanges))];
        if (golden.isSilentOnLine) {
            continue; // What has no end of its own waits for a pause, which no stream has.
        }
        const auto unit = static_cast<std::byte>(random.below(6) == 0 ? 2 : 1);
        Stream frame = {unit};
        const Stream pdu = fromHex(golden.request);
        frame.insert(frame.end(), pdu.begin(), pdu.end());
        frame = withCrc(frame);
        stream.insert(stream.end(), frame.begin(), frame.end());
    }
    return stream;
}

template <typename Session>
Stream answersTo(std::span<const std::byte> stream, sim::Random* cuts) {
    StandingLine standing;
    Collected collected;
    sim::live::EventLog log;
    Session session(sim::live::SessionParts{standing.line, log, collected});
    WallUs now = 1;
    while (!stream.empty()) {
        const std::size_t size = cuts == nullptr
                                     ? stream.size()
                                     : std::min<std::size_t>(1 + cuts->below(40), stream.size());
        session.take(stream.first(size), now);
        StreamSession::Turn turn = StreamSession::Turn::Served;
        while (turn == StreamSession::Turn::Served) {
            turn = session.serve(now);
        }
        REQUIRE(turn == StreamSession::Turn::Idle);
        stream = stream.subspan(size);
        // Less than the pause that gives up half an RTU frame.
        now += cuts == nullptr ? 0 : static_cast<WallUs>(cuts->below(900'000));
    }
    return collected.bytes;
}

Bytes liveBytes(std::span<const std::byte> bytes) {
    Bytes converted;
    for (const std::byte byte : bytes) {
        converted.push_back(std::to_integer<std::uint8_t>(byte));
    }
    return converted;
}

} // namespace

TEST_CASE("J05 H06 a Modbus TCP stream in random segments is answered as the whole is") {
    sim::Random random(sim::streamOf(5, "segments"));
    for (int run = 0; run < 40; ++run) {
        const Stream stream = randomMbapStream(random);
        const Stream whole = answersTo<MbapSession>(stream, nullptr);
        CHECK(whole.size() > 300);
        CHECK(answersTo<MbapSession>(stream, &random) == whole);
    }
}

TEST_CASE("J05 an RTU stream in random segments is answered as the whole is") {
    sim::Random random(sim::streamOf(6, "segments"));
    for (int run = 0; run < 40; ++run) {
        const Stream stream = randomRtuStream(random);
        const Stream whole = answersTo<RtuSession>(stream, nullptr);
        CHECK(whole.size() > 100);
        CHECK(answersTo<RtuSession>(stream, &random) == whole);
    }
}

TEST_CASE("G23 messages and bad CRCs and exceptions are counted one by one") {
    StandingLine standing;
    const auto countersAfter = [&standing](const Stream& frame) {
        static_cast<void>(standing.line.answerRtu({}, frame, std::nullopt));
        return standing.line.counters();
    };
    const auto first = countersAfter(frameOf("01 03 00 82 00 01"));
    CHECK(first.requests == 1);
    CHECK(first.answers == 1);
    CHECK(first.dropped == 0);
    CHECK(first.exceptions == 0);
    Stream damaged = frameOf("01 03 00 82 00 01");
    damaged.back() ^= std::byte{1};
    const auto second = countersAfter(damaged);
    CHECK(second.dropped == 1);
    CHECK(second.answers == 1);
    const auto third = countersAfter(frameOf("01 03 23 27 00 01"));
    CHECK(third.exceptions == 1);
    CHECK(third.answers == 2);
    CHECK(third.dropped == 1);
}

TEST_CASE("H14 Modbus TCP listens on 127.0.0.1 port 1502 unless told otherwise") {
    const EngineOptions options;
    REQUIRE(options.tcp.has_value());
    CHECK(options.tcp->host == "127.0.0.1");
    CHECK(options.tcp->port == 1502);
    CHECK_FALSE(options.rtuOverTcp.has_value());
    EngineOptions chosen = privateOptions();
    LiveMeter first;
    chosen.tcp = TcpAddress{.host = "127.0.0.1", .port = 0, .isDefault = false};
    LiveMeter second(chosen);
    CHECK(second.portOf("modbus-tcp") != first.portOf("modbus-tcp"));
}

TEST_CASE("H07 H08 the golden exchanges hold over a TCP connection") {
    LiveMeter meter(privateOptions(), {factoryScenario()});
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    std::uint16_t transaction = 0x1200;
    for (const GoldenExchange& golden : kGoldenExchanges) {
        INFO(golden.id << ": " << golden.request);
        const Bytes request = liveBytes(mbapOf(++transaction, 1, fromHex(golden.request)));
        const Bytes expected = liveBytes(mbapOf(transaction, 1, fromHex(golden.answer)));
        CHECK(client.exchange(request, expected.size()) == expected);
    }
}
