// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The learner's desk: while a lesson runs, the docks that it puts there are in view and the
// others are not; in an exam they cannot be opened, and what could tell or undo something is
// closed: menus, shortcuts, title bars, drag and drop. Afterwards everything is as it was.

#include "gui/live/live_meter.hpp"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QString>

#include <vector>

class QAction;
class QDockWidget;
class QMainWindow;

namespace meter::gui {

class DeskLock final : public QObject {
    Q_OBJECT

public:
    /// The dock of the lesson itself is always there. All outlive the lock.
    DeskLock(QMainWindow& window, LiveMeter& meter, QDockWidget& lessonDock);

    /// May be used in an exam: what shows nothing and changes nothing of the twin.
    void alwaysAllow(QAction& action) { m_allowed.insert(&action); }

private:
    void follow();
    void close(const sim::live::LessonView& view);
    void open();
    void lockExam(const sim::live::LessonView& view);
    [[nodiscard]] bool isOnDesk(const QDockWidget& dock, const sim::live::LessonView& view) const;

    QMainWindow& m_window;
    LiveMeter& m_meter;
    QDockWidget& m_lessonDock;
    QSet<const QAction*> m_allowed;
    bool m_isClosed = false;
    QByteArray m_stateBefore;
    std::vector<QPointer<QAction>> m_disabled;
    std::vector<QPointer<QDockWidget>> m_fixed;
};

} // namespace meter::gui
