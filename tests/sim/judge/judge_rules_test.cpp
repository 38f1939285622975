// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The 22 rules of the judge, each with a master that breaks just it and one that does not.
// Registers are the guide's; 257 to 346 hold floats of two registers, 131 the CT size, 129 the
// commands. At 19200 8N1 a character takes 520.8 µs, 3.5 characters of silence are 2005 µs and
// 1.5 characters 859 µs (11 bits each, Modbus over Serial Line 2.5.1.1).
#include "sim/judge/rule_table.hpp"
#include "sim/traffic/traffic_remarks.hpp"
#include "tests/sim/judge/conversation.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <sstream>

using meter::sim::JudgeSeverity;
using meter::sim::readPdu;
using meter::sim::writeSinglePdu;
using meter::test::Conversation;
using enum Conversation::Carrier;

namespace {

constexpr std::int64_t kMs = 1000;

/// Ten polls, one a second, of all that such a meter has.
void pollWell(Conversation& talk) {
    talk.begin();
    for (int second = 1; second <= 10; ++second) {
        talk.at(second);
        talk.read(138, 9);
        talk.read(257, 90);
    }
}

} // namespace

TEST_CASE("a good master is found nothing of and has all points", "[judge]") {
    for (const auto carrier : {Tcp, Serial}) {
        Conversation talk(carrier);
        pollWell(talk);
        CHECK(talk.findings().empty());
        CHECK(talk.judge.report().score == 100);
        CHECK(talk.judge.report().requests == 22);
        CHECK(talk.judge.report().good.size() > 5);
    }
}

TEST_CASE("Rule J01: the halves of a value in two requests", "[judge]") {
    Conversation bad(Tcp);
    bad.begin();
    bad.at(1);
    bad.read(257, 1);
    bad.read(258, 1);
    CHECK(bad.findings() == "J01");
    // Both requests show it: 257 is address 0x0100.
    CHECK(bad.judge.report().findings[0].frames ==
          std::vector<std::string>{"00 03 00 00 00 06 01 03 01 00 00 01",
                                   "00 04 00 00 00 06 01 03 01 01 00 01"});
    Conversation good(Tcp);
    good.begin();
    good.at(1);
    good.read(257, 2);
    CHECK(good.findings().empty());
}

TEST_CASE("Rule J02: the addresses are one off", "[judge]") {
    Conversation bad(Tcp);
    bad.begin();
    bad.at(1);
    for (const int number : {258, 260, 262}) {
        bad.read(number, 2);
    }
    CHECK(bad.findings() == "J02"); // In place of J01.
    CHECK(bad.judge.report().findings[0].count == 3);
    Conversation counted(Tcp);
    counted.begin();
    // 40257 as an address.
    counted.exchange(readPdu(3, 40'258, 2), Conversation::pduOf({0x83, 2}));
    CHECK(counted.findings() == "J02");
}

TEST_CASE("Rule J03: integers without their scales", "[judge]") {
    Conversation bad(Tcp);
    bad.ask({0x11}, {0x11, 3, 247, 0xFF, 0x4C});
    bad.read(146, 1);
    bad.read(7, 5);
    CHECK(bad.findings() == "J03");
    Conversation good(Tcp);
    good.begin();
    good.read(7, 5);
    CHECK(good.findings().empty());
}

TEST_CASE("Rule J03: scales that were read before they changed", "[judge]") {
    for (const bool isReadAgain : {false, true}) {
        Conversation talk(Tcp);
        talk.begin();
        for (int second = 1; second <= 5; ++second) {
            talk.at(second);
            talk.read(7, 5);
            talk.scales = {-2, -2, -2, -2};
            if (isReadAgain) {
                talk.read(138, 9);
            }
        }
        CHECK(talk.findings() == (isReadAgain ? "" : "J03"));
    }
}

TEST_CASE("Rule J04: the same refused request again and again", "[judge]") {
    for (const int times : {2, 3}) {
        Conversation talk(Tcp);
        talk.begin();
        for (int i = 0; i < times; ++i) {
            talk.exchange(writeSinglePdu(131, 0), Conversation::pduOf({0x86, 3}));
        }
        CHECK(talk.findings() == (times < 3 ? "" : "J04"));
    }
}

TEST_CASE("Rule J05: commands too often", "[judge]") {
    for (const double pause : {5.0, 10.5}) {
        Conversation talk(Tcp);
        talk.begin();
        talk.at(1);
        talk.write(129, 21'211);
        talk.at(1 + pause);
        talk.write(129, 21'211);
        CHECK(talk.findings() == (pause < 10.0 ? "J05" : ""));
    }
    Conversation clears(Tcp);
    clears.begin();
    clears.at(1);
    clears.write(129, 30'078);
    clears.at(3600);
    clears.write(129, 30'078);
    CHECK(clears.findings() == "J05");
}

TEST_CASE("Rule J06: what stands is written again", "[judge]") {
    Conversation bad(Tcp);
    bad.begin();
    for (int second = 1; second <= 3; ++second) {
        bad.at(second);
        bad.write(131, 400);
    }
    CHECK(bad.findings() == "J06");
    CHECK(bad.judge.report().findings[0].count == 2);
    Conversation good(Tcp);
    good.begin();
    for (int second = 1; second <= 3; ++second) {
        good.at(second);
        good.write(131, 400 + second);
    }
    CHECK(good.findings().empty());
}

TEST_CASE("Rule J07: a time-out shorter than the longest answer", "[judge]") {
    // 90 registers: 185 characters, 96 ms.
    Conversation bad(Serial);
    bad.begin();
    bad.askInVain(readPdu(3, 257, 90), 90 * kMs);
    bad.read(257, 90);
    CHECK(bad.findings() == "J07");
    Conversation good(Serial);
    good.begin();
    good.askInVain(readPdu(3, 257, 90), 300 * kMs);
    good.read(257, 90);
    CHECK(good.findings().empty());
    Conversation overTcp(Tcp); // Several requests may be in flight there.
    overTcp.begin();
    overTcp.askInVain(readPdu(3, 257, 90), 10 * kMs);
    overTcp.read(138, 9);
    CHECK(overTcp.findings().empty());
}

TEST_CASE("Rule J07: it talks while the meter sends", "[judge]") {
    Conversation bad(Serial);
    bad.begin();
    bad.stray({1, 3, 0, 137, 0, 9, 0x55, 0xE6}, meter::sim::kSendingRemark);
    CHECK(bad.findings() == "J07");
}

TEST_CASE("Rule J08: the silences of the line", "[judge]") {
    for (const std::int64_t silence : {1900, 2100}) {
        Conversation talk(Serial);
        talk.begin();
        talk.nowUs += silence - 100 * kMs; // An exchange ends with 100 ms of silence.
        talk.read(138, 9);
        CHECK(talk.findings() == (silence < 2005 ? "J08" : ""));
    }
    // 859 µs, and 2 ms that a host may be late by.
    for (const std::int64_t pause : {2800, 2900}) {
        Conversation talk(Serial);
        talk.begin();
        talk.pauseMaxUs = pause;
        talk.read(138, 9);
        CHECK(talk.findings() == (pause > 2859 ? "J08" : ""));
    }
}

TEST_CASE("Rule J09: the answer to a broadcast is awaited", "[judge]") {
    for (const bool isAwaited : {true, false}) {
        Conversation talk(Serial);
        talk.begin();
        talk.unit = 0;
        talk.exchange(writeSinglePdu(131, 400), {});
        talk.nowUs += isAwaited ? 500 * kMs : 0;
        talk.unit = 1;
        if (isAwaited) {
            talk.write(131, 400); // The same as unicast.
        } else {
            talk.read(131, 1); // As the advice says.
        }
        CHECK(talk.findings() == (isAwaited ? "J09" : ""));
    }
}

TEST_CASE("Rule J10: another protocol, baud rate or parity", "[judge]") {
    const auto judged = [](Conversation::Carrier carrier, const std::vector<int>& bytes, int times,
                           std::string_view remark = {}) {
        Conversation talk(carrier);
        talk.begin();
        for (int i = 0; i < times; ++i) {
            talk.stray(bytes, remark);
        }
        return talk.findings();
    };
    const std::vector<int> mbap = {0, 1, 0, 0, 0, 6, 1, 3, 0, 0, 0, 1};
    const std::vector<int> rtu = {1, 3, 0, 0, 0, 1, 0x84, 0x0A}; // CRC of the serial line guide.
    const std::vector<int> http = {'G', 'E', 'T', ' ', '/', ' ', 'H', 'T', 'T', 'P'};
    const std::vector<int> tls = {0x16, 3, 1, 0, 0xF1, 1, 0, 0, 0xED, 3};
    const std::vector<int> ascii = {':', '0', '1', '0', '3', '0', '0', '0', '0'};
    CHECK(judged(Serial, mbap, 1) == "J10");
    CHECK(judged(Tcp, rtu, 1) == "J10");
    for (const auto carrier : {Tcp, Serial}) {
        CHECK(judged(carrier, http, 1) == "J10");
        CHECK(judged(carrier, tls, 1) == "J10");
        CHECK(judged(carrier, ascii, 1) == "J10");
    }
    CHECK(judged(Serial, {1, 3}, 1, "not understood: the master has 9600 baud") == "J10");
    // A damaged frame may be noise; three are a setting.
    const std::vector<int> damaged = {1, 3, 0, 0, 0, 1, 0x84, 0x0B};
    CHECK(judged(Serial, damaged, 2).empty());
    CHECK(judged(Serial, damaged, 3) == "J10");
}

TEST_CASE("Rule J11: polls faster than the meter renews", "[judge]") {
    for (const double period : {0.2, 1.0}) {
        Conversation talk(Tcp);
        talk.begin();
        for (int i = 0; i < 8; ++i) {
            talk.at(1 + i * period);
            talk.read(257, 90);
        }
        CHECK(talk.findings() == (period < 1.0 ? "J11" : ""));
    }
}

TEST_CASE("Rule J12: one value a request", "[judge]") {
    Conversation bad(Tcp);
    bad.begin();
    bad.at(1);
    for (const int number : {257, 259, 261, 263}) {
        bad.read(number, 2);
    }
    CHECK(bad.findings() == "J12");
    // Three requests less: each 13 characters but for its data, and 7 of silence, at 10 bits and
    // 19200 baud: 3 · 20 · 10 / 19200 s = 31 ms.
    CHECK(bad.judge.report().findings[0].cost ==
          "3 requests could have been left out: 31 ms of the line at 19200 baud");
    Conversation good(Tcp);
    good.begin();
    good.at(1);
    good.read(257, 8);
    CHECK(good.findings().empty());
}

TEST_CASE("Rule J13: a connection for each request", "[judge]") {
    for (const bool isNew : {true, false}) {
        Conversation talk(Tcp);
        talk.begin();
        for (int i = 1; i <= 6; ++i) {
            talk.port += isNew ? 1 : 0;
            talk.at(i);
            talk.read(257, 90);
        }
        CHECK(talk.findings() == (isNew ? "J13" : ""));
    }
}

TEST_CASE("Rule J13: more than four connections from one host", "[judge]") {
    for (const int count : {4, 5}) {
        Conversation talk(Tcp);
        talk.begin();
        for (int second = 1; second <= 2; ++second) {
            for (int connection = 0; connection < count; ++connection) {
                talk.port = 40'000 + connection;
                talk.at(second + 0.15 * connection);
                talk.read(257 + 8 * connection, 8);
            }
        }
        CHECK(talk.findings() == (count > 4 ? "J13" : ""));
    }
}

TEST_CASE("Rule J13: no pause after failures", "[judge]") {
    for (const std::int64_t pause : {150 * kMs, 2000 * kMs}) {
        Conversation talk(Serial);
        talk.begin();
        for (int i = 0; i < 8; ++i) {
            talk.askInVain(readPdu(3, 257, 2), pause);
        }
        CHECK(talk.findings() == (pause < 1000 * kMs ? "J13" : ""));
    }
}

TEST_CASE("Rule J14: never reads the alerts", "[judge]") {
    Conversation bad(Tcp);
    bad.ask({0x11}, {0x11, 3, 247, 0xFF, 0x4C});
    bad.read(257, 90);
    CHECK(bad.findings() == "J14");
}

TEST_CASE("Rule J15: registers that are not there, or reserved", "[judge]") {
    Conversation beyond(Tcp);
    beyond.begin();
    beyond.exchange(readPdu(3, 53, 1), Conversation::pduOf({0x83, 2}));
    CHECK(beyond.findings() == "J15");
    Conversation reserved(Tcp);
    reserved.begin();
    reserved.read(25, 1);
    CHECK(reserved.findings() == "J15");
    Conversation across(Tcp); // In the middle of a longer read it costs nothing.
    across.begin();
    across.read(22, 5);
    CHECK(across.findings().empty());
}

TEST_CASE("Rule J16: the same transaction for every request", "[judge]") {
    Conversation bad(Tcp);
    bad.transactionId = 1;
    pollWell(bad);
    CHECK(bad.findings() == "J16");
}

TEST_CASE("Rule J16: too many requests in flight", "[judge]") {
    for (const int count : {16, 17}) {
        Conversation talk(Tcp);
        talk.begin();
        const auto pdu = readPdu(3, 131, 1);
        std::vector<std::uint64_t> asked;
        for (int i = 0; i < count; ++i) {
            asked.push_back(talk.sendRequest(pdu));
        }
        for (const std::uint64_t sequence : asked) {
            talk.sendAnswer(sequence, Conversation::pduOf({3, 2, 1, 144}));
        }
        CHECK(talk.findings() == (count > 16 ? "J16" : ""));
    }
}

TEST_CASE("Rule J17: energies near their roll-over, or beyond a float's digits", "[judge]") {
    Conversation integers(Tcp);
    integers.begin();
    integers.read(1, 2, {0xFF00, 0}); // 99.6 % of 2^32.
    CHECK(integers.findings() == "J17");
    Conversation both(Tcp);
    both.begin();
    both.read(1, 2, {0xFF00, 0});
    both.read(257, 2);
    CHECK(both.findings().empty());
    // 2^24 counts of 10^-1 kWh are 1677721.6 kWh: 0x49CCCCCD as a float (IEEE 754).
    Conversation floats(Tcp);
    floats.begin();
    floats.read(257, 2, {0x49CC, 0xCCCD});
    CHECK(floats.findings() == "J17");
    Conversation less(Tcp);
    less.begin();
    less.read(257, 2, {0x49CC, 0x0000});
    CHECK(less.findings().empty());
}

TEST_CASE("Rule J18: the other write function would be usual", "[judge]") {
    Conversation one(Tcp);
    one.begin();
    one.ask({16, 0, 130, 0, 1, 2, 1, 144}, {16, 0, 130, 0, 1});
    CHECK(one.findings() == "J18");
    Conversation row(Tcp);
    row.begin();
    for (const int number : {142, 143, 144}) {
        row.write(number, 50);
    }
    CHECK(row.findings() == "J18");
    Conversation good(Tcp);
    good.begin();
    good.write(142, 50);
    good.write(144, 50);
    CHECK(good.findings().empty());
}

TEST_CASE("Rule J19: answers are fetched too slowly or not to their end", "[judge]") {
    for (const std::string_view remark :
         {meter::sim::kSlowFetchRemark, meter::sim::kCutFetchRemark}) {
        Conversation bad(Tcp);
        bad.begin();
        bad.stray({}, remark);
        CHECK(bad.findings() == "J19");
    }
}

TEST_CASE("Rule J20: never asks who the meter is", "[judge]") {
    Conversation bad(Tcp);
    bad.read(138, 9);
    CHECK(bad.findings() == "J20");
    Conversation version(Tcp);
    version.read(138, 9);
    version.read(7001, 1);
    CHECK(version.findings().empty());
}

TEST_CASE("Rule J21: a poll over more than one update", "[judge]") {
    for (const double second : {1.95, 1.2}) {
        Conversation talk(Tcp);
        talk.begin();
        talk.at(second);
        talk.read(257, 8);
        talk.read(275, 8);
        CHECK(talk.findings() == (second > 1.5 ? "J21" : ""));
    }
}

TEST_CASE("Rule J22: unit 0 or 255 where the unit's own address works", "[judge]") {
    for (const int unit : {0, 255, 1}) {
        Conversation talk(Tcp);
        talk.unit = static_cast<std::uint8_t>(unit);
        talk.begin();
        CHECK(talk.findings() == (unit == 1 ? "" : "J22"));
    }
}

TEST_CASE("the score falls by severity", "[judge]") {
    Conversation talk(Tcp);
    talk.read(257, 1); // J14, J20.
    talk.read(258, 1); // J01.
    CHECK(talk.findings() == "J01 J14 J20");
    CHECK(talk.judge.report().score == 100 - 12 - 1 - 1);
    CHECK(talk.judge.report().has(JudgeSeverity::Error));
    CHECK_FALSE(talk.judge.report().has(JudgeSeverity::Warning));
}

TEST_CASE("masters are judged each for itself", "[judge]") {
    Conversation talk(Serial);
    talk.begin();
    talk.at(1);
    talk.read(257, 1);
    talk.unit = 2; // The other half is another meter's.
    talk.read(258, 1);
    CHECK(talk.findings().empty());
}

TEST_CASE("what it keeps of a long life is bounded", "[judge]") {
    Conversation talk(Tcp);
    talk.begin();
    for (int i = 0; i < 20'000; ++i) {
        talk.port = 1024 + i % 60'000;
        talk.exchange(readPdu(3, static_cast<std::uint16_t>(i), 1 + i % 100),
                      Conversation::pduOf({0x83, 2}));
    }
    talk.judge.finish();
    for (const auto& finding : talk.judge.report().findings) {
        CHECK(finding.frames.size() <= 4);
    }
}

TEST_CASE("docs/masters.md has a section for every rule", "[judge]") {
    std::ifstream file(METERTWIN_DOCS "/masters.md");
    std::stringstream text;
    text << file.rdbuf();
    for (const auto& rule : meter::sim::judgeRuleTexts()) {
        INFO(rule.name);
        CHECK(text.str().find("### " + std::string(rule.name) + " ") != std::string::npos);
    }
}
