// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The first page of a lesson or an exam: what it is about, what is on the desk, who is sitting
// at it. Nothing runs before "Begin".

#include "gui/lesson/lesson_room.hpp"

#include <QScrollArea>

class QLabel;
class QLineEdit;
class QPushButton;

namespace meter::gui {

class BeginPage final : public QScrollArea {
    Q_OBJECT

public:
    explicit BeginPage(LessonRoom& room, QWidget* parent = nullptr);

    void showLesson(const LessonPtr& lesson);

    [[nodiscard]] QLineEdit& nameField() const { return *m_name; }

    [[nodiscard]] QPushButton& beginButton() const { return *m_begin; }

    [[nodiscard]] QPushButton& showMeButton() const { return *m_showMe; }

    [[nodiscard]] QPushButton& backButton() const { return *m_back; }

Q_SIGNALS:
    void backAsked();

private:
    void refresh();
    void begin();

    LessonRoom& m_room;
    LessonPtr m_lesson;
    QLabel* m_about;
    QLineEdit* m_name;
    QLabel* m_refusal;
    QPushButton* m_begin;
    QPushButton* m_showMe;
    QPushButton* m_back;
};

} // namespace meter::gui
