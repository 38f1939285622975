// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Wall clock → samples to advance. What cannot be caught up within a quarter of a second of
// wall time (a suspended laptop, a speed beyond the machine) is left out, not hurried through.

#include "core/base/sample_time.hpp"
#include "sim/live/base/wall_clock.hpp"

namespace meter::sim::live {

inline constexpr std::int64_t kSliceSamplesMax = 25; ///< < 10 ms of meter time.

class Pacing final {
public:
    explicit Pacing(WallUs now) : m_last(now), m_windowStart(now) {}

    void setSpeed(double speed) { m_speed = speed; } ///< > 0; multiples of real time.

    void setPaused(bool isPaused) { m_isPaused = isPaused; }

    [[nodiscard]] double speed() const { return m_speed; }

    [[nodiscard]] bool isPaused() const { return m_isPaused; }

    /// Wall time has come to `now`; more samples may be due.
    void passTo(WallUs now);
    /// Samples of the next slice; 0 while a slice is too short to be worth it.
    [[nodiscard]] std::int64_t dueSamples() const;
    void spend(std::int64_t samples); ///< They have been simulated.

    [[nodiscard]] WallUs nextDeadline() const; ///< When the next slice is due.

    [[nodiscard]] double measuredSpeed() const { return m_measuredSpeed; }

private:
    [[nodiscard]] double samplesPerUs() const;

    double m_speed = 1.0;
    double m_owed = 0.0; ///< Samples.
    bool m_isPaused = false;
    WallUs m_last;
    WallUs m_windowStart;
    std::int64_t m_windowSamples = 0;
    double m_measuredSpeed = 0.0;
};

} // namespace meter::sim::live
