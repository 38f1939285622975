// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/panel/menu_table.hpp"

#include <array>
#include <cstddef>

namespace meter {

namespace {

constexpr std::array kTotalsScreens = {
    DataScreen{{"KWh", "KPh"}, ScreenItem::RealEnergy},
    DataScreen{{"KVAh", "KSh"}, ScreenItem::ApparentEnergy},
    DataScreen{{"KVARh", "KQh"}, ScreenItem::ReactiveEnergy},
    DataScreen{{"W", "P"}, ScreenItem::RealPower},
    DataScreen{{"VAR", "Q"}, ScreenItem::ReactivePower},
    DataScreen{{"VA", "S"}, ScreenItem::ApparentPower},
    DataScreen{{"A", "A"}, ScreenItem::Current},
    DataScreen{{"VLL", "U"}, ScreenItem::VoltageLl},
    DataScreen{{"VLN", "V"}, ScreenItem::VoltageLn},
    DataScreen{{"PF", "PF"}, ScreenItem::PowerFactor},
    DataScreen{{"HZ", "HZ"}, ScreenItem::Frequency},
};

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
        {{"KWh", "KPh"}, ScreenItem::RealEnergy},
    }};
}

constexpr std::array kPhaseAScreens = phaseScreens({"VAB", "UAB"});
constexpr std::array kPhaseBScreens = phaseScreens({"VBC", "UBC"});
constexpr std::array kPhaseCScreens = phaseScreens({"VAC", "UAC"});

constexpr std::array kDemandScreens = {
    DataScreen{{"W", "P"}, ScreenItem::RealPower},
    DataScreen{{"VAR", "Q"}, ScreenItem::ReactivePower},
    DataScreen{{"VA", "S"}, ScreenItem::ApparentPower},
};

constexpr std::array kAlertScreens = {
    DataScreen{{"PLOSS", "PLOSS"}, ScreenItem::AlertPhaseLoss},
    DataScreen{{"LOWPF", "LOWPF"}, ScreenItem::AlertLowPowerFactor},
    DataScreen{{"F ERR", "F ERR"}, ScreenItem::AlertFrequency},
    DataScreen{{"I OVR", "I OVR"}, ScreenItem::AlertCurrent},
    DataScreen{{"V OVR", "V OVR"}, ScreenItem::AlertVoltage},
    DataScreen{{"PULSE", "PULSE"}, ScreenItem::AlertPulse},
};

constexpr std::array kInfoScreens = {
    DataScreen{{"MODEL", "MODEL"}, ScreenItem::Model},
    DataScreen{{"OS", "OS"}, ScreenItem::OperatingSystem},
    DataScreen{{"RS", "RS"}, ScreenItem::ResetSystem},
    DataScreen{{"SN", "SN"}, ScreenItem::SerialNumberHigh},
    DataScreen{{"SN", "SN"}, ScreenItem::SerialNumberLow},
};

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

constexpr std::array kEnergyReset = {ParameterScreen{"ENERG", Parameter::ClearEnergies}};
constexpr std::array kDemandReset = {ParameterScreen{"DEMND", Parameter::ResetMaxDemand}};

constexpr std::array kResetHeads = {
    ParameterHead{"ENERG", kEnergyReset},
    ParameterHead{"DEMND", kDemandReset},
};

constexpr std::array kCommunicationScreens = {
    ParameterScreen{"ADDR", Parameter::Address},
    ParameterScreen{"BAUD", Parameter::BaudRate},
    ParameterScreen{"PAR", Parameter::Parity},
};
constexpr std::array kCtScreens = {ParameterScreen{"CT SZ", Parameter::CtSize}};
constexpr std::array kSystemScreens = {ParameterScreen{"SYSTM", Parameter::SystemType}};
constexpr std::array kPtScreens = {ParameterScreen{"RATIO", Parameter::PtRatio}};
constexpr std::array kVoltageScreens = {ParameterScreen{"VLL", Parameter::SystemVoltage}};
constexpr std::array kPowerScreens = {ParameterScreen{"MX KW", Parameter::MaxSystemPower}};
constexpr std::array kPhaseLossScreens = {
    ParameterScreen{"VOLTS", Parameter::PhaseLossVoltage},
    ParameterScreen{"IMBAL", Parameter::PhaseLossImbalance},
};
constexpr std::array kPulseScreens = {
    ParameterScreen{"Wh/P", Parameter::PulseEnergy},
    ParameterScreen{"mS/P", Parameter::PulseDuration},
};
constexpr std::array kDemandSetupScreens = {
    ParameterScreen{"INTRV", Parameter::DemandSubintervals},
    ParameterScreen{"SEC", Parameter::DemandSubintervalLength},
};
constexpr std::array kUnitScreens = {ParameterScreen{"UNITS", Parameter::DisplayUnits}};
constexpr std::array kPasswordScreens = {
    ParameterScreen{"SETUP", Parameter::SetupPassword},
    ParameterScreen{"RESET", Parameter::ResetPassword},
};

constexpr std::array kSetupHeads = {
    ParameterHead{"S COM", kCommunicationScreens}, ParameterHead{"S CT", kCtScreens},
    ParameterHead{"S SYS", kSystemScreens},        ParameterHead{"S PT", kPtScreens},
    ParameterHead{"S V", kVoltageScreens},         ParameterHead{"S PWR", kPowerScreens},
    ParameterHead{"S PLOS", kPhaseLossScreens},    ParameterHead{"S PULS", kPulseScreens},
    ParameterHead{"S DEM", kDemandSetupScreens},   ParameterHead{"S UNIT", kUnitScreens},
    ParameterHead{"S PASS", kPasswordScreens},
};

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

const char* screenLabel(const DataScreen& screen, DisplayUnits units) {
    return chosen(screen.label, units);
}

const char* screenLabel(const ParameterScreen& screen, SystemType type) {
    const bool isLineToNeutral =
        screen.parameter == Parameter::SystemVoltage && type == SystemType::SinglePhaseLn;
    return isLineToNeutral ? "V LN" : screen.label;
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
