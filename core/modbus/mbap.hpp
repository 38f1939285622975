// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The Modbus TCP header: transaction, protocol, length, unit (Modbus Messaging on TCP/IP V1.0b,
// clause 3.1), and the rules for a stream of them: segments mean nothing, another protocol is
// skipped, an impossible length ends the connection because nothing after it can be found.

#include "core/modbus/pdu.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace meter::modbus {

inline constexpr std::size_t kMbapHeaderSize = 7; ///< Up to and with the unit.
inline constexpr std::size_t kAduTcpSizeMax = kMbapHeaderSize + kPduSizeMax;
inline constexpr std::uint16_t kMbapLengthMin = 2; ///< Unit and function.
inline constexpr std::uint16_t kMbapLengthMax = 1 + kPduSizeMax;

struct MbapHeader {
    std::uint16_t transaction = 0;
    std::uint16_t protocol = 0;
    std::uint16_t length = 0; ///< Of what follows the length: unit and PDU.
    std::uint8_t unit = 0;
};

enum class MbapVerdict : std::uint8_t {
    NeedMore, ///< Not yet a whole frame: keep the bytes, wait.
    Frame,    ///< A request: serve it, then forget `size` bytes.
    Drop,     ///< Another protocol: forget `size` bytes without an answer.
    Close,    ///< The stream cannot be followed any more: close the connection.
};

struct MbapResult {
    MbapVerdict verdict = MbapVerdict::NeedMore;
    std::size_t size = 0; ///< Bytes to forget, header included.
    MbapHeader header{};
    std::span<const std::byte> pdu{}; ///< Within the bytes given; Frame only.
};

/// Looks at the first frame of the bytes received so far. Never needs more than kAduTcpSizeMax
/// of them to decide.
[[nodiscard]] MbapResult parseMbap(std::span<const std::byte> received);

/// Writes header and PDU into `adu` (at least kMbapHeaderSize + pdu.size() bytes; the PDU may
/// already lie behind the header there). Returns what is to be sent.
std::span<const std::byte> writeMbap(std::span<std::byte> adu,
                                     std::uint16_t transaction,
                                     std::uint8_t unit,
                                     std::span<const std::byte> pdu);

} // namespace meter::modbus
