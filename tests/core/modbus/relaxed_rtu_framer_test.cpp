// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The forgiving framer of virtual ports.
#include "core/base/crc16.hpp"
#include "core/modbus/rtu_framer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hex.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace meter;
using namespace meter::modbus;
using meter::test::fromHex;
using meter::test::toHex;

const std::string kRead = "01 03 00 00 00 02 C4 0B";
const std::string kWriteTwo = "01 10 00 94 00 02 04 00 03 01 2C 0B 7D";
const std::string kReport = "01 11 C0 2C";
const std::string kIdentify = "01 2B 0E 01 00 70 77";

/// Everything that comes out of a lump of bytes at one time.
std::vector<std::string> feed(RelaxedRtuFramer& framer, std::string_view hex, std::uint64_t atUs) {
    std::vector<std::string> frames;
    for (const std::byte byte : fromHex(hex)) {
        framer.onByte(byte, atUs);
        for (auto frame = framer.nextFrame(atUs); !frame.empty(); frame = framer.nextFrame(atUs)) {
            frames.push_back(toHex(frame));
        }
    }
    return frames;
}

std::string withCrc(std::string_view text) {
    std::vector<std::byte> frame = fromHex(text);
    const std::uint16_t crc = crc16(frame);
    frame.push_back(static_cast<std::byte>(crc & 0xFFU));
    frame.push_back(static_cast<std::byte>(crc >> 8U));
    return toHex(frame);
}

using Frames = std::vector<std::string>;

} // namespace

TEST_CASE("A frame is complete with its last byte") {
    RelaxedRtuFramer framer;
    std::uint64_t nowUs = 0;
    for (const std::string& request : {kRead, kWriteTwo, kReport, kIdentify}) {
        nowUs += 1'000'000;
        CHECK(feed(framer, request, nowUs) == Frames{request});
        CHECK_FALSE(framer.isUnfinished());
    }
}

TEST_CASE("Frames in one lump come out in order") {
    RelaxedRtuFramer framer;
    CHECK(feed(framer, kRead + kWriteTwo + kReport + kIdentify + kRead, 5) ==
          Frames{kRead, kWriteTwo, kReport, kIdentify, kRead});
}

TEST_CASE("A frame may come in pieces with pauses below the limit") {
    RelaxedRtuFramer framer(19'200);
    CHECK(framer.pauseUs() == 20'000);
    std::uint64_t nowUs = 0;
    Frames frames;
    for (const std::byte byte : fromHex(kRead)) {
        nowUs += 19'999;
        CHECK(framer.nextFrame(nowUs).empty());
        frames = feed(framer, toHex(std::span(&byte, 1)), nowUs);
    }
    CHECK(frames == Frames{kRead});
}

TEST_CASE("What is unfinished after the pause is dropped") {
    RelaxedRtuFramer framer(19'200);
    CHECK(feed(framer, "01 03 00 00 00", 0).empty());
    CHECK(framer.isUnfinished());
    CHECK(framer.deadlineUs() == 20'000);
    CHECK(framer.nextFrame(20'000).empty());
    CHECK_FALSE(framer.isUnfinished());
    CHECK(feed(framer, kRead, 20'001) == Frames{kRead});

    CHECK(feed(framer, "01 03 00 00 00", 30'000).empty());
    CHECK(feed(framer, kRead, 50'000) == Frames{kRead}); // also if nobody asked in between
}

TEST_CASE("At slow baud rates the pause is 3.5 characters") {
    CHECK(RelaxedRtuFramer(1200).pauseUs() == 32'084);
    CHECK(RelaxedRtuFramer(2400).pauseUs() == 20'000);
}

TEST_CASE("G12 on a virtual port requests may be glued together") {
    RelaxedRtuFramer framer;
    CHECK(feed(framer, kRead + " " + kRead, 0) == Frames{kRead, kRead});
}

TEST_CASE("Garbage before a request is skipped") {
    RelaxedRtuFramer framer;
    std::uint64_t nowUs = 0;
    for (const char* garbage :
         {"00", "FF", "01 03 ", "FF 00 A5 5A ", "01 0F 00 00 ", "10 10 10 "}) {
        INFO(garbage);
        nowUs += 100'000;
        CHECK(feed(framer, garbage + kRead, nowUs) == Frames{kRead});
    }
    // A write of many registers has no fixed size: the pause tells.
    nowUs += 100'000;
    CHECK(feed(framer, "FF 00 A5 5A " + kWriteTwo, nowUs).empty());
    CHECK(toHex(framer.nextFrame(nowUs + 20'000)) == kWriteTwo);
    CHECK(framer.nextFrame(nowUs + 20'000).empty());
}

TEST_CASE("An abandoned write gives way to the request behind it at the pause") {
    RelaxedRtuFramer framer;
    CHECK(feed(framer, "01 10 00 94 00 7B F6 00 " + kRead, 0).empty());
    CHECK(toHex(framer.nextFrame(20'000)) == kRead);
}

TEST_CASE("A megabyte of garbage does not keep the next request from being served") {
    RelaxedRtuFramer framer;
    std::uint32_t state = 12'345;
    for (int i = 0; i < 1'000'000; ++i) {
        state = state * 1'664'525U + 1'013'904'223U; // Numerical Recipes' generator
        framer.onByte(static_cast<std::byte>(state >> 24U), 1);
        while (!framer.nextFrame(1).empty()) {
        }
    }
    static_cast<void>(framer.nextFrame(20'001));
    CHECK(feed(framer, kRead, 20'002) == Frames{kRead});
}

TEST_CASE("A frame of an unknown function is told at the pause") {
    RelaxedRtuFramer framer;
    const std::string request = withCrc("01 64 01 02 03");
    CHECK(feed(framer, request, 0).empty());
    CHECK(framer.nextFrame(19'999).empty());
    CHECK(toHex(framer.nextFrame(20'000)) == request);
}

TEST_CASE("Standard functions that the meter lacks are told at their own length") {
    RelaxedRtuFramer framer;
    const std::string coils = "01 01 00 00 00 01 FD CA";
    CHECK(feed(framer, coils, 0) == Frames{coils});
    // Used in another way than the standard has it, the pause tells.
    const std::string other = withCrc("01 01 00 00 00 01 02 03 04");
    CHECK(feed(framer, other, 100).empty());
    CHECK(toHex(framer.nextFrame(20'100)) == other);
}

TEST_CASE("Frames to other units are told and leave nothing behind") {
    RelaxedRtuFramer framer;
    const std::string other = withCrc("02 03 00 00 00 02");
    CHECK(feed(framer, other + kRead, 0) == Frames{other, kRead});
}

TEST_CASE("A known function of a wrong length is dropped") {
    RelaxedRtuFramer framer;
    CHECK(feed(framer, withCrc("01 03 00 00 00 02 00"), 0).empty());
    CHECK(framer.nextFrame(20'000).empty());
    CHECK(feed(framer, withCrc("01 11 00"), 30'000).empty());
    CHECK(framer.nextFrame(60'000).empty());
    CHECK(feed(framer, kRead, 60'001) == Frames{kRead});
}

TEST_CASE("The largest write fits") {
    std::string text = "01 10 00 94 00 7B F6";
    for (int i = 0; i < 246; ++i) {
        text += " 00";
    }
    RelaxedRtuFramer framer;
    const std::string request = withCrc(text);
    CHECK(feed(framer, request, 0) == Frames{request});
    // A byte count that no frame can hold is garbage: 9 + 255 > 256.
    CHECK(feed(framer, "01 10 00 94 00 7B FF", 100).empty());
    CHECK(feed(framer, kRead, 101) == Frames{kRead});
}
