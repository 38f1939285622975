// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The status bar: where masters can connect on the left; traffic, meter time and the speed
// that is reached on the right.

#include "gui/live/live_meter.hpp"

#include <QStatusBar>

#include <memory>
#include <string>
#include <vector>

class QLabel;

namespace meter::gui {

class EndpointLabel;

class StatusLine final : public QStatusBar {
    Q_OBJECT

public:
    /// `meter` outlives the status line.
    explicit StatusLine(LiveMeter& meter, QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<EndpointLabel*>& endpointLabels() const { return m_endpoints; }

private:
    void showEndpoints();
    void followEndpoints(const sim::live::Snapshot& snapshot);
    void showProgress(const sim::live::Snapshot& snapshot);

    LiveMeter& m_meter;
    std::vector<EndpointLabel*> m_endpoints;
    std::vector<std::string> m_listed; ///< The endpoints that have a label.
    std::shared_ptr<const std::vector<sim::live::Endpoint>> m_list;
    QLabel* m_traffic;
    QLabel* m_time;
    QLabel* m_speed;
};

} // namespace meter::gui
