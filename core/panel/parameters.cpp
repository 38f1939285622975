// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/panel/parameters.hpp"

#include "core/base/assert.hpp"

#include <cstddef>
#include <span>

namespace meter {

namespace {

/// A percentage stands on the glass as a fraction: 0.01 to 0.99 (guide, VOLTS and IMBAL).
std::uint8_t decimalsOf(const SettingRow& row) {
    constexpr std::uint8_t kDecimalsOfPercent = 2;
    return row.unit == SettingUnit::Percent ? kDecimalsOfPercent : row.decimals;
}

/// As many as the largest number has, and one before the point.
std::uint8_t digitCountOf(const SettingRow& row) {
    std::uint8_t count = 1;
    for (std::uint32_t rest = row.most / 10; rest > 0; rest /= 10) {
        ++count;
    }
    const auto least = static_cast<std::uint8_t>(decimalsOf(row) + 1);
    return count < least ? least : count;
}

std::size_t optionCountOf(const ParameterScreen& screen) {
    if (!screen.words.empty()) {
        return screen.words.size();
    }
    const SettingRow& row = settingRow(screen.setting);
    return row.list.empty() ? row.most - row.least + 1 : row.list.size();
}

std::uint32_t optionNumber(const ParameterScreen& screen, std::size_t index) {
    if (!screen.words.empty()) {
        return screen.words[index].number;
    }
    const SettingRow& row = settingRow(screen.setting);
    return row.list.empty() ? row.least + static_cast<std::uint32_t>(index) : row.list[index];
}

/// The first one if the setting is none of them; a question opens on "no".
std::uint8_t optionIndexOf(const ParameterScreen& screen, const Settings& settings) {
    if (screen.setting == Setting::Count) {
        return 0;
    }
    const std::uint32_t number = numberOf(screen.setting, settings);
    for (std::size_t index = 0; index < optionCountOf(screen); ++index) {
        if (optionNumber(screen, index) == number) {
            return static_cast<std::uint8_t>(index);
        }
    }
    return 0;
}

} // namespace

ValueEditor editorOf(const ParameterScreen& screen, const Settings& settings) {
    switch (screen.kind) {
    case ParameterKind::Digits:
        return editDigits(numberOf(screen.setting, settings),
                          digitCountOf(settingRow(screen.setting)));
    case ParameterKind::Options:
    case ParameterKind::ClearEnergies:
    case ParameterKind::ResetMaxDemand:
        return editOptions(optionIndexOf(screen, settings),
                           static_cast<std::uint8_t>(optionCountOf(screen)));
    default:
        return {};
    }
}

std::uint32_t editedNumber(const ParameterScreen& screen, const ValueEditor& editor) {
    METER_ASSERT(editor.isDigits() || editor.isOptions());
    return editor.isDigits() ? editor.number : optionNumber(screen, editor.number);
}

ValueText editedText(const ParameterScreen& screen, const ValueEditor& editor) {
    if (editor.isDigits()) {
        return fitDigits(editor.number, editor.digitCount, decimalsOf(settingRow(screen.setting)));
    }
    return screen.words.empty() ? fitDigits(editedNumber(screen, editor), 1, 0)
                                : fitWord(screen.words[editor.number].text);
}

Icon unitIconOf(const ParameterScreen& screen) {
    if (screen.kind == ParameterKind::MaxSystemPower) {
        return Icon::Watt;
    }
    if (screen.setting == Setting::Count) {
        return Icon::Count;
    }
    switch (settingRow(screen.setting).unit) {
    case SettingUnit::Ampere:
        return Icon::Ampere;
    case SettingUnit::Volt:
        return Icon::Volt;
    case SettingUnit::WattHour:
        return Icon::WattHour;
    default:
        return Icon::Count;
    }
}

} // namespace meter
