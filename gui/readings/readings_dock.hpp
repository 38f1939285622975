// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The content of a dock beside the meter: what a master reads stands next to what the glass shows.

#include "gui/live/live_meter.hpp"

#include <QElapsedTimer>
#include <QWidget>

class QTableView;

namespace meter::gui {

class ReadingsModel;

class ReadingsDock final : public QWidget {
    Q_OBJECT

public:
    /// `meter` outlives the dock.
    explicit ReadingsDock(LiveMeter& meter, QWidget* parent = nullptr);

    void refresh();

protected:
    void showEvent(QShowEvent* event) override;

private:
    LiveMeter& m_meter;
    ReadingsModel* m_model;
    QTableView* m_view;
    QElapsedTimer m_sinceRefresh;
};

} // namespace meter::gui
