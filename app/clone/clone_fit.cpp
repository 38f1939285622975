// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clone/clone_fit.hpp"

#include "app/compare/simulated_meter.hpp"
#include "core/settings/system_type.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace meter::app {
namespace {

constexpr std::array<const char*, kPhaseCount> kPhases = {"a", "b", "c"};
constexpr std::array<const char*, kPhaseCount> kLnVoltages = {"voltage_an", "voltage_bn",
                                                              "voltage_cn"};
/// In the order of a delta's source: AB, BC, CA.
constexpr std::array<const char*, kPhaseCount> kLlVoltages = {"voltage_ab", "voltage_bc",
                                                              "voltage_ac"};
constexpr double kDegrees = 180.0 / std::numbers::pi;
constexpr double kPlayedS = 3.0; ///< The first whole second and two to settle.
constexpr int kTurns = 4;
/// A rest of the current below this share of the apparent power is rounding.
constexpr double kRestMin = 0.005;
constexpr double kShareAllowed = 0.001;

std::string nameOf(const char* quantity, std::size_t phase) {
    return std::string(quantity) + "_" + kPhases.at(phase);
}

double angleOf(const MeterSurvey& survey, std::size_t phase) {
    const double real = survey.value(nameOf("real_power", phase)).value_or(0.0);
    const double reactive = survey.value(nameOf("reactive_power", phase)).value_or(0.0);
    return std::atan2(reactive, real) * kDegrees;
}

/// The angle between two L-N voltages whose L-L voltage is known, in degrees.
double angleBetween(double first, double second, double between) {
    const double cosine =
        (first * first + second * second - between * between) / (2.0 * first * second);
    return std::acos(std::clamp(cosine, -1.0, 1.0)) * kDegrees;
}

/// Angles of a wye's voltages in the sequence A, B, C, from its six voltages.
sim::PerPhase<double> wyeAngles(const MeterSurvey& survey) {
    std::array<double, kPhaseCount> ln{};
    std::array<double, kPhaseCount> ll{};
    for (std::size_t i = 0; i < kPhaseCount; ++i) {
        ln.at(i) = survey.value(kLnVoltages.at(i)).value_or(0.0);
        ll.at(i) = survey.value(kLlVoltages.at(i)).value_or(0.0);
    }
    if (*std::ranges::min_element(ln) <= 0.0 || *std::ranges::min_element(ll) <= 0.0) {
        return {0.0, -120.0, 120.0};
    }
    const double ab = angleBetween(ln[0], ln[1], ll[0]);
    const double bc = angleBetween(ln[1], ln[2], ll[1]);
    const double ca = angleBetween(ln[2], ln[0], ll[2]);
    constexpr double kTurn = 360.0;
    const double scale = kTurn / (ab + bc + ca); // Rounding of six values is shared out.
    return {0.0, -ab * scale, ca * scale};
}

/// Two legs from a neutral between them, half a turn apart or as their three voltages say.
sim::PerPhase<double> legAngles(const MeterSurvey& survey, SystemType type) {
    constexpr double kHalfTurn = 180.0;
    const auto first = survey.value(kLnVoltages[0]);
    const auto second = survey.value(kLnVoltages[1]);
    const auto between = survey.value(kLlVoltages[0]);
    const bool isKnown = type == SystemType::SplitPhase && first && second && between &&
                         *first > 0.0 && *second > 0.0;
    return {0.0, isKnown ? angleBetween(*first, *second, *between) : kHalfTurn, 0.0};
}

/// Which register the source's voltage `index` is read as, and how much of it it is.
struct VoltageSource {
    const char* name = nullptr; ///< Null: this service has no such voltage.
    double share = 1.0;
};

VoltageSource voltageSource(SystemType type, std::size_t index) {
    switch (type) {
    case SystemType::Delta:
        return {kLlVoltages.at(index), 1.0};
    case SystemType::SinglePhaseLl: // Two equal legs.
        return index < 2 ? VoltageSource{kLlVoltages[0], 0.5} : VoltageSource{};
    case SystemType::SplitPhase:
        return index < 2 ? VoltageSource{kLnVoltages.at(index), 1.0} : VoltageSource{};
    case SystemType::SinglePhaseLn:
        return index < 1 ? VoltageSource{kLnVoltages[0], 1.0} : VoltageSource{};
    default:
        return {kLnVoltages.at(index), 1.0};
    }
}

void firstReckoning(const MeterSurvey& survey, sim::Scenario& scenario) {
    const SystemType type = scenario.meter.installerSettings.systemType;
    sim::World& world = scenario.world;
    world.source.frequencyHz = survey.value("frequency").value_or(world.source.frequencyHz);
    if (type == SystemType::Wye) {
        world.source.angleDeg = wyeAngles(survey);
    } else if (type == SystemType::SplitPhase || type == SystemType::SinglePhaseLl) {
        world.source.angleDeg = legAngles(survey, type);
    }
    for (std::size_t i = 0; i < kPhaseCount; ++i) {
        const VoltageSource voltage = voltageSource(type, i);
        if (voltage.name != nullptr) {
            world.source.voltageV.at(i) = survey.value(voltage.name).value_or(0.0) * voltage.share;
        }
        const PhaseLoad load = phaseLoadOf(survey, i);
        world.load.currentA.at(i) = load.currentA;
        world.load.laggingDeg.at(i) = load.laggingDeg;
        if (load.harmonicLevel > 0.0) {
            world.load.harmonics.at(i) = {{.order = 5, .level = load.harmonicLevel}};
        }
    }
}

/// What the twin of the scenario says of itself after a few seconds.
Answer<MeterSurvey> played(const sim::Scenario& scenario) {
    sim::Scenario still = scenario;
    still.loadProfile = {};
    SimulatedMeter twin(std::move(still));
    twin.runTo(kPlayedS);
    return surveyMeter(twin.master());
}

double ratio(std::optional<double> wanted, std::optional<double> seen) {
    return wanted && seen && *wanted > 0.0 && *seen > 0.0 ? *wanted / *seen : 1.0;
}

} // namespace

PhaseLoad phaseLoadOf(const MeterSurvey& survey, std::size_t phase) {
    const double current = survey.value(nameOf("current", phase)).value_or(0.0);
    const double real = survey.value(nameOf("real_power", phase)).value_or(0.0);
    const double reactive = survey.value(nameOf("reactive_power", phase)).value_or(0.0);
    const double apparent = survey.value(nameOf("apparent_power", phase)).value_or(0.0);
    const double fundamental = std::hypot(real, reactive);
    PhaseLoad load{.currentA = current, .laggingDeg = angleOf(survey, phase)};
    const double rest2 = apparent * apparent - fundamental * fundamental;
    if (fundamental > 0.0 && rest2 > kRestMin * apparent * apparent) {
        load.harmonicLevel = std::sqrt(rest2) / fundamental;
        load.currentA = current / std::hypot(1.0, load.harmonicLevel);
    }
    return load;
}

void fitWorld(const MeterSurvey& survey, sim::Scenario& scenario) {
    firstReckoning(survey, scenario);
    const SystemType type = scenario.meter.installerSettings.systemType;
    for (int turn = 0; turn < kTurns; ++turn) {
        const auto twin = played(scenario);
        if (!twin) {
            return; // It does not measure; judgeFit() tells.
        }
        for (std::size_t i = 0; i < kPhaseCount; ++i) {
            const VoltageSource voltage = voltageSource(type, i);
            if (voltage.name != nullptr) {
                scenario.world.source.voltageV.at(i) *=
                    ratio(survey.value(voltage.name), twin->value(voltage.name));
            }
            const std::string current = nameOf("current", i);
            scenario.world.load.currentA.at(i) *=
                ratio(survey.value(current), twin->value(current));
            if (scenario.world.load.currentA.at(i) > 0.0) {
                scenario.world.load.laggingDeg.at(i) += angleOf(survey, i) - angleOf(*twin, i);
            }
        }
    }
}

std::vector<std::string> judgeFit(const MeterSurvey& survey, const sim::Scenario& scenario) {
    const auto twin = played(scenario);
    if (!twin) {
        return {"the twin does not measure: " + twin.error().text};
    }
    std::vector<std::string> remarks;
    for (const auto& [name, value] : survey.values) {
        const auto seen = twin->values.find(name);
        const bool isSame = seen != twin->values.end() && seen->second.value == value.value;
        // What runs on while it is played, or has to run for an interval first.
        const bool isMoving =
            name.find("energy") != std::string::npos ||
            name.find("pulse_counter") != std::string::npos ||
            (name.find("demand") != std::string::npos && name.find("max") == std::string::npos);
        if (isSame || isMoving) {
            continue;
        }
        const bool areBoth =
            value.value && seen != twin->values.end() && seen->second.value.has_value();
        const bool isNear =
            areBoth && std::abs(*value.value - *seen->second.value) <=
                           std::max(survey.step(name), kShareAllowed * std::abs(*value.value));
        // Bits and settings are the same or they are not.
        const bool isExact = value.unit.empty() && value.decimals == 0;
        if (!isNear || isExact) {
            remarks.push_back(
                name + ": the meter reads " + sim::numberTextOf(value) + ", the twin " +
                (seen == twin->values.end() ? "has none" : sim::numberTextOf(seen->second)));
        }
    }
    return remarks;
}

} // namespace meter::app
