// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is on the conductors beside what the meter has of it, so that a mistake in the wiring is
// seen; phase sequence and symmetrical components of both.

#include "gui/phasors/phasor_scene.hpp"

#include <QElapsedTimer>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QTableView;

namespace meter::gui {

class PhasorDiagram;
class PhasorModel;

/// "ABC, + 100.0 %, − 0.0 %, 0 0.0 %" of three voltages or currents; of fewer there is none.
[[nodiscard]] QString
sequenceText(const PerWave<PhasorRms>& phasors, const PerWave<bool>& isThere, bool ofCurrents);

class PhasorsDock final : public QWidget {
    Q_OBJECT

public:
    /// `meter` outlives the dock.
    explicit PhasorsDock(LiveMeter& meter, QWidget* parent = nullptr);
    ~PhasorsDock() override;

    [[nodiscard]] const PhasorScene& scene() const { return m_scene; }

    [[nodiscard]] PhasorModel& model() const { return *m_model; }

    [[nodiscard]] PhasorDiagram& realDiagram() const { return *m_real; }

    [[nodiscard]] PhasorDiagram& seenDiagram() const { return *m_seen; }

    [[nodiscard]] QString sequences() const;

    void refresh();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showDiagrams();

    WaveformProbe& m_probe;
    PhasorModel* m_model;
    PhasorDiagram* m_real;
    PhasorDiagram* m_seen;
    QBoxLayout* m_diagrams;
    QLabel* m_note;
    QLabel* m_sequences;
    QTableView* m_table;
    PhasorScene m_scene;
    QElapsedTimer m_sinceRefresh;
};

} // namespace meter::gui
