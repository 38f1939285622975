// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What lies behind the readings: the samples of the meter's converter and the world that they
// come from, faults included. Shared by all views of one meter; costs nothing while none of
// them is looked at.

#include "gui/live/live_meter.hpp"
#include "sim/installation/installation.hpp"
#include "sim/live/waveform_tap.hpp"

#include <QElapsedTimer>
#include <QObject>

#include <memory>
#include <vector>

namespace meter::gui {

/// What is really there.
struct WorldTruth {
    sim::World world{};      ///< With the faults laid over.
    bool isReplayed = false; ///< The samples come from a recording, not from this world.
    bool isKnown = false;    ///< False until the engine has answered.
};

class WaveformProbe final : public QObject {
    Q_OBJECT

public:
    /// The probe of this meter, made when it is first wanted; lives as long as the meter.
    [[nodiscard]] static WaveformProbe& of(LiveMeter& meter);

    /// A view says when it becomes visible and hidden.
    void setViewed(const QObject* view, bool isViewed);

    [[nodiscard]] const sim::live::WaveformStretch& stretch() const { return m_stretch; }

    [[nodiscard]] const WorldTruth& truth() const { return m_truth; }

    [[nodiscard]] const LiveMeter& meter() const { return m_meter; }

    void refresh(); ///< Now; else some ten times a second.

Q_SIGNALS:
    void updated();

private:
    explicit WaveformProbe(LiveMeter& meter);

    void connectTap();
    void disconnectTap();
    void onAdvanced();
    void forget(); ///< Samples of a time that has not been yet.
    void askForTruth();

    LiveMeter& m_meter;
    std::shared_ptr<sim::live::WaveformTap> m_tap;
    sim::live::WaveformStretch m_stretch;
    WorldTruth m_truth;
    std::vector<const QObject*> m_views;
    SampleTime m_now = 0; ///< Of the latest snapshot.
    QElapsedTimer m_sinceRefresh;
    QElapsedTimer m_sinceConnection;
    bool m_isAsking = false;
};

} // namespace meter::gui
