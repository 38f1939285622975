// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The last 100 000 frames of a live twin, compact and bounded. The engine's thread adds; any
// thread fetches by sequence number. Adding costs two clock reads and a copy of the bytes, so
// that it can stay on under full load.

#include "sim/traffic/traffic_frame.hpp"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim::live {

/// What is known of a frame when it is added.
struct TrafficNote {
    std::string_view endpoint;
    std::string_view peer;
    std::string_view remark;
    std::int64_t utcUs = 0;
    std::int64_t durationUs = 0; ///< As in TrafficFrame.
    std::int64_t pauseMaxUs = 0;
    SampleTime meterTime = 0;
    TrafficDirection direction = TrafficDirection::Request;
    bool isDropped = false;
    bool isChanged = false;
    const ScaleFactors* scales = nullptr; ///< Null: no meter is meant.
    std::uint64_t request = 0;            ///< Sequence of what an answer answers.
};

class TrafficRing final {
public:
    static constexpr std::size_t kFramesKept = 100'000; ///< At least; a few more may be there.

    /// The frame's bytes are `head` and `body`, one behind the other. Its sequence.
    std::uint64_t
    add(const TrafficNote& note, std::span<const std::byte> head, std::span<const std::byte> body);

    /// Adding is left out while nobody wants to look.
    void setEnabled(bool isEnabled) { m_isEnabled.store(isEnabled, std::memory_order_relaxed); }

    [[nodiscard]] bool isEnabled() const { return m_isEnabled.load(std::memory_order_relaxed); }

    /// The sequences that can be fetched: from first up to, not including, end.
    struct Range {
        std::uint64_t first = 1;
        std::uint64_t end = 1;
    };

    [[nodiscard]] Range range() const;
    /// Frames from `first` on that are still there, ascending, at most `count`.
    [[nodiscard]] std::vector<TrafficFrame> fetch(std::uint64_t first, std::size_t count) const;
    [[nodiscard]] std::optional<TrafficFrame> frame(std::uint64_t sequence) const;
    void clear(); ///< Sequences go on.

private:
    static constexpr std::size_t kBlockFrames = 1024;

    struct Entry {
        std::int64_t utcUs;
        std::uint32_t durationUs;
        std::uint32_t pauseMaxUs;
        SampleTime meterTime;
        std::uint32_t offset; ///< Of peer and bytes in the block.
        std::uint16_t size;
        std::uint16_t endpoint; ///< In m_texts, as the remark.
        std::uint16_t remark;
        std::uint8_t peerSize;
        std::uint8_t flags;
        std::uint8_t requestDistance; ///< 0: none.
        std::array<std::int8_t, 4> scales;
    };

    struct Block {
        std::vector<Entry> entries;
        std::vector<std::byte> bytes;
    };

    [[nodiscard]] Block& blockToFill();
    [[nodiscard]] std::uint16_t textIndex(std::string_view text);
    [[nodiscard]] TrafficFrame frameOf(const Block& block, std::size_t index) const;
    [[nodiscard]] std::uint64_t end() const;

    std::atomic<bool> m_isEnabled = true;
    mutable std::mutex m_mutex; ///< Guards all below.
    std::deque<Block> m_blocks;
    std::uint64_t m_blockFirst = 1; ///< Sequence of the first frame of the first block.
    std::uint64_t m_visibleFirst = 1;
    std::vector<std::string> m_texts{""};
};

/// Wall time in µs since 1970.
[[nodiscard]] std::int64_t utcNow();

} // namespace meter::sim::live
