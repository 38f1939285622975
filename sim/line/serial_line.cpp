// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/line/serial_line.hpp"

#include "core/base/assert.hpp"
#include "core/modbus/rtu_framer.hpp"

#include <algorithm>
#include <utility>

namespace meter::sim {

namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
constexpr std::uint64_t kUsPerSecond = 1'000'000;

/// Up to the end of the first stop bit.
std::uint64_t characterBits(const LineFormat& format) {
    return format.parity == Parity::None ? 10 : 11;
}

/// From the start of a character to the earliest start of the next.
std::uint64_t periodBits(const LineFormat& format) {
    return characterBits(format) + format.stopBits - 1;
}

/// Rounded up. Each time is counted from the first start bit, so that nothing adds up.
LineUs usOf(std::uint64_t bits, const LineFormat& format) {
    return (bits * kUsPerSecond + format.baudRate - 1) / format.baudRate;
}

} // namespace

LineFormat lineFormatOf(const Settings& settings) {
    return {.baudRate = settings.baudRate, .parity = settings.parity, .stopBits = 1};
}

bool isUnderstood(const LineFormat& sender, const LineFormat& receiver) {
    return sender.baudRate == receiver.baudRate && sender.parity == receiver.parity;
}

LineUs durationUs(const LineFormat& format, std::size_t characterCount) {
    return usOf(characterCount * periodBits(format), format);
}

LineUs SerialLine::Transmission::nextBeginUs() const {
    return what.beginUs + usOf(next * periodBits(what.format), what.format);
}

LineUs SerialLine::Transmission::nextEndUs() const {
    const std::uint64_t bits = next * periodBits(what.format) + characterBits(what.format);
    return what.beginUs + usOf(bits, what.format);
}

LineUs SerialLine::Transmission::endUs() const {
    return what.beginUs + durationUs(what.format, what.bytes.size());
}

SerialLine::StationIndex SerialLine::attach(LineStation& station) {
    m_stations.push_back({.station = &station, .silenceAtUs = {}, .sendEndUs = 0});
    return m_stations.size() - 1;
}

LineUs SerialLine::transmit(StationIndex sender, LineTransmission transmission) {
    METER_ASSERT(sender < m_stations.size() && transmission.format.baudRate > 0 &&
                 transmission.format.stopBits > 0);
    LineUs earliestUs = std::max(m_nowUs, m_stations[sender].sendEndUs);
    for (const Transmission& earlier : m_transmissions) {
        if (earlier.sender == sender) {
            earliestUs = std::max(earliestUs, earlier.endUs());
        }
    }
    transmission.beginUs = std::max(transmission.beginUs, earliestUs);
    if (transmission.bytes.empty()) {
        return transmission.beginUs;
    }
    m_transmissions.push_back({.sender = sender, .what = std::move(transmission)});
    return m_transmissions.back().endUs();
}

void SerialLine::addNoise(const LineNoise& noise) {
    METER_ASSERT(noise.format.baudRate > 0 && noise.format.stopBits > 0);
    m_noise.push_back({.what = noise, .random = Random(streamOf(noise.seed, "line noise"))});
    startNoise(m_noise.size() - 1, std::max(m_nowUs, noise.beginUs));
}

void SerialLine::startNoise(std::size_t source, LineUs fromUs) {
    Noise& noise = m_noise[source];
    const LineUs beginUs = fromUs + noise.random.below(2 * noise.what.pauseMeanUs + 1);
    if (beginUs >= noise.what.endUs) {
        return;
    }
    Transmission transmission;
    transmission.what.beginUs = beginUs;
    transmission.what.format = noise.what.format;
    transmission.what.bytes = {static_cast<std::byte>(noise.random.below(256))};
    if (noise.random.chance(0.5)) {
        transmission.what.damagedIndex = 0;
    }
    transmission.noiseSource = source;
    m_transmissions.push_back(std::move(transmission));
}

void SerialLine::onCharacter(std::function<void(const Character&)> listener) {
    m_listener = std::move(listener);
}

void SerialLine::runUntil(LineUs timeUs) {
    while (runOneUntil(timeUs)) {
    }
}

bool SerialLine::runOneUntil(LineUs timeUs) {
    const std::size_t next = nextTransmission();
    const StationIndex silent = nextSilence();
    if (silent != kNone) {
        Station& station = m_stations[silent];
        // Later than it should be if it was broken by what the station was deaf to.
        const LineUs atUs = std::max(m_nowUs, *station.silenceAtUs);
        if (atUs <= timeUs && (next == kNone || atUs < m_transmissions[next].nextEndUs())) {
            m_nowUs = atUs;
            station.silenceAtUs.reset();
            station.station->onSilence(atUs);
            return true;
        }
    }
    if (next != kNone && m_transmissions[next].nextEndUs() <= timeUs) {
        endCharacter(next);
        return true;
    }
    m_nowUs = std::max(m_nowUs, timeUs);
    return false;
}

/// The one whose character ends first; of equals the one that was sent first.
std::size_t SerialLine::nextTransmission() const {
    std::size_t first = kNone;
    for (std::size_t i = 0; i < m_transmissions.size(); ++i) {
        if (first == kNone || m_transmissions[i].nextEndUs() < m_transmissions[first].nextEndUs()) {
            first = i;
        }
    }
    return first;
}

/// The station whose silence has lasted first and is not broken before.
SerialLine::StationIndex SerialLine::nextSilence() const {
    StationIndex first = kNone;
    for (StationIndex i = 0; i < m_stations.size(); ++i) {
        const std::optional<LineUs>& atUs = m_stations[i].silenceAtUs;
        const bool isEarlier = atUs && (first == kNone || *atUs < *m_stations[first].silenceAtUs);
        if (isEarlier && !isInterrupted(i)) {
            first = i;
        }
    }
    return first;
}

/// True if somebody else's character begins before the station's silence has lasted.
bool SerialLine::isInterrupted(StationIndex station) const {
    const LineUs atUs = *m_stations[station].silenceAtUs;
    return std::ranges::any_of(m_transmissions, [&](const Transmission& transmission) {
        return transmission.sender != station && transmission.nextBeginUs() < atUs;
    });
}

void SerialLine::endCharacter(std::size_t index) {
    collide(index);
    m_nowUs = m_transmissions[index].nextEndUs();
    // By value: stations that receive it may begin to send, and the list of transmissions grows.
    const Transmission ended = m_transmissions[index];
    Transmission& transmission = m_transmissions[index];
    transmission.next += 1;
    transmission.isNextGarbled = false;
    transmission.collision = std::byte{0xFF};
    if (ended.sender != kNoise) {
        m_stations[ended.sender].sendEndUs = ended.endUs();
    }
    if (transmission.next == transmission.what.bytes.size()) {
        m_transmissions.erase(m_transmissions.begin() + static_cast<std::ptrdiff_t>(index));
    }
    if (ended.sender == kNoise) {
        startNoise(ended.noiseSource, m_nowUs);
    }
    deliver(ended);
}

/// What overlaps is garbled on both sides. Every overlap is seen from the side that ends first:
/// the other one's character is still going on then.
void SerialLine::collide(std::size_t index) {
    Transmission& ending = m_transmissions[index];
    const LineUs endUs = ending.nextEndUs();
    for (std::size_t i = 0; i < m_transmissions.size(); ++i) {
        Transmission& other = m_transmissions[i];
        if (i != index && other.nextBeginUs() < endUs) {
            ending.isNextGarbled = true;
            other.isNextGarbled = true;
            ending.collision &= other.what.bytes[other.next];
            other.collision &= ending.what.bytes[ending.next];
        }
    }
}

void SerialLine::deliver(const Transmission& transmission) {
    const bool isGarbled =
        transmission.isNextGarbled || transmission.what.damagedIndex == transmission.next;
    const std::byte byte = transmission.what.bytes[transmission.next] & transmission.collision;
    if (m_listener) {
        m_listener({.sender = transmission.sender,
                    .beginUs = transmission.nextBeginUs(),
                    .endUs = m_nowUs,
                    .byte = byte,
                    .isGarbled = isGarbled});
    }
    for (StationIndex i = 0; i < m_stations.size(); ++i) {
        if (i == transmission.sender || isDeaf(i, transmission)) {
            continue;
        }
        const LineFormat format = m_stations[i].station->format();
        const bool hasError = isGarbled || !isUnderstood(transmission.what.format, format);
        m_stations[i].silenceAtUs = m_nowUs + modbus::lineTimingOf(format.baudRate).silenceUs;
        m_stations[i].station->onCharacter(byte, m_nowUs, hasError);
    }
}

/// Half duplex: who sent during any part of the character has not heard it.
bool SerialLine::isDeaf(StationIndex station, const Transmission& transmission) const {
    const LineUs beginUs = transmission.nextBeginUs();
    if (m_stations[station].sendEndUs > beginUs) {
        return true;
    }
    return std::ranges::any_of(m_transmissions, [&](const Transmission& own) {
        return own.sender == station && own.what.beginUs < m_nowUs;
    });
}

} // namespace meter::sim
