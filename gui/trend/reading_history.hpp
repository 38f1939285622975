// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All readings of the last hour of meter time, one a second at most: whichever register is
// looked at later has its past already.

#include "gui/live/live_meter.hpp"

#include <QObject>

#include <deque>

namespace meter::gui {

struct PastReadings {
    std::int64_t second = 0; ///< Of meter time.
    bool isPowered = false;
    Readings readings{};
};

class ReadingHistory final : public QObject {
    Q_OBJECT

public:
    static constexpr std::int64_t kSecondsMax = 3600;

    /// The history of this meter, made when it is first wanted; lives as long as the meter.
    static ReadingHistory& of(LiveMeter& meter);

    /// Ascending. At high speeds, or while the window is hidden, seconds are missing.
    [[nodiscard]] const std::deque<PastReadings>& entries() const { return m_entries; }

    void clear();

Q_SIGNALS:
    void grown();   ///< One entry more at the end; older ones may have gone.
    void rewound(); ///< Time went back, or it is another meter: what is known is not what was.

private:
    explicit ReadingHistory(LiveMeter& meter);

    void follow(const sim::live::Snapshot& snapshot);

    std::deque<PastReadings> m_entries;
};

} // namespace meter::gui
