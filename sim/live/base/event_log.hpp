// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What happened at the edge, in sentences with meter time, until a viewer fetches it. Written by
// the engine's thread, fetched from any. Bounded: when nobody fetches, the oldest lines give way
// and the next viewer is shown how many.

#include "sim/live/base/log_line.hpp"

#include <cstddef>
#include <deque>
#include <mutex>
#include <string>
#include <vector>

namespace meter::sim::live {

class EventLog final {
public:
    void setNow(SampleTime now) { m_now = now; } ///< Engine's thread only, as add().

    void add(std::string text);
    [[nodiscard]] std::vector<LogLine> fetch(); ///< All lines since the last fetch.

private:
    static constexpr std::size_t kLineCountMax = 1000;

    SampleTime m_now = 0;
    std::mutex m_mutex;
    std::deque<LogLine> m_lines;
    std::size_t m_lostCount = 0;
};

} // namespace meter::sim::live
