// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The docks of the window and where they stand in each workspace. What was dragged, closed or
// floated in one stays with it, over restarts too, until it is reset.

#include <QObject>
#include <QTimer>

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

class QMainWindow;
class QSettings;

namespace meter::gui {

class DockFrame;
class LiveMeter;

class DockArranger final : public QObject {
    Q_OBJECT

public:
    /// Both outlive it; the docks are the window's.
    DockArranger(QMainWindow& window, LiveMeter& meter);

    [[nodiscard]] const std::vector<DockFrame*>& docks() const { return m_docks; }

    /// By its name in the table of docks; null if there is none.
    [[nodiscard]] DockFrame* dock(const QString& name) const;

    /// By its place in the table; none: no dock is shown.
    [[nodiscard]] std::optional<std::size_t> workspace() const { return m_workspace; }

    void showWorkspace(std::size_t workspace);
    void hideAll();
    void reset();       ///< This workspace as the table has it.
    void settleLater(); ///< The window is shown: docks get their shares of it.

    void restore(const QSettings& settings);
    void save(QSettings& settings);

Q_SIGNALS:
    void workspaceChanged();

private:
    void keep();
    void setCorners();
    void arrange();
    void applySizes();
    void followTabs();
    void floatTab(int tab);

    QMainWindow& m_window;
    std::vector<DockFrame*> m_docks; ///< In the order of the table.
    std::optional<std::size_t> m_workspace;
    bool m_isAsInTable = false;           ///< Nothing that was kept has been brought back.
    bool m_isSettled = false;             ///< Sizes are right, or somebody has changed them.
    std::map<QString, QByteArray> m_kept; ///< By the workspace's name.
    QTimer m_tabsChanged;
};

} // namespace meter::gui
