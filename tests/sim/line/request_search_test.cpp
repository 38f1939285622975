// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Requests in a stream of bytes. Frames are written out by hand, their CRC by the standard's
// polynomial; how long an unfinished one waits is of docs/endpoints.md.
#include "sim/line/request_search.hpp"

#include "core/base/crc16.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hex.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace {

using meter::crc16;
using meter::sim::RequestSearch;
using meter::test::fromHex;
using meter::test::toHex;

using Frames = std::vector<std::string>;

const std::string kRead = "01 03 00 00 00 02 C4 0B";
const std::string kWriteTwo = "01 10 00 94 00 02 04 00 03 01 2C 0B 7D";
const std::string kReport = "01 11 C0 2C";
const std::string kIdentify = "01 2B 0E 01 00 70 77";

/// Requests as they are; what is none behind a minus sign.
Frames all(RequestSearch& search, std::uint64_t nowUs) {
    Frames frames;
    for (auto found = search.next(nowUs); found; found = search.next(nowUs)) {
        frames.push_back((found->isRequest ? "" : "- ") + toHex(found->bytes));
    }
    return frames;
}

Frames feed(RequestSearch& search, std::string_view hex, std::uint64_t atUs) {
    search.append(fromHex(hex), atUs);
    return all(search, atUs);
}

std::string withCrc(std::string_view text) {
    std::vector<std::byte> frame = fromHex(text);
    const std::uint16_t crc = crc16(frame);
    frame.push_back(static_cast<std::byte>(crc & 0xFFU));
    frame.push_back(static_cast<std::byte>(crc >> 8U));
    return toHex(frame);
}

} // namespace

TEST_CASE("A request is found with its last byte") {
    RequestSearch search;
    std::uint64_t nowUs = 0;
    for (const std::string& request : {kRead, kWriteTwo, kReport, kIdentify}) {
        nowUs += 2'000'000;
        CHECK(feed(search, request, nowUs) == Frames{request});
        CHECK_FALSE(search.isUnfinished());
    }
}

TEST_CASE("Requests in one lump come out in order") {
    RequestSearch search;
    CHECK(feed(search, kRead + kWriteTwo + kReport + kIdentify + kRead, 5) ==
          Frames{kRead, kWriteTwo, kReport, kIdentify, kRead});
    CHECK(feed(search, kRead + " " + kRead, 10) == Frames{kRead, kRead});
}

TEST_CASE("A request may come in pieces with pauses below a second") {
    for (const std::string& request : {kRead, kWriteTwo, kReport, kIdentify}) {
        RequestSearch search(19'200);
        std::uint64_t nowUs = 0;
        Frames frames;
        for (const std::byte byte : fromHex(request)) {
            nowUs += 999'999;
            CHECK(all(search, nowUs).empty());
            frames = feed(search, toHex(std::span(&byte, 1)), nowUs);
        }
        CHECK(frames == Frames{request});
    }
}

TEST_CASE("What is unfinished is given up one second after its last byte") {
    RequestSearch search(19'200);
    CHECK(feed(search, "01 03 00 00 00", 0).empty());
    CHECK(search.isUnfinished());
    CHECK(search.deadlineUs() == 20'000);
    CHECK(all(search, 20'000).empty());
    CHECK(search.deadlineUs() == 1'000'000);
    CHECK(all(search, 999'999).empty());
    CHECK(all(search, 1'000'000) == Frames{"- 01 03 00 00 00"});
    CHECK_FALSE(search.isUnfinished());
    CHECK(feed(search, kRead, 1'000'001) == Frames{kRead});

    // Also if nobody asked in between.
    CHECK(feed(search, "01 03 00 00 00", 3'000'000).empty());
    CHECK(feed(search, kRead, 5'000'000) == Frames{"- 01 03 00 00 00", kRead});
}

TEST_CASE("A request behind garbage is found at once and the garbage is given out") {
    RequestSearch search;
    std::uint64_t nowUs = 0;
    for (const char* garbage : {"00 ", "FF ", "01 03 ", "FF 00 A5 5A ", "01 0F 00 00 ", "10 10 10 ",
                                "01 03 01 24 00 02 ", "01 03 01 24 00 02 FF FF "}) {
        for (const std::string& request : {kRead, kWriteTwo, kIdentify}) {
            INFO(garbage << " " << request);
            nowUs += 2'000'000;
            const Frames found = feed(search, garbage + request, nowUs);
            CHECK(found == Frames{"- " + toHex(fromHex(garbage)), request});
        }
    }
}

TEST_CASE("A frame with a bad CRC is given out as soon as the line pauses") {
    RequestSearch search;
    CHECK(feed(search, "01 03 01 24 00 02 FF FF", 0).empty());
    CHECK(all(search, 20'000) == Frames{"- 01 03 01 24 00 02 FF FF"});
    CHECK_FALSE(search.isUnfinished());
}

TEST_CASE("An abandoned write gives way to the request behind it at the pause") {
    RequestSearch search;
    CHECK(feed(search, "01 10 00 94 00 7B F6 00 " + kRead, 0).empty());
    CHECK(all(search, 20'000) == Frames{"- 01 10 00 94 00 7B F6 00", kRead});
}

TEST_CASE("A request inside the data of a write is data") {
    const std::string write = withCrc("01 10 00 94 00 04 08 " + kRead);
    RequestSearch search;
    const std::string cut = write.substr(0, std::string("01 10 00 94 00 04 08 ").size() + 23);
    CHECK(feed(search, cut, 0).empty());
    CHECK(feed(search, write.substr(cut.size()), 100) == Frames{write});
}

TEST_CASE("A megabyte of garbage delays no request and keeps no memory") {
    RequestSearch search;
    std::uint32_t state = 12'345;
    std::size_t given = 0;
    for (int i = 0; i < 1'000'000; ++i) {
        state = state * 1'664'525U + 1'013'904'223U; // Numerical Recipes' generator
        const std::byte byte = static_cast<std::byte>(state >> 24U);
        search.append(std::span(&byte, 1), 1);
        while (const auto found = search.next(1)) {
            given += found->bytes.size();
        }
    }
    CHECK(given >= 1'000'000 - 256);
    const Frames found = feed(search, kRead, 2);
    REQUIRE_FALSE(found.empty());
    CHECK(found.back() == kRead);
}

TEST_CASE("A lump of garbage is given out in pieces of 256 bytes at most") {
    RequestSearch search;
    search.append(std::vector<std::byte>(1000, std::byte{0x55}), 0);
    std::size_t given = 0;
    while (const auto found = search.next(2'000'000)) {
        CHECK_FALSE(found->isRequest);
        CHECK(found->bytes.size() <= RequestSearch::kGarbageSizeMax);
        given += found->bytes.size();
    }
    CHECK(given == 1000);
}

TEST_CASE("A frame of an unknown function is told at the pause") {
    RequestSearch search;
    const std::string request = withCrc("01 64 01 02 03");
    CHECK(feed(search, request, 0).empty());
    CHECK(all(search, 19'999).empty());
    CHECK(all(search, 20'000) == Frames{request});
    // In two pieces as well.
    CHECK(feed(search, request.substr(0, 8), 1'000'000).empty());
    CHECK(all(search, 1'100'000).empty());
    CHECK(feed(search, request.substr(8), 1'200'000).empty());
    CHECK(all(search, 1'220'000) == Frames{request});
    // At 1200 baud 3.5 characters are longer: 32.083 ms.
    search.setBaudRate(1200);
    CHECK(feed(search, request, 9'000'000).empty());
    CHECK(all(search, 9'032'083).empty());
    CHECK(all(search, 9'032'084) == Frames{request});
}

TEST_CASE("Standard functions that the meter lacks are told at their own length") {
    RequestSearch search;
    const std::string coils = "01 01 00 00 00 01 FD CA";
    CHECK(feed(search, coils, 0) == Frames{coils});
    // Used in another way than the standard has it, the pause tells.
    const std::string other = withCrc("01 01 00 00 00 01 02 03 04");
    CHECK(feed(search, other, 100).empty());
    CHECK(all(search, 20'100) == Frames{other});
}

TEST_CASE("Frames to other units are told and leave nothing behind") {
    RequestSearch search;
    const std::string other = withCrc("02 03 00 00 00 02");
    CHECK(feed(search, other + kRead, 0) == Frames{other, kRead});
}

TEST_CASE("A byte that was no request is given out once") {
    RequestSearch search;
    std::uint32_t state = 99;
    std::vector<std::byte> sent;
    std::vector<std::byte> given;
    std::uint64_t nowUs = 0;
    for (int lump = 0; lump < 3000; ++lump) {
        std::vector<std::byte> bytes;
        state = state * 1'664'525U + 1'013'904'223U;
        for (std::uint32_t i = 0; i < state >> 27U; ++i) {
            state = state * 1'664'525U + 1'013'904'223U;
            bytes.push_back(static_cast<std::byte>(state >> 29U)); // 0 to 7: often a function
        }
        sent.insert(sent.end(), bytes.begin(), bytes.end());
        nowUs += (state >> 8U) % 1'500'000;
        search.append(bytes, nowUs);
        while (const auto found = search.next(nowUs)) {
            given.insert(given.end(), found->bytes.begin(), found->bytes.end());
        }
    }
    while (const auto found = search.next(nowUs + 1'000'000)) {
        given.insert(given.end(), found->bytes.begin(), found->bytes.end());
    }
    CHECK(given == sent);
}

TEST_CASE("The largest write fits") {
    std::string text = "01 10 00 94 00 7B F6";
    for (int i = 0; i < 246; ++i) {
        text += " 00";
    }
    RequestSearch search;
    const std::string request = withCrc(text);
    CHECK(feed(search, request, 0) == Frames{request});
    // A byte count that no frame can hold is garbage: 9 + 255 > 256.
    CHECK(feed(search, "01 10 00 94 00 7B FF", 100).empty());
    CHECK(feed(search, kRead, 101) == Frames{"- 01 10 00 94 00 7B FF", kRead});
}
