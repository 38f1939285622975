// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window: menus, tool bar, the bar of workspaces, docks, and in the middle the meter or the
// start page.

#include "gui/base/appearance.hpp"
#include "gui/live/live_meter.hpp"

#include <QMainWindow>

#include <vector>

class QAction;
class QSettings;
class QStackedWidget;
class QToolBar;

namespace meter::gui {

class DockArranger;
class DockFrame;
class FileMenu;
class LessonStage;
class MessageBar;
class MeterActions;
class MeterView;
class StartPage;
class StatusLine;

class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// `meter` outlives the window. It begins with the Bench.
    explicit MainWindow(LiveMeter& meter, QWidget* parent = nullptr);
    ~MainWindow() override;

    void restoreLayout(QSettings& settings);
    void saveLayout(QSettings& settings) const;

    /// What was asked for at the start and could not be had; nothing is shown if there is nothing.
    void showTroubles(const QStringList& troubles);

    void showStartPage();
    /// By its place in the table.
    void showWorkspace(std::size_t workspace);

    /// By its name in the table of docks; null if there is none.
    [[nodiscard]] DockFrame* dock(const QString& name) const;

    [[nodiscard]] DockArranger& arranger() const { return *m_arranger; }

    [[nodiscard]] MeterView& meterView() const { return *m_view; }

    [[nodiscard]] StartPage& startPage() const { return *m_start; }

    [[nodiscard]] MeterActions& meterActions() const { return *m_actions; }

    [[nodiscard]] MessageBar& messageBar() const { return *m_messages; }

    [[nodiscard]] FileMenu& fileMenu() const { return *m_file; }

    [[nodiscard]] LessonStage& lessons() const { return *m_lessons; }

    [[nodiscard]] StatusLine& statusLine() const { return *m_status; }

Q_SIGNALS:
    /// Another language or other colours: the window has to be made anew to show them.
    void remakeAsked();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeCentre();
    void makeEditMenu();
    void makeViewMenu();
    void makeToolBar();
    void makeWorkspaceBar();
    void fillPhaseColours(QMenu& menu);
    void addAppearance(QMenu& menu, const QString& text, Appearance appearance);
    void setAppearance(Appearance appearance);
    void updateIcons();
    void updateWatching();
    void fitScreen();
    void followWorkspace();
    void showScenario();

    LiveMeter& m_meter;
    MessageBar* m_messages;
    MeterView* m_view;
    StartPage* m_start;
    QStackedWidget* m_middle;
    StatusLine* m_status;
    DockArranger* m_arranger;
    MeterActions* m_actions;
    FileMenu* m_file = nullptr;
    LessonStage* m_lessons = nullptr;
    QAction* m_showStart = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    std::vector<QAction*> m_workspaces; ///< In the order of the table.
    std::vector<QAction*> m_appearances;
    Appearance m_appearance = Appearance::FollowSystem;
};

} // namespace meter::gui
