// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One colour for a phase everywhere: leads, waves, phasors, bars, the terminals of the front.

#include <QColor>
#include <QString>

#include <cstddef>

class QSettings;

namespace meter::gui {

enum class PhaseColours {
    ColourBlind, ///< After Okabe and Ito: people with any colour vision can tell them apart.
    Us480,       ///< Brown, orange, yellow: 277/480 V in the USA.
    Us208,       ///< Black, red, blue: 120/208 V in the USA.
    Iec,         ///< Brown, black, grey: IEC 60445.
};
inline constexpr std::size_t kPhaseColoursCount = 4;

/// Of phase A, B, C in the scheme that is chosen.
[[nodiscard]] QColor phaseColour(std::size_t phase, bool isDark);

[[nodiscard]] PhaseColours phaseColours();
/// What is painted already keeps its colours until it is painted anew.
void setPhaseColours(PhaseColours scheme);
[[nodiscard]] QString phaseColoursTitle(PhaseColours scheme);

void restorePhaseColours(const QSettings& settings);
void savePhaseColours(QSettings& settings);

} // namespace meter::gui
