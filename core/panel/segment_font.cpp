// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/panel/segment_font.hpp"

#include <array>
#include <cstddef>

namespace meter {

namespace {

constexpr std::size_t kCharacterCount = 128;

// 14 segments: outer ring a…f clockwise from the top, g1 g2 the middle bar, h i j the upper
// and k l m the lower spokes, each from left to right.
enum Segment : std::uint16_t {
    A = 1U << 0U,
    B = 1U << 1U,
    C = 1U << 2U,
    D = 1U << 3U,
    E = 1U << 4U,
    F = 1U << 5U,
    G1 = 1U << 6U,
    G2 = 1U << 7U,
    H = 1U << 8U,
    I = 1U << 9U,
    J = 1U << 10U,
    K = 1U << 11U,
    L = 1U << 12U,
    M = 1U << 13U,
    G = 1U << 6U, // The undivided bar of the value row.
};

struct Shape {
    char character;
    unsigned segments;
};

// 0 is crossed and 5 is sharp, so that they differ from O and S.
constexpr auto kLabelShapes = std::to_array<Shape>({
    {'0', A | B | C | D | E | F | J | K},
    {'1', B | C | J},
    {'2', A | B | D | E | G1 | G2},
    {'3', A | B | C | D | G2},
    {'4', B | C | F | G1 | G2},
    {'5', A | D | F | G1 | M},
    {'6', A | C | D | E | F | G1 | G2},
    {'7', A | B | C},
    {'8', A | B | C | D | E | F | G1 | G2},
    {'9', A | B | C | D | F | G1 | G2},
    {'A', A | B | C | E | F | G1 | G2},
    {'B', A | B | C | D | G2 | I | L},
    {'C', A | D | E | F},
    {'D', A | B | C | D | I | L},
    {'E', A | D | E | F | G1 | G2},
    {'F', A | E | F | G1},
    {'G', A | C | D | E | F | G2},
    {'H', B | C | E | F | G1 | G2},
    {'I', A | D | I | L},
    {'J', B | C | D | E},
    {'K', E | F | G1 | J | M},
    {'L', D | E | F},
    {'M', B | C | E | F | H | J},
    {'N', B | C | E | F | H | M},
    {'O', A | B | C | D | E | F},
    {'P', A | B | E | F | G1 | G2},
    {'Q', A | B | C | D | E | F | M},
    {'R', A | B | E | F | G1 | G2 | M},
    {'S', A | C | D | F | G1 | G2},
    {'T', A | I | L},
    {'U', B | C | D | E | F},
    {'V', E | F | J | K},
    {'W', B | C | E | F | K | M},
    {'X', H | J | K | M},
    {'Y', H | J | L},
    {'Z', A | D | J | K},
    {'h', C | E | F | G1 | G2},
    {'m', C | E | G1 | G2 | L},
    {'-', G1 | G2},
    {'/', J | K},
});

constexpr auto kValueShapes = std::to_array<Shape>({
    {'0', A | B | C | D | E | F},
    {'1', B | C},
    {'2', A | B | D | E | G},
    {'3', A | B | C | D | G},
    {'4', B | C | F | G},
    {'5', A | C | D | F | G},
    {'6', A | C | D | E | F | G},
    {'7', A | B | C},
    {'8', A | B | C | D | E | F | G},
    {'9', A | B | C | D | F | G},
    {'A', A | B | C | E | F | G},
    {'C', A | D | E | F},
    {'E', A | D | E | F | G},
    {'F', A | E | F | G},
    {'I', E | F},
    {'L', D | E | F},
    {'S', A | C | D | F | G},
    {'Y', B | C | D | F | G},
    {'b', C | D | E | F | G},
    {'d', B | C | D | E | G},
    {'n', C | E | G},
    {'o', C | D | E | G},
    {'r', E | G},
    {'v', C | D | E},
    {'-', +G},
});

template <typename Bits, std::size_t kShapeCount>
constexpr std::array<Bits, kCharacterCount> fontOf(const std::array<Shape, kShapeCount>& shapes) {
    std::array<Bits, kCharacterCount> font{};
    for (const Shape& shape : shapes) {
        font[static_cast<unsigned char>(shape.character)] = static_cast<Bits>(shape.segments);
    }
    return font;
}

constexpr std::array<std::uint16_t, kCharacterCount> kLabelFont =
    fontOf<std::uint16_t>(kLabelShapes);
constexpr std::array<std::uint8_t, kCharacterCount> kValueFont = fontOf<std::uint8_t>(kValueShapes);

} // namespace

std::uint16_t labelSegments(char character) {
    const std::size_t index = static_cast<unsigned char>(character);
    return index < kCharacterCount ? kLabelFont[index] : std::uint16_t{0};
}

std::uint8_t valueSegments(char character) {
    const std::size_t index = static_cast<unsigned char>(character);
    return index < kCharacterCount ? kValueFont[index] : std::uint8_t{0};
}

} // namespace meter
