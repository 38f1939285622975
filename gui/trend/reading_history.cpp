// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trend/reading_history.hpp"

namespace meter::gui {

ReadingHistory& ReadingHistory::of(LiveMeter& meter) {
    auto* known = meter.findChild<ReadingHistory*>(QString(), Qt::FindDirectChildrenOnly);
    return known != nullptr ? *known : *new ReadingHistory(meter);
}

ReadingHistory::ReadingHistory(LiveMeter& meter) : QObject(&meter) {
    connect(&meter, &LiveMeter::advanced, this, &ReadingHistory::follow);
    connect(&meter, &LiveMeter::scenarioOpened, this, &ReadingHistory::clear);
}

void ReadingHistory::clear() {
    m_entries.clear();
    Q_EMIT rewound();
}

void ReadingHistory::follow(const sim::live::Snapshot& snapshot) {
    const std::int64_t second = snapshot.now / kSamplesPerSecond;
    if (!m_entries.empty() && second < m_entries.back().second) {
        while (!m_entries.empty() && m_entries.back().second >= second) {
            m_entries.pop_back();
        }
        Q_EMIT rewound();
    }
    if (!m_entries.empty() && second == m_entries.back().second) {
        return;
    }
    m_entries.push_back({second, snapshot.isPowered, snapshot.readings});
    while (m_entries.front().second <= second - kSecondsMax) {
        m_entries.pop_front();
    }
    Q_EMIT grown();
}

} // namespace meter::gui
