// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/phase_colours.hpp"

#include <QCoreApplication>
#include <QSettings>

#include <array>

namespace meter::gui {

namespace {

struct Scheme {
    const char* title;
    std::array<QRgb, 3> onLight;
    std::array<QRgb, 3> onDark; ///< Lighter ones.
};

// By PhaseColours. The first: vermilion, bluish green and blue after Okabe and Ito.
constexpr std::array<Scheme, kPhaseColoursCount> kSchemes = {
    {{QT_TRANSLATE_NOOP("meter::gui::PhaseColours", "For any &colour vision"),
      {0xFFC8500A, 0xFF008A64, 0xFF0067A8},
      {0xFFFF9346, 0xFF3FD9A4, 0xFF66BEFF}},
     {QT_TRANSLATE_NOOP("meter::gui::PhaseColours", "&USA, 480 V: brown, orange, yellow"),
      {0xFF7A4A21, 0xFFE07000, 0xFFB59500},
      {0xFFB98555, 0xFFFF9A3C, 0xFFF2DC4E}},
     {QT_TRANSLATE_NOOP("meter::gui::PhaseColours", "USA, &208 V: black, red, blue"),
      {0xFF26282C, 0xFFC42824, 0xFF2258B2},
      {0xFFC9CDD3, 0xFFFF6B64, 0xFF6EA8FF}},
     {QT_TRANSLATE_NOOP("meter::gui::PhaseColours", "&IEC: brown, black, grey"),
      {0xFF7A4A21, 0xFF26282C, 0xFF80868E},
      {0xFFB98555, 0xFFE4E7EB, 0xFF8A9099}}}};

PhaseColours& chosen() {
    static PhaseColours scheme = PhaseColours::ColourBlind;
    return scheme;
}

const Scheme& schemeOf(PhaseColours scheme) {
    return kSchemes.at(static_cast<std::size_t>(scheme));
}

QString settingsKey() {
    return QStringLiteral("window/phaseColours");
}

} // namespace

QColor phaseColour(std::size_t phase, bool isDark) {
    const Scheme& scheme = schemeOf(chosen());
    return QColor::fromRgb((isDark ? scheme.onDark : scheme.onLight).at(phase));
}

PhaseColours phaseColours() {
    return chosen();
}

void setPhaseColours(PhaseColours scheme) {
    chosen() = scheme;
}

QString phaseColoursTitle(PhaseColours scheme) {
    return QCoreApplication::translate("meter::gui::PhaseColours", schemeOf(scheme).title);
}

void restorePhaseColours(const QSettings& settings) {
    const int kept = settings.value(settingsKey(), 0).toInt();
    if (kept >= 0 && kept < static_cast<int>(kPhaseColoursCount)) {
        setPhaseColours(static_cast<PhaseColours>(kept));
    }
}

void savePhaseColours(QSettings& settings) {
    settings.setValue(settingsKey(), static_cast<int>(chosen()));
}

} // namespace meter::gui
