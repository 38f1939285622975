// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/progress_bar.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <unistd.h>

namespace meter::app {
namespace {

constexpr int kBarWidth = 30;
constexpr std::chrono::milliseconds kFirstShownAfter{500};
constexpr std::chrono::milliseconds kShownEvery{100};

} // namespace

ProgressBar::ProgressBar()
    : m_isTerminal(isatty(STDERR_FILENO) != 0), m_start(Clock::now()), m_lastShown(m_start) {}

void ProgressBar::show(double playedS, double totalS) {
    if (!m_isTerminal || totalS <= 0.0) {
        return;
    }
    const std::lock_guard lock(m_mutex);
    const auto now = Clock::now();
    if (now - m_lastShown < (m_isShown ? kShownEvery : kFirstShownAfter)) {
        return;
    }
    m_lastShown = now;
    m_isShown = true;
    const double wallS = std::chrono::duration<double>(now - m_start).count();
    const double share = std::clamp(playedS / totalS, 0.0, 1.0);
    const double leftS = share > 0.0 ? wallS * (1.0 - share) / share : 0.0;
    const auto filled = static_cast<std::size_t>(share * kBarWidth);
    const std::string bar =
        std::string(filled, '#') + std::string(static_cast<std::size_t>(kBarWidth) - filled, '.');
    std::fprintf(stderr, "\r[%s] %3.0f %%  %.0fx  %.0f s left \033[K", bar.c_str(), share * 100.0,
                 playedS / wallS, leftS);
    std::fflush(stderr);
}

void ProgressBar::clear() {
    const std::lock_guard lock(m_mutex);
    if (m_isShown) {
        std::fprintf(stderr, "\r\033[K");
        std::fflush(stderr);
        m_isShown = false;
    }
}

} // namespace meter::app
