// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/phase_colours.hpp"

#include "tests/support/catch.hpp"

#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>

using namespace meter::gui;

namespace {

/// Relative luminance after WCAG 2.1.
double luminance(const QColor& colour) {
    const auto part = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) +
           0.0722 * part(colour.blueF());
}

double contrast(const QColor& one, const QColor& other) {
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace

TEST_CASE("the colours of every scheme stand out from light and from dark") {
    // Grounds of the two appearances; lines need a contrast of 2 at least to be followed.
    const QColor light(255, 255, 255);
    const QColor dark(30, 32, 36);
    for (std::size_t index = 0; index < kPhaseColoursCount; ++index) {
        setPhaseColours(static_cast<PhaseColours>(index));
        CAPTURE(phaseColoursTitle(phaseColours()).toStdString());
        for (std::size_t phase = 0; phase < 3; ++phase) {
            CHECK(contrast(phaseColour(phase, false), light) > 2.0);
            CHECK(contrast(phaseColour(phase, true), dark) > 2.0);
            for (std::size_t other = 0; other < phase; ++other) {
                CHECK(phaseColour(phase, false) != phaseColour(other, false));
                CHECK(phaseColour(phase, true) != phaseColour(other, true));
            }
        }
    }
    setPhaseColours(PhaseColours::ColourBlind);
}

TEST_CASE("the scheme is kept") {
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
    setPhaseColours(PhaseColours::Iec);
    savePhaseColours(settings);
    setPhaseColours(PhaseColours::ColourBlind);
    restorePhaseColours(settings);
    CHECK(phaseColours() == PhaseColours::Iec);
    setPhaseColours(PhaseColours::ColourBlind);
}
