// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whole RTU frames: addresses, CRC, broadcast, silence.
#include "core/base/crc16.hpp"
#include "core/modbus/pdu_server.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fake_meter_control.hpp"
#include "tests/support/hex.hpp"

#include <array>

namespace {

using namespace meter;
using namespace meter::modbus;
using meter::test::FakeMeterControl;
using meter::test::fromHex;
using meter::test::toHex;

std::string
serve(FakeMeterControl& control, std::span<const std::byte> frame, std::uint8_t address = 1) {
    std::array<std::byte, kAduRtuSizeMax> response{};
    return toHex(serveFrame(control, address, frame, response));
}

std::string serve(FakeMeterControl& control, std::string_view frame) {
    return serve(control, std::span<const std::byte>(fromHex(frame)));
}

/// The frame with its CRC behind it.
std::vector<std::byte> withCrc(std::string_view text) {
    std::vector<std::byte> frame = fromHex(text);
    const std::uint16_t crc = crc16(frame);
    frame.push_back(static_cast<std::byte>(crc & 0xFFU));
    frame.push_back(static_cast<std::byte>(crc >> 8U));
    return frame;
}

} // namespace

TEST_CASE("Golden frames are answered byte for byte") {
    // The frames of the requirements' list; CRCs as published there.
    FakeMeterControl control;
    CHECK(serve(control, "01 01 00 00 00 01 FD CA") == "01 81 01 81 90");
    CHECK(serve(control, "01 03 23 27 00 01 3F 85") == "01 83 02 C0 F1");
    CHECK(serve(control, "01 03 00 00 00 00 45 CA") == "01 83 03 01 31");
    CHECK(serve(control, "01 06 00 81 00 1F 98 2A") == "01 06 00 81 00 1F 98 2A");
    CHECK(serve(control, "01 03 00 81 00 01 D4 22").substr(0, 14) == "01 03 02 00 1F");
    CHECK(serve(control, "01 06 00 02 00 00 28 0A") == "01 86 02 C3 A1");
    CHECK(serve(control, "01 10 00 94 00 02 04 00 03 01 2C 0B 7D") == "01 10 00 94 00 02 00 24");
    CHECK(serve(control, "01 10 00 94 00 02 03 00 03 01 81 7F") == "01 90 03 0C 01");
    CHECK(serve(control, "01 06 00 80 75 7E 2E 92") == "01 06 00 80 75 7E 2E 92");
    CHECK(serve(control, "01 03 00 00 00 02 C4 0B") == toHex(withCrc("01 03 04 00 00 00 00")));
    CHECK(serve(control, "01 04 00 00 00 02 71 CB") == toHex(withCrc("01 04 04 00 00 00 00")));
    CHECK(serve(control, "01 03 01 04 00 02 84 36") == toHex(withCrc("01 03 04 00 00 00 00")));
    const std::string report = serve(control, "01 11 C0 2C");
    CHECK(report.substr(0, 17) == "01 11 30 F7 FF 4C");
    CHECK(report.substr(report.size() - 8) == "74 64 A3");
    CHECK(serve(control, "01 2B 0E 01 00 70 77").substr(0, 20) == "01 2B 0E 01 01 00 00");
}

TEST_CASE("G02 a frame with any bit flipped is not answered and does nothing") {
    FakeMeterControl control;
    const std::vector<std::byte> frame = fromHex("01 06 00 81 00 1F 98 2A");
    for (std::size_t bit = 0; bit < 8 * frame.size(); ++bit) {
        std::vector<std::byte> damaged = frame;
        damaged[bit / 8] ^= static_cast<std::byte>(1U << (bit % 8));
        CHECK(serve(control, damaged) == "");
    }
    CHECK(control.applyCount == 0);
}

TEST_CASE("G03 frames of fewer than 4 or more than 256 bytes are not answered") {
    FakeMeterControl control;
    CHECK(serve(control, "") == "");
    CHECK(serve(control, "01") == "");
    CHECK(serve(control, withCrc("01")) == "");
    std::string text = "01 10 00 94 00 7B F6";
    for (int i = 0; i < 248; ++i) {
        text += " 00";
    }
    CHECK(withCrc(text).size() == 257);
    CHECK(serve(control, withCrc(text)) == "");
}

TEST_CASE("G04 and G05 only the own address is served") {
    FakeMeterControl control;
    for (unsigned address = 1; address <= 255; ++address) {
        std::vector<std::byte> body = {static_cast<std::byte>(address)};
        const std::vector<std::byte> frame = withCrc(toHex(body) + " 03 00 82 00 01");
        const bool isAnswered = !serve(control, frame, 17).empty();
        CHECK(isAnswered == (address == 17));
    }
}

TEST_CASE("G06 a broadcast write acts and is not answered") {
    FakeMeterControl control;
    CHECK(serve(control, "00 06 00 80 52 DB F4 C8") == "");
    CHECK(control.subintervalCount == 1);
    CHECK(serve(control, withCrc("00 10 00 94 00 02 04 00 03 01 2C")) == "");
    CHECK(control.values.settings.demandSubintervals == 3);
}

TEST_CASE("G07 and E06 broadcast reads and identifications are ignored") {
    FakeMeterControl control;
    for (const char* frame : {"00 03 00 00 00 01", "00 04 00 00 00 01", "00 11", "00 2B 0E 01 00",
                              "00 05 00 00 FF 00"}) {
        CHECK(serve(control, withCrc(frame)) == "");
    }
}

TEST_CASE("G08 a refused broadcast is silent and does nothing") {
    FakeMeterControl control;
    CHECK(serve(control, withCrc("00 06 00 85 00 01")) == "");
    CHECK(serve(control, withCrc("00 06 23 27 00 01")) == "");
    CHECK(control.applyCount == 0);
}

TEST_CASE("On the line a length that does not fit its function is silence") {
    FakeMeterControl control;
    for (const char* frame : {
             "01 03 00 00 00", "01 03 00 00 00 01 00", "01 06 00 81 00", "01 06 00 81 00 1F 00",
             "01 10 00 94 00 02 04 00 03 01", "01 10 00 94 00 02 04 00 03 01 2C 00", "01 11 00",
             "01 2B 0E 01", "01 2B",
             "00 06 00 81 00 1F 00", // nor does a broadcast of that kind act
         }) {
        INFO(frame);
        CHECK(serve(control, withCrc(frame)) == "");
    }
    CHECK(control.values.settings == Settings{});
}

TEST_CASE("An exception of our own that echoes back is not answered") {
    FakeMeterControl control;
    CHECK(serve(control, "01 83 02 C0 F1") == "");
    CHECK(serve(control, withCrc("01 FF")) == "");
}

TEST_CASE("A booting meter is silent and broadcasts do not reach it") {
    FakeMeterControl control;
    control.values.isMeasuring = false;
    CHECK(serve(control, "01 03 00 00 00 02 C4 0B") == "");
    CHECK(serve(control, withCrc("00 06 00 81 00 1F")) == "");
    CHECK(control.values.settings.systemType == SystemType::Wye);
}
