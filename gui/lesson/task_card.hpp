// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One task in full: what is to be done or asked, the answer, hints as they were taken, what is
// said when it is settled. An exam says nothing before it is over.

#include "gui/lesson/answer_field.hpp"
#include "gui/lesson/lesson_room.hpp"

#include <QFrame>

class QPushButton;

namespace meter::gui {

class TaskCard final : public QFrame {
    Q_OBJECT

public:
    /// A picture of this moment: a new card is made when something changes.
    TaskCard(LessonRoom& room, std::size_t task, QWidget* parent = nullptr);

    /// What it was made from; an equal one would look the same.
    [[nodiscard]] static QString keyOf(const LessonRoom& room, std::size_t task);

    [[nodiscard]] AnswerField* answerField() const { return m_answer; } ///< Null: none.

    [[nodiscard]] QPushButton* hintButton() const { return m_hint; } ///< Null: no more.

    [[nodiscard]] QPushButton* giveUpButton() const { return m_giveUp; } ///< Null: settled.

private:
    void addAnswer(const sim::Task& task, const sim::TaskStanding& standing);
    void addHints(const sim::Task& task, const sim::TaskStanding& standing);
    void addFeedback(const sim::Task& task, const sim::TaskStanding& standing);
    void addButtons(const sim::Task& task, const sim::TaskStanding& standing);

    LessonRoom& m_room;
    bool m_isExam;
    QString m_language;
    std::string m_task;
    AnswerField* m_answer = nullptr;
    QPushButton* m_hint = nullptr;
    QPushButton* m_giveUp = nullptr;
};

} // namespace meter::gui
