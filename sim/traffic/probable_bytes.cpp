// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/traffic/probable_bytes.hpp"

#include "core/base/byte_order.hpp"
#include "core/base/crc16.hpp"
#include "core/modbus/mbap.hpp"
#include "core/modbus/rtu_framer.hpp"

#include <algorithm>
#include <array>

namespace meter::sim {
namespace {

using Bytes = std::span<const std::byte>;

constexpr std::array<std::string_view, 7> kHttpVerbs = {"GET ",  "POST ",    "HEAD ",  "PUT ",
                                                        "HTTP/", "OPTIONS ", "DELETE "};
constexpr std::size_t kMbapLengthMin = 2;
constexpr std::size_t kMbapLengthMax = 254;
constexpr std::size_t kLengthEnd = 6; ///< Of the header; the length counts what is behind.

bool beginsWith(Bytes bytes, std::string_view text) {
    const std::size_t size = std::min(bytes.size(), text.size());
    return size >= 3 &&
           std::ranges::equal(bytes.first(size), text.substr(0, size), {}, {},
                              [](char letter) { return static_cast<std::byte>(letter); });
}

bool isHttp(Bytes bytes) {
    return std::ranges::any_of(kHttpVerbs,
                               [bytes](std::string_view verb) { return beginsWith(bytes, verb); });
}

/// A record of type handshake, version 3.x (RFC 8446, 5.1).
bool isTls(Bytes bytes) {
    return bytes.size() >= 3 && byteAt(bytes, 0) == 0x16 && byteAt(bytes, 1) == 3 &&
           byteAt(bytes, 2) <= 4;
}

bool isHexDigit(std::byte byte) {
    const auto letter = std::to_integer<unsigned char>(byte);
    return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'F');
}

/// ":0103…", hexadecimal digits up to a line end (Modbus over Serial Line, 2.5.2).
bool isAscii(Bytes bytes) {
    constexpr std::size_t kDigitsLooked = 8;
    if (bytes.size() < 5 || bytes[0] != std::byte{':'}) {
        return false;
    }
    return std::ranges::all_of(
        bytes.subspan(1, std::min(bytes.size() - 1, kDigitsLooked)), [](std::byte byte) {
            return isHexDigit(byte) || byte == std::byte{'\r'} || byte == std::byte{'\n'};
        });
}

/// Interpret As Command and WILL, WONT, DO, DONT or a sub-negotiation (RFC 854).
bool isTelnet(Bytes bytes) {
    return bytes.size() >= 2 && byteAt(bytes, 0) == 0xFF && byteAt(bytes, 1) >= 0xFA &&
           byteAt(bytes, 1) != 0xFF;
}

bool isMbap(Bytes bytes) {
    if (bytes.size() <= modbus::kMbapHeaderSize || readBigEndian16(bytes, 2) != 0) {
        return false;
    }
    const std::size_t length = readBigEndian16(bytes, 4);
    return length >= kMbapLengthMin && length <= kMbapLengthMax &&
           bytes.size() >= kLengthEnd + length;
}

bool isText(Bytes bytes) {
    return bytes.size() >= 4 && std::ranges::all_of(bytes, [](std::byte byte) {
               const auto letter = std::to_integer<unsigned char>(byte);
               return (letter >= ' ' && letter <= '~') || (letter >= '\t' && letter <= '\r');
           });
}

bool hasSwappedCrc(Bytes bytes) {
    return bytes.size() >= modbus::kAduRtuSizeMin &&
           crc16(bytes.first(bytes.size() - 2)) == readBigEndian16(bytes, bytes.size() - 2);
}

ProbableKind rtuKindOf(Bytes bytes) {
    if (bytes.size() < 2 || byteAt(bytes, 0) > modbus::kAddressMax) {
        return ProbableKind::Noise;
    }
    if (modbus::hasValidCrc(bytes)) {
        return ProbableKind::Answer;
    }
    if (hasSwappedCrc(bytes)) {
        return ProbableKind::SwappedCrc;
    }
    const modbus::ExpectedSize expected = modbus::expectedFrameSize(bytes);
    if (expected.size == bytes.size()) {
        return ProbableKind::BadCrc;
    }
    const bool isCut = expected.isServed && expected.size > bytes.size();
    return isCut ? ProbableKind::Unfinished : ProbableKind::Noise;
}

struct Words {
    ProbableKind kind;
    std::string_view onSerial;
    std::string_view onTcp;
};

constexpr std::array<Words, 13> kWords = {{
    {ProbableKind::Noise, "no Modbus at all: another baud rate or parity, the wiring, or noise",
     "no Modbus at all"},
    {ProbableKind::ModbusTcp, "Modbus TCP on a serial endpoint", "Modbus TCP, damaged"},
    {ProbableKind::ModbusRtu, "Modbus RTU", "Modbus RTU on a Modbus TCP endpoint"},
    {ProbableKind::ModbusAscii, "Modbus ASCII on a serial endpoint",
     "Modbus ASCII on a Modbus TCP endpoint"},
    {ProbableKind::Http, "HTTP on a serial endpoint", "HTTP on a Modbus TCP endpoint"},
    {ProbableKind::Tls, "TLS on a serial endpoint", "TLS on a Modbus TCP endpoint"},
    {ProbableKind::Telnet, "Telnet commands (RFC 2217) on an endpoint of bare frames",
     "Telnet commands (RFC 2217) on a Modbus TCP endpoint"},
    {ProbableKind::Text, "text", "text"},
    {ProbableKind::BadCrc, "a frame with a bad CRC", "a frame with a bad CRC"},
    {ProbableKind::SwappedCrc, "a frame with the two bytes of its CRC exchanged",
     "a frame with the two bytes of its CRC exchanged"},
    {ProbableKind::Unfinished, "an unfinished frame", "an unfinished frame"},
    {ProbableKind::Answer, "a frame that is no request", "a frame that is no request"},
    {ProbableKind::BadMbap, "a Modbus TCP header with a wrong length or protocol",
     "a Modbus TCP header with a wrong length or protocol"},
}};

} // namespace

ProbableKind probableKindOf(std::span<const std::byte> bytes, TrafficFraming framing) {
    const bool isTcp = framing == TrafficFraming::ModbusTcp;
    if (isHttp(bytes)) {
        return ProbableKind::Http;
    }
    if (isTls(bytes)) {
        return ProbableKind::Tls;
    }
    if (isAscii(bytes)) {
        return ProbableKind::ModbusAscii;
    }
    if (isTelnet(bytes)) {
        return ProbableKind::Telnet;
    }
    if (isTcp && modbus::hasValidCrc(bytes)) {
        return ProbableKind::ModbusRtu;
    }
    if (!isTcp && isMbap(bytes)) {
        return ProbableKind::ModbusTcp;
    }
    if (isText(bytes)) {
        return ProbableKind::Text;
    }
    if (!isTcp) {
        return rtuKindOf(bytes);
    }
    return bytes.size() >= kLengthEnd ? ProbableKind::BadMbap : ProbableKind::Unfinished;
}

std::string_view probableText(ProbableKind kind, TrafficFraming framing) {
    const Words& words = kWords[static_cast<std::size_t>(kind)];
    return framing == TrafficFraming::ModbusTcp ? words.onTcp : words.onSerial;
}

bool isOtherProtocol(ProbableKind kind) {
    return kind >= ProbableKind::ModbusTcp && kind <= ProbableKind::Text;
}

} // namespace meter::sim
