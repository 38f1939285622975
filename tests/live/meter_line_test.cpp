// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a line of meters does with a request, without time or sockets: equal addresses, unit 0,
// the wiring of the line. Register 131 is the CT size: 100 A by factory default (guide).
#include "sim/live/line/meter_line.hpp"

#include "core/modbus/mbap.hpp"
#include "core/modbus/rtu_framer.hpp"
#include "sim/line/master_pdu.hpp"
#include "tests/live/standing_line.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hex.hpp"

#include <string>
#include <vector>

using meter::sim::LineFault;
using meter::sim::LineFaultKind;
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

LineFault faultOf(LineFaultKind kind) {
    LineFault fault;
    fault.kind = kind;
    return fault;
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

TEST_CASE("Unit 0 over TCP is the only meter or a broadcast as the rule has it") {
    StandingLine direct;
    CHECK(askTcp(direct, 0, readPdu(3, 131, 1)) == "00 07 00 00 00 05 00 03 02 00 64");
    Scenario behindGateway;
    behindGateway.meter.rules.unitZero = meter::UnitZeroRule::Gateway;
    StandingLine gateway({behindGateway});
    CHECK(askTcp(gateway, 0, readPdu(3, 131, 1)).empty());
    CHECK(askTcp(gateway, 0, writeSinglePdu(131, 400)).empty());
    CHECK(ctOf(gateway, 0) == 400);
}

TEST_CASE("Over reversed or open wires nothing is understood and nothing acts") {
    for (const bool isReversed : {true, false}) {
        Scenario scenario;
        scenario.world.line.wiring.isReversed = isReversed;
        scenario.world.line.wiring.isOpen = !isReversed;
        StandingLine standing({scenario});
        CHECK(askRtu(standing, 1, writeSinglePdu(131, 400)).empty());
        CHECK(askRtu(standing, 0, writeSinglePdu(131, 400)).empty());
        CHECK(ctOf(standing, 0) == 100);
        REQUIRE_FALSE(standing.frames().empty());
        CHECK(standing.frames().front().remark == "no answer: the wiring of the line");
    }
}

TEST_CASE("A line without terminators loses frames as often as its law says") {
    // 1200 m at 19200 baud: p = 0.05 · 1 · 19200 / 38400 = 0.025 for a character. A request of 8
    // and an answer of 7 arrive with 0.975^15 = 0.684: of 2000 some 1368, with a standard
    // deviation of 21.
    Scenario scenario;
    scenario.world.line.wiring.terminators = 0;
    scenario.world.line.wiring.lengthM = 1200.0;
    StandingLine standing({scenario});
    int whole = 0;
    for (int i = 0; i < 2000; ++i) {
        const auto answer = askRtu(standing, 1, readPdu(3, 131, 1));
        whole += answer.size() == 7 && meter::modbus::hasValidCrc(answer) ? 1 : 0;
    }
    CHECK(whole > 1368 - 84);
    CHECK(whole < 1368 + 84);
}

TEST_CASE("A sound line loses nothing") {
    StandingLine standing;
    for (int i = 0; i < 500; ++i) {
        REQUIRE(askRtu(standing, 1, readPdu(3, 131, 1)).size() == 7);
    }
}

TEST_CASE("A fault of the transaction changes it and nothing else") {
    using meter::sim::TransactionLaw;
    StandingLine standing;
    const auto answerUnder = [&standing](TransactionLaw law) {
        LineFault fault = faultOf(LineFaultKind::Transaction);
        fault.transaction = law;
        standing.simulations.front().applyLineFaults({{{.kind = fault.kind, .faults = {fault}}}},
                                                     {});
        return askTcp(standing, 1, readPdu(3, 131, 1));
    };
    // Asked with 7.
    CHECK(answerUnder(TransactionLaw::Next) == "00 08 00 00 00 05 01 03 02 00 64");
    CHECK(answerUnder(TransactionLaw::Fixed) == "00 01 00 00 00 05 01 03 02 00 64");
    const std::string random = answerUnder(TransactionLaw::Random);
    CHECK(random.substr(0, 5) != "00 07");
    CHECK(random.substr(6) == "00 00 00 05 01 03 02 00 64");
    CHECK(askRtu(standing, 1, readPdu(3, 131, 1)).size() == 7); // A serial line has none.
}

TEST_CASE("The echo of a line fault is the request itself") {
    StandingLine standing;
    const LineFault echo = faultOf(LineFaultKind::Echo);
    standing.simulations.front().applyLineFaults({{{.kind = echo.kind, .faults = {echo}}}}, {});
    const auto frame = rtuFrame(1, readPdu(3, 131, 1));
    const auto& plan =
        standing.line->answerRtu({.endpoint = "/dev/ttyUSB0", .peer = {}}, frame, std::nullopt);
    CHECK(plan.echo == frame);
    CHECK(bytesOf(plan).size() == 7);
}
