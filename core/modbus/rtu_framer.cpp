// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modbus/rtu_framer.hpp"

#include "core/base/assert.hpp"
#include "core/base/byte_order.hpp"
#include "core/base/crc16.hpp"

#include <type_traits>

namespace meter::modbus {

static_assert(std::is_trivially_copyable_v<RtuFramer>);

namespace {

constexpr std::uint32_t kBitsPerCharacter = 11;
constexpr std::uint32_t kBitsWithoutParity = 10;
constexpr std::uint32_t kFixedTimingAboveBaud = 19'200;
constexpr std::uint32_t kFixedGapUs = 750;
constexpr std::uint32_t kFixedSilenceUs = 1'750;

constexpr std::uint32_t roundedUp(std::uint64_t numerator, std::uint64_t denominator) {
    return static_cast<std::uint32_t>((numerator + denominator - 1) / denominator);
}

constexpr std::size_t kCrcSize = 2;

} // namespace

LineTiming lineTimingOf(std::uint32_t baudRate) {
    METER_ASSERT(baudRate > 0);
    constexpr std::uint64_t kCharacterBitsUs = kBitsPerCharacter * 1'000'000ULL;
    LineTiming timing;
    timing.characterUs = roundedUp(kCharacterBitsUs, baudRate);
    if (baudRate > kFixedTimingAboveBaud) {
        timing.gapUs = kFixedGapUs;
        timing.silenceUs = kFixedSilenceUs;
        return timing;
    }
    timing.gapUs = roundedUp(kCharacterBitsUs * 3, 2ULL * baudRate);
    timing.silenceUs = roundedUp(kCharacterBitsUs * 7, 2ULL * baudRate);
    return timing;
}

LineTiming lineTimingOf(std::uint32_t baudRate, Parity parity) {
    LineTiming timing = lineTimingOf(baudRate);
    if (parity == Parity::None) {
        timing.characterUs = roundedUp(kBitsWithoutParity * 1'000'000ULL, baudRate);
    }
    return timing;
}

bool hasValidCrc(std::span<const std::byte> frame) {
    if (frame.size() < kAduRtuSizeMin) {
        return false;
    }
    const std::size_t crcOffset = frame.size() - kCrcSize;
    return crc16(frame.first(crcOffset)) == readLittleEndian16(frame, crcOffset);
}

ExpectedSize expectedFrameSize(std::span<const std::byte> begun) {
    // Address and function before, CRC behind; the fields that count bytes lie at `counter`.
    const auto fixed = [](std::size_t size, bool isServed) {
        return ExpectedSize{size, isServed};
    };
    const auto counted = [begun](std::size_t rest, std::size_t counter, bool isServed) {
        return begun.size() > counter ? ExpectedSize{rest + byteAt(begun, counter), isServed}
                                      : ExpectedSize{0, isServed};
    };
    if (begun.size() < 2) {
        return {};
    }
    switch (byteAt(begun, 1)) {
    case 0x03:
    case 0x04:
    case 0x06:
        return fixed(8, true);
    case 0x10:
        return counted(9, 6, true);
    case 0x11:
        return fixed(4, true);
    case 0x2B:
        return begun.size() > 2 && byteAt(begun, 2) == 0x0E ? fixed(7, true) : ExpectedSize{};
    case 0x01:
    case 0x02:
    case 0x05:
        return fixed(8, false);
    case 0x0F:
        return counted(9, 6, false);
    case 0x07:
    case 0x0B:
    case 0x0C:
        return fixed(4, false);
    case 0x14:
    case 0x15:
        return counted(5, 2, false);
    case 0x16:
        return fixed(10, false);
    case 0x17:
        return counted(13, 10, false);
    case 0x18:
        return fixed(6, false);
    default:
        return {};
    }
}

void RtuFramer::setBaudRate(std::uint32_t baudRate) {
    m_timing = lineTimingOf(baudRate);
    clear();
}

void RtuFramer::setFormat(std::uint32_t baudRate, Parity parity) {
    m_timing = lineTimingOf(baudRate, parity);
    clear();
}

void RtuFramer::clear() {
    m_size = 0;
    m_isOpen = false;
    m_isSpoilt = false;
}

void RtuFramer::onByte(std::byte received, std::uint64_t atUs, bool hasLineError) {
    if (atUs < m_deafUntilUs) {
        return;
    }
    if (m_isOpen) {
        const std::uint64_t earliestUs = m_lastEndUs + m_timing.characterUs;
        const std::uint64_t pauseUs = atUs > earliestUs ? atUs - earliestUs : 0;
        if (pauseUs >= m_timing.silenceUs) {
            clear(); // the frame before ended, and nobody asked for it
        } else if (pauseUs > m_timing.gapUs) {
            m_isSpoilt = true;
        }
    }
    if (!m_isOpen) {
        clear();
        m_isOpen = true;
    }
    m_lastEndUs = atUs;
    if (hasLineError || m_size == m_bytes.size()) {
        m_isSpoilt = true;
        return;
    }
    m_bytes[m_size++] = received;
}

std::span<const std::byte> RtuFramer::frameAt(std::uint64_t nowUs) {
    if (!m_isOpen || nowUs < m_lastEndUs + m_timing.silenceUs) {
        return {};
    }
    m_isOpen = false;
    if (m_isSpoilt || m_size < kAduRtuSizeMin) {
        return {};
    }
    return std::span<const std::byte>(m_bytes).first(m_size);
}

} // namespace meter::modbus
