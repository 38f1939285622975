// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/wiring/wiring_edits.hpp"

#include "gui/docks/world_edit.hpp"
#include "gui/faults/fault_orders.hpp"
#include "gui/wiring/wiring_forecast.hpp"
#include "sim/faults/fault_presets.hpp"
#include "sim/faults/fault_table.hpp"
#include "sim/keys/rope_text.hpp"
#include "sim/scenario/yaml/fault_reader.hpp"
#include "sim/twin/register_write.hpp"
#include "sim/twin/simulation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace meter::gui {

namespace {

constexpr std::string_view kMistakeSource = "installation mistake";
constexpr std::string_view kTerminals = "ABCN";

bool isMistake(const std::string& name) {
    const sim::FaultPreset* preset = sim::findFaultPreset(name);
    return preset != nullptr && preset->source == kMistakeSource;
}

/// The faults of the wiring end; what they made of it stays.
sim::World bakedWorld(sim::Simulation& simulation) {
    sim::World world = simulation.world();
    world.installation = simulation.faultyWorld().installation;
    world.installation.isControlPowerOn = simulation.world().installation.isControlPowerOn;
    world.installation.controlPower = simulation.world().installation.controlPower;
    return world;
}

void endWiringFaults(sim::Simulation& simulation) {
    std::vector<std::string> names;
    for (const sim::ActiveFault& fault : simulation.faults()) {
        if (isMistake(fault.name) || isWiringFault(fault.name, simulation.world())) {
            names.push_back(fault.name);
        }
    }
    for (const std::string& name : names) {
        simulation.clearFaults(name);
    }
}

std::string keyOf(const WiringEdit& edit) {
    const char name = kTerminals[edit.index];
    switch (edit.kind) {
    case WiringEdit::Kind::Lead:
        return std::string("installation.voltage_leads.") + name;
    case WiringEdit::Kind::Rope:
    case WiringEdit::Kind::Turns:
        return std::string("installation.ct_leads.") + name;
    case WiringEdit::Kind::Flip:
        return std::string("installation.ct_reversed.") + name;
    case WiringEdit::Kind::Fuse:
        return std::string("installation.fuses.") + name;
    case WiringEdit::Kind::Disconnect:
        break;
    }
    return "installation.disconnect";
}

double valueOf(const WiringEdit& edit, const sim::Installation& installation) {
    const auto turned = [](bool isOn) {
        return isOn ? 0.0 : 1.0;
    };
    switch (edit.kind) {
    case WiringEdit::Kind::Lead:
    case WiringEdit::Kind::Rope:
        break;
    case WiringEdit::Kind::Turns:
        return sim::ropeCode(edit.rope);
    case WiringEdit::Kind::Flip:
        return turned(installation.ctReversed[edit.index]);
    case WiringEdit::Kind::Fuse:
        return turned(installation.isFuseGood[edit.index]);
    case WiringEdit::Kind::Disconnect:
        return turned(installation.isDisconnectClosed);
    }
    return static_cast<double>(edit.to);
}

QString refusalOf(const std::vector<std::string>& complaints) {
    return complaints.empty() ? QString() : QString::fromStdString(complaints.front());
}

std::uint16_t wordOf(double value) {
    return static_cast<std::uint16_t>(std::clamp(std::lround(value), 0L, 65535L));
}

} // namespace

QString carryOut(sim::Simulation& simulation, const WiringEdit& edit) {
    sim::World world = bakedWorld(simulation);
    const double value = valueOf(edit, world.installation);
    if (const auto set = sim::setParameter(world, keyOf(edit), value); !set) {
        return QString::fromStdString(set.error().text);
    }
    endWiringFaults(simulation);
    simulation.setWorld(world);
    return {};
}

void takeOverWiring(sim::Simulation& simulation) {
    const sim::World world = bakedWorld(simulation);
    endWiringFaults(simulation);
    simulation.setWorld(world);
}

QString putRight(sim::Simulation& simulation) {
    endWiringFaults(simulation);
    sim::World world = simulation.world();
    world.installation =
        rightInstallation(world.installation, simulation.meter().readings().settings);
    simulation.setWorld(world);
    return {};
}

QString
makeMistake(sim::Simulation& simulation, const std::string& name, const std::string& powerFactor) {
    if (QString refusal = putRight(simulation); !refusal.isEmpty()) {
        return refusal;
    }
    if (!powerFactor.empty()) {
        if (const auto set = applyTexts(simulation, {{"load.pf", powerFactor}}); !set) {
            return QString::fromStdString(set.error().text);
        }
    }
    const sim::FaultPreset* preset = sim::findFaultPreset(name);
    if (preset == nullptr || preset->parts.empty()) {
        return {}; // Correct wiring is what there is now.
    }
    const FaultRefusals refusals =
        carryOut(simulation, FaultOrder{.name = name, .parameters = {}, .duration = {}});
    return refusals.empty() ? QString() : refusals.front().text;
}

QString wire(sim::Simulation& simulation, const WiringPreset& preset, bool isMeterSet) {
    endWiringFaults(simulation);
    sim::World world = simulation.world();
    sim::Installation fresh;
    fresh.service = preset.service;
    fresh.ctRatingA = world.installation.ctRatingA;
    fresh.ptRating = preset.ptRatio;
    fresh.controlPower = world.installation.controlPower;
    fresh.isControlPowerOn = world.installation.isControlPowerOn;
    fresh.ambientC = world.installation.ambientC;
    for (std::size_t index = 0; index < kTerminals.size(); ++index) {
        const char name = kTerminals[index];
        if (preset.openTerminals.find(name) != std::string_view::npos) {
            fresh.voltageLeads[index] = sim::Conductor::Open;
        }
        if (index < kPhaseCount && preset.openInputs.find(name) != std::string_view::npos) {
            fresh.ctLeads[index] = sim::Conductor::Open;
        }
    }
    world.installation = fresh;
    world.source.angleDeg = preset.service == sim::Service::SplitPhase
                                ? sim::PerPhase<double>{0.0, 180.0, 0.0}
                                : sim::Source{}.angleDeg;
    simulation.setWorld(world);
    if (const auto set = applyTexts(simulation, {{"source.voltage", std::string(preset.voltage)}});
        !set) {
        return QString::fromStdString(set.error().text);
    }
    if (!isMeterSet) {
        return {};
    }
    const std::array<sim::RegisterValue, 3> first = {
        {{130, static_cast<std::uint16_t>(preset.systemType)},
         {131, wordOf(fresh.ctRatingA)},
         {133, wordOf(preset.ptRatio * 100)}}};
    const std::array<sim::RegisterValue, 1> voltage = {{{134, wordOf(preset.systemVoltageV)}}};
    std::vector<std::string> complaints = sim::writeAsMaster(simulation.meter(), first);
    const std::vector<std::string> more = sim::writeAsMaster(simulation.meter(), voltage);
    complaints.insert(complaints.end(), more.begin(), more.end());
    return refusalOf(complaints);
}

QString setMeterAsFitted(sim::Simulation& simulation) {
    const sim::Installation fitted = simulation.faultyWorld().installation;
    const Settings& settings = simulation.meter().readings().settings;
    std::vector<sim::RegisterValue> writes;
    if (!fits(settings.systemType, fitted)) {
        writes.emplace_back(std::uint16_t{130},
                            static_cast<std::uint16_t>(systemTypeFor(fitted.service)));
    }
    writes.emplace_back(std::uint16_t{131}, wordOf(fitted.ctRatingA));
    writes.emplace_back(std::uint16_t{133}, wordOf(fitted.ptRating * 100.0));
    return refusalOf(sim::writeAsMaster(simulation.meter(), writes));
}

sim::World worldWith(const std::string& preset, const sim::World& world) {
    sim::World changed = world;
    constexpr double kAnyNominalHz = 60.0; // Wiring does not depend on it.
    const sim::FaultReading reading = sim::readFault(preset, {}, {}, world, kAnyNominalHz);
    if (reading.mistakes.empty()) {
        for (const sim::FaultStep& step : reading.action.steps) {
            step.call.kind->change(step.call.arguments, {}, changed);
        }
    }
    return changed;
}

bool isWiringFault(const std::string& name, const sim::World& world) {
    const sim::FaultKind* kind = sim::findFaultKind(name);
    if (kind == nullptr) {
        const sim::World changed = worldWith(name, world);
        return changed.source == world.source && changed.load == world.load &&
               changed.installation != world.installation;
    }
    constexpr std::string_view kBeginnings[] = {"ct-",          "voltage-swap", "voltage-rotate",
                                                "voltage-open", "neutral-",     "blown-fuse",
                                                "pt-ratio"};
    return std::ranges::any_of(
        kBeginnings, [&name](std::string_view beginning) { return name.starts_with(beginning); });
}

std::string madeMistake(const sim::Simulation& simulation) {
    for (const sim::ActiveFault& fault : simulation.faults()) {
        if (isMistake(fault.name)) {
            return fault.name;
        }
    }
    return {};
}

} // namespace meter::gui
