// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/base/event_log.hpp"

#include <iterator>
#include <utility>

namespace meter::sim::live {

void EventLog::add(std::string text) {
    const std::scoped_lock lock(m_mutex);
    if (m_lines.size() == kLineCountMax) {
        m_lines.pop_front();
        ++m_lostCount;
    }
    m_lines.push_back({m_now, std::move(text)});
}

std::vector<LogLine> EventLog::fetch() {
    const std::scoped_lock lock(m_mutex);
    std::vector<LogLine> lines;
    if (m_lostCount > 0) {
        lines.push_back(
            {m_lines.front().at, std::to_string(m_lostCount) + " older lines were left out here"});
    }
    lines.insert(lines.end(), std::make_move_iterator(m_lines.begin()),
                 std::make_move_iterator(m_lines.end()));
    m_lines.clear();
    m_lostCount = 0;
    return lines;
}

} // namespace meter::sim::live
