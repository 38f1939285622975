// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/line/master_pdu.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/hex.hpp"

#include <array>
#include <string>

using namespace meter::sim;
using meter::test::fromHex;
using meter::test::toHex;

// Frames and their check sums are those of the Modbus documents, or of mbpoll on a line.

namespace {

const PduBytes kRead = readPdu(3, 293, 2);

AnswerKind kindOf(const PduBytes& request, const char* answer) {
    return judgeAnswer(request, fromHex(answer)).kind;
}

} // namespace

TEST_CASE("requests are those of the protocol") {
    CHECK(toHex(rtuFrame(1, kRead)) == "01 03 01 24 00 02 85 FC");
    CHECK(toHex(readPdu(4, 1, 125)) == "04 00 00 00 7D");
    CHECK(toHex(rtuFrame(1, writeSinglePdu(130, 31))) == "01 06 00 81 00 1F 98 2A");
    const std::array<std::uint16_t, 2> words = {3, 300};
    CHECK(toHex(rtuFrame(1, writeMultiplePdu(149, words))) ==
          "01 10 00 94 00 02 04 00 03 01 2C 0B 7D");
    CHECK(toHex(rtuFrame(1, reportIdPdu())) == "01 11 C0 2C");
    CHECK(toHex(rtuFrame(1, identificationPdu(0))) == "01 2B 0E 01 00 70 77");
}

TEST_CASE("an answer to a read has its function and its byte count") {
    CHECK(kindOf(kRead, "03 04 43 8A 80 00") == AnswerKind::Fits);
    CHECK(wordsOf(fromHex("03 04 43 8A 80 00")) == std::vector<std::uint16_t>{0x438A, 0x8000});
    CHECK(kindOf(kRead, "04 04 43 8A 80 00") == AnswerKind::Nonsense);
    CHECK(kindOf(kRead, "03 02 43 8A") == AnswerKind::Nonsense);
    CHECK(kindOf(kRead, "03 04 43 8A 80") == AnswerKind::Nonsense);
    CHECK(kindOf(kRead, "03 04 43 8A 80 00 00") == AnswerKind::Nonsense);
    CHECK(kindOf(kRead, "03") == AnswerKind::Nonsense);
    CHECK(kindOf(kRead, "") == AnswerKind::Nonsense);
}

TEST_CASE("a refusal is of the function that was asked") {
    const JudgedAnswer refusal = judgeAnswer(kRead, fromHex("83 02"));
    CHECK(refusal.kind == AnswerKind::Refusal);
    CHECK(refusal.exception == 2);
    CHECK(kindOf(kRead, "84 02") == AnswerKind::Nonsense);
    CHECK(kindOf(kRead, "83 02 00") == AnswerKind::Nonsense);
    CHECK(kindOf(kRead, "83") == AnswerKind::Nonsense);
}

TEST_CASE("a write is done only if its echo says so") {
    const PduBytes single = writeSinglePdu(131, 200);
    CHECK(kindOf(single, "06 00 82 00 C8") == AnswerKind::Fits);
    CHECK(kindOf(single, "06 00 82 00 C9") == AnswerKind::WrongEcho);
    CHECK(kindOf(single, "06 00 83 00 C8") == AnswerKind::WrongEcho);
    CHECK(kindOf(single, "06 00 82 00") == AnswerKind::Nonsense);
    const std::array<std::uint16_t, 2> words = {3, 300};
    const PduBytes several = writeMultiplePdu(149, words);
    CHECK(kindOf(several, "10 00 94 00 02") == AnswerKind::Fits);
    CHECK(kindOf(several, "10 00 94 00 01") == AnswerKind::WrongEcho);
    CHECK(kindOf(several, "10 00 93 00 02") == AnswerKind::WrongEcho);
}

TEST_CASE("identities have the length that they say") {
    CHECK(kindOf(reportIdPdu(), "11 04 F7 FF 4C 4D") == AnswerKind::Fits);
    CHECK(kindOf(reportIdPdu(), "11 05 F7 FF 4C 4D") == AnswerKind::Nonsense);
    CHECK(kindOf(reportIdPdu(), "11 00") == AnswerKind::Nonsense);
    const PduBytes request = identificationPdu(0);
    CHECK(kindOf(request, "2B 0E 01 01 00 00 01 00 02 4C 65") == AnswerKind::Fits);
    CHECK(kindOf(request, "2B 0E 01 01 00 00 01 00 03 4C 65") == AnswerKind::Nonsense);
    CHECK(kindOf(request, "2B 0D 01 01 00 00 01 00 02 4C 65") == AnswerKind::Nonsense);
}

TEST_CASE("an answer is found behind noise and behind our own echo") {
    const auto frame = rtuFrame(1, fromHex("03 04 43 8A 80 00"));
    auto heard = fromHex("FF 00");
    const auto echo = rtuFrame(1, kRead);
    heard.insert(heard.end(), echo.begin(), echo.end());
    CHECK_FALSE(findAnswer(1, kRead, heard));
    heard.insert(heard.end(), frame.begin(), frame.end() - 1);
    CHECK_FALSE(findAnswer(1, kRead, heard));
    heard.push_back(frame.back());
    const auto found = findAnswer(1, kRead, heard);
    REQUIRE(found);
    CHECK(found->kind == AnswerKind::Fits);
    CHECK(toHex(found->pdu) == "03 04 43 8A 80 00");
}

TEST_CASE("what is not our answer is passed over and named") {
    const auto ofTwo = rtuFrame(2, fromHex("03 04 43 8A 80 00"));
    CHECK_FALSE(findAnswer(1, kRead, ofTwo));
    CHECK(judgeHeard(1, kRead, ofTwo).kind == AnswerKind::OtherUnit);
    CHECK(judgeHeard(1, kRead, ofTwo).reason.find("unit 2") != std::string::npos);

    const auto shorter = rtuFrame(1, fromHex("03 02 43 8A"));
    CHECK_FALSE(findAnswer(1, kRead, shorter));
    CHECK(judgeHeard(1, kRead, shorter).kind == AnswerKind::Nonsense);

    auto damaged = rtuFrame(1, fromHex("03 04 43 8A 80 00"));
    damaged[3] ^= std::byte{1};
    CHECK_FALSE(findAnswer(1, kRead, damaged));
    CHECK(judgeHeard(1, kRead, damaged).kind == AnswerKind::BadCrc);
    CHECK(judgeHeard(1, kRead, {}).kind == AnswerKind::Silence);
}

TEST_CASE("every exception has its number and a name") {
    CHECK(exceptionText(2).starts_with("exception 02 (illegal data address"));
    CHECK(exceptionText(11).starts_with("exception 11 (0x0B: gateway target"));
    CHECK(exceptionText(87) == "exception 87 (0x57: not in the standard)");
}

TEST_CASE("the longest answer of a request is known before it comes") {
    CHECK(answerSizeMax(kRead) == 6);
    CHECK(answerSizeMax(writeSinglePdu(131, 200)) == 5);
    CHECK(answerSizeMax(reportIdPdu()) == 253);
    CHECK(answerSizeMax(identificationPdu(0)) == 253);
}
