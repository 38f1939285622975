// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A lesson or an exam that runs: job sheet, tasks with their ticks, the chosen one in full, hand
// tools, points and clock.

#include "gui/lesson/lesson_room.hpp"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace meter::gui {

class HandToolsView;
class SiteSwitches;
class TaskCard;
class TrainerView;

class TaskPage final : public QWidget {
    Q_OBJECT

public:
    explicit TaskPage(LessonRoom& room, QWidget* parent = nullptr);

    void showAttempt(); ///< Another one has begun.

    [[nodiscard]] TaskCard* card() const { return m_card; }

    [[nodiscard]] QListWidget& tasks() const { return *m_tasks; }

    [[nodiscard]] HandToolsView& tools() const { return *m_tools; }

    [[nodiscard]] SiteSwitches& switches() const { return *m_switches; }

    [[nodiscard]] TrainerView& trainer() const { return *m_trainer; }

    [[nodiscard]] QPushButton& nextButton() const { return *m_next; }

    [[nodiscard]] QPushButton& handInButton() const { return *m_handIn; }

    [[nodiscard]] QPushButton& leaveButton() const { return *m_leave; }

    [[nodiscard]] QPushButton& waitButton() const { return *m_wait; }

    [[nodiscard]] QLabel& clock() const { return *m_clock; }

    [[nodiscard]] QLabel& points() const { return *m_points; }

    [[nodiscard]] QLabel& losses() const { return *m_losses; }

private:
    void refresh();
    void fillTasks(const sim::live::LessonView& view);
    void showHead(const sim::live::LessonView& view);
    void showCard(const sim::live::LessonView& view);
    void showNext(const sim::live::LessonView& view);
    void choose(std::size_t task);
    void askBeforeHandIn();

    LessonRoom& m_room;
    QLabel* m_title;
    QLabel* m_points;
    QLabel* m_clock;
    QLabel* m_sheet;
    QListWidget* m_tasks;
    QVBoxLayout* m_cardPlace;
    TaskCard* m_card = nullptr;
    QString m_cardKey;
    QLabel* m_losses;
    QLabel* m_refusal;
    HandToolsView* m_tools;
    SiteSwitches* m_switches;
    TrainerView* m_trainer;
    QPushButton* m_next;
    QPushButton* m_wait;
    QPushButton* m_handIn;
    QPushButton* m_leave;
    std::size_t m_task = 0;
    bool m_isHandInAsked = false;
};

} // namespace meter::gui
