// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The last hour of any registers, by meter time. What is added shows its past at once.

#include "gui/trend/trend_series.hpp"

#include <QElapsedTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QListWidget;
class QToolButton;

namespace meter::gui {

class TrendPlot;

class TrendDock final : public QWidget {
    Q_OBJECT

public:
    /// `meter` outlives the dock.
    explicit TrendDock(LiveMeter& meter, QWidget* parent = nullptr);

    void addRegister(const QString& name); ///< Unknown, or there already: nothing happens.
    void removeRegister(const QString& name);

    [[nodiscard]] const std::vector<TrendSeries>& series() const { return m_series; }

    [[nodiscard]] TrendPlot& plot() const { return *m_plot; }

    [[nodiscard]] QListWidget& list() const { return *m_list; }

    [[nodiscard]] QComboBox& nameBox() const { return *m_name; }

    [[nodiscard]] QToolButton& pauseButton() const { return *m_pause; }

    /// A sentence if the file cannot be written; empty: done.
    [[nodiscard]] QString exportTo(const QString& file) const;

    void refresh();

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makeBar();
    void follow();
    void showNames();
    void askWhereTo();
    void showNote(const QString& note);

    LiveMeter& m_meter;
    ReadingHistory& m_history;
    QComboBox* m_name;
    QComboBox* m_span;
    QToolButton* m_pause;
    QToolButton* m_export;
    QLabel* m_note;
    TrendPlot* m_plot;
    QListWidget* m_list;
    std::vector<TrendSeries> m_series;
    QElapsedTimer m_sinceRefresh;
};

} // namespace meter::gui
