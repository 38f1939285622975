// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/log/meter_events.hpp"

#include "gui/text/number_text.hpp"

#include <QCoreApplication>

#include <array>

namespace meter::gui {

namespace {

constexpr const char* kContext = "meter::gui::Events";

/// In the order of the bits of register 146.
constexpr std::array<const char*, 16> kAlerts = {
    QT_TRANSLATE_NOOP("meter::gui::Events", "voltage A over range"),
    QT_TRANSLATE_NOOP("meter::gui::Events", "voltage B over range"),
    QT_TRANSLATE_NOOP("meter::gui::Events", "voltage C over range"),
    QT_TRANSLATE_NOOP("meter::gui::Events", "current A over range"),
    QT_TRANSLATE_NOOP("meter::gui::Events", "current B over range"),
    QT_TRANSLATE_NOOP("meter::gui::Events", "current C over range"),
    QT_TRANSLATE_NOOP("meter::gui::Events", "frequency out of range"),
    QT_TRANSLATE_NOOP("meter::gui::Events", "reserved"),
    QT_TRANSLATE_NOOP("meter::gui::Events", "phase loss A"),
    QT_TRANSLATE_NOOP("meter::gui::Events", "phase loss B"),
    QT_TRANSLATE_NOOP("meter::gui::Events", "phase loss C"),
    QT_TRANSLATE_NOOP("meter::gui::Events", "low power factor A"),
    QT_TRANSLATE_NOOP("meter::gui::Events", "low power factor B"),
    QT_TRANSLATE_NOOP("meter::gui::Events", "low power factor C"),
    QT_TRANSLATE_NOOP("meter::gui::Events", "energy pulses overrun"),
    QT_TRANSLATE_NOOP("meter::gui::Events", "energy pulses wrongly configured"),
};

QString text(const char* source) {
    return QCoreApplication::translate(kContext, source);
}

void addAlertChanges(AlertBits before, AlertBits after, QStringList& events) {
    for (std::size_t bit = 0; bit < kAlerts.size(); ++bit) {
        const auto alert = static_cast<Alert>(bit);
        if (hasAlert(before, alert) == hasAlert(after, alert)) {
            continue;
        }
        events << (hasAlert(after, alert)
                       ? text(QT_TRANSLATE_NOOP("meter::gui::Events", "Alert: %1"))
                       : text(QT_TRANSLATE_NOOP("meter::gui::Events", "Alert over: %1")))
                      .arg(alertText(alert));
    }
}

} // namespace

QString alertText(Alert alert) {
    return text(kAlerts.at(static_cast<std::size_t>(alert)));
}

QStringList eventsBetween(const sim::live::Snapshot& before, const sim::live::Snapshot& after) {
    QStringList events;
    if (before.isPowered != after.isPowered) {
        events << (after.isPowered
                       ? text(QT_TRANSLATE_NOOP("meter::gui::Events", "Control power came"))
                       : text(QT_TRANSLATE_NOOP("meter::gui::Events", "Control power went")));
    }
    addAlertChanges(before.readings.alerts, after.readings.alerts, events);
    if (before.isAlarmClosed != after.isAlarmClosed) {
        events << (after.isAlarmClosed
                       ? text(QT_TRANSLATE_NOOP("meter::gui::Events", "Alarm contact closed"))
                       : text(QT_TRANSLATE_NOOP("meter::gui::Events", "Alarm contact opened")));
    }
    if (before.readings.isMeasuring && after.readings.isMeasuring &&
        !(before.readings.settings == after.readings.settings)) {
        events << text(QT_TRANSLATE_NOOP("meter::gui::Events", "The meter's settings changed"));
    }
    if (before.readings.energyResetCount != after.readings.energyResetCount) {
        events << text(QT_TRANSLATE_NOOP("meter::gui::Events", "Energies cleared"));
    }
    if (before.isPaused != after.isPaused) {
        events << (after.isPaused ? text(QT_TRANSLATE_NOOP("meter::gui::Events", "Paused"))
                                  : text(QT_TRANSLATE_NOOP("meter::gui::Events", "Resumed")));
    }
    if (before.speed != after.speed) {
        events << text(QT_TRANSLATE_NOOP("meter::gui::Events", "Speed %1"))
                      .arg(speedText(after.speed));
    }
    return events;
}

} // namespace meter::gui
