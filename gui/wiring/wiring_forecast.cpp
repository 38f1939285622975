// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/wiring/wiring_forecast.hpp"

#include "sim/installation/service.hpp"
#include "sim/installation/signal_path.hpp"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <functional>
#include <numbers>
#include <utility>

namespace meter::gui {

namespace {

using Phasor = std::complex<double>;
using Phasors = sim::PerPhase<Phasor>;

/// In the order of LinePair.
constexpr std::array<std::pair<std::size_t, std::size_t>, kPhaseCount> kLinePairs = {
    {{0, 1}, {1, 2}, {0, 2}}};
constexpr double kLowPowerFactor = 0.5;
constexpr double kCreepShare = 0.0005; ///< Of the CT size (docs/metrology.md).
constexpr double kSmall = 1e-6;        ///< Below are rounding errors of phasors.
constexpr double kNoticeable = 0.005;  ///< What symptoms mention of power and power factor,
constexpr double kNoticeableV = 0.03;  ///< of a voltage,
constexpr double kNoticeableA = 0.1;   ///< and of a current, which phases never share evenly.

Phasor phasorOf(double rms, double angleDeg) {
    return std::polar(rms, angleDeg * std::numbers::pi / 180.0);
}

Phasors times(const sim::PerPhase<sim::PerPhase<double>>& matrix, const Phasors& vector) {
    Phasors product{};
    for (std::size_t row = 0; row < kPhaseCount; ++row) {
        for (std::size_t column = 0; column < kPhaseCount; ++column) {
            product[row] += matrix[row][column] * vector[column];
        }
    }
    return product;
}

/// What each power is made of: the voltage that goes with current A, B, C.
Phasors measuredVoltages(const Phasors& terminals, SystemType type) {
    Phasors voltages = terminals;
    if (type == SystemType::Delta) {
        const Phasor star = (terminals[0] + terminals[1] + terminals[2]) / 3.0;
        for (Phasor& voltage : voltages) {
            voltage -= star;
        }
    } else if (type == SystemType::SinglePhaseLl) {
        voltages[0] = terminals[0] - terminals[1];
    }
    return voltages;
}

QString translated(const char* text) {
    return QCoreApplication::translate("meter::gui::WiringForecast", text);
}

} // namespace

QString linePairName(std::size_t pair) {
    const auto [from, to] = kLinePairs.at(pair);
    const auto name = [](std::size_t phase) {
        return QChar(static_cast<char16_t>(u'A' + phase));
    };
    return QString(QString(name(from)) + u'-' + name(to));
}

Forecast forecastOf(const sim::World& world, const Settings& settings) {
    const sim::Wiring wiring = sim::wiringOf(world.installation);
    const auto sources = sim::fundamentalsOf(world.source, world.installation.service);
    const auto references = sim::loadReferenceDeg(world.source, world.installation.service);
    Phasors source{};
    Phasors line{};
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        source[phase] = phasorOf(sources[phase].rms, sources[phase].angleDeg);
        line[phase] =
            phasorOf(world.load.currentA[phase], references[phase] - world.load.laggingDeg[phase]);
    }
    const double voltageScale = settings.ptRatioHundredths / 100.0 / world.installation.ptRating;
    const double currentScale = settings.ctPrimaryA / world.installation.ctRatingA;
    const Phasors terminals = times(wiring.terminals, source);
    const Phasors voltages = measuredVoltages(terminals, settings.systemType);
    const Phasors currents = times(wiring.ropes, line);

    Forecast forecast;
    double nonactive = 0.0;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        PhaseForecast& each = forecast.phases[phase];
        each.isThere = traitsOf(settings.systemType).hasPhase[phase];
        if (!each.isThere) {
            continue;
        }
        each.hasVoltage = traitsOf(settings.systemType).hasVoltageLn[phase];
        each.voltageV = std::abs(voltages[phase]) * voltageScale;
        each.currentA = std::abs(currents[phase]) * currentScale;
        const Phasor power = voltages[phase] * std::conj(currents[phase]);
        const double scale = voltageScale * currentScale;
        each.realPowerW = std::fabs(power.real()) * scale;
        const double apparent = std::abs(power) * scale;
        each.powerFactor = apparent > kSmall ? each.realPowerW / apparent : 1.0;
        each.isLowPowerFactor = each.powerFactor < kLowPowerFactor - kSmall &&
                                each.currentA > kCreepShare * settings.ctPrimaryA;
        forecast.realPowerW += each.realPowerW;
        nonactive +=
            std::sqrt(std::fmax(0.0, apparent * apparent - each.realPowerW * each.realPowerW));
    }
    const SystemTypeTraits& traits = traitsOf(settings.systemType);
    if (std::ranges::none_of(traits.hasVoltageLn, std::identity())) {
        for (std::size_t pair = 0; pair < kPhaseCount; ++pair) {
            if (traits.hasVoltageLl[pair]) {
                const auto [from, to] = kLinePairs[pair];
                forecast.lines[pair] = std::abs(terminals[from] - terminals[to]) * voltageScale;
            }
        }
    }
    const double total = std::hypot(forecast.realPowerW, nonactive);
    forecast.powerFactor = total > kSmall ? forecast.realPowerW / total : 1.0;
    return forecast;
}

sim::Installation rightInstallation(const sim::Installation& installation,
                                    const Settings& settings) {
    const sim::Installation defaults;
    sim::Installation right = installation;
    right.voltageLeads = defaults.voltageLeads;
    right.ctLeads = defaults.ctLeads;
    right.ctReversed = defaults.ctReversed;
    right.ctPhaseDeg = defaults.ctPhaseDeg;
    right.ctOutput = defaults.ctOutput;
    right.ctType = defaults.ctType;
    right.ptReversed = defaults.ptReversed;
    right.isDisconnectClosed = defaults.isDisconnectClosed;
    right.isFuseGood = defaults.isFuseGood;
    right.isControlFuseGood = defaults.isControlFuseGood;
    right.ctRatingA = settings.ctPrimaryA;
    right.ptRating = settings.ptRatioHundredths / 100.0;
    for (sim::Conductor& lead : right.voltageLeads) {
        lead = sim::isLive(right.service, lead) ? lead : sim::Conductor::Open;
    }
    for (sim::Rope& rope : right.ctLeads) {
        rope = sim::isLive(right.service, rope.conductor()) ? rope : sim::Conductor::Open;
    }
    return right;
}

QString symptomText(const sim::World& world, const Settings& settings) {
    sim::World right = world;
    right.installation = rightInstallation(world.installation, settings);
    const Forecast seen = forecastOf(world, settings);
    const Forecast truth = forecastOf(right, settings);
    const QLocale locale;
    QStringList parts;
    if (truth.realPowerW > kSmall) {
        const double share = seen.realPowerW / truth.realPowerW;
        if (std::fabs(share - 1.0) > kNoticeable) {
            parts << translated(QT_TRANSLATE_NOOP("meter::gui::WiringForecast", "kW %1 %"))
                         .arg(locale.toString(100.0 * share, 'f', 0));
        }
    }
    const auto notePhases = [&](const QString& text, auto value, int decimals, auto isOff) {
        QStringList phases;
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            if (seen.phases[phase].isThere && isOff(seen.phases[phase], truth.phases[phase])) {
                phases << QString(QLatin1Char(static_cast<char>('A' + phase)) + QLatin1Char(' ') +
                                  locale.toString(value(seen.phases[phase]), 'f', decimals));
            }
        }
        if (!phases.isEmpty()) {
            parts << text.arg(phases.join(QStringLiteral(" \u00b7 ")));
        }
    };
    notePhases(
        translated(QT_TRANSLATE_NOOP("meter::gui::WiringForecast", "PF %1")),
        [](const PhaseForecast& each) { return each.powerFactor; }, 2,
        [](const PhaseForecast& is, const PhaseForecast& was) {
            return std::fabs(is.powerFactor - was.powerFactor) > kNoticeable;
        });
    notePhases(
        translated(QT_TRANSLATE_NOOP("meter::gui::WiringForecast", "U %1")),
        [](const PhaseForecast& each) { return each.voltageV; }, 0,
        [](const PhaseForecast& is, const PhaseForecast& was) {
            return is.hasVoltage &&
                   std::fabs(is.voltageV - was.voltageV) > kNoticeableV * was.voltageV;
        });
    QStringList lines;
    for (std::size_t pair = 0; pair < kPhaseCount; ++pair) {
        const double was = truth.lines[pair].value_or(0.0);
        if (const auto& is = seen.lines[pair]; is && std::fabs(*is - was) > kNoticeableV * was) {
            lines << QString(linePairName(pair) + QLatin1Char(' ') + locale.toString(*is, 'f', 0));
        }
    }
    if (!lines.isEmpty()) {
        parts << translated(QT_TRANSLATE_NOOP("meter::gui::WiringForecast", "U %1"))
                     .arg(lines.join(QStringLiteral(" \u00b7 ")));
    }
    notePhases(
        translated(QT_TRANSLATE_NOOP("meter::gui::WiringForecast", "I %1")),
        [](const PhaseForecast& each) { return each.currentA; }, 1,
        [](const PhaseForecast& is, const PhaseForecast& was) {
            return std::fabs(is.currentA - was.currentA) > kNoticeableA * was.currentA;
        });
    return parts.isEmpty() ? translated(QT_TRANSLATE_NOOP("meter::gui::WiringForecast",
                                                          "nothing: the meter reads what is there"))
                           : parts.join(QStringLiteral(", "));
}

} // namespace meter::gui
