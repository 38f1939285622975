// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/status_line.hpp"

#include "gui/base/endpoint_label.hpp"
#include "gui/text/number_text.hpp"
#include "sim/base/sim_time.hpp"

#include <QLabel>

#include <cmath>

namespace meter::gui {

namespace {

void setTextIfNew(QLabel* label, const QString& text) {
    if (label->text() != text) {
        label->setText(text);
    }
}

} // namespace

StatusLine::StatusLine(LiveMeter& meter, QWidget* parent)
    : QStatusBar(parent)
    , m_meter(meter)
    , m_traffic(new QLabel(this))
    , m_time(new QLabel(this))
    , m_speed(new QLabel(this)) {
    m_traffic->setToolTip(tr("Masters connected, and requests answered since the start"));
    m_time->setToolTip(tr("Time of the meter since the scenario began"));
    m_speed->setToolTip(tr("Speed of the meter's time against the wall clock"));
    for (QLabel* label : {m_traffic, m_time, m_speed}) {
        addPermanentWidget(label);
    }
    m_time->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("00:00:00")));
    showEndpoints();
    showProgress(m_meter.snapshot());
    connect(&m_meter, &LiveMeter::advanced, this, &StatusLine::showProgress);
    connect(&m_meter, &LiveMeter::scenarioOpened, this, &StatusLine::showEndpoints);
}

void StatusLine::showEndpoints() {
    for (EndpointLabel* label : m_endpoints) {
        removeWidget(label);
        label->deleteLater();
    }
    m_endpoints.clear();
    m_listed.clear();
    for (const sim::live::Endpoint& endpoint : m_meter.endpoints()) {
        m_listed.push_back(endpoint.line());
        auto* label = new EndpointLabel(endpoint, this);
        addWidget(label);
        m_endpoints.push_back(label);
    }
}

/// Endpoints come and go while the meter runs.
void StatusLine::followEndpoints(const sim::live::Snapshot& snapshot) {
    if (snapshot.endpoints == m_list) {
        return;
    }
    m_list = snapshot.endpoints;
    std::vector<std::string> lines;
    for (const sim::live::Endpoint& endpoint : m_meter.endpoints()) {
        lines.push_back(endpoint.line());
    }
    if (lines != m_listed) {
        showEndpoints();
    }
}

void StatusLine::showProgress(const sim::live::Snapshot& snapshot) {
    followEndpoints(snapshot);
    setTextIfNew(
        m_traffic,
        tr("Masters: %L1   Answers: %L2").arg(snapshot.line.clients).arg(snapshot.line.answers));
    setTextIfNew(m_time, durationText(sim::secondsOf(snapshot.now)));
    if (snapshot.isPaused) {
        setTextIfNew(m_speed, tr("paused"));
        return;
    }
    const bool isReached =
        std::abs(snapshot.measuredSpeed - snapshot.speed) <= 0.05 * snapshot.speed;
    setTextIfNew(
        m_speed,
        isReached
            ? speedText(snapshot.speed)
            : tr("%1 of %2").arg(speedText(snapshot.measuredSpeed), speedText(snapshot.speed)));
}

} // namespace meter::gui
