// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What menu and tool bar do to the meter: its time, its control power, and which meter of the
// line is shown.

#include "gui/live/live_meter.hpp"

#include <QObject>

#include <vector>

class QAction;
class QComboBox;
class QMenu;
class QPalette;
class QToolBar;

namespace meter::gui {

class MeterActions final : public QObject {
    Q_OBJECT

public:
    /// `meter` outlives it.
    MeterActions(LiveMeter& meter, QObject* parent);

    void fill(QMenu& menu);
    void fill(QToolBar& bar);
    void setIcons(const QPalette& palette);

    /// Null before the tool bar was filled.
    [[nodiscard]] QComboBox* chooser() const { return m_chooser; }

private:
    void makeSpeeds();
    void follow(const sim::live::Snapshot& snapshot);
    void followMeters(const sim::live::Snapshot& snapshot);

    LiveMeter& m_meter;
    QAction* m_pause;
    QAction* m_power;
    std::vector<QAction*> m_speeds;
    QComboBox* m_chooser = nullptr;
    QAction* m_chooserAction = nullptr; ///< Hidden while there is one meter alone.
};

} // namespace meter::gui
