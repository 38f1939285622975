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
constexpr std::array kLabelShapes = {
    Shape{'0', A | B | C | D | E | F | J | K},
    Shape{'1', B | C | J},
    Shape{'2', A | B | D | E | G1 | G2},
    Shape{'3', A | B | C | D | G2},
    Shape{'4', B | C | F | G1 | G2},
    Shape{'5', A | D | F | G1 | M},
    Shape{'6', A | C | D | E | F | G1 | G2},
    Shape{'7', A | B | C},
    Shape{'8', A | B | C | D | E | F | G1 | G2},
    Shape{'9', A | B | C | D | F | G1 | G2},
    Shape{'A', A | B | C | E | F | G1 | G2},
    Shape{'B', A | B | C | D | G2 | I | L},
    Shape{'C', A | D | E | F},
    Shape{'D', A | B | C | D | I | L},
    Shape{'E', A | D | E | F | G1 | G2},
    Shape{'F', A | E | F | G1},
    Shape{'G', A | C | D | E | F | G2},
    Shape{'H', B | C | E | F | G1 | G2},
    Shape{'I', A | D | I | L},
    Shape{'J', B | C | D | E},
    Shape{'K', E | F | G1 | J | M},
    Shape{'L', D | E | F},
    Shape{'M', B | C | E | F | H | J},
    Shape{'N', B | C | E | F | H | M},
    Shape{'O', A | B | C | D | E | F},
    Shape{'P', A | B | E | F | G1 | G2},
    Shape{'Q', A | B | C | D | E | F | M},
    Shape{'R', A | B | E | F | G1 | G2 | M},
    Shape{'S', A | C | D | F | G1 | G2},
    Shape{'T', A | I | L},
    Shape{'U', B | C | D | E | F},
    Shape{'V', E | F | J | K},
    Shape{'W', B | C | E | F | K | M},
    Shape{'X', H | J | K | M},
    Shape{'Y', H | J | L},
    Shape{'Z', A | D | J | K},
    Shape{'h', C | E | F | G1 | G2},
    Shape{'m', C | E | G1 | G2 | L},
    Shape{'-', G1 | G2},
    Shape{'/', J | K},
};

constexpr std::array kValueShapes = {
    Shape{'0', A | B | C | D | E | F},
    Shape{'1', B | C},
    Shape{'2', A | B | D | E | G},
    Shape{'3', A | B | C | D | G},
    Shape{'4', B | C | F | G},
    Shape{'5', A | C | D | F | G},
    Shape{'6', A | C | D | E | F | G},
    Shape{'7', A | B | C},
    Shape{'8', A | B | C | D | E | F | G},
    Shape{'9', A | B | C | D | F | G},
    Shape{'A', A | B | C | E | F | G},
    Shape{'C', A | D | E | F},
    Shape{'E', A | D | E | F | G},
    Shape{'F', A | E | F | G},
    Shape{'I', E | F},
    Shape{'L', D | E | F},
    Shape{'S', A | C | D | F | G},
    Shape{'Y', B | C | D | F | G},
    Shape{'b', C | D | E | F | G},
    Shape{'d', B | C | D | E | G},
    Shape{'n', C | E | G},
    Shape{'o', C | D | E | G},
    Shape{'r', E | G},
    Shape{'v', C | D | E},
    Shape{'-', +G},
};

template <typename Bits, std::size_t kShapeCount>
constexpr std::array<Bits, kCharacterCount> fontOf(const std::array<Shape, kShapeCount>& shapes) {
    std::array<Bits, kCharacterCount> font{};
    for (const Shape& shape : shapes) {
        font[static_cast<std::size_t>(shape.character)] = static_cast<Bits>(shape.segments);
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
