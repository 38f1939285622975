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

ValueText textOf(const Measurement& measurement) {
    if (!measurement.isValid) {
        return fitWord(kInvalidText);
    }
    const bool hasPrefixes = measurement.unit != Icon::Count && measurement.unit != Icon::Hertz;
    const NumberFormat format = {.decimalsMax = measurement.decimalsMax,
                                 .prefixStepsMax = static_cast<std::uint8_t>(
                                     hasPrefixes ? kPrefixMega - measurement.prefix : 0)};
    return measurement.isEnergy ? fitEnergy(measurement.wattSeconds, format)
                                : fitNumber(measurement.value, format);
}

/// Returns whether the label may name a k: it does unless another prefix is lit.
bool drawMeasurement(Glass& glass, const Measurement& measurement) {
    const ValueText text = textOf(measurement);
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
    return text.prefixSteps == 0;
}

void drawDataScreen(Glass& glass, const MenuPosition& position, const MeterControl& control) {
    const Readings& readings = control.readings();
    const DataScreen& screen = dataScreensOf(position.head)[position.screen];
    bool isKilo = true;
    switch (position.head) {
    case TopHead::Alert:
        drawValue(glass, alertText(screen.item, readings.alerts));
        break;
    case TopHead::Info:
        drawValue(glass, infoText(screen.item, control.factory()));
        break;
    default:
        isKilo = drawMeasurement(glass, measurementOf(position.head, screen.item, readings));
        glass.set(Icon::Demand,
                  position.head == TopHead::Demand || position.head == TopHead::MaxDemand);
        glass.set(Icon::Max, position.head == TopHead::MaxDemand);
        break;
    }
    drawLabel(glass, screenLabel(screen, readings.settings.displayUnits, isKilo));
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
    bool isKilo = true;
    if (editor.isDigits()) {
        drawDigits(glass, editor, editedText(screen, editor));
    } else if (editor.isOptions()) {
        drawValue(glass, editedText(screen, editor));
    } else if (screen.kind == ParameterKind::MaxSystemPower) {
        isKilo = drawMeasurement(glass, maxSystemPowerOf(readings.configuration));
    } else {
        drawValue(glass, fitNumber(readings.configuration.pulseDurationMs, {}));
    }
    if (const Icon unit = unitIconOf(screen); unit != Icon::Count) {
        glass.set(unit, true);
    }
    drawLabel(glass, screenLabel(screen, readings.settings.systemType, isKilo));
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
