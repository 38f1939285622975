// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every frame on the wire: a table that follows, a filter to type into, the bytes and fields of
// the chosen one, and the way out to a file.

#include "gui/live/live_meter.hpp"
#include "gui/traffic/traffic_model.hpp"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;
class QTimer;
class QToolButton;
class QTreeWidget;

namespace meter::gui {

class TrafficDock final : public QWidget {
    Q_OBJECT

public:
    TrafficDock(LiveMeter& meter, QWidget* parent = nullptr);

    [[nodiscard]] TrafficModel& model() const { return *m_model; }

    [[nodiscard]] QLineEdit& filterLine() const { return *m_filter; }

    [[nodiscard]] QTreeWidget& detail() const { return *m_detail; }

    /// To a file by its ending; what went wrong is shown in place.
    void exportTo(const QString& path);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void giveRoomToMeaning();
    void makeBar();
    void makeTable();
    void applyFilter();
    void refresh();
    void showDetail();
    void clear();
    void chooseFile();
    void say(const QString& text);

    LiveMeter& m_meter;
    TrafficModel* m_model;
    QLineEdit* m_filter;
    QToolButton* m_pause;
    QToolButton* m_follow;
    QToolButton* m_clear;
    QToolButton* m_export;
    QLabel* m_status;
    QTableView* m_table;
    QTreeWidget* m_detail;
    QTimer* m_timer;
};

} // namespace meter::gui
