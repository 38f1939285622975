// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What came of an attempt: points, each task with what would have been right and why, the code
// to hand in; saved as a certificate (PDF), a page (HTML) or the result file (JSON).

#include "gui/lesson/lesson_room.hpp"

#include <QWidget>

class QLabel;
class QPushButton;
class QTextBrowser;

namespace meter::gui {

class ResultPage final : public QWidget {
    Q_OBJECT

public:
    explicit ResultPage(LessonRoom& room, QWidget* parent = nullptr);

    void refresh();

    /// By its ending: .pdf, .html, .json. False: it cannot be written, and the page says so.
    bool save(const QString& file);

    [[nodiscard]] QTextBrowser& text() const { return *m_text; }

    [[nodiscard]] QLabel& outcome() const { return *m_outcome; }

    [[nodiscard]] QLabel& code() const { return *m_code; }

    [[nodiscard]] QPushButton& saveButton() const { return *m_save; }

    [[nodiscard]] QPushButton& againButton() const { return *m_again; }

    [[nodiscard]] QPushButton& nextButton() const { return *m_next; }

    [[nodiscard]] QPushButton& leaveButton() const { return *m_leave; }

Q_SIGNALS:
    void nextAsked(const meter::gui::LessonPtr& lesson);

private:
    void askForFile();

    LessonRoom& m_room;
    QLabel* m_outcome;
    QLabel* m_code;
    QTextBrowser* m_text;
    QLabel* m_refusal;
    QLabel* m_saved;
    QPushButton* m_save;
    QPushButton* m_again;
    QPushButton* m_next;
    QPushButton* m_leave;
    LessonPtr m_nextLesson;
};

} // namespace meter::gui
