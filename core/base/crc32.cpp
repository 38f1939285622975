// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/crc32.hpp"

#include <array>

namespace meter {

namespace {

constexpr std::uint32_t kReflectedPolynomial = 0xEDB88320;

/// Four bits at a time: 64 bytes of flash instead of 1024.
constexpr std::array<std::uint32_t, 16> kNibbleTable = [] {
    std::array<std::uint32_t, 16> table{};
    for (std::uint32_t nibble = 0; nibble < table.size(); ++nibble) {
        std::uint32_t value = nibble;
        for (int bit = 0; bit < 4; ++bit) {
            value = (value & 1U) != 0U ? (value >> 1U) ^ kReflectedPolynomial : value >> 1U;
        }
        table[nibble] = value;
    }
    return table;
}();

} // namespace

std::uint32_t crc32(std::span<const std::byte> bytes) {
    std::uint32_t remainder = 0xFFFFFFFF;
    for (const std::byte byte : bytes) {
        remainder ^= std::to_integer<std::uint32_t>(byte);
        remainder = (remainder >> 4U) ^ kNibbleTable[remainder & 0xFU];
        remainder = (remainder >> 4U) ^ kNibbleTable[remainder & 0xFU];
    }
    return ~remainder;
}

} // namespace meter
