// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Modbus codes and limits (Modbus Application Protocol V1.1b3, clauses 4.1, 6 and 7).

#include "core/base/exception_code.hpp" // IWYU pragma: export

#include <cstddef>
#include <cstdint>

namespace meter::modbus {

inline constexpr std::size_t kPduSizeMax = 253;
inline constexpr std::size_t kAduRtuSizeMin = 4;   ///< Address, function, CRC.
inline constexpr std::size_t kAduRtuSizeMax = 256; ///< Address, PDU, CRC.
inline constexpr std::size_t kReadQuantityMax = 125;
inline constexpr std::size_t kWriteQuantityMax = 123;
inline constexpr std::uint8_t kBroadcastAddress = 0;
inline constexpr std::uint8_t kAddressMin = 1;
inline constexpr std::uint8_t kAddressMax = 247;
/// Set in the function code of an exception answer.
inline constexpr std::uint8_t kExceptionFlag = 0x80;

enum class FunctionCode : std::uint8_t {
    ReadHoldingRegisters = 0x03,
    ReadInputRegisters = 0x04,
    WriteSingleRegister = 0x06,
    WriteMultipleRegisters = 0x10,
    ReportServerId = 0x11,
    EncapsulatedInterface = 0x2B, ///< With MEI type 0x0E: read device identification.
};

} // namespace meter::modbus
