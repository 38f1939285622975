// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A dock beside the meter: what a master reads stands next to what the glass shows.

#include "gui/live_meter.hpp"

#include <QDockWidget>
#include <QElapsedTimer>

class QTableView;

namespace meter::gui {

class ReadingsModel;

class ReadingsDock final : public QDockWidget {
    Q_OBJECT

public:
    /// `meter` outlives the dock.
    explicit ReadingsDock(LiveMeter& meter, QWidget* parent = nullptr);

    void refresh();

private:
    LiveMeter& m_meter;
    ReadingsModel* m_model;
    QTableView* m_view;
    QElapsedTimer m_sinceRefresh;
};

} // namespace meter::gui
