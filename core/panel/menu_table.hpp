// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The menus as data: what stands on which screen, in which order, with which label in the
// IEEE and the IEC notation (faceplate.md, menus). A person with the real meter at hand
// corrects them here and in parameters.hpp; nothing else knows the order.

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

/// What the screens behind a password edit or show.
enum class Parameter : std::uint8_t {
    Address,
    BaudRate,
    Parity,
    CtSize,
    SystemType,
    PtRatio,
    SystemVoltage,
    MaxSystemPower,
    PhaseLossVoltage,
    PhaseLossImbalance,
    PulseEnergy,
    PulseDuration,
    DemandSubintervals,
    DemandSubintervalLength,
    DisplayUnits,
    SetupPassword,
    ResetPassword,
    ClearEnergies,
    ResetMaxDemand,
    Count,
};

struct Label {
    const char* ieee;
    const char* iec;
};

struct DataScreen {
    Label label;
    ScreenItem item;
};

struct ParameterScreen {
    const char* label;
    Parameter parameter;
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
[[nodiscard]] const char* screenLabel(const DataScreen& screen, DisplayUnits units);
/// As ParameterScreen::label, but "V LN" in type 1L-1n.
[[nodiscard]] const char* screenLabel(const ParameterScreen& screen, SystemType type);

/// Whether the system type has this phase; true for all other heads.
[[nodiscard]] bool isHeadPresent(TopHead head, SystemType type);

} // namespace meter
