// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lessons in the main window: the entries of its menus, its dock, the locked desk, what glows,
// the projector. The window makes one and needs to know no more.

#include "gui/lesson/glow_overlay.hpp"
#include "gui/lesson/lesson_room.hpp"
#include "gui/lesson/projector.hpp"

#include <QObject>
#include <QPointer>

class QAction;
class QDockWidget;
class QMainWindow;
class QMenu;

namespace meter::gui {

class DeskLock;
class FaceplateWidget;

class LessonStage final : public QObject {
    Q_OBJECT

public:
    /// All outlive the stage; `fileMenu` gets "Learn…" at its top, `viewMenu` the projector.
    LessonStage(QMainWindow& window,
                LiveMeter& meter,
                FaceplateWidget& faceplate,
                QMenu& fileMenu,
                QMenu& viewMenu);

    void learn();                           ///< Shows the list of lessons.
    void choose(const QString& nameOrFile); ///< Shows the first page of one.

    [[nodiscard]] QAction& learnAction() const { return *m_learn; }

    [[nodiscard]] QAction& projectorAction() const { return *m_project; }

    [[nodiscard]] DeskLock& desk() const { return *m_desk; }

    [[nodiscard]] Projector* projector() const { return m_projector; } ///< Null: not open.

    [[nodiscard]] GlowOverlay& faceplateGlow() const { return *m_faceplateGlow; }

private:
    void showGlow();
    void toggleProjector();

    QMainWindow& m_window;
    LessonRoom& m_room;
    QDockWidget* m_dock;
    QAction* m_learn;
    QAction* m_project;
    DeskLock* m_desk;
    GlowOverlay* m_faceplateGlow;
    QPointer<GlowOverlay> m_diagramGlow; ///< The dock of the wiring is made when it is needed.
    QPointer<Projector> m_projector;
};

} // namespace meter::gui
