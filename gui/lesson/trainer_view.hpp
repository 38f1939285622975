// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For a trainer who shows a lesson: the hidden faults, the solution step by step, and back to
// the beginning. Only while nothing counts.

#include "gui/lesson/lesson_room.hpp"

#include <QTimer>
#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace meter::gui {

class TrainerView final : public QWidget {
    Q_OBJECT

public:
    explicit TrainerView(LessonRoom& room, QWidget* parent = nullptr);

    [[nodiscard]] QLabel& hidden() const { return *m_hidden; }

    [[nodiscard]] QListWidget& steps() const { return *m_steps; }

    [[nodiscard]] QPushButton& stepButton() const { return *m_step; }

    [[nodiscard]] QPushButton& resetButton() const { return *m_reset; }

private:
    void begin();
    void doNext();

    LessonRoom& m_room;
    QLabel* m_hidden;
    QListWidget* m_steps;
    QPushButton* m_step;
    QPushButton* m_reset;
    QTimer m_busy; ///< While the keys of a step go down one by one.
    std::size_t m_done = 0;
};

} // namespace meter::gui
