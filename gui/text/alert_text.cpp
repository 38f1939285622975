// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/alert_text.hpp"

#include <QCoreApplication>
#include <QStringList>

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

} // namespace

QString alertText(Alert alert) {
    return QCoreApplication::translate(kContext, kAlerts.at(static_cast<std::size_t>(alert)));
}

QString alertsText(AlertBits bits) {
    QStringList names;
    for (std::size_t bit = 0; bit < kAlerts.size(); ++bit) {
        const auto alert = static_cast<Alert>(bit);
        if (hasAlert(bits, alert)) {
            names << alertText(alert);
        }
    }
    return names.isEmpty() ? QCoreApplication::translate(
                                 kContext, QT_TRANSLATE_NOOP("meter::gui::Events", "none"))
                           : names.join(QStringLiteral(", "));
}

} // namespace meter::gui
