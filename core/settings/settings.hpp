// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything an installer can set: one plain struct, kept in non-volatile memory. Defaults
// are the factory's (guide, standard Modbus default settings).

#include "core/settings/system_type.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace meter {

enum class DisplayUnits : std::uint8_t { Iec = 0, Ieee = 1 };
enum class Parity : std::uint8_t { Odd, Even, None };
inline constexpr std::array<std::uint16_t, 6> kBaudRates = {1200, 2400, 4800, 9600, 19200, 38400};
/// Register 144: largest first (guide).
inline constexpr std::array<std::uint16_t, 4> kPulseEnergiesWh = {10000, 1000, 100, 10};
inline constexpr std::size_t kLogColumnCount = 10;

struct Settings {
    SystemType systemType = SystemType::Wye;        ///< Register 130.
    DisplayUnits displayUnits = DisplayUnits::Ieee; ///< 137.
    Parity parity = Parity::None;
    std::uint8_t modbusAddress = 1;               ///< 1…247.
    std::uint16_t baudRate = 19200;               ///< One of kBaudRates.
    std::uint16_t ctPrimaryA = 100;               ///< 131, 20…5000.
    std::uint16_t ptRatioHundredths = 100;        ///< 133, 1…32000.
    std::uint16_t systemVoltageV = 600;           ///< 134: L-L, L-N in type 10.
    std::uint16_t phaseLossVoltagePercent = 10;   ///< 142, 1…99.
    std::uint16_t phaseLossImbalancePercent = 25; ///< 143, 1…99.
    std::uint16_t pulseEnergyWh = 1000;           ///< 144: 10000 1000 100 10.
    std::uint16_t demandSubintervals = 1;         ///< 149, 1…6.
    std::uint16_t demandSubintervalLengthS = 900; ///< 150: 0 (sync to comms), 10…32767.
    std::uint16_t logConfiguration = 0;           ///< 159, logging variant.
    std::array<std::uint16_t, kLogColumnCount> logPointers = {1,  2,  29,  30,  37,
                                                              38, 39, 155, 156, 157};
    std::uint32_t setupPassword = 0; ///< 0…99999.
    std::uint32_t resetPassword = 0; ///< 0…99999.

    friend bool operator==(const Settings&, const Settings&) = default;
};

/// The decisions (docs/decisions.md) that have an alternative (scenario: meter.rules).
enum class ReactiveRule : std::uint8_t { Fundamental, Delay, Nonactive };
enum class ApparentTotalRule : std::uint8_t { Vector, Arithmetic };
enum class PhaseLossRule : std::uint8_t { Drop, Fraction };
enum class HoleRule : std::uint8_t { Exception, Fill };
/// Unit 0 over Modbus TCP: the meter itself, or a broadcast, as a gateway to a serial line has it.
enum class UnitZeroRule : std::uint8_t { Meter, Gateway };

struct Rules {
    ReactiveRule reactive = ReactiveRule::Fundamental;
    ApparentTotalRule apparentTotal = ApparentTotalRule::Vector;
    PhaseLossRule phaseLoss = PhaseLossRule::Drop;
    HoleRule holes = HoleRule::Exception;
    UnitZeroRule unitZero = UnitZeroRule::Meter;
};

enum class Variant : std::uint8_t { Standard, Logging };   ///< S4000-R, S4000-R-LOG.
enum class BootSystem : std::uint8_t { Operating, Reset }; ///< Which system runs.

/// What leaves the factory with the unit, or is burnt in: not in non-volatile memory.
struct Factory {
    std::uint32_t serialNumber = 0x4E36C14C;
    Variant variant = Variant::Standard;
    BootSystem bootSystem = BootSystem::Operating;
    Rules rules{};
    Settings installerSettings{}; ///< Used once, when the non-volatile memory is blank.
};

inline constexpr std::uint16_t kOsVersion = 2115;          ///< Register 7001: V2.115.
inline constexpr std::uint16_t kResetSystemVersion = 1011; ///< 1.011.

} // namespace meter
