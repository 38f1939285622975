// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lesson/lesson_stage.hpp"

#include "gui/faceplate/faceplate_widget.hpp"
#include "gui/lesson/desk_lock.hpp"
#include "gui/lesson/lesson_dock.hpp"
#include "gui/wiring/wiring_diagram.hpp"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>

namespace meter::gui {

LessonStage::LessonStage(QMainWindow& window,
                         LiveMeter& meter,
                         FaceplateWidget& faceplate,
                         QMenu& fileMenu,
                         QMenu& viewMenu)
    : QObject(&window)
    , m_window(window)
    , m_room(LessonRoom::of(meter))
    , m_dock(window.findChild<QDockWidget*>(QStringLiteral("lesson")))
    , m_learn(new QAction(tr("&Learn\u2026"), this))
    , m_project(new QAction(tr("Pro&jector"), this))
    , m_desk(new DeskLock(window, meter, *m_dock))
    , m_faceplateGlow(new GlowOverlay(faceplate, [&faceplate](const QString& name) {
        return placesOnFaceplate(faceplate, name);
    })) {
    m_learn->setStatusTip(tr("Lessons and exams"));
    fileMenu.insertAction(fileMenu.actions().value(0), m_learn);
    m_project->setShortcut(QKeySequence(Qt::Key_F11));
    m_project->setStatusTip(tr("The meter's front as large as the screen, for a class"));
    viewMenu.addAction(m_project);
    m_desk->alwaysAllow(*m_project);
    connect(m_learn, &QAction::triggered, this, &LessonStage::learn);
    connect(m_project, &QAction::triggered, this, &LessonStage::toggleProjector);
    connect(&m_room, &LessonRoom::changed, this, &LessonStage::showGlow);
    connect(&meter, &LiveMeter::lessonChosen, this, &LessonStage::choose);
}

void LessonStage::learn() {
    m_dock->show();
    m_dock->raise();
}

void LessonStage::choose(const QString& nameOrFile) {
    learn(); // Its content is made by that.
    m_room.choose(nameOrFile);
}

void LessonStage::showGlow() {
    const QString name = m_room.glow();
    m_faceplateGlow->glow(name);
    if (m_diagramGlow == nullptr) {
        auto* diagram = m_window.findChild<WiringDiagram*>();
        if (diagram == nullptr) {
            return;
        }
        m_diagramGlow = new GlowOverlay(
            *diagram, [diagram](const QString& what) { return placesInDiagram(*diagram, what); });
    }
    m_diagramGlow->glow(name);
}

void LessonStage::toggleProjector() {
    if (m_projector) {
        m_projector->close();
        return;
    }
    m_projector = new Projector(m_room.meter(), &m_window);
    m_projector->showFullScreen();
}

} // namespace meter::gui
