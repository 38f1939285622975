// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/log/happenings.hpp"

#include "gui/text/number_text.hpp"

#include <QCoreApplication>

#include <array>

namespace meter::gui {

namespace {

constexpr const char* kContext = "meter::gui::Happenings";

/// In the order of the bits of register 146.
constexpr std::array<const char*, 16> kAlerts = {
    QT_TRANSLATE_NOOP("meter::gui::Happenings", "voltage A over range"),
    QT_TRANSLATE_NOOP("meter::gui::Happenings", "voltage B over range"),
    QT_TRANSLATE_NOOP("meter::gui::Happenings", "voltage C over range"),
    QT_TRANSLATE_NOOP("meter::gui::Happenings", "current A over range"),
    QT_TRANSLATE_NOOP("meter::gui::Happenings", "current B over range"),
    QT_TRANSLATE_NOOP("meter::gui::Happenings", "current C over range"),
    QT_TRANSLATE_NOOP("meter::gui::Happenings", "frequency out of range"),
    QT_TRANSLATE_NOOP("meter::gui::Happenings", "reserved"),
    QT_TRANSLATE_NOOP("meter::gui::Happenings", "phase loss A"),
    QT_TRANSLATE_NOOP("meter::gui::Happenings", "phase loss B"),
    QT_TRANSLATE_NOOP("meter::gui::Happenings", "phase loss C"),
    QT_TRANSLATE_NOOP("meter::gui::Happenings", "low power factor A"),
    QT_TRANSLATE_NOOP("meter::gui::Happenings", "low power factor B"),
    QT_TRANSLATE_NOOP("meter::gui::Happenings", "low power factor C"),
    QT_TRANSLATE_NOOP("meter::gui::Happenings", "energy pulses overrun"),
    QT_TRANSLATE_NOOP("meter::gui::Happenings", "energy pulses wrongly configured"),
};

QString text(const char* source) {
    return QCoreApplication::translate(kContext, source);
}

void tellAlerts(AlertBits before, AlertBits after, QStringList& told) {
    for (std::size_t bit = 0; bit < kAlerts.size(); ++bit) {
        const auto alert = static_cast<Alert>(bit);
        if (hasAlert(before, alert) == hasAlert(after, alert)) {
            continue;
        }
        told << (hasAlert(after, alert)
                     ? text(QT_TRANSLATE_NOOP("meter::gui::Happenings", "Alert: %1"))
                     : text(QT_TRANSLATE_NOOP("meter::gui::Happenings", "Alert over: %1")))
                    .arg(alertText(alert));
    }
}

} // namespace

QString alertText(Alert alert) {
    return text(kAlerts.at(static_cast<std::size_t>(alert)));
}

QStringList happenings(const sim::live::Snapshot& before, const sim::live::Snapshot& after) {
    QStringList told;
    if (before.isPowered != after.isPowered) {
        told << (after.isPowered
                     ? text(QT_TRANSLATE_NOOP("meter::gui::Happenings", "Control power came"))
                     : text(QT_TRANSLATE_NOOP("meter::gui::Happenings", "Control power went")));
    }
    tellAlerts(before.readings.alerts, after.readings.alerts, told);
    if (before.isAlarmClosed != after.isAlarmClosed) {
        told << (after.isAlarmClosed
                     ? text(QT_TRANSLATE_NOOP("meter::gui::Happenings", "Alarm contact closed"))
                     : text(QT_TRANSLATE_NOOP("meter::gui::Happenings", "Alarm contact opened")));
    }
    if (before.readings.isMeasuring && after.readings.isMeasuring &&
        !(before.readings.settings == after.readings.settings)) {
        told << text(QT_TRANSLATE_NOOP("meter::gui::Happenings", "The meter's settings changed"));
    }
    if (before.readings.energyResetCount != after.readings.energyResetCount) {
        told << text(QT_TRANSLATE_NOOP("meter::gui::Happenings", "Energies cleared"));
    }
    if (before.isPaused != after.isPaused) {
        told << (after.isPaused ? text(QT_TRANSLATE_NOOP("meter::gui::Happenings", "Paused"))
                                : text(QT_TRANSLATE_NOOP("meter::gui::Happenings", "Resumed")));
    }
    if (before.speed != after.speed) {
        told << text(QT_TRANSLATE_NOOP("meter::gui::Happenings", "Speed %1"))
                    .arg(speedText(after.speed));
    }
    return told;
}

} // namespace meter::gui
