// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How masters reach the meter: endpoints with their counters and who is connected; start, stop
// and change them; the meter's address, baud rate and parity.

#include "gui/line/endpoint_request.hpp"
#include "gui/live/live_meter.hpp"

#include <QElapsedTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;
class QToolButton;

namespace meter::gui {

class EndpointModel;
class LineSettingEdit;

class LineDock final : public QWidget {
    Q_OBJECT

public:
    /// `meter` outlives the dock.
    explicit LineDock(LiveMeter& meter, QWidget* parent = nullptr);

    [[nodiscard]] QTableView& view() const { return *m_view; }

    [[nodiscard]] QComboBox& typeBox() const { return *m_type; }

    [[nodiscard]] QLineEdit& addressEdit() const { return *m_address; }

    [[nodiscard]] QToolButton& startButton() const { return *m_start; }

    [[nodiscard]] QToolButton& stopButton() const { return *m_stop; }

    [[nodiscard]] QToolButton& changeButton() const { return *m_change; }

    [[nodiscard]] LineSettingEdit& settingEdit() const { return *m_setting; }

    [[nodiscard]] QString note() const;
    [[nodiscard]] QString mastersText() const;

    void refresh();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeView();
    void start();
    void stop(int id);
    void change();
    [[nodiscard]] const sim::live::Endpoint* chosen() const; ///< Null: none.
    void showChosen();
    void showNote(const QString& note);

    LiveMeter& m_meter;
    EndpointModel* m_model;
    QTableView* m_view;
    QLabel* m_masters;
    QComboBox* m_type;
    QLineEdit* m_address;
    QToolButton* m_start;
    QToolButton* m_change;
    QToolButton* m_stop;
    QLabel* m_note;
    LineSettingEdit* m_setting;
    QElapsedTimer m_sinceRefresh;
};

} // namespace meter::gui
