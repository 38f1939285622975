// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/exchange.hpp"

#include "core/base/byte_order.hpp"
#include "core/modbus/mbap.hpp"
#include "core/modbus/rtu_framer.hpp"

namespace meter::sim {
namespace {

using Bytes = std::span<const std::byte>;

constexpr std::size_t kCrcSize = 2;
constexpr std::size_t kUnitOfMbap = 6;
constexpr std::uint8_t kExceptionFlag = 0x80;
constexpr std::uint32_t kQuantityMax = 125;

Bytes pduOf(const TrafficFrame& frame) {
    const Bytes bytes = frame.bytes;
    if (frame.framing == TrafficFraming::ModbusTcp) {
        return bytes.size() > modbus::kMbapHeaderSize ? bytes.subspan(modbus::kMbapHeaderSize)
                                                      : Bytes{};
    }
    return bytes.size() >= modbus::kAduRtuSizeMin ? bytes.subspan(1, bytes.size() - 1 - kCrcSize)
                                                  : Bytes{};
}

void readRegisters(Exchange& exchange, Bytes pdu) {
    constexpr std::size_t kSizeMin = 5;
    const bool hasRegisters = exchange.isRead() || exchange.isWrite();
    if (!hasRegisters || pdu.size() < kSizeMin) {
        return;
    }
    exchange.first = readBigEndian16(pdu, 1) + 1U;
    exchange.count = exchange.function == 6 ? 1U : readBigEndian16(pdu, 3);
    if (exchange.count > kQuantityMax) {
        exchange.count = 0; // No request that could be answered.
    }
}

bool isSound(const TrafficFrame& answer) {
    return answer.framing == TrafficFraming::ModbusTcp || modbus::hasValidCrc(answer.bytes);
}

} // namespace

std::span<const std::byte> Exchange::pdu() const {
    return pduOf(request);
}

std::span<const std::byte> Exchange::answerPdu() const {
    return answer ? pduOf(*answer) : Bytes{};
}

std::optional<std::uint16_t> Exchange::word(std::uint32_t number) const {
    if (count == 0 || number < first || number > last()) {
        return std::nullopt;
    }
    Bytes bytes = answerPdu();
    std::size_t at = 2 + 2 * std::size_t{number - first};
    if (isWrite()) {
        bytes = pdu();
        at = function == 6 ? 3 : 6 + 2 * std::size_t{number - first};
    }
    return at + 1 < bytes.size() ? std::optional(readBigEndian16(bytes, at)) : std::nullopt;
}

bool isSerialEndpoint(const TrafficFrame& frame) {
    return frame.framing == TrafficFraming::Rtu ||
           frame.endpoint.find("rfc2217") != std::string::npos;
}

std::string clientOf(const TrafficFrame& frame) {
    if (frame.peer.empty()) {
        return frame.endpoint;
    }
    return frame.endpoint + ' ' + frame.peer.substr(0, frame.peer.rfind(':'));
}

Exchange exchangeOf(const TrafficFrame& request) {
    Exchange exchange;
    exchange.request = request;
    exchange.isTcp = request.framing == TrafficFraming::ModbusTcp;
    exchange.isSerial = isSerialEndpoint(request);
    exchange.beginUs = request.utcUs;
    exchange.endUs = request.utcUs + request.durationUs;
    exchange.pauseMaxUs = request.pauseMaxUs;
    const Bytes pdu = exchange.pdu();
    if (pdu.empty()) {
        return exchange;
    }
    exchange.unit = byteAt(request.bytes, exchange.isTcp ? kUnitOfMbap : 0);
    exchange.transaction = exchange.isTcp ? readBigEndian16(request.bytes, 0) : std::uint16_t{0};
    exchange.function = byteAt(pdu, 0);
    readRegisters(exchange, pdu);
    if (!exchange.isTcp && exchange.unit == 0) {
        exchange.outcome = Exchange::Outcome::Unanswered;
    }
    return exchange;
}

void setAnswer(Exchange& exchange, const TrafficFrame& answer) {
    const Bytes pdu = pduOf(answer);
    const bool isFor =
        !pdu.empty() && isSound(answer) && (byteAt(pdu, 0) & ~kExceptionFlag) == exchange.function;
    if (!isFor) {
        return;
    }
    exchange.answer = answer;
    exchange.answerEndUs = answer.utcUs + answer.durationUs;
    if ((byteAt(pdu, 0) & kExceptionFlag) == 0) {
        exchange.outcome = Exchange::Outcome::Answered;
        return;
    }
    exchange.outcome = Exchange::Outcome::Refused;
    exchange.exception = pdu.size() > 1 ? byteAt(pdu, 1) : std::uint8_t{0};
}

} // namespace meter::sim
