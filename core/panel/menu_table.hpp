// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The menus as data: what stands on which screen, in which order, with which label in the
// IEEE and the IEC notation. A person with the real meter at hand corrects them here; nothing
// else knows the order. What a setting takes stands in the settings table.

#include "core/settings/setting_table.hpp"
#include "core/settings/settings.hpp"
#include "core/settings/system_type.hpp"

#include <cstdint>
#include <span>

namespace meter {

/// The top list, in its order.
enum class TopHead : std::uint8_t {
    Totals,
    PhaseA,
    PhaseB,
    PhaseC,
    Demand,
    MaxDemand,
    Alert,
    Info,
    Reset,
    Setup,
    Count,
};

enum class ScreenItem : std::uint8_t {
    RealEnergy,
    ApparentEnergy,
    ReactiveEnergy,
    RealPower,
    ReactivePower,
    ApparentPower,
    Current,
    VoltageLl,
    VoltageLn,
    PowerFactor,
    Frequency,
    AlertPhaseLoss,
    AlertLowPowerFactor,
    AlertFrequency,
    AlertCurrent,
    AlertVoltage,
    AlertPulse,
    Model,
    OperatingSystem,
    ResetSystem,
    SerialNumberHigh,
    SerialNumberLow,
};

/// What a screen behind a password edits, asks or shows.
enum class ParameterKind : std::uint8_t {
    Digits,         ///< A setting, digit by digit.
    Options,        ///< A setting, one option after the other.
    ClearEnergies,  ///< Asks "no" or "YES".
    ResetMaxDemand, ///< Asks "no" or "YES".
    MaxSystemPower, ///< Only shown.
    PulseDuration,  ///< Only shown.
};

/// An option of which the glass shows a word.
struct OptionWord {
    const char* text;
    std::uint32_t number;
};

struct Label {
    const char* ieee;
    const char* iec;
};

struct DataScreen {
    Label label;
    ScreenItem item;
    /// Instead, where the unit's prefix on the glass is not k: a label names no other.
    Label labelWithoutKilo{};
};

struct ParameterScreen {
    const char* label;
    ParameterKind kind;
    Setting setting = Setting::Count;    ///< Of digits and options.
    std::span<const OptionWord> words{}; ///< Options in their order; none: the row's numbers.
    /// Instead, in system type 1L-1n of a voltage, else where the prefix on the glass is not k.
    const char* otherLabel = nullptr;
};

/// A head of the lists inside RESET and SETUP.
struct ParameterHead {
    const char* label;
    std::span<const ParameterScreen> screens;
};

/// Empty for RESET and SETUP, whose screens stand behind a password.
[[nodiscard]] std::span<const DataScreen> dataScreensOf(TopHead head);
/// Empty for all but RESET and SETUP.
[[nodiscard]] std::span<const ParameterHead> parameterHeadsOf(TopHead head);

[[nodiscard]] const char* headLabel(TopHead head, const Settings& settings);
/// `isKilo`: the unit's prefix on the glass is k, or there is none.
[[nodiscard]] const char* screenLabel(const DataScreen& screen, DisplayUnits units, bool isKilo);
[[nodiscard]] const char* screenLabel(const ParameterScreen& screen, SystemType type, bool isKilo);

/// Whether the system type has this phase; true for all other heads.
[[nodiscard]] bool isHeadPresent(TopHead head, SystemType type);

} // namespace meter
