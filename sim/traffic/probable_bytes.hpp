// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What bytes probably were that came in at an endpoint and are no request of its protocol:
// another protocol, a damaged or unfinished frame, noise. For people and for the judge of
// masters, who both want to hear the cause.

#include "sim/traffic/traffic_frame.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace meter::sim {

enum class ProbableKind : std::uint8_t {
    Noise, ///< Nothing that is known: another baud rate or parity, a wrong wiring, noise.
    ModbusTcp,
    ModbusRtu,
    ModbusAscii,
    Http,
    Tls,
    Telnet,
    Text,
    BadCrc,
    SwappedCrc, ///< The two bytes of the CRC are exchanged.
    Unfinished,
    Answer,  ///< A whole frame that is no request.
    BadMbap, ///< A Modbus TCP header that contradicts itself.
};

/// Of bytes that an endpoint of this framing did not take for a request.
[[nodiscard]] ProbableKind probableKindOf(std::span<const std::byte> bytes, TrafficFraming framing);

/// "Modbus TCP on a serial endpoint", "a frame with a bad CRC" …
[[nodiscard]] std::string_view probableText(ProbableKind kind, TrafficFraming framing);

/// Another protocol than the endpoint's own.
[[nodiscard]] bool isOtherProtocol(ProbableKind kind);

} // namespace meter::sim
