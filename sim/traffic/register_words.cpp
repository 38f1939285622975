// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/traffic/register_words.hpp"

#include "sim/base/number_text.hpp"
#include "sim/registers/register_names.hpp"

#include <algorithm>
#include <utility>

namespace meter::sim {
namespace {

constexpr std::size_t kNamesMax = 3; ///< A line has to stay readable.

bool isScaled(const RegisterRow& row) {
    return row.format != RegisterFormat::Float &&
           (row.scale == ScaleKind::Current || row.scale == ScaleKind::Voltage ||
            row.scale == ScaleKind::Power || row.scale == ScaleKind::Energy);
}

std::string numberText(const RegisterRow& row, double value, const ScaleFactors& scales) {
    return row.format == RegisterFormat::Float
               ? briefNumberText(static_cast<float>(value))
               : fixedText(value, std::max(0, -decimalExponentOf(row, scales)));
}

std::string valueText(const NamedRegister& target,
                      std::span<const std::uint16_t> words,
                      const std::optional<ScaleFactors>& scales) {
    const RegisterRow& row = *target.row;
    const ScaleFactors known = scales.value_or(ScaleFactors{});
    const std::optional<double> value = valueOf(row, words, known);
    if (!value) {
        return "invalid";
    }
    const std::string number = numberText(row, *value, known);
    if (!scales && isScaled(row)) {
        return number + " (scale unknown)";
    }
    return target.text->unit.empty() ? number : number + " " + std::string(target.text->unit);
}

} // namespace

std::vector<NamedValue> namedValuesOf(std::uint32_t number,
                                      std::span<const std::uint16_t> words,
                                      const std::optional<ScaleFactors>& scales) {
    std::vector<NamedValue> values;
    while (!words.empty()) {
        const auto target = namedRegisterAt(number);
        const std::size_t size = target && target->row->words == 2 ? 2 : 1;
        const bool isLogEntry = target && target->row->words > 2;
        const bool isWhole = target && target->row->number == number && size <= words.size();
        NamedValue value{.number = number, .words = 1, .name = {}, .value = {}};
        if (isWhole || isLogEntry) {
            value.words = size;
            value.name = target->text->name;
            value.value = valueText(*target, words.first(size), scales);
        } else {
            value.name = "register " + std::to_string(number);
            value.value = std::to_string(words.front());
        }
        number += static_cast<std::uint32_t>(value.words);
        words = words.subspan(value.words);
        values.push_back(std::move(value));
    }
    return values;
}

std::string namesOf(std::uint32_t number, std::uint32_t count) {
    std::string text;
    std::size_t found = 0;
    const std::uint32_t end = number + count;
    while (number < end) {
        const auto target = namedRegisterAt(number);
        if (!target) {
            ++number;
            continue;
        }
        if (found == kNamesMax) {
            return text + " …";
        }
        text += (found++ == 0 ? "" : " ") + std::string(target->text->name);
        number = target->row->number + std::uint32_t{target->row->words};
    }
    return text;
}

} // namespace meter::sim
