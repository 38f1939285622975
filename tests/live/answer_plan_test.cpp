// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Endpoints obey what a fault of the line plans: delays, pauses, duplicates, resets. The faults
// themselves are tested by the piece; here it is what a client sees. CT size 100 A (factory);
// RTU frames of the conformance list.
#include "sim/line/line_fault.hpp"
#include "sim/twin/simulation.hpp"
#include "tests/live/live_meter.hpp"
#include "tests/support/catch.hpp"

#include <chrono>
#include <future>

using meter::sim::LineFault;
using meter::sim::LineFaultKind;
using meter::test::Bytes;
using meter::test::ByteStream;
using meter::test::eventually;
using meter::test::kReadType;
using meter::test::kTypeIsWye;
using meter::test::LiveMeter;
using meter::test::readRequest;

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

Bytes requestOf(std::uint16_t transaction) {
    return readRequest(transaction, 1, 130, 1);
}

Bytes answerOf(std::uint8_t transaction) {
    return {0, transaction, 0, 0, 0, 5, 1, 3, 2, 0, 100};
}

void apply(LiveMeter& meter, const LineFault& fault) {
    std::promise<void> isApplied;
    meter.engine().post([&](meter::sim::Simulation& simulation) {
        simulation.applyLineFaults({{{.kind = fault.kind, .faults = {fault}}}}, {});
        isApplied.set_value();
    });
    isApplied.get_future().wait();
}

LineFault fault(LineFaultKind kind) {
    LineFault fault;
    fault.kind = kind;
    return fault;
}

milliseconds elapsedSince(Clock::time_point start) {
    return std::chrono::duration_cast<milliseconds>(Clock::now() - start);
}

} // namespace

TEST_CASE("Delayed answers over TCP come late and in the order of their requests") {
    LiveMeter meter;
    LineFault delay = fault(LineFaultKind::Delay);
    delay.timeUs = 60'000;
    delay.count = 1;
    apply(meter, delay);
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    const Clock::time_point start = Clock::now();
    client.send(requestOf(1));
    client.send(requestOf(2));
    CHECK(client.receive(11) == answerOf(1));
    CHECK(elapsedSince(start) >= milliseconds(59));
    CHECK(client.receive(11) == answerOf(2));
}

TEST_CASE("A delayed answer holds up no other client") {
    LiveMeter meter;
    LineFault delay = fault(LineFaultKind::Delay);
    delay.timeUs = 3'000'000;
    delay.count = 1;
    apply(meter, delay);
    ByteStream late = ByteStream::tcp(meter.portOf("modbus-tcp"));
    ByteStream prompt = ByteStream::tcp(meter.portOf("modbus-tcp"));
    late.send(requestOf(1));
    // The fault is spent on the first request, so that its answer tells it was taken.
    REQUIRE(eventually([&] { return meter.snapshot().line.requests == 1; }));
    const Clock::time_point start = Clock::now();
    CHECK(prompt.exchange(requestOf(2), 11) == answerOf(2));
    CHECK(elapsedSince(start) < milliseconds(2000));
}

TEST_CASE("A connection reset ends the client's connection and no other") {
    LiveMeter meter;
    LineFault reset = fault(LineFaultKind::Reset);
    reset.count = 1;
    reset.isAfter = true;
    apply(meter, reset);
    ByteStream hit = ByteStream::tcp(meter.portOf("modbus-tcp"));
    ByteStream spared = ByteStream::tcp(meter.portOf("modbus-tcp"));
    REQUIRE(hit.exchange(requestOf(1), 11) == answerOf(1));
    CHECK(hit.isClosed());
    CHECK(spared.exchange(requestOf(2), 11) == answerOf(2));
}

TEST_CASE("A dropped answer is silence and the next one comes") {
    LiveMeter meter;
    LineFault drop = fault(LineFaultKind::Drop);
    drop.count = 1;
    apply(meter, drop);
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    client.send(requestOf(1));
    client.send(requestOf(2));
    CHECK(client.receive(11) == answerOf(2));
}

TEST_CASE("On a virtual port an answer is split by its pause and comes twice if planned") {
    const meter::test::ScratchDirectory directory;
    meter::sim::live::EngineOptions options = meter::test::privateOptions();
    options.tcp.reset();
    options.ptyLink = directory.path("meter");
    LiveMeter meter(options);
    meter.engine().setSpeed(1.0); // Pauses are of the line's time.
    LineFault split = fault(LineFaultKind::Split);
    split.timeUs = 80'000;
    split.size = 3;
    split.count = 1;
    apply(meter, split);
    ByteStream master = ByteStream::port(*options.ptyLink);
    const Clock::time_point start = Clock::now();
    master.send(kReadType);
    CHECK(master.receive(3) == Bytes{0x01, 0x03, 0x02});
    CHECK(master.receive(4) == Bytes{0x00, 0x28, 0xB8, 0x5A});
    CHECK(elapsedSince(start) >= milliseconds(79));

    LineFault twice = fault(LineFaultKind::Duplicate);
    twice.count = 1;
    apply(meter, twice);
    master.send(kReadType);
    CHECK(master.receive(7) == kTypeIsWye);
    CHECK(master.receive(7) == kTypeIsWye);
    CHECK(master.exchange(kReadType, 7) == kTypeIsWye);
}
