// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The installer's hand tools: clamp, voltmeter, phase-sequence tester. They show what is really
// there, whatever the meter reads; what was measured stays in a list.

#include "gui/lesson/lesson_room.hpp"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace meter::gui {

class HandToolsView final : public QWidget {
    Q_OBJECT

public:
    explicit HandToolsView(LessonRoom& room, QWidget* parent = nullptr);

    [[nodiscard]] QComboBox& tool() const { return *m_tool; }

    [[nodiscard]] QComboBox& place() const { return *m_place; }

    [[nodiscard]] QPushButton& measureButton() const { return *m_measure; }

    [[nodiscard]] QString readings() const;

private:
    void fillPlaces();
    void showReadings();

    LessonRoom& m_room;
    QComboBox* m_tool;
    QComboBox* m_place;
    QPushButton* m_measure;
    QLabel* m_readings;
};

} // namespace meter::gui
