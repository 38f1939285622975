// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/condition_check.hpp"

#include "sim/device/glass_text.hpp"
#include "sim/keys/parameter_table.hpp"
#include "sim/lesson/right_wiring.hpp"
#include "sim/truth/true_values.hpp"
#include "sim/twin/simulation.hpp"

#include <algorithm>
#include <cmath>

namespace meter::sim {

namespace {

/// A reading of 0 agrees with a truth of 0.
constexpr double kZero = 1e-6;

bool hasSettings(const MeterCondition& wanted, const Settings& settings) {
    return (!wanted.address || *wanted.address == settings.modbusAddress) &&
           (!wanted.baud || *wanted.baud == settings.baudRate) &&
           (!wanted.parity || *wanted.parity == settings.parity);
}

} // namespace

bool isLasting(const Condition& condition) {
    if (const auto* const expect = std::get_if<ExpectCondition>(&condition)) {
        return expect->expectation.subject != Expectation::Subject::Display;
    }
    return !std::holds_alternative<ShownCondition>(condition) &&
           !std::holds_alternative<AskedCondition>(condition) &&
           !std::holds_alternative<KeyCountCondition>(condition);
}

ConditionCheck::ConditionCheck(const Lesson& lesson)
    : m_lesson(lesson), m_look(lesson.scenario.meter), m_reader(lesson.scenario.meter) {}

std::optional<double> ConditionCheck::reading(const std::string& registerName,
                                              const Simulation& simulation) {
    const Result<RegisterChoice> choice = registerByNameOrNumber(registerName);
    if (!choice) {
        return std::nullopt;
    }
    m_reader.look(simulation.meter());
    const RegisterReading reading = m_reader.read(*choice);
    return reading.isValid() ? std::optional(reading.value) : std::nullopt;
}

bool ConditionCheck::agrees(const AgreesCondition& condition, const Simulation& simulation) {
    const World world = simulation.faultyWorld();
    return std::ranges::all_of(condition.items, [&](const AgreesCondition::Item& item) {
        const std::optional<double> truth = trueValue(item.registerName, world);
        const std::optional<double> shown = reading(item.registerName, simulation);
        return truth && shown &&
               std::fabs(*shown - *truth) <= item.tolerance * std::fabs(*truth) + kZero;
    });
}

bool ConditionCheck::holds(const Condition& condition, const Simulation& simulation) {
    struct Look {
        ConditionCheck& check;
        const Simulation& simulation;

        bool operator()(const ExpectCondition& wanted) const {
            return check.m_look.verdictOf(wanted.expectation, simulation).holds;
        }

        bool operator()(const RightWiringCondition&) const {
            return wiringMistakesOf(simulation.faultyWorld().installation,
                                    check.m_lesson.scenario.world.installation,
                                    simulation.meter().readings().settings)
                .empty();
        }

        bool operator()(const WorldCondition& wanted) const {
            return parameter(simulation.world(), wanted.key) == wanted.value;
        }

        bool operator()(const ShownCondition& wanted) const {
            const Glass& glass = simulation.meter().glass();
            return (!wanted.label || *wanted.label == labelText(glass)) &&
                   (!wanted.value || *wanted.value == valueText(glass));
        }

        bool operator()(const AgreesCondition& wanted) const {
            return check.agrees(wanted, simulation);
        }

        bool operator()(const MeterCondition& wanted) const {
            return simulation.meter().isPowered() &&
                   hasSettings(wanted, simulation.meter().readings().settings);
        }

        bool operator()(const AskedCondition&) const { return true; }

        bool operator()(const KeyCountCondition&) const { return true; }
    };

    return std::visit(Look{*this, simulation}, condition);
}

} // namespace meter::sim
