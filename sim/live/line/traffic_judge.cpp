// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/line/traffic_judge.hpp"

#include <algorithm>

namespace meter::sim::live {
namespace {

constexpr std::size_t kFramesAtOnce = 1024;

} // namespace

TrafficJudge* TrafficJudge::start(const std::shared_ptr<TrafficRing>& ring) {
    if (!m_ring) {
        m_ring = ring;
        m_next = ring->range().first;
    }
    return this;
}

std::uint64_t TrafficJudge::pump(std::size_t count) {
    if (!m_ring) {
        return 0;
    }
    while (count > 0) {
        const auto frames = m_ring->fetch(m_next, std::min(count, kFramesAtOnce));
        if (frames.empty()) {
            break;
        }
        if (frames.front().sequence > m_next) {
            m_judge.onGap();
        }
        for (const TrafficFrame& frame : frames) {
            m_judge.onFrame(frame);
        }
        m_next = frames.back().sequence + 1;
        count -= frames.size();
    }
    const std::uint64_t end = m_ring->range().end;
    return end > m_next ? end - m_next : 0;
}

} // namespace meter::sim::live
