// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One line on a terminal that says how far a long run is, how fast it goes and how long it
// will take; nothing at all where stderr is not a terminal, and nothing for short runs.

#include <chrono>
#include <mutex>

namespace meter::app {

class ProgressBar final {
public:
    ProgressBar();

    /// Meter seconds played of all that are to be played; callable from any thread.
    void show(double playedS, double totalS);
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    std::mutex m_mutex;
    bool m_isTerminal = false;
    bool m_isShown = false;
    Clock::time_point m_start;
    Clock::time_point m_lastShown;
};

} // namespace meter::app
