// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The dock "Lesson": the list of lessons, the first page of one, its tasks, its result.

#include "gui/lesson/lesson_room.hpp"

#include <QWidget>

class QComboBox;
class QStackedWidget;

namespace meter::gui {

class BeginPage;
class ClassBoard;
class ClassSeat;
class CoursePage;
class ResultPage;
class TaskPage;

class LessonDock final : public QWidget {
    Q_OBJECT

public:
    LessonDock(LiveMeter& meter, QWidget* parent);

    [[nodiscard]] CoursePage& courses() const { return *m_courses; }

    [[nodiscard]] BeginPage& beginPage() const { return *m_begin; }

    [[nodiscard]] TaskPage& taskPage() const { return *m_tasks; }

    [[nodiscard]] ResultPage& resultPage() const { return *m_result; }

    /// Made when they are first asked for.
    [[nodiscard]] ClassBoard& board();
    [[nodiscard]] ClassSeat& seat();

    [[nodiscard]] QWidget* current() const;

    [[nodiscard]] QComboBox& language() const { return *m_language; }

private:
    void follow();
    void showLesson(const LessonPtr& lesson);
    void showCourses();
    void chooseLanguage();

    LessonRoom& m_room;
    ClassBoard* m_board = nullptr;
    ClassSeat* m_seat = nullptr;
    QComboBox* m_language;
    QStackedWidget* m_pages;
    CoursePage* m_courses;
    BeginPage* m_begin;
    TaskPage* m_tasks;
    ResultPage* m_result;
};

} // namespace meter::gui
