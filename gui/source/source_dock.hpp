// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The content of the dock "Source and load": what the grid offers and what the load takes, phase
// by phase or linked. Changes act at once; changes made by a timeline show here as they come.

#include "sim/installation/installation.hpp"

#include <QElapsedTimer>
#include <QScrollArea>

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;

namespace meter::gui {

class HarmonicsEditor;
class LiveMeter;
class ParameterEdit;
class PhaseGrid;
class Environment;
class TonesEdit;

class SourceDock final : public QScrollArea {
    Q_OBJECT

public:
    /// `meter` outlives the dock.
    explicit SourceDock(LiveMeter& meter, QWidget* parent = nullptr);

    [[nodiscard]] PhaseGrid& source() const { return *m_source; }

    [[nodiscard]] PhaseGrid& load() const { return *m_load; }

    [[nodiscard]] ParameterEdit& frequency() const { return *m_frequency; }

    [[nodiscard]] TonesEdit& tones() const { return *m_tones; }

    [[nodiscard]] Environment& environment() const { return *m_environment; }

    void refresh();

protected:
    void showEvent(QShowEvent* event) override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    QWidget* makeContent();
    QWidget* makeFlicker();

    LiveMeter& m_meter;
    QCheckBox* m_linked = nullptr;
    ParameterEdit* m_frequency = nullptr;
    PhaseGrid* m_source = nullptr;
    PhaseGrid* m_load = nullptr;
    ParameterEdit* m_flickerDepth = nullptr;
    ParameterEdit* m_flickerRate = nullptr;
    QComboBox* m_flickerShape = nullptr;
    HarmonicsEditor* m_harmonics = nullptr;
    TonesEdit* m_tones = nullptr;
    Environment* m_environment = nullptr;
    QLabel* m_refusal = nullptr;
    QElapsedTimer m_sinceRefresh;
};

} // namespace meter::gui
