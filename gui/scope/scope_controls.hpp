// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The knobs of the scope: waves on and off, trigger, time base, freeze, cursors.

#include "gui/scope/sweep.hpp"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QToolButton;

namespace meter::gui {

enum class SweepMode { Auto, Normal };

class ScopeControls final : public QWidget {
    Q_OBJECT

public:
    explicit ScopeControls(QWidget* parent = nullptr);

    [[nodiscard]] SweepSettings settings() const;
    [[nodiscard]] SweepMode mode() const; ///< Normal: without a trigger, the picture stays.
    [[nodiscard]] bool isFrozen() const;

    void setLevel(double level);
    void setRms(std::size_t wave, double rms); ///< Beside the wave's name.

    [[nodiscard]] QToolButton& waveButton(std::size_t wave) const { return *m_waves.at(wave); }

    [[nodiscard]] QToolButton& freezeButton() const { return *m_freeze; }

    [[nodiscard]] QToolButton& cursorsButton() const { return *m_cursors; }

    [[nodiscard]] QToolButton& autoscaleButton() const { return *m_autoscale; }

    [[nodiscard]] QComboBox& spanBox() const { return *m_span; }

    [[nodiscard]] QComboBox& triggerWaveBox() const { return *m_triggerWave; }

    [[nodiscard]] QComboBox& edgeBox() const { return *m_edge; }

    [[nodiscard]] QComboBox& modeBox() const { return *m_mode; }

Q_SIGNALS:
    void changed(); ///< Trigger, span or mode.
    void frozen(bool isFrozen);

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeWaves();
    void makeTrigger();
    void makeButtons();
    void applyColours();
    void showUnit();

    PerWave<QToolButton*> m_waves{};
    QComboBox* m_triggerWave;
    QComboBox* m_edge;
    QDoubleSpinBox* m_level;
    QComboBox* m_mode;
    QComboBox* m_span;
    QToolButton* m_freeze;
    QToolButton* m_cursors;
    QToolButton* m_autoscale;
};

} // namespace meter::gui
