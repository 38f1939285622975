// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/crc16.hpp"

#include "tests/support/catch.hpp"

#include <span>
#include <string_view>

using namespace meter;

TEST_CASE("G01 the check value of CRC-16 MODBUS is 4B37") {
    // Catalogue of parametrised CRC algorithms, CRC-16/MODBUS, check of "123456789".
    constexpr std::string_view kText = "123456789";
    CHECK(crc16(std::as_bytes(std::span(kText))) == 0x4B37);
}

TEST_CASE("The CRC of nothing is its start value") {
    CHECK(crc16({}) == 0xFFFF);
}
