// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What happened, with the time of the meter: what the engine tells, and what changed from one
// snapshot to the next. Bounded: the oldest lines give way.

#include "gui/live/live_meter.hpp"

#include <QAbstractTableModel>

#include <deque>

namespace meter::gui {

class LogModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Text, ColumnCount };

    static constexpr std::size_t kLineCountMax = 10'000;

    /// The log of this meter, made when it is first wanted; lives as long as the meter.
    static LogModel& of(LiveMeter& meter);

    void add(SampleTime at, const QString& text);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    explicit LogModel(LiveMeter& meter);

    struct Line {
        SampleTime at = 0;
        QString text;
    };

    void follow(const sim::live::Snapshot& snapshot);
    void append(std::vector<Line> lines);

    sim::live::Snapshot m_last;
    std::deque<Line> m_lines;
};

/// "0:07:05.250".
[[nodiscard]] QString logTimeText(SampleTime at);

} // namespace meter::gui
