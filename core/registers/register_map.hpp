// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// THE register table: the guide's point map as data. Server, validation, listings and the
// documents are driven by it; a test compares it with resources/registers.csv row by row.
// Names and texts lie apart (register_names.hpp), in the same order, so that firmware does not
// carry them.

#include "core/settings/setting_table.hpp"
#include "core/settings/settings.hpp"
#include "core/settings/system_type.hpp"

#include <cstdint>
#include <span>

namespace meter {

enum class RegisterFormat : std::uint8_t { UInt, SInt, ULong, Float };

/// How an integer register is scaled; what a float holds needs none.
enum class ScaleKind : std::uint8_t {
    None,
    Current,        ///< Register 138.
    Voltage,        ///< 139.
    Power,          ///< 140.
    Energy,         ///< 141.
    Hundredths,     ///< 0.01.
    TenThousandths, ///< 0.0001.
};

/// What a register shows. Where several share one, RegisterRow::index tells them apart.
enum class Quantity : std::uint8_t {
    RealEnergy, ///< Total; RealEnergyOfPhase by phase.
    ApparentEnergy,
    ReactiveEnergy,
    RealEnergyOfPhase,
    RealPowerTotal,
    ReactivePowerTotal,
    ApparentPowerTotal,
    PowerFactorTotal,
    VoltageLlAverage,
    VoltageLnAverage,
    CurrentAverage,
    RealPower, ///< By phase, like the next three.
    ReactivePower,
    ApparentPower,
    PowerFactor,
    VoltageLl, ///< By LinePair.
    VoltageLn, ///< By phase.
    Current,   ///< By phase.
    Frequency,
    Demand,    ///< By Power.
    DemandMax, ///< By Power.
    PulseCounterReal,
    PulseCounterReactive,
    Command,
    Setting, ///< RegisterRow::setting().
    MaxSystemPower,
    ScaleFactor, ///< 0 current, 1 voltage, 2 power, 3 energy.
    PulseDuration,
    Alerts,
    EnergyResetCount,
    PowerUpCount,
    OutputConfiguration,
    OsVersion,
    LogControl, ///< Clock, page, status, count: the data log's own.
    LogPointer, ///< By column.
    LogBuffer,
    ReservedZero,
    ReservedInvalid,
    ReservedWritable, ///< Takes words without effect, reads 0.
};

struct RegisterRow {
    std::uint16_t number; ///< Of the guide: protocol address + 1.
    std::uint16_t words;
    Quantity quantity;
    std::uint8_t index;
    RegisterFormat format;
    ScaleKind scale;
    std::uint8_t systemTypes; ///< Where it is valid: SystemTypeTraits::mask, or-ed. 0: reserved.
    std::uint8_t flags;

    static constexpr std::uint8_t kWritable = 1;
    static constexpr std::uint8_t kNonVolatile = 2;
    static constexpr std::uint8_t kLoggingOnly = 4;

    [[nodiscard]] constexpr bool isWritable() const { return (flags & kWritable) != 0; }

    [[nodiscard]] constexpr bool isNonVolatile() const { return (flags & kNonVolatile) != 0; }

    /// Of a row that shows one (Quantity::Setting).
    [[nodiscard]] constexpr Setting setting() const { return static_cast<Setting>(index); }

    [[nodiscard]] constexpr Variant variant() const {
        return (flags & kLoggingOnly) != 0 ? Variant::Logging : Variant::Standard;
    }

    /// Registers that the logging variant has besides are not in the standard one.
    [[nodiscard]] constexpr bool existsIn(Variant which) const {
        return variant() == Variant::Standard || which == Variant::Logging;
    }

    [[nodiscard]] constexpr bool isValidIn(const SystemTypeTraits& traits) const {
        return (systemTypes & traits.mask) != 0;
    }

    friend constexpr bool operator==(const RegisterRow&, const RegisterRow&) = default;
};

/// Sorted by number.
extern const std::span<const RegisterRow> kRegisterMap;

/// The row that holds the register, which may be any of its words; null: undefined.
[[nodiscard]] const RegisterRow* registerRowAt(std::uint32_t number);

} // namespace meter
