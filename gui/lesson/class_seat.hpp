// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The learner's seat in a class: joins it, reports how the lesson stands, shows what the trainer
// hands out, and hands results in.

#include "gui/lesson/lesson_room.hpp"
#include "sim/live/classroom/class_client.hpp"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace meter::gui {

class ClassSeat final : public QWidget {
    Q_OBJECT

public:
    explicit ClassSeat(LessonRoom& room, QWidget* parent = nullptr);
    ~ClassSeat() override;

    [[nodiscard]] QLineEdit& address() const { return *m_address; }

    [[nodiscard]] QLineEdit& code() const { return *m_code; }

    [[nodiscard]] QLineEdit& nameField() const { return *m_name; }

    [[nodiscard]] QPushButton& joinButton() const { return *m_join; }

    [[nodiscard]] QLabel& refusal() const { return *m_refusal; }

    [[nodiscard]] QString state() const;

private:
    void join();
    void follow(const sim::live::Snapshot& snapshot);
    void hear(const sim::live::ClassWord& word);
    void handIn();

    LessonRoom& m_room;
    QLineEdit* m_address;
    QLineEdit* m_code;
    QLineEdit* m_name;
    QPushButton* m_join;
    QLabel* m_refusal;
    QLabel* m_state;
    QLabel* m_message;
    std::unique_ptr<sim::live::ClassClient> m_client; ///< Null: not joined.
};

/// "HOST:PORT"; none: it is something else.
[[nodiscard]] std::optional<sim::live::TcpAddress> classAddress(const QString& text);

} // namespace meter::gui
