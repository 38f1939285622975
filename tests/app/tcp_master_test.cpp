// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/fake_link.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hex.hpp"

#include <cstring>

using namespace meter;
using namespace meter::test;
using app::MasterError;
using app::MasterManner;

// A Modbus TCP server that breaks one rule at a time, in virtual time.

namespace {

MasterManner tcpManner(int retries = 2) {
    return {.isTcp = true,
            .timing = {},
            .unit = 1,
            .timeout = milliseconds(1000),
            .retries = retries,
            .readFunction = 3,
            .observer = {}};
}

/// Answers a read of one register with its own number.
LinkBytes ownNumber(const LinkBytes& request) {
    return {request[0], request[1], std::byte{0}, std::byte{0}, std::byte{0}, std::byte{5},
            request[6], request[7], std::byte{2}, request[8],   request[9]};
}

} // namespace

TEST_CASE("an answer with another transaction is skipped until the time-out") {
    FakeLine line(
        [](FakeLink& link, const LinkBytes& request) {
            LinkBytes old = ownNumber(request);
            old[1] ^= std::byte{0x40};
            old[10] = std::byte{0x77};
            link.arrive(milliseconds(10), old);
            link.arrive(milliseconds(500), ownNumber(request));
        },
        tcpManner(0));
    CHECK(line.master.read(100, 1)->front() == 99);
}

TEST_CASE("answers to other requests alone are a time-out that tells of them") {
    FakeLine line(
        [](FakeLink& link, const LinkBytes& request) {
            LinkBytes old = ownNumber(request);
            old[0] ^= std::byte{0x40};
            link.arrive(milliseconds(10), old);
        },
        tcpManner(0));
    const auto words = line.master.read(100, 1);
    REQUIRE_FALSE(words);
    CHECK(words.error().kind == MasterError::Kind::Timeout);
    CHECK(words.error().text.find("1 answer to other requests came") != std::string::npos);
}

TEST_CASE("an answer after its time-out is not taken for the next one over TCP") {
    FakeLine line(
        [](FakeLink& link, const LinkBytes& request) {
            link.arrive(milliseconds(request[9] == std::byte{99} ? 1500 : 600), ownNumber(request));
        },
        tcpManner(0));
    CHECK_FALSE(line.master.read(100, 1));
    CHECK(line.master.read(200, 1)->front() == 199);
}

TEST_CASE("another unit, protocol or length is not believed") {
    struct Lie {
        std::size_t offset;
        unsigned char value;
    };

    // Unit 77; protocol 5; lengths 0, 255 · 256 + 5 and 6.
    for (const Lie lie : {Lie{6, 77}, Lie{3, 5}, Lie{5, 0}, Lie{4, 255}, Lie{5, 6}}) {
        CAPTURE(lie.offset, static_cast<int>(lie.value));
        FakeLine line(
            [&](FakeLink& link, const LinkBytes& request) {
                LinkBytes answer = ownNumber(request);
                answer[lie.offset] = std::byte{lie.value};
                link.arrive(milliseconds(10), answer);
            },
            tcpManner(0));
        CHECK_FALSE(line.master.read(100, 1));
    }
}

TEST_CASE("segments mean nothing to the master") {
    FakeLine line(
        [](FakeLink& link, const LinkBytes& request) {
            const LinkBytes answer = ownNumber(request);
            for (std::size_t i = 0; i < answer.size(); ++i) {
                link.arrive(milliseconds(10 * static_cast<int>(i)), {answer[i]});
            }
        },
        tcpManner(0));
    CHECK(line.master.read(100, 1)->front() == 99);
}

TEST_CASE("the time-out over TCP is of the whole answer") {
    FakeLine line(
        [](FakeLink& link, const LinkBytes& request) {
            const LinkBytes answer = ownNumber(request);
            for (std::size_t i = 0; i < answer.size(); ++i) {
                link.arrive(milliseconds(400 * static_cast<int>(i + 1)), {answer[i]});
            }
        },
        tcpManner(1));
    const MasterTime begun = line.link->now();
    CHECK_FALSE(line.master.read(100, 1));
    CHECK(line.link->now() - begun <= milliseconds(2000));
}

TEST_CASE("a wrong echo over TCP is a failure without a retry") {
    FakeLine line(
        [](FakeLink& link, const LinkBytes& request) {
            LinkBytes echo = request;
            echo[11] ^= std::byte{1};
            link.arrive(milliseconds(10), echo);
        },
        tcpManner());
    const auto done = line.master.writeSingle(131, 205);
    REQUIRE_FALSE(done);
    CHECK(done.error().kind == MasterError::Kind::WrongEcho);
    CHECK(line.link->sent.size() == 1);
    FakeLine right(
        [](FakeLink& link, const LinkBytes& request) { link.arrive(milliseconds(10), request); },
        tcpManner());
    CHECK(right.master.writeSingle(131, 205));
}

TEST_CASE("a closed connection is opened again within the retries") {
    int count = 0;
    const Slave slave = [&](FakeLink& link, const LinkBytes& request) {
        link.arrive(milliseconds(10), ++count < 3 ? LinkBytes{} : ownNumber(request));
    };
    FakeLine line(slave, tcpManner(2));
    CHECK(line.master.read(100, 1)->front() == 99);
    CHECK(line.link->opened == 3);

    count = 0;
    FakeLine refused(slave, tcpManner(2));
    refused.link->opensRefused = 1;
    const auto words = refused.master.read(100, 1);
    REQUIRE_FALSE(words);
    CHECK(words.error().kind == MasterError::Kind::Lost);
    CHECK(words.error().text.find("the other side reset the connection (2 times)") !=
          std::string::npos);
    CHECK(words.error().text.find("connection refused") != std::string::npos);
}

TEST_CASE("a refusal is told with its number and is not asked again") {
    FakeLine line(
        [](FakeLink& link, const LinkBytes& request) {
            LinkBytes answer = {request[0],   request[1],      std::byte{0},
                                std::byte{0}, std::byte{0},    std::byte{3},
                                request[6],   std::byte{0x83}, std::byte{0x57}};
            link.arrive(milliseconds(10), answer);
        },
        tcpManner());
    const auto words = line.master.read(100, 1);
    REQUIRE_FALSE(words);
    CHECK(words.error().exception == 0x57);
    CHECK(words.error().text.find("exception 87 (0x57") != std::string::npos);
    CHECK(line.link->sent.size() == 1);
}

TEST_CASE("every request has a transaction of its own") {
    FakeLine line([](FakeLink&, const LinkBytes&) {}, tcpManner(2));
    CHECK_FALSE(line.master.read(100, 1));
    REQUIRE(line.link->sent.size() == 3);
    CHECK(line.link->sent[0][1] != line.link->sent[1][1]);
    CHECK(line.link->sent[1][1] != line.link->sent[2][1]);
}
