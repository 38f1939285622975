// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The meters' end of a serial line with times that the test brings along. Frames are those of
// the conformance list (CRCs of an independent program); the rules those of docs/endpoints.md.
// At 19200 8N1 a character takes 10 / 19200 s = 520.8 µs, 3.5 of them 1822.9 µs.
#include "sim/live/endpoints/rtu_port.hpp"

#include "tests/live/standing_line.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hex.hpp"

#include <algorithm>
#include <string>

using meter::sim::LineFault;
using meter::sim::LineFaultKind;
using meter::sim::live::ByteSink;
using meter::sim::live::kNever;
using meter::sim::live::LineCounters;
using meter::sim::live::Pacing;
using meter::sim::live::RtuCarrier;
using meter::sim::live::RtuPort;
using meter::sim::live::WallUs;
using meter::test::fromHex;
using meter::test::StandingLine;
using meter::test::toHex;

namespace {

// Register 130, the system type; a factory-new meter is a wye.
const std::string kReadType = "01 03 00 81 00 01 D4 22";
const std::string kTypeIsWye = "01 03 02 00 28 B8 5A";
// Register 130 := 31.
const std::string kWriteType = "01 06 00 81 00 1F 98 2A";
constexpr WallUs kSecond = 1'000'000;

class Sink final : public ByteSink {
public:
    void writeBytes(std::span<const std::byte> bytes) override {
        said.insert(said.end(), bytes.begin(), bytes.end());
    }

    /// Since the last time.
    std::string take() {
        const std::string text = toHex(said);
        said.clear();
        return text;
    }

    std::vector<std::byte> said;
};

struct Port {
    explicit Port(RtuCarrier carrier)
        : port({.line = *standing.line,
                .log = standing.log,
                .counters = counters,
                .pacing = pacing,
                .sink = sink,
                .carrier = carrier},
               "/dev/ttyUSB0",
               {}) {}

    void receive(const std::string& hex) { port.receive(fromHex(hex), now, std::nullopt); }

    /// Lets time pass, with whatever becomes due.
    void pass(WallUs duration) {
        const WallUs end = now + duration;
        while (port.nextDeadline() <= end) {
            now = std::max(now, port.nextDeadline());
            port.onTime(now);
        }
        now = end;
    }

    std::string ask(const std::string& hex) {
        receive(hex);
        pass(kSecond / 10);
        return sink.take();
    }

    [[nodiscard]] std::ptrdiff_t answerCount() const {
        const auto frames = standing.frames();
        return std::ranges::count(frames, meter::sim::TrafficDirection::Answer,
                                  &meter::sim::TrafficFrame::direction);
    }

    StandingLine standing;
    LineCounters counters;
    Pacing pacing{0};
    Sink sink;
    WallUs now = kSecond;
    RtuPort port;
};

} // namespace

TEST_CASE("On a virtual port a request may pause for less than a second anywhere") {
    for (std::size_t cut = 1; cut < 8; ++cut) {
        INFO(cut);
        Port virtualPort(RtuCarrier::Virtual);
        virtualPort.receive(kReadType.substr(0, 3 * cut));
        virtualPort.pass(990'000);
        CHECK(virtualPort.sink.take().empty());
        CHECK(virtualPort.ask(kReadType.substr(3 * cut)) == kTypeIsWye);
    }
}

TEST_CASE("On a virtual port what pauses for longer than a second is shown as unfinished") {
    Port virtualPort(RtuCarrier::Virtual);
    virtualPort.receive("01 03 00 81");
    virtualPort.pass(kSecond);
    const auto frames = virtualPort.standing.frames();
    REQUIRE(frames.size() == 1);
    CHECK(frames[0].isDropped);
    CHECK(frames[0].remark == "an unfinished frame");
    CHECK(toHex(frames[0].bytes) == "01 03 00 81");
    CHECK(virtualPort.ask(kReadType) == kTypeIsWye);
}

TEST_CASE("Garbage is never owed on a serial line") {
    Port virtualPort(RtuCarrier::Virtual);
    // 40 000 bytes would take 21 s at 19200 baud.
    virtualPort.port.receive(std::vector<std::byte>(40'000, std::byte{0x55}), virtualPort.now,
                             std::nullopt);
    CHECK(virtualPort.ask(kReadType) == kTypeIsWye);
    CHECK(virtualPort.ask("01 03 01 24 00 02 FF FF " + kReadType) == kTypeIsWye);
}

TEST_CASE("Every byte that was no request is shown with what it probably was") {
    Port virtualPort(RtuCarrier::Virtual);
    // Modbus TCP: transaction 1, six bytes, unit 1, read register 1.
    virtualPort.receive("00 01 00 00 00 06 01 03 00 00 00 01");
    virtualPort.pass(2 * kSecond);
    virtualPort.receive("01 03 01 24 00 02 FF FF");
    virtualPort.pass(2 * kSecond);
    std::string seen;
    for (const auto& frame : virtualPort.standing.frames()) {
        CHECK(frame.isDropped);
        seen += frame.remark + ": " + toHex(frame.bytes) + "\n";
    }
    CHECK(seen == "Modbus TCP on a serial endpoint: 00 01 00 00 00 06 01 03 00 00 00 01\n"
                  "a frame with a bad CRC: 01 03 01 24 00 02 FF FF\n");
    const std::string log = virtualPort.standing.logText();
    CHECK(log.find("no request on /dev/ttyUSB0: Modbus TCP on a serial endpoint") !=
          std::string::npos);
    CHECK(log.find("a frame with a bad CRC") != std::string::npos);
    CHECK(virtualPort.counters.dropped == 2);
}

TEST_CASE("A delayed answer is never overtaken on a serial line") {
    Port virtualPort(RtuCarrier::Virtual);
    LineFault delay;
    delay.kind = LineFaultKind::Delay;
    delay.timeUs = 600'000;
    delay.count = 1;
    virtualPort.standing.simulations.front().applyLineFaults(
        {{{.kind = delay.kind, .faults = {delay}}}}, {});
    virtualPort.receive(kReadType);
    virtualPort.pass(kSecond / 2);
    virtualPort.receive("01 03 00 84 00 01 C4 23"); // Register 133, the PT ratio: 1.00:1.
    virtualPort.pass(kSecond / 20);
    CHECK(virtualPort.sink.take().empty());
    virtualPort.pass(kSecond);
    CHECK(virtualPort.sink.take() == kTypeIsWye + " 01 03 02 00 64 B9 AF");
}

TEST_CASE("On a real device two requests without a silence between them are no frame") {
    Port device(RtuCarrier::Device);
    device.receive(kReadType + " " + kReadType);
    device.pass(kSecond / 10);
    CHECK(device.sink.take().empty());
    CHECK(device.standing.logText().find("no request on /dev/ttyUSB0") != std::string::npos);
    CHECK(device.ask(kReadType) == kTypeIsWye);
}

TEST_CASE("On a real device garbage ends with the line's silence") {
    Port device(RtuCarrier::Device);
    device.receive("00 FF 13");
    device.pass(30'000); // More than an adapter's own pauses.
    CHECK(device.standing.logText().find("the line is set to 19200 8N1") != std::string::npos);
    CHECK(device.counters.dropped == 1);
    CHECK(device.ask(kReadType) == kTypeIsWye);
}

TEST_CASE("An adapter that hears itself does not ask the meter again") {
    for (const RtuCarrier carrier : {RtuCarrier::Device, RtuCarrier::DevicePair}) {
        for (const std::string& request : {kWriteType, kReadType}) {
            Port port(carrier);
            std::string answer = port.ask(request);
            for (int i = 0; i < 20; ++i) {
                // What it said comes back one USB latency later, in two lumps.
                port.receive(answer.substr(0, 9));
                port.pass(1000);
                port.receive(answer.substr(9));
                port.pass(20'000);
                CHECK(port.sink.take().empty());
                answer = port.ask(request);
                CHECK(answer.size() >= kTypeIsWye.size());
            }
            CHECK(port.answerCount() == 21);
        }
    }
}

TEST_CASE("An adapter that does not hear itself misses no request of a master in a hurry") {
    for (const RtuCarrier carrier : {RtuCarrier::Device, RtuCarrier::DevicePair}) {
        Port port(carrier);
        for (int i = 0; i < 50; ++i) {
            port.receive(kReadType);
            // The next one as soon as the answer is there: 7 characters and the silence before.
            while (port.sink.said.size() < 7) {
                REQUIRE(port.port.nextDeadline() != kNever);
                port.pass(port.port.nextDeadline() - port.now);
            }
            CHECK(port.sink.take() == kTypeIsWye);
        }
    }
}

TEST_CASE("The echo of a line fault comes before the answer and without its pace") {
    Port virtualPort(RtuCarrier::Virtual);
    LineFault echo;
    echo.kind = LineFaultKind::Echo;
    virtualPort.standing.simulations.front().applyLineFaults(
        {{{.kind = echo.kind, .faults = {echo}}}}, {});
    virtualPort.receive(kReadType);
    CHECK(virtualPort.sink.take() == kReadType);
    virtualPort.pass(kSecond / 10);
    CHECK(virtualPort.sink.take() == kTypeIsWye);
    // Also of a request to somebody who is not there: unit 2.
    virtualPort.receive("02 03 00 81 00 01 D4 11");
    virtualPort.pass(kSecond / 10);
    CHECK(virtualPort.sink.take() == "02 03 00 81 00 01 D4 11");
}
