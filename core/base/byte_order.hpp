// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// 16-bit values in byte buffers: Modbus sends the high byte first, its CRC the low byte first.
// The caller has checked the bounds.

#include <cstddef>
#include <cstdint>
#include <span>

namespace meter {

[[nodiscard]] constexpr std::uint8_t byteAt(std::span<const std::byte> bytes, std::size_t offset) {
    return std::to_integer<std::uint8_t>(bytes[offset]);
}

[[nodiscard]] constexpr std::uint16_t readBigEndian16(std::span<const std::byte> bytes,
                                                      std::size_t offset) {
    return static_cast<std::uint16_t>((byteAt(bytes, offset) << 8) | byteAt(bytes, offset + 1));
}

constexpr void
writeBigEndian16(std::span<std::byte> bytes, std::size_t offset, std::uint16_t value) {
    bytes[offset] = static_cast<std::byte>(value >> 8);
    bytes[offset + 1] = static_cast<std::byte>(value & 0xFFU);
}

[[nodiscard]] constexpr std::uint16_t readLittleEndian16(std::span<const std::byte> bytes,
                                                         std::size_t offset) {
    return static_cast<std::uint16_t>((byteAt(bytes, offset + 1) << 8) | byteAt(bytes, offset));
}

constexpr void
writeLittleEndian16(std::span<std::byte> bytes, std::size_t offset, std::uint16_t value) {
    bytes[offset] = static_cast<std::byte>(value & 0xFFU);
    bytes[offset + 1] = static_cast<std::byte>(value >> 8);
}

} // namespace meter
