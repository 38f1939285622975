// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The lessons and exams, by course, with how the learner stands; a search; what the chosen one
// teaches; and its door.

#include "gui/lesson/lesson_room.hpp"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace meter::gui {

class CoursePage final : public QWidget {
    Q_OBJECT

public:
    /// `room` outlives the page.
    explicit CoursePage(LessonRoom& room, QWidget* parent = nullptr);

    void refresh(); ///< Reads results again.

    [[nodiscard]] QTreeWidget& list() const { return *m_list; }

    [[nodiscard]] QLineEdit& search() const { return *m_search; }

    [[nodiscard]] QPushButton& openButton() const { return *m_open; }

    [[nodiscard]] QPushButton& goOnButton() const { return *m_goOn; }

Q_SIGNALS:
    void opened(const meter::gui::LessonPtr& lesson);

private:
    void fill();
    void showStanding(QTreeWidgetItem& item, const sim::Lesson& lesson);
    void filter(const QString& text);
    void chooseFirst();
    void showChosen();
    [[nodiscard]] LessonPtr chosen() const;
    [[nodiscard]] LessonPtr lessonOf(const QTreeWidgetItem* item) const;

    LessonRoom& m_room;
    std::vector<sim::AttemptRecord> m_records;
    LessonPtr m_goOnLesson;
    QPushButton* m_goOn;
    QLineEdit* m_search;
    QTreeWidget* m_list;
    QLabel* m_mistakes;
    QLabel* m_about;
    QPushButton* m_open;
};

} // namespace meter::gui
