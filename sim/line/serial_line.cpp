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

LineUs SerialLine::Talk::nextBeginUs() const {
    return what.beginUs + usOf(next * periodBits(what.format), what.format);
}

LineUs SerialLine::Talk::nextEndUs() const {
    const std::uint64_t bits = next * periodBits(what.format) + characterBits(what.format);
    return what.beginUs + usOf(bits, what.format);
}

LineUs SerialLine::Talk::endUs() const {
    return what.beginUs + durationUs(what.format, what.bytes.size());
}

SerialLine::StationIndex SerialLine::attach(LineStation& station) {
    m_stations.push_back({.station = &station, .silenceAtUs = {}, .talkEndUs = 0});
    return m_stations.size() - 1;
}

LineUs SerialLine::transmit(StationIndex talker, LineTransmission transmission) {
    METER_ASSERT(talker < m_stations.size() && transmission.format.baudRate > 0 &&
                 transmission.format.stopBits > 0);
    LineUs earliestUs = std::max(m_nowUs, m_stations[talker].talkEndUs);
    for (const Talk& talk : m_talks) {
        if (talk.talker == talker) {
            earliestUs = std::max(earliestUs, talk.endUs());
        }
    }
    transmission.beginUs = std::max(transmission.beginUs, earliestUs);
    if (transmission.bytes.empty()) {
        return transmission.beginUs;
    }
    m_talks.push_back({.talker = talker, .what = std::move(transmission)});
    return m_talks.back().endUs();
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
    Talk talk;
    talk.what.beginUs = beginUs;
    talk.what.format = noise.what.format;
    talk.what.bytes = {static_cast<std::byte>(noise.random.below(256))};
    if (noise.random.chance(0.5)) {
        talk.what.damagedIndex = 0;
    }
    talk.noiseSource = source;
    m_talks.push_back(std::move(talk));
}

void SerialLine::onCharacter(std::function<void(const Character&)> listener) {
    m_listener = std::move(listener);
}

void SerialLine::runUntil(LineUs timeUs) {
    while (runOneUntil(timeUs)) {
    }
}

bool SerialLine::runOneUntil(LineUs timeUs) {
    const std::size_t talk = nextTalk();
    const StationIndex silent = nextSilence();
    if (silent != kNone) {
        Station& station = m_stations[silent];
        // Later than it should be if it was broken by what the station was deaf to.
        const LineUs atUs = std::max(m_nowUs, *station.silenceAtUs);
        if (atUs <= timeUs && (talk == kNone || atUs < m_talks[talk].nextEndUs())) {
            m_nowUs = atUs;
            station.silenceAtUs.reset();
            station.station->onSilence(atUs);
            return true;
        }
    }
    if (talk != kNone && m_talks[talk].nextEndUs() <= timeUs) {
        endCharacter(talk);
        return true;
    }
    m_nowUs = std::max(m_nowUs, timeUs);
    return false;
}

/// The one whose character ends first; of equals the one that was sent first.
std::size_t SerialLine::nextTalk() const {
    std::size_t first = kNone;
    for (std::size_t i = 0; i < m_talks.size(); ++i) {
        if (first == kNone || m_talks[i].nextEndUs() < m_talks[first].nextEndUs()) {
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
    return std::ranges::any_of(m_talks, [&](const Talk& talk) {
        return talk.talker != station && talk.nextBeginUs() < atUs;
    });
}

void SerialLine::endCharacter(std::size_t talkIndex) {
    collide(talkIndex);
    m_nowUs = m_talks[talkIndex].nextEndUs();
    // By value: those who hear it may begin to talk, and the list of talks grows.
    const Talk ended = m_talks[talkIndex];
    Talk& talk = m_talks[talkIndex];
    talk.next += 1;
    talk.isNextGarbled = false;
    talk.collision = std::byte{0xFF};
    if (ended.talker != kNoise) {
        m_stations[ended.talker].talkEndUs = ended.endUs();
    }
    if (talk.next == talk.what.bytes.size()) {
        m_talks.erase(m_talks.begin() + static_cast<std::ptrdiff_t>(talkIndex));
    }
    if (ended.talker == kNoise) {
        startNoise(ended.noiseSource, m_nowUs);
    }
    deliver(ended);
}

/// What overlaps is garbled on both sides. Every overlap is seen from the side that ends first:
/// the other one's character is still going on then.
void SerialLine::collide(std::size_t talkIndex) {
    Talk& ending = m_talks[talkIndex];
    const LineUs endUs = ending.nextEndUs();
    for (std::size_t i = 0; i < m_talks.size(); ++i) {
        Talk& other = m_talks[i];
        if (i != talkIndex && other.nextBeginUs() < endUs) {
            ending.isNextGarbled = true;
            other.isNextGarbled = true;
            ending.collision &= other.what.bytes[other.next];
            other.collision &= ending.what.bytes[ending.next];
        }
    }
}

void SerialLine::deliver(const Talk& talk) {
    const bool isGarbled = talk.isNextGarbled || talk.what.damagedIndex == talk.next;
    const std::byte byte = talk.what.bytes[talk.next] & talk.collision;
    if (m_listener) {
        m_listener({.talker = talk.talker,
                    .beginUs = talk.nextBeginUs(),
                    .endUs = m_nowUs,
                    .byte = byte,
                    .isGarbled = isGarbled});
    }
    for (StationIndex i = 0; i < m_stations.size(); ++i) {
        if (i == talk.talker || isDeaf(i, talk)) {
            continue;
        }
        const LineFormat format = m_stations[i].station->format();
        const bool hasError = isGarbled || !isUnderstood(talk.what.format, format);
        m_stations[i].silenceAtUs = m_nowUs + modbus::lineTimingOf(format.baudRate).silenceUs;
        m_stations[i].station->onCharacter(byte, m_nowUs, hasError);
    }
}

/// Half duplex: who sent during any part of the character has not heard it.
bool SerialLine::isDeaf(StationIndex station, const Talk& talk) const {
    const LineUs beginUs = talk.nextBeginUs();
    if (m_stations[station].talkEndUs > beginUs) {
        return true;
    }
    return std::ranges::any_of(m_talks, [&](const Talk& own) {
        return own.talker == station && own.what.beginUs < m_nowUs;
    });
}

} // namespace meter::sim
