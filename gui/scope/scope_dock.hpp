// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A scope on the meter's six inputs, in the volts and amperes that the meter takes them for; or
// in the conductors, where the waves are that are really there.

#include "gui/probe/waveform_probe.hpp"
#include "gui/scope/scope_controls.hpp"
#include "sim/base/result.hpp"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;

namespace meter::gui {

class ScopePlot;

class ScopeDock final : public QWidget {
    Q_OBJECT

public:
    /// `meter` outlives the dock.
    explicit ScopeDock(LiveMeter& meter, QWidget* parent = nullptr);
    ~ScopeDock() override;

    [[nodiscard]] ScopePlot& plot() const { return *m_plot; }

    [[nodiscard]] ScopeControls& controls() const { return *m_controls; }

    [[nodiscard]] QString readout() const; ///< What the cursors measure.

    /// What is shown, as a recording.
    [[nodiscard]] sim::Result<void> saveSamples(const QString& file) const;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void sweep();
    void follow(); ///< The probe has something new.
    [[nodiscard]] sim::live::WaveformStretch stretchNow() const;
    [[nodiscard]] QString emptyText() const;
    void askForSamples();
    void freeze(bool isFrozen);
    void applyControls();
    void showReadout();
    void showRms();

    WaveformProbe& m_probe;
    ScopeControls* m_controls;
    ScopePlot* m_plot;
    QLabel* m_readout;
    sim::live::WaveformStretch m_stretch; ///< Held while frozen.
    Settings m_settings{};
    QElapsedTimer m_sinceRms;
};

} // namespace meter::gui
