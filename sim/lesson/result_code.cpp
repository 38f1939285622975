// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/result_code.hpp"

#include <cstddef>
#include <cstdint>

namespace meter::sim {

namespace {

constexpr std::string_view kPrefix = "metertwin-result-1.";
constexpr std::string_view kLetters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr unsigned kLetterBits = 6;
constexpr unsigned kByteBits = 8;

} // namespace

std::string resultCode(std::string_view fileText) {
    std::string code(kPrefix);
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char c : fileText) {
        bits = (bits << kByteBits) | static_cast<unsigned char>(c);
        count += kByteBits;
        while (count >= kLetterBits) {
            count -= kLetterBits;
            code += kLetters[(bits >> count) & 63U];
        }
    }
    if (count > 0) {
        code += kLetters[(bits << (kLetterBits - count)) & 63U];
    }
    return code;
}

Result<std::string> textOfResultCode(std::string text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos || !text.substr(begin).starts_with(kPrefix)) {
        return text;
    }
    std::string file;
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char c : std::string_view(text).substr(begin + kPrefix.size())) {
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            continue;
        }
        const std::size_t letter = kLetters.find(c);
        if (letter == std::string_view::npos) {
            return std::unexpected(Error{std::string("`") + c +
                                         "` does not belong in the code of "
                                         "a result; copy it whole"});
        }
        bits = (bits << kLetterBits) | static_cast<std::uint32_t>(letter);
        count += kLetterBits;
        if (count >= kByteBits) {
            count -= kByteBits;
            file += static_cast<char>((bits >> count) & 0xFFU);
        }
    }
    return file;
}

} // namespace meter::sim
