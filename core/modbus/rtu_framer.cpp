// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modbus/rtu_framer.hpp"

#include "core/base/assert.hpp"
#include "core/base/byte_order.hpp"
#include "core/base/crc16.hpp"

#include <cstring>
#include <type_traits>

namespace meter::modbus {

static_assert(std::is_trivially_copyable_v<RtuFramer>);
static_assert(std::is_trivially_copyable_v<RelaxedRtuFramer>);

namespace {

constexpr std::uint32_t kBitsPerCharacter = 11;
constexpr std::uint32_t kBitsWithoutParity = 10;
constexpr std::uint32_t kFixedTimingAboveBaud = 19'200;
constexpr std::uint32_t kFixedGapUs = 750;
constexpr std::uint32_t kFixedSilenceUs = 1'750;
/// Lumps of a virtual port are apart by scheduling, not by the line.
constexpr std::uint32_t kRelaxedPauseMinUs = 20'000;

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

void RelaxedRtuFramer::setBaudRate(std::uint32_t baudRate) {
    const std::uint32_t silenceUs = lineTimingOf(baudRate).silenceUs;
    m_pauseUs = silenceUs > kRelaxedPauseMinUs ? silenceUs : kRelaxedPauseMinUs;
    clear();
}

void RelaxedRtuFramer::clear() {
    m_size = 0;
    m_taken = 0;
}

void RelaxedRtuFramer::forget(std::size_t count) {
    m_size = static_cast<std::uint16_t>(m_size - count);
    std::memmove(m_bytes.data(), m_bytes.data() + count, m_size);
}

std::span<const std::byte> RelaxedRtuFramer::take(std::size_t first, std::size_t count) {
    forget(first);
    m_taken = static_cast<std::uint16_t>(count);
    return std::span<const std::byte>(m_bytes).first(count);
}

void RelaxedRtuFramer::onByte(std::byte received, std::uint64_t atUs) {
    forget(m_taken);
    m_taken = 0;
    if (atUs >= m_lastUs + m_pauseUs) {
        m_size = 0; // stale: whoever sent it has given up
    }
    if (m_size == m_bytes.size()) {
        forget(1);
    }
    m_bytes[m_size++] = received;
    m_lastUs = atUs;
}

std::span<const std::byte> RelaxedRtuFramer::nextFrame(std::uint64_t nowUs) {
    forget(m_taken);
    m_taken = 0;
    bool isStartCertain = false;
    while (m_size > 0) {
        const std::span<const std::byte> begun(m_bytes.data(), m_size);
        const ExpectedSize expected = expectedFrameSize(begun);
        const bool isPossible = expected.size <= kAduRtuSizeMax;
        if (expected.size == 0 || (isPossible && expected.size > m_size)) {
            isStartCertain = expected.isServed || m_size < 2;
            break;
        }
        if (isPossible && hasValidCrc(begun.first(expected.size))) {
            return take(0, expected.size);
        }
        if (!expected.isServed) {
            break; // its function may be used in another way: the pause will tell
        }
        forget(1);
    }
    if (!isStartCertain) {
        if (const std::size_t tail = shortRequestAtEnd(); tail != 0) {
            return take(m_size - tail, tail);
        }
    }
    if (m_size > 0 && nowUs >= deadlineUs()) {
        return takeAtPause();
    }
    return {};
}

/// Size of the request that ends with the last byte, behind what may be garbage; 0: none. Only
/// of functions with a fixed size, so that a flood of garbage costs little.
std::size_t RelaxedRtuFramer::shortRequestAtEnd() const {
    constexpr std::array<std::size_t, 3> kServedSizes = {8, 7, 4};
    const std::span<const std::byte> all(m_bytes.data(), m_size);
    for (const std::size_t size : kServedSizes) {
        if (size < m_size) {
            const std::span<const std::byte> tail = all.last(size);
            const ExpectedSize expected = expectedFrameSize(tail);
            if (expected.isServed && expected.size == size && hasValidCrc(tail)) {
                return size;
            }
        }
    }
    return 0;
}

std::span<const std::byte> RelaxedRtuFramer::takeAtPause() {
    const std::span<const std::byte> all(m_bytes.data(), m_size);
    if (hasValidCrc(all)) {
        return take(0, m_size);
    }
    for (std::size_t first = 1; first + kAduRtuSizeMin <= m_size; ++first) {
        const std::span<const std::byte> tail = all.subspan(first);
        if (expectedFrameSize(tail).size == tail.size() && hasValidCrc(tail)) {
            return take(first, tail.size());
        }
    }
    clear();
    return {};
}

} // namespace meter::modbus
