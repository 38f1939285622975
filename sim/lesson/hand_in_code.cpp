// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/hand_in_code.hpp"

#include "sim/base/sha256.hpp"

#include <cstddef>
#include <cstdint>

namespace meter::sim {

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kLetterCount = 16;
constexpr std::size_t kGroup = 4;
constexpr unsigned kBitsOfLetter = 5;
constexpr unsigned kBitsOfByte = 8;

/// The five bits from there on, the highest first.
std::size_t bitsAt(const Digest& digest, std::size_t bit) {
    std::size_t value = 0;
    for (std::size_t i = bit; i < bit + kBitsOfLetter; ++i) {
        const unsigned shift = kBitsOfByte - 1U - static_cast<unsigned>(i % kBitsOfByte);
        value = value * 2 + ((digest[i / kBitsOfByte] >> shift) & 1U);
    }
    return value;
}

std::string plain(std::string_view code) {
    std::string text;
    for (const char letter : code) {
        const bool isSmall = letter >= 'a' && letter <= 'z';
        const char large = isSmall ? static_cast<char>(letter - 'a' + 'A') : letter;
        if (large == 'O') {
            text += '0';
        } else if (large == 'I' || large == 'L') {
            text += '1';
        } else if (kAlphabet.find(large) != std::string_view::npos) {
            text += large;
        } else if (large != '-' && large != ' ') {
            text += '?'; // Stands in no code.
        }
    }
    return text;
}

} // namespace

std::string handInCode(const LessonResult& result) {
    if (result.digest.empty()) {
        return {};
    }
    const Digest digest = hmacSha256(result.lessonDigest, result.digest);
    std::string code;
    for (std::size_t letter = 0; letter < kLetterCount; ++letter) {
        code += letter > 0 && letter % kGroup == 0 ? "-" : "";
        code += kAlphabet[bitsAt(digest, letter * kBitsOfLetter)];
    }
    return code;
}

bool isSameCode(std::string_view left, std::string_view right) {
    return plain(left) == plain(right);
}

} // namespace meter::sim
