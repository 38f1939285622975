// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/device/glass_text.hpp"

#include "core/panel/segment_font.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace meter::sim {

namespace {

constexpr char kUnknown = '*';

// Five and S have one shape in seven segments, so these words are known as a whole. None of
// them can be a number, and none a hexadecimal one.
constexpr std::array<std::string_view, 3> kWordsWithS = {"SAvEd", "S4000r", "YES"};

/// The first character with this shape; digits come before letters in the character set.
template <typename Bits, typename Font>
char characterOf(Bits segments, Font font) {
    if (segments == 0) {
        return ' ';
    }
    for (char character = '!'; character <= '~'; ++character) {
        if (font(character) == segments) {
            return character;
        }
    }
    return kUnknown;
}

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// With a five for every S.
std::string ambiguous(std::string_view word) {
    std::string text(word);
    std::ranges::replace(text, 'S', '5');
    return text;
}

} // namespace

std::string labelText(const Glass& glass) {
    std::string text;
    for (const std::uint16_t segments : glass.label) {
        text += characterOf(segments, labelSegments);
    }
    return trimmed(text);
}

std::string valueText(const Glass& glass) {
    std::string text;
    for (std::size_t cell = 0; cell < kValueCells; ++cell) {
        const bool isSelected = cell == glass.blinkingCell;
        text += characterOf(isSelected ? glass.blinkingSegments : glass.value[cell], valueSegments);
        if (((glass.points >> cell) & 1U) != 0U) {
            text += '.';
        }
    }
    text = trimmed(text);
    for (const std::string_view word : kWordsWithS) {
        if (text == ambiguous(word)) {
            text = word;
        }
    }
    return glass.isMinus ? "-" + text : text;
}

std::vector<std::string_view> iconNames(const Glass& glass) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < kIconNames.size(); ++i) {
        if (glass.has(static_cast<Icon>(i))) {
            names.push_back(kIconNames[i]);
        }
    }
    return names;
}

std::optional<Icon> iconOf(std::string_view name) {
    const auto found = std::ranges::find(kIconNames, name);
    if (found == kIconNames.end()) {
        return std::nullopt;
    }
    return static_cast<Icon>(found - kIconNames.begin());
}

std::string glassText(const Glass& glass) {
    if (!glass.isPowered) {
        return "blank";
    }
    std::string text = labelText(glass);
    const std::string value = valueText(glass);
    if (!value.empty()) {
        text += text.empty() ? value : " " + value;
    }
    std::string icons;
    for (const std::string_view name : iconNames(glass)) {
        icons += icons.empty() ? "" : " ";
        icons += name;
    }
    return icons.empty() ? text : text + " [" + icons + "]";
}

} // namespace meter::sim
