// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All meters of the line, one of which the window shows: every dock follows the choice.

#include <QElapsedTimer>
#include <QWidget>

class QTableView;

namespace meter::gui {

class LiveMeter;
class MetersModel;

class MetersDock final : public QWidget {
    Q_OBJECT

public:
    /// `meter` outlives the dock.
    explicit MetersDock(LiveMeter& meter, QWidget* parent = nullptr);

    [[nodiscard]] QTableView& view() const { return *m_view; }

    void refresh();

protected:
    void showEvent(QShowEvent* event) override;

private:
    LiveMeter& m_meter;
    MetersModel* m_model;
    QTableView* m_view;
    QElapsedTimer m_sinceRefresh;
};

} // namespace meter::gui
