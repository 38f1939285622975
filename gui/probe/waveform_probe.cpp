// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/probe/waveform_probe.hpp"

#include "sim/twin/simulation.hpp"

#include <algorithm>
#include <string_view>

namespace meter::gui {

namespace {

constexpr qint64 kRefreshIntervalMs = 75;
constexpr qint64 kReconnectIntervalMs = 1000;
constexpr std::string_view kObserver = "window"; ///< Of the simulation's samples.

WorldTruth truthOf(const sim::Simulation& simulation) {
    return {.world = simulation.faultyWorld(),
            .isReplayed = simulation.scenario().replay != nullptr,
            .isKnown = true};
}

} // namespace

WaveformProbe& WaveformProbe::of(LiveMeter& meter) {
    auto* known = meter.findChild<WaveformProbe*>(QString(), Qt::FindDirectChildrenOnly);
    return known != nullptr ? *known : *new WaveformProbe(meter);
}

WaveformProbe::WaveformProbe(LiveMeter& meter)
    : QObject(&meter), m_meter(meter), m_tap(std::make_shared<sim::live::WaveformTap>()) {
    connect(&m_meter, &LiveMeter::advanced, this, &WaveformProbe::onAdvanced);
    connect(&m_meter, &LiveMeter::meterLeft, this, &WaveformProbe::disconnectTap);
    connect(&m_meter, &LiveMeter::scenarioOpened, this, [this] {
        m_truth = {};
        m_isAsking = false; // Who was asked is gone.
        forget();
        if (!m_views.empty()) {
            connectTap();
        }
    });
}

void WaveformProbe::setViewed(const QObject* view, bool isViewed) {
    const bool wasViewed = !m_views.empty();
    std::erase(m_views, view);
    if (isViewed) {
        m_views.push_back(view);
    }
    if (wasViewed == !m_views.empty()) {
        return;
    }
    if (m_views.empty()) {
        disconnectTap();
        return;
    }
    connectTap();
    refresh();
}

void WaveformProbe::refresh() {
    m_sinceRefresh.start();
    m_stretch = m_tap->latest(sim::live::kTapFrameCountMax);
    askForTruth();
    Q_EMIT updated();
}

void WaveformProbe::connectTap() {
    m_sinceConnection.start();
    m_meter.post([tap = m_tap](sim::Simulation& simulation) {
        simulation.onFrames(kObserver,
                            [tap](SampleTime first, std::span<const SampleFrame> frames) {
                                tap->take(first, frames);
                            });
    });
}

void WaveformProbe::disconnectTap() {
    m_meter.post([](sim::Simulation& simulation) { simulation.onFrames(kObserver, {}); });
}

void WaveformProbe::forget() {
    m_tap->clear();
    m_stretch = {};
}

void WaveformProbe::onAdvanced() {
    const bool isRewound = m_meter.snapshot().now < m_now;
    m_now = m_meter.snapshot().now;
    if (isRewound) {
        // The way back is simulated again, and the tap has heard it, unless nothing was.
        m_stretch = m_tap->latest(sim::live::kTapFrameCountMax);
        if (m_stretch.end() > m_now) {
            forget();
        }
        m_sinceRefresh.invalidate(); // What was shown is gone at once.
    }
    if (m_views.empty() ||
        (m_sinceRefresh.isValid() && m_sinceRefresh.elapsed() < kRefreshIntervalMs)) {
        return;
    }
    refresh();
    // Where the simulation was replaced by another one, the tap was not notified.
    const SampleTime now = m_meter.snapshot().now;
    const bool isStale =
        m_stretch.end() + kSamplesPerSecond < now || m_stretch.end() > now + kSamplesPerSecond;
    if (isStale && m_sinceConnection.elapsed() > kReconnectIntervalMs) {
        connectTap();
    }
}

void WaveformProbe::askForTruth() {
    if (m_isAsking) {
        return; // Ask again when the engine has come to the last question.
    }
    m_isAsking = true;
    m_meter.ask(
        this, [](const sim::Simulation& simulation) { return truthOf(simulation); },
        [this](const WorldTruth& truth) {
            m_isAsking = false;
            m_truth = truth;
        });
}

} // namespace meter::gui
