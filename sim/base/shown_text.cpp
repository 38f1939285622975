// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/base/shown_text.hpp"

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>

namespace meter::sim {

namespace {

constexpr int kHexadecimal = 16;

std::string hexOf(std::uint32_t value) {
    std::array<char, 8> digits{};
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), value, kHexadecimal);
    const std::string text(digits.data(), end.ptr);
    return text.size() < 2 ? "0" + text : text;
}

std::uint32_t codePoint(std::string_view sequence) {
    const auto byte = [&sequence](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(sequence[i]));
    };
    if (sequence.size() == 1) {
        return byte(0);
    }
    std::uint32_t code = byte(0) & (0x7FU >> sequence.size());
    for (std::size_t i = 1; i < sequence.size(); ++i) {
        code = code << 6U | (byte(i) & 0x3FU);
    }
    return code;
}

/// Controls (C0, DEL, C1), and the marks that turn or isolate the direction of writing.
bool isHidden(std::uint32_t code) {
    return code < 0x20 || (code >= 0x7F && code <= 0x9F) || code == 0x061C ||
           (code >= 0x200E && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
}

std::string shown(std::string_view text, bool isOneLine) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = utf8Length(text, i);
        const std::string_view sequence = text.substr(i, length == 0 ? 1 : length);
        const std::uint32_t code = codePoint(sequence);
        const bool isSpace = sequence == "\n" || sequence == "\t";
        if (isSpace) {
            out += isOneLine ? " " : sequence;
        } else if (length == 0 || (length == 1 && isHidden(code))) {
            out += "\\x" + hexOf(static_cast<unsigned char>(sequence.front()));
        } else if (isHidden(code)) {
            out += "\\u{" + hexOf(code) + "}";
        } else {
            out += sequence;
        }
        i += sequence.size();
    }
    return out;
}

} // namespace

std::size_t utf8Length(std::string_view text, std::size_t offset) {
    const auto byte = [&text](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const unsigned first = byte(offset);
    const std::size_t length = first < 0x80   ? 1
                               : first < 0xC2 ? 0
                               : first < 0xE0 ? 2
                               : first < 0xF0 ? 3
                               : first < 0xF5 ? 4
                                              : 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(offset + i) & 0xC0U) != 0x80U) {
            return 0;
        }
    }
    return length;
}

std::string shownText(std::string_view text) {
    return shown(text, false);
}

std::string shownLine(std::string_view text) {
    return shown(text, true);
}

std::string shownJson(std::string_view json) {
    constexpr std::size_t kDigits = 4;
    std::string out;
    out.reserve(json.size());
    for (std::size_t i = 0; i < json.size();) {
        const std::size_t length = utf8Length(json, i);
        const std::string_view sequence = json.substr(i, length == 0 ? 1 : length);
        const std::uint32_t code = codePoint(sequence);
        // Below 0x20 there are but the line ends between the values.
        if (length > 0 && code >= 0x20 && isHidden(code)) {
            const std::string digits = hexOf(code);
            out += "\\u" + std::string(kDigits - digits.size(), '0') + digits;
        } else {
            out += sequence;
        }
        i += sequence.size();
    }
    return out;
}

} // namespace meter::sim
