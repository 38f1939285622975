// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/traffic/byte_text.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <system_error>

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

std::optional<std::vector<std::byte>> bytesOfHex(std::string_view text) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char one) { return one != ' '; });
    if (digits.empty() || digits.size() % 2 != 0) {
        return std::nullopt;
    }
    std::vector<std::byte> bytes;
    for (std::size_t at = 0; at < digits.size(); at += 2) {
        unsigned value = 0;
        const char* const end = digits.data() + at + 2;
        const auto read = std::from_chars(digits.data() + at, end, value, 16);
        if (read.ec != std::errc{} || read.ptr != end) {
            return std::nullopt;
        }
        bytes.push_back(static_cast<std::byte>(value));
    }
    return bytes;
}

} // namespace meter::sim
