// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The log, with a filter; what is selected, or all that is shown, can be copied and exported.

#include "gui/live/live_meter.hpp"

#include <QWidget>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;
class QToolButton;

namespace meter::gui {

class LogModel;

class LogDock final : public QWidget {
    Q_OBJECT

public:
    /// `meter` outlives the dock.
    explicit LogDock(LiveMeter& meter, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit& filter() const { return *m_filter; }

    [[nodiscard]] QTableView& view() const { return *m_view; }

    [[nodiscard]] QToolButton& copyButton() const { return *m_copy; }

    [[nodiscard]] QToolButton& clearButton() const { return *m_clear; }

    /// The lines that are selected, or else all that the filter lets through: time, tab, text.
    [[nodiscard]] QString text() const;
    /// A sentence if the file cannot be written; empty: done.
    [[nodiscard]] QString exportTo(const QString& file) const;

private:
    void askWhereTo();
    void keepAtEnd();

    LiveMeter& m_meter;
    LogModel& m_model;
    QSortFilterProxyModel* m_shown;
    QLineEdit* m_filter;
    QTableView* m_view;
    QToolButton* m_copy;
    QToolButton* m_export;
    QToolButton* m_clear;
    QLabel* m_note;
    bool m_isAtEnd = true; ///< The view follows while nobody has scrolled back.
};

} // namespace meter::gui
