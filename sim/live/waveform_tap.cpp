// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/waveform_tap.hpp"

#include <algorithm>

namespace meter::sim::live {

WaveformTap::WaveformTap() : m_ring(kTapFrameCountMax) {}

void WaveformTap::take(SampleTime first, std::span<const SampleFrame> frames) {
    constexpr auto kSize = static_cast<SampleTime>(kTapFrameCountMax);
    const std::scoped_lock lock(m_mutex);
    if (first != m_end) {
        m_begin = first;
        m_end = first;
    }
    for (const SampleFrame& frame : frames) {
        m_ring[static_cast<std::size_t>(m_end % kSize)] = frame;
        ++m_end;
    }
    m_begin = std::max(m_begin, m_end - kSize);
}

void WaveformTap::clear() {
    const std::scoped_lock lock(m_mutex);
    m_begin = m_end;
}

WaveformStretch WaveformTap::latest(std::size_t count) const {
    constexpr auto kSize = static_cast<SampleTime>(kTapFrameCountMax);
    const std::scoped_lock lock(m_mutex);
    const SampleTime first = std::max(m_begin, m_end - static_cast<SampleTime>(count));
    WaveformStretch stretch{.first = first, .frames = {}};
    stretch.frames.reserve(static_cast<std::size_t>(m_end - first));
    for (SampleTime at = first; at < m_end; ++at) {
        stretch.frames.push_back(m_ring[static_cast<std::size_t>(at % kSize)]);
    }
    return stretch;
}

} // namespace meter::sim::live
