// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Captures and traces, read back: what the twin wrote itself, frame for frame, and files of
// others made here byte by byte after the formats' documents (draft-ietf-opsawg-pcap,
// draft-ietf-opsawg-pcapng, RFC 791, RFC 9293).
#include "sim/traffic/capture_reader.hpp"

#include "sim/traffic/pcapng_writer.hpp"
#include "sim/traffic/traffic_text.hpp"
#include "tests/sim/traffic/frames.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hex.hpp"

#include <string>
#include <vector>

using namespace meter::sim;
using meter::test::fromHex;

namespace {

std::vector<TrafficFrame> someFrames() {
    std::vector<TrafficFrame> frames = {tcpFrame(kRequest, {0, 7, 0, 0, 0, 6, 1, 3, 0, 18, 0, 1}),
                                        tcpFrame(kRequest, {0, 8, 0, 0, 0, 6, 1, 3, 0, 19, 0, 1}),
                                        tcpFrame(kAnswer, {0, 7, 0, 0, 0, 5, 1, 3, 2, 0x0A, 0xD2}),
                                        tcpFrame(kAnswer, {0, 8, 0, 0, 0, 5, 1, 3, 2, 0x0A, 0xD3}),
                                        rtuFrame(kRequest, {1, 3, 0, 0, 0, 1, 0x84, 0x0A}),
                                        rtuFrame(kAnswer, {1, 3, 2, 0, 0, 0xB8, 0x44}),
                                        rtuFrame(kRequest, {1, 3, 0, 0, 0, 1, 0x84, 0x0B})};
    frames.back().isDropped = true;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        frames[i].sequence = i + 1;
        frames[i].utcUs = 1'800'000'000'123'456 + static_cast<std::int64_t>(i);
        frames[i].meterTime = 2520 * static_cast<std::int64_t>(i);
    }
    frames[2].request = 1;
    frames[3].request = 2;
    frames[5].request = 5;
    return frames;
}

void checkSame(const std::vector<TrafficFrame>& read, bool hasMeterTime) {
    const std::vector<TrafficFrame> written = someFrames();
    REQUIRE(read.size() == written.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
        INFO(i);
        CHECK(read[i].sequence == written[i].sequence);
        CHECK(read[i].request == written[i].request);
        CHECK(read[i].utcUs == written[i].utcUs);
        CHECK(read[i].meterTime == (hasMeterTime ? written[i].meterTime : 0));
        CHECK(read[i].direction == written[i].direction);
        CHECK(read[i].framing == written[i].framing);
        CHECK(read[i].isDropped == written[i].isDropped);
        CHECK(read[i].peer == written[i].peer);
        CHECK(read[i].bytes == written[i].bytes);
    }
}

std::string textOf(const std::string& hex) {
    std::string text;
    for (const std::byte byte : fromHex(hex)) {
        text += std::to_integer<char>(byte);
    }
    return text;
}

/// A pcap file of one Ethernet packet: 10.0.0.2:40000 asks 10.0.0.1:502.
std::string pcapOf(const std::string& adu, std::uint32_t sequence, int packets = 1) {
    const std::string data = textOf(adu);
    std::string file =
        textOf("D4 C3 B2 A1 02 00 04 00 00 00 00 00 00 00 00 00 FF FF 00 00 01 00 00 00");
    const auto size = static_cast<char>(14 + 20 + 20 + data.size());
    for (int i = 0; i < packets; ++i) {
        file += textOf("01 00 00 00 05 00 00 00") + size + std::string(3, '\0') + size +
                std::string(3, '\0');
        file += textOf("00 00 00 00 00 01 00 00 00 00 00 02 08 00");
        file += textOf("45 00 00") + static_cast<char>(40 + data.size()) +
                textOf("00 00 40 00 40 06 00 00 0A 00 00 02 0A 00 00 01");
        file += textOf("9C 40 01 F6 00 00 00") + static_cast<char>(sequence) +
                textOf("00 00 00 00 50 18 FF FF 00 00 00 00") + data;
    }
    return file;
}

} // namespace

TEST_CASE("a trace of the twin is read back", "[judge]") {
    std::string text = trafficTextHeader();
    for (const TrafficFrame& frame : someFrames()) {
        text += trafficTextLine(frame, meaningOf(frame, nullptr));
    }
    const auto read = trafficOf(text);
    REQUIRE(read.has_value());
    checkSame(*read, true);
}

TEST_CASE("a capture of the twin is read back", "[judge]") {
    PcapngWriter writer;
    std::string file = PcapngWriter::header("test");
    for (const TrafficFrame& frame : someFrames()) {
        file += writer.blocks(frame, meaningOf(frame, nullptr));
    }
    const auto read = trafficOf(file);
    REQUIRE(read.has_value());
    checkSame(*read, false);
}

TEST_CASE("an old capture of somebody else is read", "[judge]") {
    const auto read = trafficOf(pcapOf("00 07 00 00 00 06 01 03 00 12 00 01", 1));
    REQUIRE(read.has_value());
    REQUIRE(read->size() == 1);
    const TrafficFrame& frame = read->front();
    CHECK(frame.utcUs == 1'000'005);
    CHECK(frame.endpoint == "modbus-tcp 10.0.0.1:502");
    CHECK(frame.peer == "10.0.0.2:40000");
    CHECK(frame.direction == TrafficDirection::Request);
    CHECK_FALSE(frame.isDropped);
    CHECK(frame.bytes == fromHex("00 07 00 00 00 06 01 03 00 12 00 01"));
}

TEST_CASE("several frames in a segment are taken apart, and a repeated segment is left out",
          "[judge]") {
    const std::string two =
        "00 07 00 00 00 06 01 03 00 12 00 01 00 08 00 00 00 06 01 03 00 12 00 01";
    const auto read = trafficOf(pcapOf(two, 1, 2));
    REQUIRE(read.has_value());
    CHECK(read->size() == 2);
}

TEST_CASE("a cut capture gives what is whole in it and never more", "[judge]") {
    const std::string file = pcapOf("00 07 00 00 00 06 01 03 00 12 00 01", 1);
    for (std::size_t size = 0; size < file.size(); ++size) {
        INFO(size);
        CHECK_FALSE(trafficOf(file.substr(0, size)).has_value());
    }
}

TEST_CASE("what is neither is told", "[judge]") {
    CHECK(trafficOf("hello").error().text.find("neither a capture") != std::string::npos);
    CHECK(trafficOf(trafficTextHeader()).error().text == "it holds no frame");
    CHECK(trafficOf(trafficTextHeader() + "1\t2\n").error().text ==
          "line 2 is not a line of a trace");
    CHECK(trafficOf(pcapOf("00 07 00 00 00 06 01 03 00 12 00 01", 1), 1502)
              .error()
              .text.find("none of its 1 packets") != std::string::npos);
}
