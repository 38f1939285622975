// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/docks/world_undo.hpp"

#include "gui/live/live_meter.hpp"
#include "sim/twin/register_write.hpp"
#include "sim/twin/simulation.hpp"

#include <QUndoCommand>

#include <algorithm>
#include <array>
#include <utility>

namespace meter::gui {

namespace {

constexpr int kStepsMax = 200;

/// What one edit did.
struct Change {
    std::vector<sim::TimelineAction> back;
    std::vector<std::string> faultsBegun;
    Settings settingsBefore{};
    bool areSettingsChanged = false;
};

struct Outcome {
    QString refusal;
    std::optional<Change> change; ///< None: nothing that can be undone.
};

std::vector<std::string> faultNames(const sim::Simulation& simulation) {
    std::vector<std::string> names;
    for (const sim::ActiveFault& fault : simulation.faults()) {
        names.push_back(fault.name);
    }
    return names;
}

Outcome carriedOut(sim::Simulation& simulation, const WorldUndo::Edit& edit) {
    sim::World before = simulation.world();
    const sim::World faultyBefore = simulation.faultyWorld();
    const std::vector<std::string> faultsBefore = faultNames(simulation);
    const Settings settingsBefore = simulation.meter().readings().settings;
    Outcome outcome = {.refusal = edit(simulation), .change = {}};
    if (!outcome.refusal.isEmpty()) {
        return outcome;
    }
    Change change;
    for (const std::string& name : faultNames(simulation)) {
        if (std::ranges::find(faultsBefore, name) == faultsBefore.end()) {
            change.faultsBegun.push_back(name);
        }
    }
    if (faultNames(simulation).size() < faultsBefore.size() + change.faultsBegun.size()) {
        before.installation = faultyBefore.installation; // What faults had made of it comes back.
    }
    change.settingsBefore = settingsBefore;
    change.areSettingsChanged = !(settingsBefore == simulation.meter().readings().settings);
    std::optional<std::vector<sim::TimelineAction>> back =
        sim::actionsBetween(simulation.world(), before);
    if (back && (!back->empty() || !change.faultsBegun.empty() || change.areSettingsChanged)) {
        change.back = std::move(*back);
        outcome.change = std::move(change);
    }
    return outcome;
}

void takeBack(sim::Simulation& simulation, const Change& change) {
    for (const std::string& name : change.faultsBegun) {
        simulation.clearFaults(name);
    }
    for (const sim::TimelineAction& action : change.back) {
        sim::TimelineEntry entry;
        entry.action = action;
        simulation.perform(entry);
    }
    if (change.areSettingsChanged) {
        const Settings& was = change.settingsBefore;
        const std::array<sim::RegisterValue, 3> first = {
            {{130, static_cast<std::uint16_t>(was.systemType)},
             {131, was.ctPrimaryA},
             {133, was.ptRatioHundredths}}};
        const std::array<sim::RegisterValue, 1> voltage = {{{134, was.systemVoltageV}}};
        static_cast<void>(sim::writeAsMaster(simulation.meter(), first)); // It had them before.
        static_cast<void>(sim::writeAsMaster(simulation.meter(), voltage));
    }
}

class WorldCommand final : public QUndoCommand {
public:
    WorldCommand(LiveMeter& meter, WorldUndo::Edit edit, Change change)
        : m_meter(meter), m_edit(std::move(edit)), m_change(std::move(change)) {}

    void undo() override {
        m_meter.post(
            [change = m_change](sim::Simulation& simulation) { takeBack(simulation, change); });
    }

    void redo() override {
        if (std::exchange(m_isDone, false)) {
            return; // By the edit itself.
        }
        m_meter.post([edit = m_edit](sim::Simulation& simulation) {
            static_cast<void>(edit(simulation)); // It went before.
        });
    }

private:
    LiveMeter& m_meter;
    WorldUndo::Edit m_edit;
    Change m_change;
    bool m_isDone = true;
};

} // namespace

WorldUndo& WorldUndo::of(LiveMeter& meter) {
    auto* known = meter.findChild<WorldUndo*>(QString(), Qt::FindDirectChildrenOnly);
    return known != nullptr ? *known : *new WorldUndo(meter);
}

WorldUndo::WorldUndo(LiveMeter& meter) : QObject(&meter), m_meter(meter) {
    m_stack.setUndoLimit(kStepsMax);
    connect(&meter, &LiveMeter::scenarioOpened, &m_stack, &QUndoStack::clear);
}

void WorldUndo::carryOut(Edit edit, QObject* receiver, Answered answered) {
    m_meter.ask(
        this, [edit](sim::Simulation& simulation) { return carriedOut(simulation, edit); },
        [this, edit, receiver = QPointer<QObject>(receiver),
         answered = std::move(answered)](const Outcome& outcome) {
            if (outcome.change) {
                m_stack.push(new WorldCommand(m_meter, edit, *outcome.change));
            }
            if (receiver) {
                answered(outcome.refusal);
            }
        });
}

} // namespace meter::gui
