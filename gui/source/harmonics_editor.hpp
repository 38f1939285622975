// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whose harmonics, the table of them, and buttons to add and remove some.

#include "sim/installation/installation.hpp"

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;
class QTableView;
class QToolButton;

namespace meter::gui {

class HarmonicsModel;
class LiveMeter;

class HarmonicsEditor final : public QWidget {
    Q_OBJECT

public:
    explicit HarmonicsEditor(LiveMeter& meter, QWidget* parent = nullptr);

    void showWorld(const sim::World& world);

private:
    void chooseSubject();
    void namePhases(sim::Service service);
    void add();
    void removeSelected();
    void send(const QString& key, const QString& text);
    void fitHeight();

    LiveMeter& m_meter;
    HarmonicsModel* m_model;
    QComboBox* m_side;
    QComboBox* m_phase;
    QTableView* m_table;
    QSpinBox* m_order;
    QToolButton* m_add;
    QToolButton* m_remove;
    QLabel* m_refusal;
};

} // namespace meter::gui
