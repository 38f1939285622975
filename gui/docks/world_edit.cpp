// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/docks/world_edit.hpp"

#include "gui/docks/world_undo.hpp"
#include "gui/live/live_meter.hpp"
#include "sim/keys/parameter_path.hpp"
#include "sim/live/lesson/live_lesson.hpp"
#include "sim/twin/simulation.hpp"

#include <cmath>
#include <utility>

namespace meter::gui {

namespace {

constexpr double kThousandsFrom = 10'000.0;
constexpr int kFigures = 5;

constexpr int kFactorDecimals = 4;         ///< As the registers of power factors have.
constexpr double kAnglesPerDegree = 100.0; ///< Hundredths are shown.

double rounded(double value) {
    return QString::number(value, 'g', kFigures).toDouble();
}

bool isAngle(const std::string& key) {
    return key.starts_with("source.angle") || key.starts_with("load.phase");
}

bool isLevel(const std::string& key) {
    return key.ends_with(".level") || key.starts_with("source.noise") ||
           key == "source.flicker.depth";
}

/// "kV", "kA", or nothing for what is not written in thousands.
QString thousandsUnit(const std::string& key) {
    const sim::Result<sim::ParameterPath> path = sim::resolveParameter(key, std::nullopt);
    if (!path || path->key == nullptr) {
        return {};
    }
    switch (path->key->rule.dimension) {
    case sim::Dimension::Voltage:
        return QStringLiteral("kV");
    case sim::Dimension::Current:
        return QStringLiteral("kA");
    default:
        return {};
    }
}

} // namespace

sim::World baseWorld(const sim::Simulation& simulation) {
    sim::World base = simulation.scenario().world;
    if (base.installation.service != simulation.world().installation.service) {
        // Voltages of another service mean something else.
        base = simulation.world();
    }
    return base;
}

namespace {

/// The world with all of the texts carried out, or what is wrong with the first bad one.
sim::Result<sim::World> worldWith(const sim::Simulation& simulation, const ParameterTexts& texts) {
    sim::World base = baseWorld(simulation);
    sim::World world = simulation.world();
    for (const ParameterText& one : texts) {
        const sim::Result<sim::ParameterValues> values =
            sim::parseParameter(base, one.key, one.text);
        if (!values) {
            return std::unexpected(values.error());
        }
        for (const auto& [key, value] : *values) {
            if (const sim::Result<void> set = sim::setParameter(world, key, value); !set) {
                return std::unexpected(set.error());
            }
        }
        base.installation.service = world.installation.service;
    }
    return world;
}

} // namespace

sim::Result<void> applyTexts(sim::Simulation& simulation, const ParameterTexts& texts) {
    const sim::Result<sim::World> world = worldWith(simulation, texts);
    if (!world) {
        return std::unexpected(world.error());
    }
    simulation.setWorld(*world);
    return {};
}

void setParameters(LiveMeter& meter,
                   ParameterTexts texts,
                   QObject* receiver,
                   Answered answered,
                   Preparation preparation) {
    std::vector<std::string> keys;
    for (const ParameterText& each : texts) {
        keys.push_back(each.key);
    }
    const sim::live::LessonView* const lesson = meter.lesson();
    if (lesson != nullptr && lesson->isDeskClosed() &&
        sim::live::deskRefusal(*lesson->lesson, "set", keys)) {
        answered(LiveMeter::tr("The lesson does not let you operate this."));
        return;
    }
    WorldUndo::of(meter).carryOut(
        [texts = std::move(texts),
         preparation = std::move(preparation)](sim::Simulation& simulation) {
            if (preparation && worldWith(simulation, texts)) {
                preparation(simulation);
            }
            const sim::Result<void> done = applyTexts(simulation, texts);
            return done ? QString() : QString::fromStdString(done.error().text);
        },
        receiver, std::move(answered));
}

QString fieldText(const std::string& key, double value) {
    if (key.starts_with("load.pf")) {
        const double shown = QString::number(std::fabs(value), 'f', kFactorDecimals).toDouble();
        const QString number = QString::fromStdString(sim::numberText(shown));
        return shown >= 1.0 ? number
                            : QString(number + (value < 0.0 ? QStringLiteral(" leading")
                                                            : QStringLiteral(" lagging")));
    }
    if (std::fabs(value) >= kThousandsFrom) {
        if (const QString unit = thousandsUnit(key); !unit.isEmpty()) {
            const std::string number = sim::numberText(rounded(value / 1000.0));
            return QString(QString::fromStdString(number) + QLatin1Char(' ') + unit);
        }
    }
    if (isLevel(key)) { // Percent, rounded as such: 0.011 is exactly 1.1 %.
        const std::string percent = sim::numberText(rounded(value * 100.0));
        return QString(QString::fromStdString(percent) + QStringLiteral(" %"));
    }
    const double shown =
        isAngle(key) ? std::round(value * kAnglesPerDegree) / kAnglesPerDegree : rounded(value);
    return QString::fromStdString(sim::parameterText(key, shown));
}

} // namespace meter::gui
