// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The server side of Modbus: a request goes in, the answer comes out, nothing else happens.
// Functions 03, 04, 06, 16, 17 and 43/14; checks in the order function, shape and quantity,
// address, value (docs/modbus-conformance.md, Modbus Application Protocol figures 13, 16 and 22).

#include "core/access/meter_control.hpp"
#include "core/modbus/pdu.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace meter::modbus {

/// One request PDU → the answer PDU, written into `response` (at least kPduSizeMax bytes).
/// Empty: no answer, because the meter boots (readings().isMeasuring is false) or the request
/// is. Where the reset system runs (Factory::bootSystem) function 17 is answered at once and
/// always, every other request never.
std::span<const std::byte>
servePdu(MeterControl& control, std::span<const std::byte> request, std::span<std::byte> response);

/// One whole RTU frame with address and CRC → the frame to send back, written into `response`
/// (at least kAduRtuSizeMax bytes). Empty: silence, as after a wrong CRC, another address, a
/// length that does not fit the function, or a broadcast; broadcast writes act.
std::span<const std::byte> serveFrame(MeterControl& control,
                                      std::uint8_t address,
                                      std::span<const std::byte> frame,
                                      std::span<std::byte> response);

/// False for a known function whose request PDU has a length that its function cannot have.
[[nodiscard]] bool isLengthFitting(std::span<const std::byte> request);

/// An exception answer of two bytes, as gateways need it too.
std::span<const std::byte>
writeException(std::span<std::byte> response, std::uint8_t function, ExceptionCode code);

} // namespace meter::modbus
