// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Why a request is refused, in the codes of Modbus (Application Protocol V1.1b3, clause 7):
// registers judge with them, the PDU server answers with them.

#include <cstdint>

namespace meter::modbus {

enum class ExceptionCode : std::uint8_t {
    None = 0, ///< No exception: done.
    IllegalFunction = 0x01,
    IllegalDataAddress = 0x02,
    IllegalDataValue = 0x03,
    DeviceFailure = 0x04,
    GatewayTargetFailed = 0x0B, ///< Never from the meter; from a gateway before it.
};

} // namespace meter::modbus
