// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Judges the masters of a live twin by the frames in its ring, outside of the engine's hot path:
// whoever wants to know calls pump() now and then. Frames that went by meanwhile are a gap. Does
// nothing until it is started.

#include "sim/judge/master_judge.hpp"
#include "sim/live/line/traffic_ring.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace meter::sim::live {

class TrafficJudge final {
public:
    /// So many frames are judged in some milliseconds.
    static constexpr std::size_t kFewFrames = 250;

    /// Begins with the oldest frame that the ring still has; nothing if it has begun.
    TrafficJudge* start(const std::shared_ptr<TrafficRing>& ring);

    /// How the serial line is set now.
    void setLine(const JudgeLine& line) { m_judge.setLine(line); }

    /// Takes at most so many frames; how many are left. To be called before the ring's oldest
    /// unseen frame is gone.
    std::uint64_t pump(std::size_t count);

    /// Of what was taken so far.
    [[nodiscard]] JudgeReport report() const { return m_judge.report(); }

private:
    std::shared_ptr<TrafficRing> m_ring;
    MasterJudge m_judge;
    std::uint64_t m_next = 1;
};

} // namespace meter::sim::live
