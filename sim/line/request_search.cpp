// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/line/request_search.hpp"

#include "core/base/byte_order.hpp"
#include "core/modbus/rtu_framer.hpp"

#include <algorithm>

namespace meter::sim {
namespace {

using Bytes = std::span<const std::byte>;

constexpr std::uint64_t kPauseMinUs = 20'000; ///< Lumps are apart by scheduling, not by the line.
constexpr std::uint8_t kWriteMultiple = 0x10;
constexpr std::uint8_t kInterface = 0x2B; ///< Its third byte tells the size.
constexpr std::size_t kCountsEnd = 7;     ///< Of a write: behind its quantity and its byte count.
constexpr unsigned kWriteQuantityMax = 123;

enum class Start : std::uint8_t {
    None,    ///< No frame of known length begins here.
    Open,    ///< One may, if more bytes come.
    Certain, ///< As Open, of a function that the meter has.
    Frame,   ///< A whole one with its CRC.
};

struct Begun {
    Start start = Start::None;
    std::size_t size = 0; ///< Of a frame.
};

/// A write tells its size twice: what contradicts itself is not worth waiting for.
bool isPlausible(Bytes begun) {
    if (byteAt(begun, 0) > modbus::kAddressMax) {
        return false;
    }
    if (begun.size() < kCountsEnd || byteAt(begun, 1) != kWriteMultiple) {
        return true;
    }
    const unsigned quantity = readBigEndian16(begun, 4);
    return quantity >= 1 && quantity <= kWriteQuantityMax && byteAt(begun, 6) == 2 * quantity;
}

Begun judge(Bytes begun) {
    const bool isShort = begun.size() < 2 || (begun.size() == 2 && byteAt(begun, 1) == kInterface);
    if (isShort) {
        return {isPlausible(begun) ? Start::Certain : Start::None, 0};
    }
    const modbus::ExpectedSize expected = modbus::expectedFrameSize(begun);
    if (expected.size > modbus::kAduRtuSizeMax) {
        return {};
    }
    if (expected.size == 0 || expected.size > begun.size()) {
        const bool isKnown = expected.size != 0 || expected.isServed;
        if (!isKnown || !isPlausible(begun)) {
            return {};
        }
        return {expected.isServed ? Start::Certain : Start::Open, 0};
    }
    return modbus::hasValidCrc(begun.first(expected.size)) ? Begun{Start::Frame, expected.size}
                                                           : Begun{};
}

} // namespace

/// Where the first whole frame lies.
struct RequestSearch::Place {
    std::size_t at = 0;
    std::size_t size = 0; ///< 0: there is none.
};

void RequestSearch::setBaudRate(std::uint32_t baudRate) {
    m_pauseUs = std::max<std::uint64_t>(kPauseMinUs, modbus::lineTimingOf(baudRate).silenceUs);
}

void RequestSearch::clear() {
    m_bytes.clear();
    m_begin = m_wasteEnd = 0;
    m_isAtStart = true;
}

std::span<const std::byte> RequestSearch::rest() const {
    return std::span(m_bytes).subspan(m_begin);
}

void RequestSearch::append(std::span<const std::byte> bytes, std::uint64_t nowUs) {
    m_bytes.erase(m_bytes.begin(), m_bytes.begin() + static_cast<std::ptrdiff_t>(m_begin));
    m_wasteEnd -= std::min(m_wasteEnd, m_begin);
    m_begin = 0;
    if (!m_bytes.empty() && nowUs >= m_lastUs + kPatienceUs) {
        m_wasteEnd = m_bytes.size(); // Whoever sent it has given up.
    }
    m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
    m_lastUs = nowUs;
    m_isPauseJudged = false;
}

std::uint64_t RequestSearch::deadlineUs() const {
    return m_lastUs + (m_isPauseJudged ? kPatienceUs : m_pauseUs);
}

RequestSearch::Found RequestSearch::takeRequest(std::size_t size) {
    const std::span<const std::byte> bytes = rest().first(size);
    m_begin += size;
    m_wasteEnd = m_begin;
    m_isAtStart = true;
    return {bytes, true};
}

RequestSearch::Found RequestSearch::takeWaste() {
    const std::size_t size = std::min(m_wasteEnd - m_begin, kGarbageSizeMax);
    const std::span<const std::byte> bytes = rest().first(size);
    m_begin += size;
    m_isAtStart = m_begin == m_bytes.size();
    return {bytes, false};
}

/// A frame inside something unfinished that may be a write of the meter's waits until the line
/// pauses: the data of that write may look like anything.
RequestSearch::Place RequestSearch::find(bool isPause) const {
    const std::span<const std::byte> all = rest();
    bool isHidden = false;
    for (std::size_t at = 0; at < all.size(); ++at) {
        const Begun begun = judge(all.subspan(at));
        if (begun.start == Start::Frame) {
            return isHidden && !isPause ? Place{} : Place{at, begun.size};
        }
        isHidden = isHidden || begun.start == Start::Certain;
    }
    const bool isOther = isPause && m_isAtStart && !all.empty() &&
                         all.size() <= modbus::kAduRtuSizeMax &&
                         byteAt(all, 0) <= modbus::kAddressMax && modbus::hasValidCrc(all);
    return isOther ? Place{0, all.size()} : Place{};
}

/// More bytes may complete a request that has begun somewhere. What lies before it is not given
/// out yet: only all of it together tells what it is.
bool RequestSearch::mayHaveBegun() const {
    const std::span<const std::byte> all = rest();
    const bool isKnown = all.size() >= 2 && modbus::expectedFrameSize(all).size != 0;
    if (m_isAtStart && !isKnown && byteAt(all, 0) <= modbus::kAddressMax) {
        return true; // A function that the meter has not, of unknown length.
    }
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (judge(all.subspan(at)).start == Start::Certain) {
            return true;
        }
    }
    return false;
}

std::optional<RequestSearch::Found> RequestSearch::next(std::uint64_t nowUs) {
    if (m_begin < m_wasteEnd) {
        return takeWaste();
    }
    if (!isUnfinished()) {
        return std::nullopt;
    }
    const bool isPause = nowUs >= m_lastUs + m_pauseUs;
    const Place place = find(isPause);
    if (place.size != 0 && place.at == 0) {
        return takeRequest(place.size);
    }
    const std::size_t size = rest().size();
    std::size_t waste = size > modbus::kAduRtuSizeMax ? size - modbus::kAduRtuSizeMax : 0;
    if (place.size != 0) {
        waste = place.at;
    } else if (nowUs >= m_lastUs + kPatienceUs) {
        waste = size;
    } else if (isPause) {
        m_isPauseJudged = true;
        waste = mayHaveBegun() ? waste : size;
    }
    m_wasteEnd = m_begin + waste;
    return waste > 0 ? std::optional(takeWaste()) : std::nullopt;
}

} // namespace meter::sim
