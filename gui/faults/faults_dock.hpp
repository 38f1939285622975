// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The content of the dock "Faults": the library by groups with a search, a form for the chosen
// one, and what acts now.

#include <QElapsedTimer>
#include <QWidget>

class QLineEdit;
class QSortFilterProxyModel;
class QStandardItemModel;
class QTreeView;

namespace meter::gui {

class FaultForm;
class LiveMeter;
class RunningFaultsView;

class FaultsDock final : public QWidget {
    Q_OBJECT

public:
    /// `meter` outlives the dock.
    explicit FaultsDock(LiveMeter& meter, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit& search() const { return *m_search; }

    [[nodiscard]] QTreeView& library() const { return *m_library; }

    [[nodiscard]] FaultForm& form() const { return *m_form; }

    [[nodiscard]] RunningFaultsView& running() const { return *m_running; }

    void refresh();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fillLibrary();
    void filter(const QString& text);
    void spanHeads();
    void chooseCurrent();

    LiveMeter& m_meter;
    QLineEdit* m_search;
    QStandardItemModel* m_model;
    QSortFilterProxyModel* m_filtered;
    QTreeView* m_library;
    FaultForm* m_form;
    RunningFaultsView* m_running;
    QElapsedTimer m_sinceRefresh;
};

} // namespace meter::gui
