// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/log/meter_events.hpp"

#include "gui/text/alert_text.hpp"
#include "gui/text/number_text.hpp"

#include <QCoreApplication>

#include <cstddef>

namespace meter::gui {

namespace {

constexpr const char* kContext = "meter::gui::Events";
constexpr std::size_t kAlertCount = 16; ///< Bits of register 146.

QString text(const char* source) {
    return QCoreApplication::translate(kContext, source);
}

void addAlertChanges(AlertBits before, AlertBits after, QStringList& events) {
    for (std::size_t bit = 0; bit < kAlertCount; ++bit) {
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
