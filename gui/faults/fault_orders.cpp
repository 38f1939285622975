// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/faults/fault_orders.hpp"

#include "gui/docks/world_edit.hpp"
#include "sim/base/sim_time.hpp"
#include "sim/keys/value_rule.hpp"
#include "sim/scenario/scenario_figures.hpp"
#include "sim/scenario/yaml/timeline_reader.hpp"
#include "sim/twin/simulation.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace meter::gui {

namespace {

sim::Result<std::optional<SampleTime>> durationOf(const std::string& text, double nominalHz) {
    if (text.empty()) {
        return std::nullopt;
    }
    constexpr sim::ValueRule kRule = {
        .dimension = sim::Dimension::Time, .min = 0.0, .max = 365.0 * 86400.0};
    const sim::Result<double> seconds =
        sim::parseValue(kRule, text, {.percentBase = {}, .nominalFrequencyHz = nominalHz});
    if (!seconds) {
        return std::unexpected(seconds.error());
    }
    const SampleTime samples = sim::samplesOf(*seconds);
    if (samples <= 0) {
        return std::unexpected(sim::Error{text + " is shorter than a sample of the meter", {}});
    }
    return samples;
}

} // namespace

FaultRefusals carryOut(sim::Simulation& simulation, const FaultOrder& order) {
    const double nominalHz = sim::nominalFrequencyHz(simulation.scenario());
    FaultRefusals refusals;
    const auto duration = durationOf(order.duration, nominalHz);
    if (!duration) {
        refusals.push_back({QString::fromStdString(duration.error().text), "for"});
    }
    const sim::FaultReading reading =
        sim::readFault(order.name, order.parameters, duration ? *duration : std::nullopt,
                       baseWorld(simulation), nominalHz);
    for (const sim::FaultMistake& mistake : reading.mistakes) {
        refusals.push_back({QString::fromStdString(mistake.text),
                            mistake.parameter ? order.parameters[*mistake.parameter].name : ""});
    }
    if (refusals.empty()) {
        simulation.applyFault(reading.action);
    }
    return refusals;
}

RunningFaults runningFaults(const sim::Simulation& simulation) {
    RunningFaults running;
    for (const sim::ActiveFault& fault : simulation.faults()) {
        const auto same = std::ranges::find_if(running, [&fault](const RunningFault& each) {
            return each.name == fault.name && each.begin == fault.begin;
        });
        if (same == running.end()) {
            running.push_back({fault.name, fault.begin, fault.end});
        } else if (!fault.end || (same->end && *same->end < *fault.end)) {
            same->end = fault.end;
        }
    }
    return running;
}

void applyFault(LiveMeter& meter,
                FaultOrder order,
                QObject* receiver,
                std::function<void(const FaultRefusals&)> answer) {
    if (const QString refusal = meter.lessonRefusal(sim::DeskRight::Source); !refusal.isEmpty()) {
        answer({{.text = refusal, .parameter = {}}});
        return;
    }
    meter.ask(
        receiver,
        [order = std::move(order)](sim::Simulation& simulation) {
            return carryOut(simulation, order);
        },
        std::move(answer));
}

void endFaults(LiveMeter& meter, const std::string& name) {
    if (!meter.lessonRefusal(sim::DeskRight::Source).isEmpty()) {
        return;
    }
    meter.post([name](sim::Simulation& simulation) { simulation.clearFaults(name); });
}

} // namespace meter::gui
