// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The Modbus TCP header and its stream.
#include "core/modbus/mbap.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/hex.hpp"

#include <array>

namespace {

using namespace meter::modbus;
using meter::test::fromHex;
using meter::test::toHex;

} // namespace

TEST_CASE("H01 and H02 header fields are read and written") {
    const auto bytes = fromHex("12 34 00 00 00 06 11 03 00 00 00 02");
    const MbapResult result = parseMbap(bytes);
    REQUIRE(result.verdict == MbapVerdict::Frame);
    CHECK(result.header.transaction == 0x1234);
    CHECK(result.header.unit == 0x11);
    CHECK(result.size == 12);
    CHECK(toHex(result.pdu) == "03 00 00 00 02");

    std::array<std::byte, kAduTcpSizeMax> adu{};
    const auto pdu = fromHex("03 04 00 00 00 01");
    CHECK(toHex(writeMbap(adu, 0x1234, 0x11, pdu)) == "12 34 00 00 00 07 11 03 04 00 00 00 01");
}

TEST_CASE("An answer may be served into its place behind the header") {
    std::array<std::byte, kAduTcpSizeMax> adu{};
    adu[7] = std::byte{0x83};
    adu[8] = std::byte{0x02};
    const auto sent = writeMbap(adu, 1, 2, std::span(adu).subspan(7, 2));
    CHECK(toHex(sent) == "00 01 00 00 00 03 02 83 02");
}

TEST_CASE("H03 another protocol is dropped and the next frame found") {
    const auto bytes = fromHex("00 01 00 01 00 06 01 03 00 00 00 02 00 02 00 00 00 02 01 11");
    const MbapResult first = parseMbap(bytes);
    CHECK(first.verdict == MbapVerdict::Drop);
    REQUIRE(first.size == 12);
    const MbapResult second = parseMbap(std::span(bytes).subspan(first.size));
    CHECK(second.verdict == MbapVerdict::Frame);
    CHECK(toHex(second.pdu) == "11");
}

TEST_CASE("H05 impossible lengths close the connection as soon as they are seen") {
    for (const char* hex : {"00 01 00 00 00 00", "00 01 00 00 00 01", "00 01 00 00 00 FF",
                            "00 01 00 00 FF FF", "00 01 00 01 00 01"}) {
        INFO(hex);
        CHECK(parseMbap(fromHex(hex)).verdict == MbapVerdict::Close);
    }
    CHECK(parseMbap(fromHex("00 01 00 00 00 02")).verdict == MbapVerdict::NeedMore);
    CHECK(parseMbap(fromHex("00 01 00 00 00 FE")).verdict == MbapVerdict::NeedMore);
}

TEST_CASE("H06 segment boundaries mean nothing") {
    const auto bytes = fromHex("12 34 00 00 00 06 11 03 00 00 00 02");
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CHECK(parseMbap(std::span(bytes).first(size)).verdict == MbapVerdict::NeedMore);
    }
    CHECK(parseMbap(bytes).verdict == MbapVerdict::Frame);
}

TEST_CASE("H04 lengths from 2 to 254 are frames") {
    for (std::size_t length = 2; length <= 254; ++length) {
        std::vector<std::byte> bytes(6 + length);
        bytes[5] = static_cast<std::byte>(length);
        const MbapResult result = parseMbap(bytes);
        CHECK(result.verdict == MbapVerdict::Frame);
        CHECK(result.pdu.size() == length - 1);
    }
}
