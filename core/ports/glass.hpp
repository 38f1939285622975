// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the LCD shows, as bits: a label row of seven 14-segment cells, a value row of six
// 7-segment cells with decimal points and a leading minus, and annunciators (docs/faceplate.md).
// Segment order: 14-segment a b c d e f g1 g2 h i j k l m in bits 0…13 (h i j upper diagonals
// and centre from left, k l m lower from left); 7-segment a…g in bits 0…6.

#include <array>
#include <cstddef>
#include <cstdint>

namespace meter {

inline constexpr std::size_t kLabelCells = 7;
inline constexpr std::size_t kValueCells = 6;
inline constexpr std::uint8_t kNoCell = 0xFF;

enum class Icon : std::uint8_t {
    Heart,
    Wrench,
    PhaseA,
    PhaseB,
    PhaseC,
    Average, // "3 avg"
    Demand,
    Max,
    Lock,
    Communication,
    Kilo,
    Mega,
    Volt,
    Ampere,
    Hertz,
    Watt,
    Var,
    Va,
    WattHour,
    VarHour,
    VaHour,
    Count,
};

struct Glass {
    std::array<std::uint16_t, kLabelCells> label{};
    std::array<std::uint8_t, kValueCells> value{};
    std::uint8_t points = 0; ///< Bit n: decimal point behind value cell n.
    bool isMinus = false;    ///< The leading minus.
    bool isBacklightBright = false;
    bool isPowered = false;  ///< False: blank and dark.
    std::uint32_t icons = 0; ///< Bit per Icon.
    /// The value cell that is selected for editing and blinks, kNoCell if none; and what it
    /// shows while lit, so that a text of the glass does not depend on the phase of blinking.
    std::uint8_t blinkingCell = kNoCell;
    std::uint8_t blinkingSegments = 0;

    [[nodiscard]] constexpr bool has(Icon icon) const {
        return ((icons >> static_cast<std::uint32_t>(icon)) & 1U) != 0U;
    }

    constexpr void set(Icon icon, bool isOn) {
        const std::uint32_t bit = 1U << static_cast<std::uint32_t>(icon);
        icons = isOn ? (icons | bit) : (icons & ~bit);
    }

    friend bool operator==(const Glass&, const Glass&) = default;
};

enum class Key : std::uint8_t { Plus, Minus, Left, Right };

} // namespace meter
