// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modbus/mbap.hpp"

#include "core/base/assert.hpp"
#include "core/base/byte_order.hpp"

#include <cstring>

namespace meter::modbus {

namespace {

constexpr std::size_t kLengthOffset = 4;
constexpr std::size_t kUnitOffset = 6; ///< First of the bytes that the length counts.

} // namespace

MbapResult parseMbap(std::span<const std::byte> received) {
    MbapResult result;
    if (received.size() < kUnitOffset) {
        return result;
    }
    result.header.transaction = readBigEndian16(received, 0);
    result.header.protocol = readBigEndian16(received, 2);
    result.header.length = readBigEndian16(received, kLengthOffset);
    if (result.header.length < kMbapLengthMin || result.header.length > kMbapLengthMax) {
        result.verdict = MbapVerdict::Close;
        return result;
    }
    const std::size_t size = kUnitOffset + result.header.length;
    if (received.size() < size) {
        return result;
    }
    result.size = size;
    result.header.unit = byteAt(received, kUnitOffset);
    if (result.header.protocol != 0) {
        result.verdict = MbapVerdict::Drop;
        return result;
    }
    result.verdict = MbapVerdict::Frame;
    result.pdu = received.subspan(kMbapHeaderSize, size - kMbapHeaderSize);
    return result;
}

std::span<const std::byte> writeMbap(std::span<std::byte> adu,
                                     std::uint16_t transaction,
                                     std::uint8_t unit,
                                     std::span<const std::byte> pdu) {
    METER_ASSERT(pdu.size() <= kPduSizeMax && adu.size() >= kMbapHeaderSize + pdu.size());
    // Moved first: the PDU may lie anywhere in the same buffer.
    std::memmove(adu.data() + kMbapHeaderSize, pdu.data(), pdu.size());
    writeBigEndian16(adu, 0, transaction);
    writeBigEndian16(adu, 2, 0);
    writeBigEndian16(adu, kLengthOffset, static_cast<std::uint16_t>(pdu.size() + 1));
    adu[kUnitOffset] = static_cast<std::byte>(unit);
    return adu.first(kMbapHeaderSize + pdu.size());
}

} // namespace meter::modbus
