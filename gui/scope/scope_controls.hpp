// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The knobs of the scope: waves on and off, trigger, time base, freeze, cursors.

#include "gui/scope/sweep.hpp"

#include <QWidget>

#include <optional>

class QBoxLayout;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QToolButton;

namespace meter::gui {

enum class SweepMode { Auto, Normal };

/// Whose waves: those that the meter measures, or those that are really there.
enum class ScopeSide { Inputs, Conductors };

class ScopeControls final : public QWidget {
    Q_OBJECT

public:
    explicit ScopeControls(QWidget* parent = nullptr);

    [[nodiscard]] SweepSettings settings() const;
    [[nodiscard]] SweepMode mode() const; ///< Normal: without a trigger, the picture stays.
    [[nodiscard]] bool isFrozen() const;
    [[nodiscard]] ScopeSide side() const;

    void setLevel(double level);

    [[nodiscard]] QSize minimumSizeHint() const override;

    /// Beside the wave's name; none: there are no samples.
    void setRms(std::size_t wave, std::optional<double> rms);

    [[nodiscard]] QToolButton& waveButton(std::size_t wave) const { return *m_waves.at(wave); }

    [[nodiscard]] QToolButton& freezeButton() const { return *m_freeze; }

    [[nodiscard]] QToolButton& cursorsButton() const { return *m_cursors; }

    [[nodiscard]] QToolButton& autoscaleButton() const { return *m_autoscale; }

    [[nodiscard]] QComboBox& spanBox() const { return *m_span; }

    [[nodiscard]] QComboBox& triggerWaveBox() const { return *m_triggerWave; }

    [[nodiscard]] QComboBox& edgeBox() const { return *m_edge; }

    [[nodiscard]] QComboBox& sideBox() const { return *m_side; }

    [[nodiscard]] QComboBox& modeBox() const { return *m_mode; }

Q_SIGNALS:
    void changed(); ///< Side, trigger, span or mode.
    void frozen(bool isFrozen);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeWaves();
    void makeSide();
    void makeTrigger();
    void makeButtons();
    void arrange();
    void applyColours();
    void showUnit();

    PerWave<QToolButton*> m_waves{};
    QGridLayout* m_waveGrid;
    QBoxLayout* m_rows; ///< Trigger and buttons: side by side where there is room.
    int m_narrowWidth = 0;
    std::optional<bool> m_isWide; ///< As it is laid out now.
    QComboBox* m_side;
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
