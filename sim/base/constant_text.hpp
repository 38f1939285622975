// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A short text put together by the compiler, for tables of constant texts that follow from
// other tables. What does not fit does not compile.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace meter::sim {

class ConstantText {
public:
    constexpr ConstantText& add(std::string_view text) {
        for (const char character : text) {
            m_characters.at(m_size) = character;
            ++m_size;
        }
        return *this;
    }

    constexpr ConstantText& add(std::uint32_t number) {
        if (number >= 10) {
            add(number / 10);
        }
        const auto digit = static_cast<char>('0' + number % 10);
        return add(std::string_view(&digit, 1));
    }

    /// Lives as long as this.
    [[nodiscard]] constexpr std::string_view view() const { return {m_characters.data(), m_size}; }

private:
    std::array<char, 48> m_characters{};
    std::size_t m_size = 0;
};

} // namespace meter::sim
