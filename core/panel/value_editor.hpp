// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One parameter while it is edited: either digits, of which one is selected, or a place in a
// list of options (docs/faceplate.md). Knows nothing of settings: it turns keys into a number.

#include <cstdint>

namespace meter {

inline constexpr std::uint8_t kDigitsMax = 5;

struct ValueEditor {
    std::uint32_t number = 0;    ///< The digits as one number, or the index of the option.
    std::uint32_t opened = 0;    ///< What it was when the editor opened.
    std::uint8_t digitCount = 0; ///< 0: options.
    std::uint8_t cursor = 0;     ///< The selected digit, 0 = leftmost.
    std::uint8_t optionCount = 0;

    [[nodiscard]] constexpr bool isDigits() const { return digitCount != 0; }

    [[nodiscard]] constexpr bool isOptions() const { return optionCount != 0; }

    [[nodiscard]] constexpr bool isChanged() const { return number != opened; }

    /// Increments the selected digit; 9 gives 0 and carries nothing.
    constexpr void incrementDigit() {
        std::uint32_t place = 1;
        for (std::uint8_t i = cursor; i + 1 < digitCount; ++i) {
            place *= 10;
        }
        const bool isNine = number / place % 10 == 9;
        number = isNine ? number - (9 * place) : number + place;
    }

    /// The digit to the left, from the leftmost to the last.
    constexpr void selectLeft() {
        const int from = cursor == 0 ? digitCount : cursor;
        cursor = static_cast<std::uint8_t>(from - 1);
    }

    /// False: the cursor would leave past the last digit; it stays.
    [[nodiscard]] constexpr bool selectRight() {
        if (cursor + 1 >= digitCount) {
            return false;
        }
        ++cursor;
        return true;
    }

    constexpr void nextOption() { number = (number + 1) % optionCount; }

    constexpr void previousOption() { number = (number + optionCount - 1) % optionCount; }
};

[[nodiscard]] constexpr ValueEditor editDigits(std::uint32_t number, std::uint8_t digitCount) {
    return {.number = number, .opened = number, .digitCount = digitCount};
}

[[nodiscard]] constexpr ValueEditor editOptions(std::uint32_t index, std::uint8_t optionCount) {
    return {.number = index, .opened = index, .optionCount = optionCount};
}

} // namespace meter
