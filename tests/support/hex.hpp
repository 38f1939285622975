// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Frames as people write them, "01 03 00 00", to and from bytes.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meter::test {

inline std::vector<std::byte> fromHex(std::string_view text) {
    std::vector<std::byte> bytes;
    unsigned value = 0;
    int digits = 0;
    for (const char character : text) {
        if (character == ' ') {
            continue;
        }
        const bool isDecimal = character >= '0' && character <= '9';
        const int digit = isDecimal ? character - '0' : (character | 0x20) - 'a' + 10;
        value = value * 16U + static_cast<unsigned>(digit);
        if (++digits == 2) {
            bytes.push_back(static_cast<std::byte>(value));
            value = 0;
            digits = 0;
        }
    }
    return bytes;
}

inline std::string toHex(std::span<const std::byte> bytes) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string text;
    for (const std::byte byte : bytes) {
        const auto value = std::to_integer<unsigned>(byte);
        if (!text.empty()) {
            text += ' ';
        }
        text += kDigits[value >> 4U];
        text += kDigits[value & 15U];
    }
    return text;
}

} // namespace meter::test
