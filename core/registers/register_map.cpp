// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registers/register_map.hpp"

#include <array>
#include <cstddef>

namespace meter {

namespace {

using Q = Quantity;
using F = RegisterFormat;
using S = ScaleKind;

constexpr std::uint8_t kLn = 1;         // system type 10
constexpr std::uint8_t kLl = 2;         // 11
constexpr std::uint8_t kSplitPhase = 4; // 12
constexpr std::uint8_t kDelta = 8;      // 31
constexpr std::uint8_t kWye = 16;       // 40

constexpr std::uint8_t kNoType = 0;
constexpr std::uint8_t kAllTypes = kLn | kLl | kSplitPhase | kDelta | kWye;
constexpr std::uint8_t kWithLineVoltage = kLl | kSplitPhase | kDelta | kWye;
constexpr std::uint8_t kWithNeutral = kLn | kSplitPhase | kWye;
constexpr std::uint8_t kWithPhaseB = kSplitPhase | kDelta | kWye;
constexpr std::uint8_t kWithPhaseC = kDelta | kWye;
constexpr std::uint8_t kWithVoltageBn = kSplitPhase | kWye;
constexpr std::uint8_t kWithVoltageCn = kWye;

constexpr std::uint8_t kWritable = RegisterRow::kWritable;
constexpr std::uint8_t kNonVolatile = RegisterRow::kNonVolatile;
constexpr std::uint8_t kLoggingOnly = RegisterRow::kLoggingOnly;

/// A register that holds a setting, in the steps of its row.
constexpr RegisterRow setting(std::uint16_t number, Setting id) {
    return {number,     1,
            Q::Setting, static_cast<std::uint8_t>(id),
            F::UInt,    settingRow(id).decimals == 2 ? S::Hundredths : S::None,
            kAllTypes,  kWritable | kNonVolatile};
}

constexpr RegisterRow logSetting(std::uint16_t number, Setting id) {
    RegisterRow row = setting(number, id);
    row.flags |= kLoggingOnly;
    return row;
}

constexpr auto kRows = std::to_array<RegisterRow>({
    {1, 2, Q::RealEnergy, 0, F::ULong, S::Energy, kAllTypes, kNonVolatile},
    {3, 1, Q::RealPowerTotal, 0, F::UInt, S::Power, kAllTypes, 0},
    {4, 1, Q::ReactivePowerTotal, 0, F::UInt, S::Power, kAllTypes, 0},
    {5, 1, Q::ApparentPowerTotal, 0, F::UInt, S::Power, kAllTypes, 0},
    {6, 1, Q::PowerFactorTotal, 0, F::UInt, S::TenThousandths, kAllTypes, 0},
    {7, 1, Q::VoltageLlAverage, 0, F::UInt, S::Voltage, kWithLineVoltage, 0},
    {8, 1, Q::VoltageLnAverage, 0, F::UInt, S::Voltage, kWithNeutral, 0},
    {9, 1, Q::CurrentAverage, 0, F::UInt, S::Current, kAllTypes, 0},
    {10, 1, Q::RealPower, 0, F::UInt, S::Power, kAllTypes, 0},
    {11, 1, Q::RealPower, 1, F::UInt, S::Power, kWithPhaseB, 0},
    {12, 1, Q::RealPower, 2, F::UInt, S::Power, kWithPhaseC, 0},
    {13, 1, Q::PowerFactor, 0, F::UInt, S::TenThousandths, kAllTypes, 0},
    {14, 1, Q::PowerFactor, 1, F::UInt, S::TenThousandths, kWithPhaseB, 0},
    {15, 1, Q::PowerFactor, 2, F::UInt, S::TenThousandths, kWithPhaseC, 0},
    {16, 1, Q::VoltageLl, 0, F::UInt, S::Voltage, kWithLineVoltage, 0},
    {17, 1, Q::VoltageLl, 1, F::UInt, S::Voltage, kWithPhaseC, 0},
    {18, 1, Q::VoltageLl, 2, F::UInt, S::Voltage, kWithPhaseC, 0},
    {19, 1, Q::VoltageLn, 0, F::UInt, S::Voltage, kWithNeutral, 0},
    {20, 1, Q::VoltageLn, 1, F::UInt, S::Voltage, kWithVoltageBn, 0},
    {21, 1, Q::VoltageLn, 2, F::UInt, S::Voltage, kWithVoltageCn, 0},
    {22, 1, Q::Current, 0, F::UInt, S::Current, kAllTypes, 0},
    {23, 1, Q::Current, 1, F::UInt, S::Current, kWithPhaseB, 0},
    {24, 1, Q::Current, 2, F::UInt, S::Current, kWithPhaseC, 0},
    {25, 1, Q::ReservedInvalid, 0, F::UInt, S::None, kNoType, 0},
    {26, 1, Q::Frequency, 0, F::UInt, S::Hundredths, kAllTypes, 0},
    {27, 2, Q::ApparentEnergy, 0, F::ULong, S::Energy, kAllTypes, kNonVolatile},
    {29, 2, Q::ReactiveEnergy, 0, F::ULong, S::Energy, kAllTypes, kNonVolatile},
    {31, 1, Q::ApparentPower, 0, F::UInt, S::Power, kAllTypes, 0},
    {32, 1, Q::ApparentPower, 1, F::UInt, S::Power, kWithPhaseB, 0},
    {33, 1, Q::ApparentPower, 2, F::UInt, S::Power, kWithPhaseC, 0},
    {34, 1, Q::ReactivePower, 0, F::UInt, S::Power, kAllTypes, 0},
    {35, 1, Q::ReactivePower, 1, F::UInt, S::Power, kWithPhaseB, 0},
    {36, 1, Q::ReactivePower, 2, F::UInt, S::Power, kWithPhaseC, 0},
    {37, 1, Q::Demand, 0, F::UInt, S::Power, kAllTypes, 0},
    {38, 1, Q::Demand, 1, F::UInt, S::Power, kAllTypes, 0},
    {39, 1, Q::Demand, 2, F::UInt, S::Power, kAllTypes, 0},
    {40, 1, Q::DemandMax, 0, F::UInt, S::Power, kAllTypes, kNonVolatile},
    {41, 1, Q::DemandMax, 1, F::UInt, S::Power, kAllTypes, kNonVolatile},
    {42, 1, Q::DemandMax, 2, F::UInt, S::Power, kAllTypes, kNonVolatile},
    {43, 2, Q::PulseCounterReal, 0, F::ULong, S::None, kAllTypes, kNonVolatile},
    {45, 2, Q::PulseCounterReactive, 0, F::ULong, S::None, kAllTypes, kNonVolatile},
    {47, 2, Q::RealEnergyOfPhase, 0, F::ULong, S::Energy, kAllTypes, kNonVolatile},
    {49, 2, Q::RealEnergyOfPhase, 1, F::ULong, S::Energy, kWithPhaseB, kNonVolatile},
    {51, 2, Q::RealEnergyOfPhase, 2, F::ULong, S::Energy, kWithPhaseC, kNonVolatile},
    {129, 1, Q::Command, 0, F::UInt, S::None, kAllTypes, kWritable},
    setting(130, Setting::SystemType),
    setting(131, Setting::CtPrimary),
    {132, 1, Q::ReservedInvalid, 0, F::UInt, S::None, kNoType, kNonVolatile},
    setting(133, Setting::PtRatio),
    setting(134, Setting::SystemVoltage),
    {135, 1, Q::MaxSystemPower, 0, F::UInt, S::Power, kAllTypes, kNonVolatile},
    {136, 1, Q::ReservedZero, 0, F::UInt, S::None, kNoType, 0},
    setting(137, Setting::DisplayUnits),
    {138, 1, Q::ScaleFactor, 0, F::SInt, S::None, kAllTypes, 0},
    {139, 1, Q::ScaleFactor, 1, F::SInt, S::None, kAllTypes, 0},
    {140, 1, Q::ScaleFactor, 2, F::SInt, S::None, kAllTypes, 0},
    {141, 1, Q::ScaleFactor, 3, F::SInt, S::None, kAllTypes, 0},
    setting(142, Setting::PhaseLossVoltage),
    setting(143, Setting::PhaseLossImbalance),
    setting(144, Setting::PulseEnergy),
    {145, 1, Q::PulseDuration, 0, F::UInt, S::None, kAllTypes, kNonVolatile},
    {146, 1, Q::Alerts, 0, F::UInt, S::None, kAllTypes, 0},
    {147, 1, Q::EnergyResetCount, 0, F::UInt, S::None, kAllTypes, kNonVolatile},
    {148, 1, Q::ReservedZero, 0, F::UInt, S::None, kNoType, 0},
    setting(149, Setting::DemandSubintervals),
    setting(150, Setting::DemandSubintervalLength),
    {151, 1, Q::ReservedWritable, 0, F::UInt, S::None, kNoType, kWritable},
    {152, 1, Q::PowerUpCount, 0, F::UInt, S::None, kAllTypes, kWritable | kNonVolatile},
    {153, 1, Q::OutputConfiguration, 0, F::UInt, S::None, kAllTypes, kNonVolatile},
    {154, 1, Q::ReservedZero, 0, F::UInt, S::None, kNoType, 0},
    {155, 1, Q::LogControl, 0, F::UInt, S::None, kAllTypes, kWritable | kLoggingOnly},
    {156, 1, Q::LogControl, 0, F::UInt, S::None, kAllTypes, kWritable | kLoggingOnly},
    {157, 1, Q::LogControl, 0, F::UInt, S::None, kAllTypes, kWritable | kLoggingOnly},
    {158, 1, Q::LogControl, 0, F::UInt, S::None, kAllTypes, kWritable | kLoggingOnly},
    logSetting(159, Setting::LogConfiguration),
    {160, 1, Q::LogControl, 0, F::UInt, S::None, kAllTypes, kNonVolatile | kLoggingOnly},
    {161, 1, Q::LogControl, 0, F::UInt, S::None, kAllTypes, kNonVolatile | kLoggingOnly},
    {162, 1, Q::ReservedZero, 0, F::UInt, S::None, kAllTypes, kLoggingOnly},
    {163, 1, Q::ReservedZero, 0, F::UInt, S::None, kAllTypes, kLoggingOnly},
    {164, 1, Q::ReservedZero, 0, F::UInt, S::None, kAllTypes, kLoggingOnly},
    {165, 1, Q::ReservedZero, 0, F::UInt, S::None, kAllTypes, kLoggingOnly},
    {166, 1, Q::ReservedZero, 0, F::UInt, S::None, kAllTypes, kLoggingOnly},
    {167, 1, Q::ReservedZero, 0, F::UInt, S::None, kAllTypes, kLoggingOnly},
    {168, 1, Q::ReservedZero, 0, F::UInt, S::None, kAllTypes, kLoggingOnly},
    {169, 1, Q::LogPointer, 0, F::UInt, S::None, kAllTypes,
     kWritable | kNonVolatile | kLoggingOnly},
    {170, 1, Q::LogPointer, 1, F::UInt, S::None, kAllTypes,
     kWritable | kNonVolatile | kLoggingOnly},
    {171, 1, Q::LogPointer, 2, F::UInt, S::None, kAllTypes,
     kWritable | kNonVolatile | kLoggingOnly},
    {172, 1, Q::LogPointer, 3, F::UInt, S::None, kAllTypes,
     kWritable | kNonVolatile | kLoggingOnly},
    {173, 1, Q::LogPointer, 4, F::UInt, S::None, kAllTypes,
     kWritable | kNonVolatile | kLoggingOnly},
    {174, 1, Q::LogPointer, 5, F::UInt, S::None, kAllTypes,
     kWritable | kNonVolatile | kLoggingOnly},
    {175, 1, Q::LogPointer, 6, F::UInt, S::None, kAllTypes,
     kWritable | kNonVolatile | kLoggingOnly},
    {176, 1, Q::LogPointer, 7, F::UInt, S::None, kAllTypes,
     kWritable | kNonVolatile | kLoggingOnly},
    {177, 1, Q::LogPointer, 8, F::UInt, S::None, kAllTypes,
     kWritable | kNonVolatile | kLoggingOnly},
    {178, 1, Q::LogPointer, 9, F::UInt, S::None, kAllTypes,
     kWritable | kNonVolatile | kLoggingOnly},
    {257, 2, Q::RealEnergy, 0, F::Float, S::None, kAllTypes, kNonVolatile},
    {259, 2, Q::RealEnergy, 0, F::Float, S::None, kAllTypes, kNonVolatile},
    {261, 2, Q::RealPowerTotal, 0, F::Float, S::None, kAllTypes, 0},
    {263, 2, Q::ReactivePowerTotal, 0, F::Float, S::None, kAllTypes, 0},
    {265, 2, Q::ApparentPowerTotal, 0, F::Float, S::None, kAllTypes, 0},
    {267, 2, Q::PowerFactorTotal, 0, F::Float, S::None, kAllTypes, 0},
    {269, 2, Q::VoltageLlAverage, 0, F::Float, S::None, kWithLineVoltage, 0},
    {271, 2, Q::VoltageLnAverage, 0, F::Float, S::None, kWithNeutral, 0},
    {273, 2, Q::CurrentAverage, 0, F::Float, S::None, kAllTypes, 0},
    {275, 2, Q::RealPower, 0, F::Float, S::None, kAllTypes, 0},
    {277, 2, Q::RealPower, 1, F::Float, S::None, kWithPhaseB, 0},
    {279, 2, Q::RealPower, 2, F::Float, S::None, kWithPhaseC, 0},
    {281, 2, Q::PowerFactor, 0, F::Float, S::None, kAllTypes, 0},
    {283, 2, Q::PowerFactor, 1, F::Float, S::None, kWithPhaseB, 0},
    {285, 2, Q::PowerFactor, 2, F::Float, S::None, kWithPhaseC, 0},
    {287, 2, Q::VoltageLl, 0, F::Float, S::None, kWithLineVoltage, 0},
    {289, 2, Q::VoltageLl, 1, F::Float, S::None, kWithPhaseC, 0},
    {291, 2, Q::VoltageLl, 2, F::Float, S::None, kWithPhaseC, 0},
    {293, 2, Q::VoltageLn, 0, F::Float, S::None, kWithNeutral, 0},
    {295, 2, Q::VoltageLn, 1, F::Float, S::None, kWithVoltageBn, 0},
    {297, 2, Q::VoltageLn, 2, F::Float, S::None, kWithVoltageCn, 0},
    {299, 2, Q::Current, 0, F::Float, S::None, kAllTypes, 0},
    {301, 2, Q::Current, 1, F::Float, S::None, kWithPhaseB, 0},
    {303, 2, Q::Current, 2, F::Float, S::None, kWithPhaseC, 0},
    {305, 2, Q::ReservedInvalid, 0, F::Float, S::None, kNoType, 0},
    {307, 2, Q::Frequency, 0, F::Float, S::None, kAllTypes, 0},
    {309, 2, Q::ApparentEnergy, 0, F::Float, S::None, kAllTypes, kNonVolatile},
    {311, 2, Q::ReactiveEnergy, 0, F::Float, S::None, kAllTypes, kNonVolatile},
    {313, 2, Q::ApparentPower, 0, F::Float, S::None, kAllTypes, 0},
    {315, 2, Q::ApparentPower, 1, F::Float, S::None, kWithPhaseB, 0},
    {317, 2, Q::ApparentPower, 2, F::Float, S::None, kWithPhaseC, 0},
    {319, 2, Q::ReactivePower, 0, F::Float, S::None, kAllTypes, 0},
    {321, 2, Q::ReactivePower, 1, F::Float, S::None, kWithPhaseB, 0},
    {323, 2, Q::ReactivePower, 2, F::Float, S::None, kWithPhaseC, 0},
    {325, 2, Q::Demand, 0, F::Float, S::None, kAllTypes, 0},
    {327, 2, Q::Demand, 1, F::Float, S::None, kAllTypes, 0},
    {329, 2, Q::Demand, 2, F::Float, S::None, kAllTypes, 0},
    {331, 2, Q::DemandMax, 0, F::Float, S::None, kAllTypes, kNonVolatile},
    {333, 2, Q::DemandMax, 1, F::Float, S::None, kAllTypes, kNonVolatile},
    {335, 2, Q::DemandMax, 2, F::Float, S::None, kAllTypes, kNonVolatile},
    {337, 2, Q::PulseCounterReal, 0, F::Float, S::None, kAllTypes, kNonVolatile},
    {339, 2, Q::PulseCounterReactive, 0, F::Float, S::None, kAllTypes, kNonVolatile},
    {341, 2, Q::RealEnergyOfPhase, 0, F::Float, S::None, kAllTypes, kNonVolatile},
    {343, 2, Q::RealEnergyOfPhase, 1, F::Float, S::None, kWithPhaseB, kNonVolatile},
    {345, 2, Q::RealEnergyOfPhase, 2, F::Float, S::None, kWithPhaseC, kNonVolatile},
    {7001, 1, Q::OsVersion, 0, F::UInt, S::None, kAllTypes, 0},
    {8000, 5760, Q::LogBuffer, 0, F::UInt, S::None, kAllTypes, kNonVolatile | kLoggingOnly},
});

// Registers up to here are found by an index of their own; behind it lie single areas.
constexpr std::uint16_t kIndexedLast = 346;
constexpr std::uint8_t kNoRow = 0xFF;
static_assert(kRows.size() < kNoRow);

constexpr std::array<std::uint8_t, kIndexedLast + 1> makeIndex() {
    std::array<std::uint8_t, kIndexedLast + 1> index{};
    index.fill(kNoRow);
    for (std::size_t row = 0; row < kRows.size(); ++row) {
        for (std::uint32_t number = kRows[row].number;
             number < static_cast<std::uint32_t>(kRows[row].number) + kRows[row].words &&
             number <= kIndexedLast;
             ++number) {
            index[number] = static_cast<std::uint8_t>(row);
        }
    }
    return index;
}

constexpr auto kIndex = makeIndex();

constexpr std::size_t firstRowAfterIndex() {
    std::size_t row = 0;
    while (row < kRows.size() && kRows[row].number <= kIndexedLast) {
        ++row;
    }
    return row;
}

} // namespace

constinit const std::span<const RegisterRow> kRegisterMap = kRows;

const RegisterRow* registerRowAt(std::uint32_t number) {
    if (number <= kIndexedLast) {
        return kIndex[number] == kNoRow ? nullptr : &kRegisterMap[kIndex[number]];
    }
    constexpr std::size_t kFirst = firstRowAfterIndex();
    static_assert(kRows.size() - kFirst <= 2, "give a longer tail an index of its own");
    for (std::size_t row = kFirst; row < kRows.size(); ++row) {
        if (number >= kRows[row].number && number - kRows[row].number < kRows[row].words) {
            return &kRegisterMap[row];
        }
    }
    return nullptr;
}

} // namespace meter
