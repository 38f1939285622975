// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lesson/desk_lock.hpp"

#include "gui/base/window_state.hpp"
#include "gui/lesson/lesson_text.hpp"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

#include <algorithm>

namespace meter::gui {

namespace {

/// What a window offers, the entries of menus within menus too.
void collect(const QList<QAction*>& actions, std::vector<QAction*>& all) {
    for (QAction* action : actions) {
        if (action->menu() != nullptr) {
            collect(action->menu()->actions(), all);
        } else if (!action->isSeparator()) {
            all.push_back(action);
        }
    }
}

std::vector<QAction*> actionsOf(const QMainWindow& window) {
    std::vector<QAction*> all;
    collect(window.menuBar()->actions(), all);
    for (const QToolBar* bar : window.findChildren<QToolBar*>()) {
        collect(bar->actions(), all);
    }
    collect(window.actions(), all);
    return all;
}

} // namespace

DeskLock::DeskLock(QMainWindow& window, LiveMeter& meter, QDockWidget& lessonDock)
    : QObject(&window), m_window(window), m_meter(meter), m_lessonDock(lessonDock) {
    connect(&meter, &LiveMeter::advanced, this, &DeskLock::follow);
}

bool DeskLock::isOnDesk(const QDockWidget& dock, const sim::live::LessonView& view) const {
    return &dock == &m_lessonDock ||
           std::ranges::find(view.lesson->docks, dock.objectName().toStdString()) !=
               view.lesson->docks.end();
}

void DeskLock::follow() {
    const sim::live::LessonView* const view = m_meter.lesson();
    const bool isClosed = view != nullptr && view->isDeskClosed();
    if (isClosed == m_isClosed) {
        return;
    }
    m_isClosed = isClosed;
    if (isClosed) {
        close(*view);
    } else {
        open();
    }
}

void DeskLock::close(const sim::live::LessonView& view) {
    m_stateBefore = m_window.saveState();
    // What is on the desk stands beside the lesson, not behind it.
    const QList<QDockWidget*> behind = m_window.tabifiedDockWidgets(&m_lessonDock);
    for (QDockWidget* dock : m_window.findChildren<QDockWidget*>()) {
        if (behind.contains(dock) && isOnDesk(*dock, view)) {
            m_window.addDockWidget(Qt::RightDockWidgetArea, dock);
        }
        dock->setVisible(isOnDesk(*dock, view));
    }
    m_lessonDock.raise();
    if (view.isExamRunning()) {
        lockExam(view);
    }
}

void DeskLock::lockExam(const sim::live::LessonView& view) {
    for (QDockWidget* dock : m_window.findChildren<QDockWidget*>()) {
        m_fixed.emplace_back(dock);
        dock->setFeatures(QDockWidget::NoDockWidgetFeatures);
        if (isOnDesk(*dock, view)) {
            for (QAction* action :
                 dock->findChildren<QAction*>(QString(), Qt::FindDirectChildrenOnly)) {
                m_allowed.insert(action);
            }
        }
    }
    for (QAction* action : actionsOf(m_window)) {
        if (action->isEnabled() && !m_allowed.contains(action)) {
            action->setEnabled(false);
            m_disabled.emplace_back(action);
        }
    }
    m_window.setAcceptDrops(false);
    m_window.setContextMenuPolicy(Qt::NoContextMenu);
}

void DeskLock::open() {
    for (const QPointer<QAction>& action : m_disabled) {
        if (action) {
            action->setEnabled(true);
        }
    }
    for (const QPointer<QDockWidget>& dock : m_fixed) {
        if (dock) {
            dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable |
                              QDockWidget::DockWidgetFloatable);
        }
    }
    m_disabled.clear();
    m_fixed.clear();
    m_window.setAcceptDrops(true);
    m_window.setContextMenuPolicy(Qt::DefaultContextMenu);
    const bool wasShown = m_lessonDock.isVisible();
    restoreWindowState(m_window, m_stateBefore);
    m_lessonDock.setVisible(wasShown || m_lessonDock.isVisible());
    m_lessonDock.raise();
}

} // namespace meter::gui
