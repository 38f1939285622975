// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/registers/register_names.hpp"

#include <algorithm>
#include <numeric>

namespace meter {

namespace {

/// Levenshtein's edit distance.
std::size_t distanceBetween(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t replaced = diagonal + (left[i] == right[j] ? 0U : 1U);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

} // namespace

NamedRegister namedRegister(std::size_t rowIndex) {
    return {&kRegisterMap[rowIndex], &registerTexts()[rowIndex]};
}

std::optional<NamedRegister> namedRegisterAt(std::uint32_t number) {
    const RegisterRow* row = registerRowAt(number);
    if (row == nullptr) {
        return std::nullopt;
    }
    return namedRegister(static_cast<std::size_t>(row - kRegisterMap.data()));
}

std::vector<NamedRegister> registersNamed(std::string_view name) {
    std::vector<NamedRegister> found;
    for (std::size_t i = 0; i < kRegisterMap.size(); ++i) {
        if (registerTexts()[i].name == name) {
            found.push_back(namedRegister(i));
        }
    }
    return found;
}

RegisterPair registerPairNamed(std::string_view name) {
    RegisterPair pair;
    for (const NamedRegister& entry : registersNamed(name)) {
        auto& place = entry.row->format == RegisterFormat::Float ? pair.floating : pair.integer;
        if (!place) {
            place = entry;
        }
    }
    return pair;
}

std::string_view nearestRegisterName(std::string_view name) {
    // Further away than a third of the letters is another word, not a slip.
    std::size_t distanceMin = std::max<std::size_t>(2, name.size() / 3) + 1;
    std::string_view nearest;
    for (const RegisterText& text : registerTexts()) {
        const std::size_t distance = distanceBetween(name, text.name);
        if (distance < distanceMin) {
            distanceMin = distance;
            nearest = text.name;
        }
    }
    return nearest;
}

} // namespace meter
