// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/traffic/byte_text.hpp"

#include "tests/support/catch.hpp"

#include <cstddef>
#include <vector>

using namespace meter::sim;

TEST_CASE("bytes are read as they are written, with blanks between them or not") {
    const std::vector<std::byte> expected = {std::byte{0x01}, std::byte{0xC0}, std::byte{0x2C}};
    CHECK(bytesOfHex("01 C0 2C") == expected);
    CHECK(bytesOfHex(" 01c02c ") == expected);
    CHECK(bytesOfHex(hexText(expected)) == expected);
}

TEST_CASE("half a byte, another letter, a sign or nothing is not a list of bytes") {
    for (const char* const text : {"", "  ", "0", "01 2", "0G", "-1", "0x01", "01,02"}) {
        CAPTURE(text);
        CHECK_FALSE(bytesOfHex(text).has_value());
    }
}
