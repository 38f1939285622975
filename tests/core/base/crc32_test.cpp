// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/crc32.hpp"

#include "tests/support/catch.hpp"

#include <span>
#include <string_view>

using namespace meter;

namespace {

std::uint32_t crcOf(std::string_view text) {
    return crc32(std::as_bytes(std::span{text.data(), text.size()}));
}

} // namespace

TEST_CASE("the CRC-32 has the check value of IEEE 802.3") {
    CHECK(crcOf("123456789") == 0xCBF43926);
    // From zlib.
    CHECK(crcOf("") == 0x00000000);
    CHECK(crcOf("The quick brown fox jumps over the lazy dog") == 0x414FA339);
}
