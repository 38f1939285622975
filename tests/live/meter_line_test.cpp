// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a line of meters does with a request, without time or sockets: equal addresses.
// Register 131 is the CT size: 100 A by factory default (guide).
#include "sim/live/line/meter_line.hpp"

#include "core/modbus/mbap.hpp"
#include "core/modbus/rtu_framer.hpp"
#include "sim/line/master_pdu.hpp"
#include "tests/live/standing_line.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hex.hpp"

#include <string>
#include <vector>

using meter::sim::PduBytes;
using meter::sim::readPdu;
using meter::sim::rtuFrame;
using meter::sim::Scenario;
using meter::sim::writeSinglePdu;
using meter::test::StandingLine;
using meter::test::toHex;

namespace {

std::vector<std::byte> bytesOf(const meter::sim::AnswerPlan& plan) {
    std::vector<std::byte> bytes(plan.plain.begin(), plan.plain.end());
    if (!plan.pieces.empty()) {
        bytes.clear();
    }
    for (const auto& piece : plan.pieces) {
        bytes.insert(bytes.end(), piece.bytes.begin(), piece.bytes.end());
    }
    return bytes;
}

std::vector<std::byte> askRtu(StandingLine& standing, std::uint8_t unit, const PduBytes& pdu) {
    return bytesOf(standing.line->answerRtu({.endpoint = "/dev/ttyUSB0", .peer = {}},
                                            rtuFrame(unit, pdu), std::nullopt));
}

std::string askTcp(StandingLine& standing, std::uint8_t unit, const PduBytes& pdu) {
    const meter::modbus::MbapHeader header{
        .transaction = 7, .protocol = 0, .length = 0, .unit = unit};
    return toHex(bytesOf(standing.line->answerTcp(
        {.endpoint = "modbus-tcp 127.0.0.1:1502", .peer = "127.0.0.1:40000"}, header, pdu)));
}

std::uint32_t ctOf(const StandingLine& standing, std::size_t meter) {
    return standing.simulations[meter].meter().readings().settings.ctPrimaryA;
}

} // namespace

TEST_CASE("Two meters of one address both act and what comes back is not a frame") {
    Scenario second;
    second.seed = 2;
    StandingLine standing({Scenario{}, second});
    CHECK_FALSE(meter::modbus::hasValidCrc(askRtu(standing, 1, writeSinglePdu(131, 400))));
    CHECK(ctOf(standing, 0) == 400);
    CHECK(ctOf(standing, 1) == 400);
    CHECK_FALSE(meter::modbus::hasValidCrc(askRtu(standing, 1, readPdu(3, 131, 1))));
    // Over TCP a gateway got no answer that it understands: exception 0B.
    CHECK(askTcp(standing, 1, readPdu(3, 131, 1)) == "00 07 00 00 00 03 01 83 0B");
    CHECK(askTcp(standing, 1, writeSinglePdu(131, 500)) == "00 07 00 00 00 03 01 86 0B");
    CHECK(ctOf(standing, 0) == 500);
    CHECK(ctOf(standing, 1) == 500);
}

TEST_CASE("A sound line loses nothing") {
    StandingLine standing;
    for (int i = 0; i < 500; ++i) {
        REQUIRE(askRtu(standing, 1, readPdu(3, 131, 1)).size() == 7);
    }
}
