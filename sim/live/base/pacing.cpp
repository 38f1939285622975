// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/base/pacing.hpp"

#include <algorithm>
#include <cmath>

namespace meter::sim::live {
namespace {

constexpr double kMicrosecondsPerSecond = 1e6;
constexpr double kCatchUpMaxUs = 250'000.0;
constexpr WallUs kWindowUs = 1'000'000;
// About 5 ms at real time: fine enough for the eye and the pulse contact, and the processor
// sleeps in between.
constexpr std::int64_t kSliceSamplesMin = 12;

} // namespace

double Pacing::samplesPerUs() const {
    return m_isPaused ? 0.0 : m_speed * kSamplesPerSecond / kMicrosecondsPerSecond;
}

void Pacing::passTo(WallUs now) {
    m_owed += static_cast<double>(now - m_last) * samplesPerUs();
    m_owed = std::min(
        m_owed, std::max(kCatchUpMaxUs * samplesPerUs(), static_cast<double>(kSliceSamplesMin)));
    m_last = now;
    if (now - m_windowStart >= kWindowUs) {
        m_measuredSpeed = static_cast<double>(m_windowSamples) / kSamplesPerSecond *
                          kMicrosecondsPerSecond / static_cast<double>(now - m_windowStart);
        m_windowStart = now;
        m_windowSamples = 0;
    }
}

std::int64_t Pacing::dueSamples() const {
    if (m_isPaused || m_owed < static_cast<double>(kSliceSamplesMin)) {
        return 0;
    }
    return std::min(static_cast<std::int64_t>(m_owed), kSliceSamplesMax);
}

void Pacing::spend(std::int64_t samples) {
    m_owed -= static_cast<double>(samples);
    m_windowSamples += samples;
}

WallUs Pacing::nextDeadline() const {
    if (m_isPaused) {
        return kNever;
    }
    const double missing = std::max(0.0, static_cast<double>(kSliceSamplesMin) - m_owed);
    return m_last + static_cast<WallUs>(std::ceil(missing / samplesPerUs()));
}

} // namespace meter::sim::live
