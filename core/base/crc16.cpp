// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/crc16.hpp"

#include <array>

namespace meter {

namespace {

constexpr std::uint16_t kPolynomial = 0xA001;

constexpr std::array<std::uint16_t, 256> makeTable() {
    std::array<std::uint16_t, 256> table{};
    for (std::size_t value = 0; value < table.size(); ++value) {
        auto remainder = static_cast<std::uint16_t>(value);
        for (int bit = 0; bit < 8; ++bit) {
            const bool isOut = (remainder & 1U) != 0;
            remainder = static_cast<std::uint16_t>(remainder >> 1);
            if (isOut) {
                remainder ^= kPolynomial;
            }
        }
        table[value] = remainder;
    }
    return table;
}

constexpr auto kTable = makeTable();

} // namespace

std::uint16_t crc16(std::span<const std::byte> bytes) {
    std::uint16_t crc = 0xFFFF;
    for (const std::byte byte : bytes) {
        const auto index = static_cast<std::uint8_t>(crc ^ std::to_integer<std::uint16_t>(byte));
        crc = static_cast<std::uint16_t>((crc >> 8) ^ kTable[index]);
    }
    return crc;
}

} // namespace meter
