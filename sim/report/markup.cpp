// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/report/markup.hpp"

#include "sim/base/number_text.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace meter::sim {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD.

unsigned byteAt(std::string_view text, std::size_t position) {
    return static_cast<unsigned char>(text[position]);
}

/// Length of the character at a position, 0 if it is none (RFC 3629: shortest form, no
/// surrogates, up to U+10FFFF; and none of the two that XML 1.0 leaves out, U+FFFE and U+FFFF).
std::size_t characterLength(std::string_view text, std::size_t position) {
    const unsigned first = byteAt(text, position);
    if (first < 0x80U) {
        return 1;
    }
    const std::size_t length = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : 2;
    if (first < 0xC2U || first > 0xF4U || position + length > text.size()) {
        return 0;
    }
    std::uint32_t code = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const unsigned next = byteAt(text, position + i);
        if ((next & 0xC0U) != 0x80U) {
            return 0;
        }
        code = code << 6U | (next & 0x3FU);
    }
    constexpr std::array<std::uint32_t, 5> kLeast = {0, 0, 0x80, 0x800, 0x10000};
    const bool isSurrogate = code >= 0xD800U && code <= 0xDFFFU;
    const bool isForbidden = code == 0xFFFEU || code == 0xFFFFU;
    if (code < kLeast.at(length) || code > 0x10FFFFU || isSurrogate || isForbidden) {
        return 0;
    }
    return length;
}

std::string_view xmlEntity(char letter) {
    switch (letter) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\n': // An attribute would read it as a blank.
        return "&#10;";
    case '\t':
        return "&#9;";
    default:
        return {};
    }
}

} // namespace

std::string cleanText(std::string_view text) {
    std::string clean;
    std::size_t position = 0;
    while (position < text.size()) {
        const std::size_t length = characterLength(text, position);
        const unsigned first = byteAt(text, position);
        const bool isControl = (first < 0x20U && first != '\n' && first != '\t') || first == 0x7FU;
        if (length == 0 || isControl) {
            clean += kReplacement;
            ++position;
            continue;
        }
        clean += text.substr(position, length);
        position += length;
    }
    return clean;
}

std::string xmlText(std::string_view text) {
    std::string result;
    for (const char letter : cleanText(text)) {
        const std::string_view entity = xmlEntity(letter);
        if (entity.empty()) {
            result += letter;
        } else {
            result += entity;
        }
    }
    return result;
}

std::string jsonText(std::string_view text) {
    std::string result = "\"";
    for (const char letter : cleanText(text)) {
        if (letter == '"' || letter == '\\') {
            result += '\\';
            result += letter;
        } else if (letter == '\n') {
            result += "\\n";
        } else if (letter == '\t') {
            result += "\\t";
        } else {
            result += letter;
        }
    }
    return result + '"';
}

std::string shortNumber(double value, int decimals) {
    std::string text = fixedText(value, decimals);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') {
            text.pop_back();
        }
    }
    return text == "-0" ? "0" : text;
}

} // namespace meter::sim
