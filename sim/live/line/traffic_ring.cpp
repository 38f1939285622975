// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/line/traffic_ring.hpp"

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

namespace meter::sim::live {
namespace {

constexpr std::uint8_t kAnswer = 1;
constexpr std::uint8_t kDropped = 2;
constexpr std::uint8_t kChanged = 4;
constexpr std::uint8_t kScaled = 8;
constexpr std::size_t kTextsMax = 4096;     ///< Remarks and endpoints are few; this is a safety.
constexpr std::size_t kFetchedAtOnce = 256; ///< Then the one who adds gets its turn.
constexpr std::size_t kSizeMax = 65'535;
constexpr std::size_t kPeerSizeMax = 255;

std::uint32_t boundedUs(std::int64_t us) {
    return static_cast<std::uint32_t>(
        std::clamp<std::int64_t>(us, 0, std::numeric_limits<std::uint32_t>::max()));
}

} // namespace

std::int64_t utcNow() {
    return std::chrono::duration_cast<std::chrono::microseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

std::uint64_t TrafficRing::end() const {
    if (m_blocks.empty()) {
        return m_blockFirst;
    }
    return m_blockFirst + (m_blocks.size() - 1) * kBlockFrames + m_blocks.back().entries.size();
}

TrafficRing::Block& TrafficRing::blockToFill() {
    if (!m_blocks.empty() && m_blocks.back().entries.size() < kBlockFrames) {
        return m_blocks.back();
    }
    constexpr std::size_t kBlocksMax = (kFramesKept + kBlockFrames - 1) / kBlockFrames + 1;
    Block fresh;
    if (m_blocks.size() == kBlocksMax) {
        fresh = std::move(m_blocks.front()); // Its memory serves again.
        fresh.entries.clear();
        fresh.bytes.clear();
        m_blocks.pop_front();
        m_blockFirst += kBlockFrames;
        m_visibleFirst = std::max(m_visibleFirst, m_blockFirst);
    } else {
        fresh.entries.reserve(kBlockFrames);
    }
    m_blocks.push_back(std::move(fresh));
    return m_blocks.back();
}

std::uint16_t TrafficRing::textIndex(std::string_view text) {
    const auto found = std::ranges::find(m_texts, text);
    if (found != m_texts.end()) {
        return static_cast<std::uint16_t>(found - m_texts.begin());
    }
    if (m_texts.size() == kTextsMax) {
        return 0;
    }
    m_texts.emplace_back(text);
    return static_cast<std::uint16_t>(m_texts.size() - 1);
}

std::uint64_t TrafficRing::add(const TrafficNote& note,
                               std::span<const std::byte> head,
                               std::span<const std::byte> body) {
    const std::scoped_lock lock(m_mutex);
    Block& block = blockToFill();
    const std::uint64_t sequence = end();
    const auto peer = std::as_bytes(std::span(note.peer.substr(0, kPeerSizeMax)));
    body = body.first(std::min(body.size(), kSizeMax - std::min(head.size(), kSizeMax)));
    Entry entry{.utcUs = note.utcUs,
                .durationUs = boundedUs(note.durationUs),
                .pauseMaxUs = boundedUs(note.pauseMaxUs),
                .meterTime = note.meterTime,
                .offset = static_cast<std::uint32_t>(block.bytes.size()),
                .size = static_cast<std::uint16_t>(head.size() + body.size()),
                .endpoint = textIndex(note.endpoint),
                .remark = textIndex(note.remark),
                .peerSize = static_cast<std::uint8_t>(peer.size()),
                .flags = 0,
                .requestDistance = 0,
                .scales = {}};
    const auto flag = [&entry](bool isSet, std::uint8_t bit) {
        entry.flags = static_cast<std::uint8_t>(entry.flags | (isSet ? bit : 0));
    };
    flag(note.direction == TrafficDirection::Answer, kAnswer);
    flag(note.isDropped, kDropped);
    flag(note.isChanged, kChanged);
    flag(note.scales != nullptr, kScaled);
    if (note.scales != nullptr) {
        entry.scales = {static_cast<std::int8_t>(note.scales->current),
                        static_cast<std::int8_t>(note.scales->voltage),
                        static_cast<std::int8_t>(note.scales->power),
                        static_cast<std::int8_t>(note.scales->energy)};
    }
    if (note.request != 0 && sequence - note.request <= 255) {
        entry.requestDistance = static_cast<std::uint8_t>(sequence - note.request);
    }
    block.bytes.insert(block.bytes.end(), peer.begin(), peer.end());
    block.bytes.insert(block.bytes.end(), head.begin(), head.end());
    block.bytes.insert(block.bytes.end(), body.begin(), body.end());
    block.entries.push_back(entry);
    return sequence;
}

TrafficFrame TrafficRing::frameOf(const Block& block, std::size_t index) const {
    const Entry& entry = block.entries[index];
    TrafficFrame frame;
    frame.utcUs = entry.utcUs;
    frame.durationUs = entry.durationUs;
    frame.pauseMaxUs = entry.pauseMaxUs;
    frame.meterTime = entry.meterTime;
    frame.direction =
        (entry.flags & kAnswer) != 0 ? TrafficDirection::Answer : TrafficDirection::Request;
    frame.isDropped = (entry.flags & kDropped) != 0;
    frame.isChanged = (entry.flags & kChanged) != 0;
    frame.endpoint = m_texts[entry.endpoint];
    frame.remark = m_texts[entry.remark];
    const std::span<const std::byte> all =
        std::span(block.bytes).subspan(entry.offset, std::size_t{entry.peerSize} + entry.size);
    for (const std::byte byte : all.first(entry.peerSize)) {
        frame.peer += std::to_integer<char>(byte);
    }
    frame.bytes.assign(all.begin() + entry.peerSize, all.end());
    frame.framing = framingOf(frame.endpoint, frame.peer);
    if ((entry.flags & kScaled) != 0) {
        frame.scales =
            ScaleFactors{entry.scales[0], entry.scales[1], entry.scales[2], entry.scales[3]};
    }
    return frame;
}

TrafficRing::Range TrafficRing::range() const {
    const std::scoped_lock lock(m_mutex);
    return {m_visibleFirst, end()};
}

std::vector<TrafficFrame> TrafficRing::fetch(std::uint64_t first, std::size_t count) const {
    std::vector<TrafficFrame> frames;
    while (count > 0) {
        const std::scoped_lock lock(m_mutex);
        first = std::max(first, m_visibleFirst);
        const std::uint64_t stop = end();
        const std::size_t part = std::min(count, kFetchedAtOnce);
        const std::uint64_t last = std::min<std::uint64_t>(stop, first + part);
        if (first >= last) {
            break;
        }
        count -= static_cast<std::size_t>(last - first);
        for (; first < last; ++first) {
            const auto place = static_cast<std::size_t>(first - m_blockFirst);
            const Block& block = m_blocks[place / kBlockFrames];
            TrafficFrame frame = frameOf(block, place % kBlockFrames);
            frame.sequence = first;
            const std::uint8_t distance = block.entries[place % kBlockFrames].requestDistance;
            frame.request = distance == 0 ? 0 : first - distance;
            frames.push_back(std::move(frame));
        }
    }
    return frames;
}

std::optional<TrafficFrame> TrafficRing::frame(std::uint64_t sequence) const {
    std::vector<TrafficFrame> frames = fetch(sequence, 1);
    if (frames.empty() || frames.front().sequence != sequence) {
        return std::nullopt;
    }
    return std::move(frames.front());
}

void TrafficRing::clear() {
    const std::scoped_lock lock(m_mutex);
    m_blockFirst = end();
    m_visibleFirst = m_blockFirst;
    m_blocks.clear();
}

} // namespace meter::sim::live
