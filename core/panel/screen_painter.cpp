// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/panel/screen_painter.hpp"

#include "core/panel/parameters.hpp"
#include "core/panel/screen_value.hpp"
#include "core/panel/value_text.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace meter {

namespace {

void setKilo(Glass& glass, std::uint8_t prefix) {
    glass.set(Icon::Kilo, prefix == 1);
    glass.set(Icon::Mega, prefix == 2);
}

void drawMeasurement(Glass& glass, const Measurement& measurement) {
    ValueText text = fitWord(kInvalidText);
    if (measurement.isValid) {
        const bool hasPrefixes = measurement.unit != Icon::Count && measurement.unit != Icon::Hertz;
        text =
            fitNumber(measurement.value, {.decimalsMax = measurement.decimalsMax,
                                          .prefixStepsMax = static_cast<std::uint8_t>(
                                              hasPrefixes ? kPrefixMega - measurement.prefix : 0)});
    }
    drawValue(glass, text);
    if (measurement.unit != Icon::Count) {
        glass.set(measurement.unit, true);
    }
    setKilo(glass, static_cast<std::uint8_t>(measurement.prefix + text.prefixSteps));
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        constexpr std::array kLetters = {Icon::PhaseA, Icon::PhaseB, Icon::PhaseC};
        glass.set(kLetters[phase], measurement.phases[phase]);
    }
    glass.set(Icon::Average, measurement.isThreePhaseAverage);
}

void drawDataScreen(Glass& glass, const MenuPosition& position, const MeterControl& control) {
    const Readings& readings = control.readings();
    const DataScreen& screen = dataScreensOf(position.head)[position.screen];
    drawLabel(glass, screenLabel(screen, readings.settings.displayUnits));
    switch (position.head) {
    case TopHead::Alert:
        drawValue(glass, alertText(screen.item, readings.alerts));
        return;
    case TopHead::Info:
        drawValue(glass, infoText(screen.item, control.factory()));
        return;
    default:
        drawMeasurement(glass, measurementOf(position.head, screen.item, readings));
        glass.set(Icon::Demand,
                  position.head == TopHead::Demand || position.head == TopHead::MaxDemand);
        glass.set(Icon::Max, position.head == TopHead::MaxDemand);
        return;
    }
}

void drawDigits(Glass& glass, const ValueEditor& editor, const ValueText& text) {
    drawValue(glass, text);
    glass.blinkingCell = static_cast<std::uint8_t>(kValueCells - editor.digitCount + editor.cursor);
    glass.blinkingSegments = glass.value[glass.blinkingCell];
}

void drawParameterScreen(Glass& glass, const MenuNavigator& menu, const MeterControl& control) {
    const Readings& readings = control.readings();
    const ParameterScreen& screen = menu.parameterScreen();
    const ValueEditor& editor = menu.editor();
    drawLabel(glass, screenLabel(screen, readings.settings.systemType));
    if (editor.isDigits()) {
        drawDigits(glass, editor, editedText(screen, editor));
    } else if (editor.isOptions()) {
        drawValue(glass, editedText(screen, editor));
    } else if (screen.kind == ParameterKind::MaxSystemPower) {
        drawMeasurement(glass, maxSystemPowerOf(readings.configuration));
    } else {
        drawValue(glass, fitNumber(readings.configuration.pulseDurationMs, {}));
    }
    if (const Icon unit = unitIconOf(screen); unit != Icon::Count) {
        glass.set(unit, true);
    }
}

} // namespace

void drawPlace(Glass& glass, const MenuNavigator& menu, const MeterControl& control) {
    const MenuPosition& position = menu.position();
    switch (position.level) {
    case Level::Head:
        drawLabel(glass, headLabel(position.head, control.readings().settings));
        return;
    case Level::Screen:
        drawDataScreen(glass, position, control);
        return;
    case Level::Password:
        drawLabel(glass, "PASWD");
        drawDigits(glass, menu.editor(),
                   fitDigits(menu.editor().number, menu.editor().digitCount, 0));
        glass.set(Icon::Lock, true);
        return;
    case Level::SubHead:
        drawLabel(glass, parameterHeadsOf(position.head)[position.subHead].label);
        return;
    case Level::SubScreen:
        drawParameterScreen(glass, menu, control);
        return;
    }
}

} // namespace meter
