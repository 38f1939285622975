// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/base/byte_source.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace meter::sim;

namespace {

/// Hands a text out in parts of so many bytes.
ByteSource inParts(std::string text, std::size_t size) {
    return ByteSource([text = std::move(text), size, at = std::size_t{0}](
                          std::span<char> room) mutable -> std::size_t {
        const std::size_t count = std::min({size, room.size(), text.size() - at});
        text.copy(room.data(), count, at);
        at += count;
        return count;
    });
}

std::vector<std::string> linesOf(ByteSource source, std::size_t sizeMax) {
    std::vector<std::string> lines;
    for (std::string line; source.getLine(line, sizeMax);) {
        lines.push_back(line);
    }
    return lines;
}

} // namespace

TEST_CASE("lines are the same however the bytes come in") {
    const std::string text = "one\n\nthree\r\nlast";
    const std::vector<std::string> expected = {"one", "", "three\r", "last"};
    CHECK(linesOf(ByteSource(text), 100) == expected);
    for (std::size_t size = 1; size < text.size(); ++size) {
        CHECK(linesOf(inParts(text, size), 100) == expected);
    }
}

TEST_CASE("a line feed at the end begins no line of its own") {
    CHECK(linesOf(ByteSource("a\n"), 100) == std::vector<std::string>{"a"});
    CHECK(linesOf(ByteSource(""), 100).empty());
}

TEST_CASE("no line is longer than it may be") {
    CHECK(linesOf(inParts("abcdefg\nh\n", 3), 4) == std::vector<std::string>{"abcd", "efg", "h"});
}

TEST_CASE("a mark is taken once and whole, or not at all") {
    ByteSource source("\xFF\xFEx");
    CHECK_FALSE(source.take("\xFE\xFF"));
    CHECK(source.take("\xFF\xFE"));
    CHECK(source.get() == 'x');
    CHECK(source.get() == ByteSource::kEnd);
    ByteSource half(std::string("\xFF"));
    CHECK_FALSE(half.take("\xFF\xFE"));
    CHECK(half.get() == 0xFF);
}
