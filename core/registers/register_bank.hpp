// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Registers as words: reads encode the readings, writes are judged as a whole and then applied.
// Register numbers are the guide's (protocol address + 1), 1…65536.

#include "core/access/meter_control.hpp"
#include "core/base/exception_code.hpp"
#include "core/registers/register_encoding.hpp"

#include <cstdint>
#include <span>

namespace meter {

/// Words written to register 129.
inline constexpr std::uint16_t kCommandClearEnergies = 30078;
inline constexpr std::uint16_t kCommandNewSubinterval = 21211;
inline constexpr std::uint16_t kCommandResetMaxDemand = 21212;
inline constexpr std::uint16_t kCommandClearPulseCounts = 16498;
inline constexpr std::uint16_t kCommandRestartLog = 16640; ///< Logging variant.

/// Fills `words` from register firstNumber on. IllegalDataAddress: one of them is undefined
/// (unless Rules::holes fills); words are then unspecified. No side effects, except that the
/// logging variant notes reads of its buffer.
[[nodiscard]] modbus::ExceptionCode
readRegisters(MeterControl& control, std::uint32_t firstNumber, std::span<std::uint16_t> words);

/// Stores all words or none: addresses first, then each value against what the ones before it
/// (ascending: PT ratio before system voltage) make of the settings. DeviceFailure: accepted,
/// but the storage failed; nothing changed.
[[nodiscard]] modbus::ExceptionCode writeRegisters(MeterControl& control,
                                                   std::uint32_t firstNumber,
                                                   std::span<const std::uint16_t> words);

} // namespace meter
