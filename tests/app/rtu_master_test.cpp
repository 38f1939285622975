// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/serial_link.hpp"
#include "tests/app/fake_link.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hex.hpp"

#include <array>

using namespace meter;
using namespace meter::test;
using app::MasterError;
using app::MasterManner;
using sim::rtuFrame;

// A serial slave that breaks one rule at a time, in virtual time. What the master must do is in
// docs/masters.md; frames are those of the Modbus documents.

namespace {

MasterManner lineManner(int retries = 2) {
    return {.isTcp = false,
            .timing = app::linkTimingOf(19200, 'N'),
            .unit = 1,
            .timeout = milliseconds(1000),
            .retries = retries,
            .readFunction = 3,
            .observer = {}};
}

LinkBytes frame(const char* pdu, std::uint8_t unit = 1) {
    return rtuFrame(unit, fromHex(pdu));
}

/// Answers a read of one register with its own number, so that every answer tells its request.
LinkBytes ownNumber(const LinkBytes& request) {
    return rtuFrame(std::to_integer<std::uint8_t>(request[0]),
                    std::array{request[1], std::byte{2}, request[2], request[3]});
}

} // namespace

TEST_CASE("a late answer is not taken for the next one") {
    // Every answer comes 100 ms after the time-out.
    FakeLine line(
        [](FakeLink& link, const LinkBytes& request) {
            link.arrive(milliseconds(1100), ownNumber(request));
        },
        lineManner());
    for (const int number : {100, 200, 300, 201}) {
        const auto words = line.master.read(static_cast<std::uint16_t>(number), 1);
        REQUIRE(words);
        CHECK(words->front() == number - 1);
    }
}

TEST_CASE("an answer that is never waited for is thrown away for 1.2 time-outs") {
    int count = 0;
    FakeLine line(
        [&](FakeLink& link, const LinkBytes& request) {
            // The first one 0.9 s after it was given up, the second one never, then at once.
            ++count;
            if (count != 2) {
                link.arrive(milliseconds(count == 1 ? 1950 : 5), ownNumber(request));
            }
        },
        lineManner(0));
    CHECK_FALSE(line.master.read(100, 1));
    const auto words = line.master.read(200, 1);
    CHECK_FALSE(words); // Nothing comes for it; the late one was not believed.
    CHECK(line.master.read(300, 1)->front() == 299);
    CHECK(line.link->sentAt[1] - line.link->sentAt[0] >= milliseconds(2200));
}

TEST_CASE("a duplicate of an answer is not taken for the next one") {
    FakeLine line(
        [](FakeLink& link, const LinkBytes& request) {
            link.arrive(milliseconds(10), ownNumber(request));
            link.arrive(milliseconds(13), ownNumber(request));
        },
        lineManner());
    for (const int number : {100, 200, 300}) {
        CHECK(line.master.read(static_cast<std::uint16_t>(number), 1)->front() == number - 1);
    }
}

TEST_CASE("what lies in the port is thrown away before a request") {
    FakeLine line(
        [](FakeLink& link, const LinkBytes& request) {
            link.arrive(milliseconds(10), ownNumber(request));
        },
        lineManner());
    line.link->arrive(milliseconds(0), frame("03 02 11 11"));
    CHECK(line.master.read(100, 1)->front() == 99);
}

TEST_CASE("a request waits for 3.5 characters of silence") {
    FakeLine line(
        [](FakeLink& link, const LinkBytes& request) {
            link.arrive(milliseconds(10), ownNumber(request));
        },
        lineManner());
    // Somebody else talks for 200 ms.
    const MasterTime begun = line.link->now();
    for (int ms = 0; ms <= 200; ms += 2) {
        line.link->arrive(milliseconds(ms), fromHex("55"));
    }
    CHECK(line.master.read(100, 1)->front() == 99);
    // 3.5 characters of 11 bits at 19200 baud are 2.005 ms.
    CHECK(line.link->sentAt[0] - begun >= milliseconds(202));
}

TEST_CASE("a line that is never silent is told") {
    FakeLine line([](FakeLink&, const LinkBytes&) {}, lineManner(0));
    for (int ms = 0; ms <= 20'000; ms += 5) {
        line.link->arrive(milliseconds(ms), fromHex("55"));
    }
    const auto words = line.master.read(100, 1);
    REQUIRE_FALSE(words);
    CHECK(words.error().text.find("never silent") != std::string::npos);
    CHECK(line.link->sent.empty());
}

TEST_CASE("only the unit, the function and the byte count of the request are believed") {
    for (const LinkBytes& wrong : {frame("03 02 11 11", 2), frame("04 02 11 11"),
                                   frame("03 04 11 11 22 22"), frame("84 02")}) {
        CAPTURE(toHex(wrong));
        FakeLine line(
            [&](FakeLink& link, const LinkBytes&) { link.arrive(milliseconds(10), wrong); },
            lineManner(0));
        CHECK_FALSE(line.master.read(100, 1));
        // The right one behind it is heard all the same.
        FakeLine mended(
            [&](FakeLink& link, const LinkBytes& request) {
                link.arrive(milliseconds(10), wrong);
                link.arrive(milliseconds(50), ownNumber(request));
            },
            lineManner(0));
        const auto words = mended.master.read(100, 1);
        REQUIRE(words);
        CHECK(words->front() == 99);
    }
}

TEST_CASE("a damaged answer is asked for again") {
    int count = 0;
    FakeLine line(
        [&](FakeLink& link, const LinkBytes& request) {
            LinkBytes answer = ownNumber(request);
            answer[3] ^= std::byte{static_cast<unsigned char>(count++ < 2 ? 1 : 0)};
            link.arrive(milliseconds(10), answer);
        },
        lineManner());
    CHECK(line.master.read(100, 1)->front() == 99);
    CHECK(line.link->sent.size() == 3);
}

TEST_CASE("what was tried is told") {
    int count = 0;
    FakeLine line(
        [&](FakeLink& link, const LinkBytes&) {
            if (++count == 2) {
                link.arrive(milliseconds(10), fromHex("01 03 02 11 11 00 00"));
            }
        },
        lineManner());
    const auto words = line.master.read(100, 1);
    REQUIRE_FALSE(words);
    CHECK(words.error().kind == MasterError::Kind::Timeout);
    CHECK(words.error().text.find("asked 3 times: no answer within 1000 ms (2 times); 7 bytes") !=
          std::string::npos);
}

TEST_CASE("the time-out is of the whole answer") {
    FakeLine line(
        [](FakeLink& link, const LinkBytes& request) {
            const LinkBytes answer = ownNumber(request);
            for (std::size_t i = 0; i < answer.size(); ++i) {
                link.arrive(milliseconds(400 * static_cast<int>(i + 1)), {answer[i]});
            }
        },
        lineManner(0));
    const MasterTime begun = line.link->now();
    CHECK_FALSE(line.master.read(100, 1));
    // 1 s, and 15 characters of 10 bits at 19200 baud: 8 ms.
    CHECK(line.link->now() - begun < milliseconds(1100));
}

TEST_CASE("the time that an answer takes on a slow line is no delay") {
    MasterManner manner = lineManner(0);
    manner.timing = app::linkTimingOf(1200, 'E');
    FakeLine line(
        [](FakeLink& link, const LinkBytes& request) {
            // 125 registers, 255 characters of 11 bits at 1200 baud: 2.34 s. The request itself
            // takes 73 ms.
            LinkBytes pdu(252, std::byte{0});
            pdu[0] = request[1];
            pdu[1] = std::byte{250};
            link.arrive(milliseconds(73 + 900 + 2340), rtuFrame(1, pdu));
        },
        manner);
    CHECK(line.master.read(1, 125));
}

TEST_CASE("a write is done only if its echo is the same") {
    for (const char* wrong : {"06 00 82 00 C9", "06 00 83 00 C8"}) {
        FakeLine line(
            [&](FakeLink& link, const LinkBytes& request) {
                link.arrive(milliseconds(10),
                            request[1] == std::byte{6} ? frame(wrong) : ownNumber(request));
            },
            lineManner());
        const auto done = line.master.writeSingle(131, 200);
        REQUIRE_FALSE(done);
        CHECK(done.error().kind == MasterError::Kind::WrongEcho);
        const auto writes = std::ranges::count_if(
            line.link->sent, [](const LinkBytes& one) { return one[1] == std::byte{6}; });
        CHECK(writes == 1); // At once, without a retry.
    }
}

TEST_CASE("a write of several registers is done only if start and count come back") {
    const std::array<std::uint16_t, 2> words = {3, 300};
    FakeLine right([](FakeLink& link,
                      const LinkBytes&) { link.arrive(milliseconds(10), frame("10 00 94 00 02")); },
                   lineManner());
    CHECK(right.master.writeMultiple(149, words));
    FakeLine wrong([](FakeLink& link,
                      const LinkBytes&) { link.arrive(milliseconds(10), frame("10 00 94 00 01")); },
                   lineManner());
    CHECK(wrong.master.writeMultiple(149, words).error().kind == MasterError::Kind::WrongEcho);
}

TEST_CASE("the echo of an adapter is no answer") {
    // The adapter hears itself; the meter is dead.
    FakeLine dead(
        [](FakeLink& link, const LinkBytes& request) { link.arrive(milliseconds(5), request); },
        lineManner(0));
    CHECK_FALSE(dead.master.writeSingle(131, 200));
    CHECK_FALSE(dead.master.read(131, 1));

    // It hears itself, and the meter answers.
    FakeLine alive(
        [](FakeLink& link, const LinkBytes& request) {
            link.arrive(milliseconds(5), request);
            link.arrive(milliseconds(20),
                        request[1] == std::byte{6} ? request : ownNumber(request));
        },
        lineManner(0));
    CHECK(alive.master.writeSingle(131, 200));
    CHECK(alive.master.read(131, 1)->front() == 130);

    // No echo: the one frame that comes is the answer.
    FakeLine plain(
        [](FakeLink& link, const LinkBytes& request) {
            link.arrive(milliseconds(20),
                        request[1] == std::byte{6} ? request : ownNumber(request));
        },
        lineManner(0));
    CHECK(plain.master.writeSingle(131, 200));
}

TEST_CASE("a lost line is opened again") {
    int count = 0;
    FakeLine line(
        [&](FakeLink& link, const LinkBytes& request) {
            link.arrive(milliseconds(10), ++count == 1 ? LinkBytes{} : ownNumber(request));
        },
        lineManner());
    CHECK(line.master.read(100, 1)->front() == 99);
    CHECK(line.link->opened == 2);
}

TEST_CASE("nobody answers a broadcast and nobody waits for it") {
    MasterManner manner = lineManner();
    manner.unit = 0;
    FakeLine line([](FakeLink&, const LinkBytes&) {}, manner);
    const MasterTime begun = line.link->now();
    CHECK(line.master.writeSingle(129, 21211));
    CHECK(line.link->sent.size() == 1);
    CHECK(line.link->now() - begun < milliseconds(300));
}

TEST_CASE("another unit is asked without waiting for a late answer") {
    FakeLine line(
        [](FakeLink& link, const LinkBytes& request) {
            if (request[0] == std::byte{1}) {
                link.arrive(milliseconds(1050), ownNumber(request));
            } else {
                link.arrive(milliseconds(100), ownNumber(request));
            }
        },
        lineManner(0));
    CHECK_FALSE(line.master.read(100, 1));
    line.master.setUnit(2);
    CHECK(line.master.read(100, 1)->front() == 99);
    CHECK(line.link->sentAt[1] - line.link->sentAt[0] < milliseconds(1100));
}
