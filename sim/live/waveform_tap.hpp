// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The last samples that the meter's converter delivered, for who looks on from another thread.
// Hang take() into Simulation::onFrames while somebody looks, and nothing when nobody does.

#include "core/metering/sample_frame.hpp"

#include <cstddef>
#include <mutex>
#include <span>
#include <vector>

namespace meter::sim::live {

inline constexpr std::size_t kTapFrameCountMax = 2 * std::size_t{kSamplesPerSecond}; ///< 2 s.

/// Samples without a gap, oldest first.
struct WaveformStretch {
    SampleTime first = 0;
    std::vector<SampleFrame> frames;

    [[nodiscard]] SampleTime end() const { return first + static_cast<SampleTime>(frames.size()); }
};

class WaveformTap final {
public:
    WaveformTap();

    /// What does not follow on from the samples before (time jumped) starts a new trace.
    void take(SampleTime first, std::span<const SampleFrame> frames);
    void clear(); ///< What came before no longer counts: time was set back.
    /// At most `count` of them.
    [[nodiscard]] WaveformStretch latest(std::size_t count) const;

private:
    mutable std::mutex m_mutex;
    std::vector<SampleFrame> m_ring; ///< Sample n is at n modulo its size.
    SampleTime m_begin = 0;
    SampleTime m_end = 0;
};

} // namespace meter::sim::live
