// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window: actions, menus, toolbar, docks, and the meter in the middle.

#include "gui/base/appearance.hpp"
#include "gui/live/live_meter.hpp"

#include <QMainWindow>

#include <vector>

class QAction;
class QSettings;

namespace meter::gui {

class DockFrame;
class FileMenu;
class MessageBar;
class MeterView;
class StatusLine;

class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// `meter` outlives the window.
    explicit MainWindow(LiveMeter& meter, QWidget* parent = nullptr);
    ~MainWindow() override;

    void restoreLayout(QSettings& settings);
    void saveLayout(QSettings& settings) const;

    /// By its name in the table of docks; null if there is none.
    [[nodiscard]] DockFrame* dock(const QString& name) const;

    [[nodiscard]] MeterView& meterView() const { return *m_view; }

    [[nodiscard]] MessageBar& messageBar() const { return *m_messages; }

    [[nodiscard]] FileMenu& fileMenu() const { return *m_file; }

    [[nodiscard]] StatusLine& statusLine() const { return *m_status; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeDocks();
    void arrangeDocks();
    void makeMeterMenu();
    void makeViewMenu();
    void makeHelpMenu();
    void makeToolBar();
    void addAppearance(QMenu& menu, const QString& text, Appearance appearance);
    void setAppearance(Appearance appearance);
    void updateIcons();
    void updateWatching();
    void showSnapshot(const sim::live::Snapshot& snapshot);
    void showScenario();
    void showAbout();
    void showKeyboard();

    LiveMeter& m_meter;
    MessageBar* m_messages;
    MeterView* m_view;
    StatusLine* m_status;
    FileMenu* m_file = nullptr;
    QAction* m_pause = nullptr;
    QAction* m_power = nullptr;
    std::vector<DockFrame*> m_docks; ///< In the order of the table.
    std::vector<QAction*> m_speeds;
    std::vector<QAction*> m_appearances;
    Appearance m_appearance = Appearance::FollowSystem;
};

} // namespace meter::gui
