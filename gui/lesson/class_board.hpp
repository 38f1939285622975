// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The trainer's board: who is in the class, what each does, and what is handed out to one or to
// all.

#include "gui/lesson/lesson_room.hpp"
#include "sim/live/classroom/class_server.hpp"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace meter::gui {

class ClassBoard final : public QWidget {
    Q_OBJECT

public:
    explicit ClassBoard(LessonRoom& room, QWidget* parent = nullptr);
    ~ClassBoard() override;

    [[nodiscard]] QLineEdit& address() const { return *m_address; }

    [[nodiscard]] QLineEdit& code() const { return *m_code; }

    [[nodiscard]] QComboBox& lesson() const { return *m_lesson; }

    [[nodiscard]] QPushButton& openButton() const { return *m_open; }

    [[nodiscard]] QPushButton& handOutButton() const { return *m_handOut; }

    [[nodiscard]] QLineEdit& message() const { return *m_message; }

    [[nodiscard]] QPushButton& sayButton() const { return *m_say; }

    [[nodiscard]] QTableWidget& table() const { return *m_table; }

    /// As learners join it; empty: not open.
    [[nodiscard]] QString openAddress() const;

    void refresh();

private:
    void open();
    void handOut();
    [[nodiscard]] std::optional<sim::live::ClassLesson> chosen() const;
    [[nodiscard]] std::string who() const;

    LessonRoom& m_room;
    QLineEdit* m_address;
    QLineEdit* m_code;
    QComboBox* m_lesson;
    QPushButton* m_open;
    QLabel* m_state;
    QLabel* m_refusal;
    QTableWidget* m_table;
    QPushButton* m_handOut;
    QLineEdit* m_message;
    QPushButton* m_say;
    QComboBox* m_fault;
    QPushButton* m_makeFault;
    std::unique_ptr<sim::live::ClassServer> m_server; ///< Null: not open.
    QTimer m_timer;
};

} // namespace meter::gui
