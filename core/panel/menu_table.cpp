// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/panel/menu_table.hpp"

#include <array>
#include <cstddef>

namespace meter {

namespace {

constexpr auto kTotalsScreens = std::to_array<DataScreen>({
    {{"KWh", "KPh"}, ScreenItem::RealEnergy, {"Wh", "Ph"}},
    {{"KVAh", "KSh"}, ScreenItem::ApparentEnergy, {"VAh", "Sh"}},
    {{"KVARh", "KQh"}, ScreenItem::ReactiveEnergy, {"VARh", "Qh"}},
    {{"W", "P"}, ScreenItem::RealPower},
    {{"VAR", "Q"}, ScreenItem::ReactivePower},
    {{"VA", "S"}, ScreenItem::ApparentPower},
    {{"A", "A"}, ScreenItem::Current},
    {{"VLL", "U"}, ScreenItem::VoltageLl},
    {{"VLN", "V"}, ScreenItem::VoltageLn},
    {{"PF", "PF"}, ScreenItem::PowerFactor},
    {{"HZ", "HZ"}, ScreenItem::Frequency},
});

constexpr std::size_t kPhaseScreenCount = 8;

constexpr std::array<DataScreen, kPhaseScreenCount> phaseScreens(Label voltageLl) {
    return {{
        {{"W", "P"}, ScreenItem::RealPower},
        {{"VAR", "Q"}, ScreenItem::ReactivePower},
        {{"VA", "S"}, ScreenItem::ApparentPower},
        {{"A", "A"}, ScreenItem::Current},
        {voltageLl, ScreenItem::VoltageLl},
        {{"VLN", "V"}, ScreenItem::VoltageLn},
        {{"PF", "PF"}, ScreenItem::PowerFactor},
        {{"KWh", "KPh"}, ScreenItem::RealEnergy, {"Wh", "Ph"}},
    }};
}

constexpr std::array kPhaseAScreens = phaseScreens({"VAB", "UAB"});
constexpr std::array kPhaseBScreens = phaseScreens({"VBC", "UBC"});
constexpr std::array kPhaseCScreens = phaseScreens({"VAC", "UAC"});

constexpr auto kDemandScreens = std::to_array<DataScreen>({
    {{"W", "P"}, ScreenItem::RealPower},
    {{"VAR", "Q"}, ScreenItem::ReactivePower},
    {{"VA", "S"}, ScreenItem::ApparentPower},
});

constexpr auto kAlertScreens = std::to_array<DataScreen>({
    {{"PLOSS", "PLOSS"}, ScreenItem::AlertPhaseLoss},
    {{"LOWPF", "LOWPF"}, ScreenItem::AlertLowPowerFactor},
    {{"F ERR", "F ERR"}, ScreenItem::AlertFrequency},
    {{"I OVR", "I OVR"}, ScreenItem::AlertCurrent},
    {{"V OVR", "V OVR"}, ScreenItem::AlertVoltage},
    {{"PULSE", "PULSE"}, ScreenItem::AlertPulse},
});

constexpr auto kInfoScreens = std::to_array<DataScreen>({
    {{"MODEL", "MODEL"}, ScreenItem::Model},
    {{"OS", "OS"}, ScreenItem::OperatingSystem},
    {{"RS", "RS"}, ScreenItem::ResetSystem},
    {{"SN", "SN"}, ScreenItem::SerialNumberHigh},
    {{"SN", "SN"}, ScreenItem::SerialNumberLow},
});

struct TopRow {
    TopHead head;
    Label label;
    std::span<const DataScreen> screens;
};

// The label of the totals depends on the system type: headLabel().
constexpr std::array<TopRow, static_cast<std::size_t>(TopHead::Count)> kTopRows = {{
    {TopHead::Totals, {"3PHASE", "3PHASE"}, kTotalsScreens},
    {TopHead::PhaseA, {"A PHASE", "A PHASE"}, kPhaseAScreens},
    {TopHead::PhaseB, {"B PHASE", "B PHASE"}, kPhaseBScreens},
    {TopHead::PhaseC, {"C PHASE", "C PHASE"}, kPhaseCScreens},
    {TopHead::Demand, {"D", "D"}, kDemandScreens},
    {TopHead::MaxDemand, {"M", "MAX"}, kDemandScreens},
    {TopHead::Alert, {"ALERT", "ALERT"}, kAlertScreens},
    {TopHead::Info, {"INFO", "INFO"}, kInfoScreens},
    {TopHead::Reset, {"RESET", "RESET"}, {}},
    {TopHead::Setup, {"SETUP", "SETUP"}, {}},
}};

using Kind = ParameterKind;

constexpr auto kParityWords = std::to_array<OptionWord>({
    {"odd", static_cast<std::uint32_t>(Parity::Odd)},
    {"EvEn", static_cast<std::uint32_t>(Parity::Even)},
    {"nonE", static_cast<std::uint32_t>(Parity::None)},
});
constexpr auto kSystemTypeWords = std::to_array<OptionWord>({
    {"3L-1n", static_cast<std::uint32_t>(SystemType::Wye)},
    {"3L", static_cast<std::uint32_t>(SystemType::Delta)},
    {"2L-1n", static_cast<std::uint32_t>(SystemType::SplitPhase)},
    {"2L", static_cast<std::uint32_t>(SystemType::SinglePhaseLl)},
    {"1L-1n", static_cast<std::uint32_t>(SystemType::SinglePhaseLn)},
});
constexpr auto kUnitWords = std::to_array<OptionWord>({
    {"IEEE", static_cast<std::uint32_t>(DisplayUnits::Ieee)},
    {"IEC", static_cast<std::uint32_t>(DisplayUnits::Iec)},
});
constexpr auto kConfirmWords = std::to_array<OptionWord>({{"no", 0}, {"YES", 1}});

constexpr ParameterScreen digits(const char* label, Setting setting) {
    return {.label = label, .kind = Kind::Digits, .setting = setting};
}

constexpr ParameterScreen options(const char* label, Setting setting) {
    return {.label = label, .kind = Kind::Options, .setting = setting};
}

constexpr ParameterScreen
options(const char* label, Setting setting, std::span<const OptionWord> words) {
    return {.label = label, .kind = Kind::Options, .setting = setting, .words = words};
}

constexpr ParameterScreen question(const char* label, Kind kind) {
    return {.label = label, .kind = kind, .words = kConfirmWords};
}

constexpr ParameterScreen readOnly(const char* label, Kind kind) {
    return {.label = label, .kind = kind};
}

constexpr ParameterScreen withOtherLabel(ParameterScreen screen, const char* label) {
    screen.otherLabel = label;
    return screen;
}

constexpr auto kEnergyReset =
    std::to_array<ParameterScreen>({question("ENERG", Kind::ClearEnergies)});
constexpr auto kDemandReset =
    std::to_array<ParameterScreen>({question("DEMND", Kind::ResetMaxDemand)});

constexpr auto kResetHeads = std::to_array<ParameterHead>({
    {"ENERG", kEnergyReset},
    {"DEMND", kDemandReset},
});

constexpr auto kCommunicationScreens = std::to_array<ParameterScreen>({
    digits("ADDR", Setting::ModbusAddress),
    options("BAUD", Setting::BaudRate),
    options("PAR", Setting::Parity, kParityWords),
});
constexpr auto kCtScreens = std::to_array<ParameterScreen>({digits("CT SZ", Setting::CtPrimary)});
constexpr auto kSystemScreens =
    std::to_array<ParameterScreen>({options("SYSTM", Setting::SystemType, kSystemTypeWords)});
constexpr auto kPtScreens = std::to_array<ParameterScreen>({digits("RATIO", Setting::PtRatio)});
constexpr auto kVoltageScreens =
    std::to_array<ParameterScreen>({withOtherLabel(digits("VLL", Setting::SystemVoltage), "V LN")});
constexpr auto kPowerScreens = std::to_array<ParameterScreen>(
    {withOtherLabel(readOnly("MX KW", Kind::MaxSystemPower), "MX W")});
constexpr auto kPhaseLossScreens = std::to_array<ParameterScreen>({
    digits("VOLTS", Setting::PhaseLossVoltage),
    digits("IMBAL", Setting::PhaseLossImbalance),
});
constexpr auto kPulseScreens = std::to_array<ParameterScreen>({
    options("Wh/P", Setting::PulseEnergy),
    readOnly("mS/P", Kind::PulseDuration),
});
constexpr auto kDemandSetupScreens = std::to_array<ParameterScreen>({
    options("INTRV", Setting::DemandSubintervals),
    digits("SEC", Setting::DemandSubintervalLength),
});
constexpr auto kUnitScreens =
    std::to_array<ParameterScreen>({options("UNITS", Setting::DisplayUnits, kUnitWords)});
constexpr auto kPasswordScreens = std::to_array<ParameterScreen>({
    digits("SETUP", Setting::SetupPassword),
    digits("RESET", Setting::ResetPassword),
});

constexpr auto kSetupHeads = std::to_array<ParameterHead>({
    {"S COM", kCommunicationScreens},
    {"S CT", kCtScreens},
    {"S SYS", kSystemScreens},
    {"S PT", kPtScreens},
    {"S V", kVoltageScreens},
    {"S PWR", kPowerScreens},
    {"S PLOS", kPhaseLossScreens},
    {"S PULS", kPulseScreens},
    {"S DEM", kDemandSetupScreens},
    {"S UNIT", kUnitScreens},
    {"S PASS", kPasswordScreens},
});

const TopRow& rowOf(TopHead head) {
    return kTopRows[static_cast<std::size_t>(head)];
}

const char* chosen(const Label& label, DisplayUnits units) {
    return units == DisplayUnits::Iec ? label.iec : label.ieee;
}

} // namespace

std::span<const DataScreen> dataScreensOf(TopHead head) {
    return rowOf(head).screens;
}

std::span<const ParameterHead> parameterHeadsOf(TopHead head) {
    if (head == TopHead::Reset) {
        return kResetHeads;
    }
    if (head == TopHead::Setup) {
        return kSetupHeads;
    }
    return {};
}

const char* headLabel(TopHead head, const Settings& settings) {
    if (head == TopHead::Totals) {
        constexpr std::array<const char*, 3> kByPhaseCount = {"1PHASE", "2PHASE", "3PHASE"};
        return kByPhaseCount[traitsOf(settings.systemType).phaseCount - 1U];
    }
    return chosen(rowOf(head).label, settings.displayUnits);
}

const char* screenLabel(const DataScreen& screen, DisplayUnits units, bool isKilo) {
    const bool hasKilo = screen.labelWithoutKilo.ieee != nullptr;
    return chosen(hasKilo && !isKilo ? screen.labelWithoutKilo : screen.label, units);
}

const char* screenLabel(const ParameterScreen& screen, SystemType type, bool isKilo) {
    const bool isOther =
        screen.setting == Setting::SystemVoltage ? type == SystemType::SinglePhaseLn : !isKilo;
    return isOther && screen.otherLabel != nullptr ? screen.otherLabel : screen.label;
}

bool isHeadPresent(TopHead head, SystemType type) {
    const SystemTypeTraits& traits = traitsOf(type);
    switch (head) {
    case TopHead::PhaseA:
        return traits.hasPhase[0];
    case TopHead::PhaseB:
        return traits.hasPhase[1];
    case TopHead::PhaseC:
        return traits.hasPhase[2];
    default:
        return true;
    }
}

} // namespace meter
