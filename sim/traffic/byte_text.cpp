// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/traffic/byte_text.hpp"

#include <string_view>

namespace meter::sim {

std::string hexText(std::span<const std::byte> bytes) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string text;
    text.reserve(bytes.size() * 3);
    for (const std::byte byte : bytes) {
        const auto value = std::to_integer<std::size_t>(byte);
        if (!text.empty()) {
            text += ' ';
        }
        text += kDigits[value >> 4U];
        text += kDigits[value & 0xFU];
    }
    return text;
}

} // namespace meter::sim
