// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/line/faulty_line.hpp"

// Frames with their CRC, and what chance chooses, are those of expected_draws.py. The request
// is `01 03 00 00 00 01 84 0A` in either framing, the answer the word 0x1234.

namespace meter::test {

namespace {

struct Shape {
    std::string faults;
    std::string rtu;
    std::string tcp;
};

const std::string kRtu = "01 03 02 12 34 B5 33";
const std::string kTcp = "00 07 00 00 00 05 01 03 02 12 34";

} // namespace

TEST_CASE("each line fault turns an answer into these bytes, over RTU and over TCP") {
    const auto shape = GENERATE(values<Shape>({
        {"drop: 100 %", "nothing", "nothing"},
        {"delay: 50 ms", "50000 us: " + kRtu, "50000 us: " + kTcp},
        {"wrong_unit: 100 %", "02 03 02 12 34 F1 33", "00 07 00 00 00 05 02 03 02 12 34"},
        {"wrong_unit: {unit: 9}", "09 03 02 12 34 54 F2", "00 07 00 00 00 05 09 03 02 12 34"},
        {"corrupt: 100 %", "01 03 02 13 34 B5 33", "00 07 00 00 00 05 01 03 02 12 35"},
        {"truncate: 100 %", "01 03 02", "00"},
        {"truncate: {keep: 4}", "01 03 02 12", "00 07 00 00"},
        {"truncate: {keep: 200}", "01 03 02 12 34 B5", "00 07 00 00 00 05 01 03 02 12"},
        {"split: 100 ms", "01 03 02 12 34 | 100000 us: B5 33",
         "00 07 00 00 00 05 01 03 02 | 100000 us: 12 34"},
        {"split: {pause: 1 ms, after: 2}", "01 03 | 1000 us: 02 12 34 B5 33",
         "00 07 | 1000 us: 00 00 00 05 01 03 02 12 34"},
        {"garbage: 100 %", "EA BC 4E B0 12 " + kRtu, "EA BC 4E B0 12 " + kTcp},
        {"garbage: {bytes: \"00 ff\", where: after}", kRtu + " 00 FF", kTcp + " 00 FF"},
        {"duplicate: 100 %", kRtu + " | " + kRtu, kTcp + " | " + kTcp},
        {"duplicate: {pause: 20 ms}", kRtu + " | 20000 us: " + kRtu, kTcp + " | 20000 us: " + kTcp},
        {"reset: 100 %", "nothing reset", "nothing reset"},
        {"reset: {where: after}", kRtu + " reset", kTcp + " reset"},
        {"noise: 1 s", kRtu, kTcp},
        {"mute: true", "", ""},
    }));
    INFO(shape.faults);
    FaultyLine rtu;
    rtu.apply(shape.faults);
    CHECK(wireText(rtu.askRtu()) == shape.rtu);
    FaultyLine tcp;
    tcp.apply(shape.faults);
    CHECK(wireText(tcp.askTcp()) == shape.tcp);
}

TEST_CASE("a plan says which faults acted on it") {
    FaultyLine line;
    line.apply("{delay: 5 ms, corrupt: 0 %, duplicate: true}");
    const sim::AnswerPlan& plan = line.askRtu();
    CHECK(plan.faults == ((1U << static_cast<unsigned>(sim::LineFaultKind::Delay)) |
                          (1U << static_cast<unsigned>(sim::LineFaultKind::Duplicate))));
    CHECK(toHex(plan.plain) == kRtu);
}

TEST_CASE("a stale answer is the one to the request before, whatever was asked now") {
    FaultyLine line;
    CHECK(wireText(line.askRtu("03 00 09 00 02", "01 03 04 00 01 00 02 2A 32")) ==
          "01 03 04 00 01 00 02 2A 32");
    line.apply("stale: true");
    CHECK(wireText(line.askRtu()) == "01 03 04 00 01 00 02 2A 32");
    // The next one gets the answer that belonged to the last.
    CHECK(wireText(line.askRtu("03 00 09 00 02", "01 03 04 00 01 00 02 2A 32")) == kRtu);
}

TEST_CASE("the first answer of all cannot be stale and does not count as one") {
    FaultyLine line;
    line.apply("stale: {count: 1}");
    CHECK(wireText(line.askRtu()) == kRtu);
    CHECK(line.player().layers().front().rules.front().hits == 0);
    CHECK(wireText(line.askRtu("03 00 09 00 02", "01 03 04 00 01 00 02 2A 32")) == kRtu);
    CHECK(line.player().layers().front().rules.front().hits == 1);
}

TEST_CASE("a stale answer over TCP bears its old transaction, or the new one if that is said") {
    const auto [fault, expected] = GENERATE(table<std::string, std::string>(
        {{"stale: true", "00 07 00 00 00 05 01 03 02 12 34"},
         {"stale: {transaction: new}", "00 09 00 00 00 05 01 03 02 12 34"}}));
    FaultyLine line;
    line.apply(fault);
    static_cast<void>(line.askTcp()); // Transaction 7.
    const std::vector<std::byte> request = fromHex("03 00 09 00 02");
    const std::vector<std::byte> answer = fromHex("00 09 00 00 00 07 01 03 04 00 01 00 02");
    sim::AnswerPlan plan;
    plan.plain = answer;
    const std::vector<sim::LineFaultActor> actors = {{.player = &line.player()}};
    sim::shapeAnswer(
        actors, {.framing = sim::LineFraming::Tcp, .transaction = 9, .unit = 1, .pdu = request},
        line.player().remembered(), plan);
    CHECK(wireText(plan) == expected);
}

TEST_CASE("an exception is decided before the meter is asked") {
    FaultyLine line;
    line.apply("exception: 6");
    static_cast<void>(line.askRtu());
    CHECK(line.verdict.exception == std::optional<std::uint8_t>(6));
}

TEST_CASE("several faults act on one answer in the order of their table") {
    FaultyLine line;
    // Unit 2 with its CRC, cut behind four bytes, garbage before, split behind two, late.
    line.apply("{delay: 3 ms, split: {pause: 1 ms, after: 2}, garbage: {bytes: AA}, truncate: "
               "{keep: 4}, wrong_unit: true}");
    CHECK(wireText(line.askRtu()) == "3000 us: AA 02 | 1000 us: 03 02 12");
}

TEST_CASE("garbage may come before and behind one answer") {
    FaultyLine line;
    line.apply("garbage: [{bytes: AA}, {bytes: BB, where: after}]");
    CHECK(wireText(line.askRtu()) == "AA " + kRtu + " BB");
}

TEST_CASE("whatever bits are flipped the CRC of the frame is wrong") {
    FaultyLine line;
    const int bits = GENERATE(1, 2, 3, 4, 8, 16, 56, 2000);
    line.apply("corrupt: {bits: " + std::to_string(bits) + "}");
    for (int turn = 0; turn < 200; ++turn) {
        const sim::AnswerPlan& plan = line.askRtu();
        REQUIRE(plan.pieces.size() == 1);
        REQUIRE(plan.pieces.front().bytes.size() == 7);
        REQUIRE_FALSE(sim::rtuRequest(plan.pieces.front().bytes).has_value());
    }
}

TEST_CASE("flipped bits that would fit the CRC by chance do not get through") {
    // Of 367 290 ways to flip 4 of 56 bits about one in 2^16 leaves a right CRC.
    FaultyLine line;
    line.apply("corrupt: {bits: 4}");
    int sound = 0;
    for (int turn = 0; turn < 100'000; ++turn) {
        sound += sim::rtuRequest(line.askRtu().pieces.front().bytes) ? 1 : 0;
    }
    CHECK(sound == 0);
}

TEST_CASE("over TCP flipped bits leave the header as it is") {
    FaultyLine line;
    line.apply("corrupt: {bits: 5}");
    for (int turn = 0; turn < 200; ++turn) {
        const sim::AnswerPlan& plan = line.askTcp();
        REQUIRE(plan.pieces.size() == 1);
        const std::string sent = toHex(plan.pieces.front().bytes);
        REQUIRE(sent.substr(0, 20) == kTcp.substr(0, 20));
        REQUIRE(sent != kTcp);
    }
}

TEST_CASE("a whole RTU frame becomes a request only with its right CRC") {
    const std::vector<std::byte> frame = fromHex("01 03 00 00 00 01 84 0A");
    const auto request = sim::rtuRequest(frame);
    REQUIRE(request.has_value());
    CHECK(request->unit == 1);
    CHECK(toHex(request->pdu) == "03 00 00 00 01");
    CHECK_FALSE(sim::rtuRequest(fromHex("01 03 00 00 00 01 84 0B")).has_value());
    CHECK_FALSE(sim::rtuRequest(fromHex("01 03 84")).has_value());
}

TEST_CASE("the registers of a request are the guide's numbers") {
    using sim::RegisterSpan;
    const auto [pdu, expected] = GENERATE(table<std::string, std::optional<RegisterSpan>>({
        {"03 00 00 00 01", RegisterSpan{1, 1}},
        {"04 00 1C 00 02", RegisterSpan{29, 30}},
        {"06 00 8D 00 1E", RegisterSpan{142, 142}},
        {"10 00 80 00 03 06 00 00 00 00 00 00", RegisterSpan{129, 131}},
        {"03 FF FF FF FF", RegisterSpan{65535, 65535}},
        {"03 00 00 00 00", std::nullopt},
        {"11", std::nullopt},
        {"2B 0E 01 00", std::nullopt},
    }));
    INFO(pdu);
    CHECK(sim::registersOf(fromHex(pdu)) == expected);
}

} // namespace meter::test
