// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one object between Qt and a live meter: commands go in, and once per picture the latest
// snapshot comes out. Looks often while somebody watches, once a second otherwise.

#include "gui/faceplate/faceplate_widget.hpp"
#include "gui/meter_link.hpp"

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace meter::gui {

class LiveMeter final : public QObject {
    Q_OBJECT

public:
    /// `link` outlives this object.
    explicit LiveMeter(MeterLink& link, QObject* parent = nullptr);

    [[nodiscard]] const sim::live::Snapshot& snapshot() const { return m_snapshot; }

    [[nodiscard]] std::vector<sim::live::Endpoint> endpoints() const { return m_link.endpoints(); }

    [[nodiscard]] MeterIdentity identity() const { return m_link.identity(); }

    void setWatched(bool isWatched); ///< False: hidden or minimised.
    void refresh();                  ///< Takes a snapshot now.

    void setSpeed(double factor);
    void setPaused(bool isPaused);
    void setKey(Key key, bool isDown);
    void setControlPower(bool isOn);
    void openScenario(const QString& file);

Q_SIGNALS:
    void advanced(const meter::sim::live::Snapshot& snapshot);
    void scenarioOpened();
    void scenarioRefused(const QStringList& mistakes);

private:
    MeterLink& m_link;
    sim::live::Snapshot m_snapshot;
    QTimer m_timer;
};

[[nodiscard]] FaceplateState faceplateStateOf(const sim::live::Snapshot& snapshot);

} // namespace meter::gui
