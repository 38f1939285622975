// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/docks/world_undo.hpp"

#include "gui/docks/world_edit.hpp"
#include "gui/live/live_meter.hpp"
#include "gui/wiring/wiring_edits.hpp"
#include "tests/gui/fake_meter_link.hpp"
#include "tests/support/catch.hpp"

#include <QObject>

using namespace meter;
using namespace meter::gui;

namespace {

struct Desk {
    Desk() { link.simulation().step(2 * 2520); }

    void set(const std::string& key, const std::string& text) {
        setParameters(meter, {{key, text}}, &receiver,
                      [this](const QString& answer) { refusal = answer; });
        meter.refresh();
    }

    void carryOut(WorldUndo::Edit edit) {
        WorldUndo::of(meter).carryOut(std::move(edit), &receiver,
                                      [this](const QString& answer) { refusal = answer; });
        meter.refresh();
    }

    [[nodiscard]] const sim::World& world() { return link.simulation().world(); }

    FakeMeterLink link;
    LiveMeter meter{link};
    QObject receiver;
    QString refusal;
    QUndoStack& stack = WorldUndo::of(meter).stack();
};

} // namespace

TEST_CASE("a value of source and load goes back and comes again") {
    Desk desk;
    const double before = desk.world().source.voltageV[1];
    desk.set("source.voltage.B", "200 V");
    CHECK(desk.world().source.voltageV[1] == 200.0);
    REQUIRE(desk.stack.count() == 1);
    desk.stack.undo();
    CHECK(desk.world().source.voltageV[1] == before);
    desk.stack.redo();
    CHECK(desk.world().source.voltageV[1] == 200.0);
}

TEST_CASE("only what was changed goes back") {
    Desk desk;
    desk.set("source.voltage.B", "200 V");
    sim::World world = desk.world();
    world.source.frequencyHz = 50.0; // As a timeline would.
    desk.link.simulation().setWorld(world);
    desk.stack.undo();
    CHECK(desk.world().source.frequencyHz == 50.0);
    CHECK(desk.world().source.voltageV[1] != 200.0);
}

TEST_CASE("what was refused or changed nothing leaves nothing to undo") {
    Desk desk;
    desk.set("source.voltage.B", "many");
    CHECK_FALSE(desk.refusal.isEmpty());
    CHECK(desk.stack.count() == 0);
    desk.set("source.frequency", "60 Hz");
    CHECK(desk.stack.count() == 0);
}

TEST_CASE("a lead that was moved goes back") {
    Desk desk;
    const sim::Installation before = desk.world().installation;
    desk.carryOut([](sim::Simulation& simulation) {
        return carryOut(simulation, {WiringEdit::Kind::Lead, 0, sim::Conductor::B});
    });
    CHECK(desk.world().installation.voltageLeads[0] == sim::Conductor::B);
    desk.stack.undo();
    CHECK(desk.world().installation == before);
}

TEST_CASE("a mistake of the list ends by undoing it and what was wrong before comes back") {
    Desk desk;
    const auto mistake = [](const char* name) {
        return [name](sim::Simulation& simulation) {
            return makeMistake(simulation, name, {});
        };
    };
    desk.carryOut(mistake("ct-a-reversed"));
    REQUIRE(desk.link.simulation().faultyWorld().installation.ctReversed[0]);
    desk.carryOut(mistake("voltage-fuse-a-blown"));
    REQUIRE_FALSE(desk.link.simulation().faultyWorld().installation.ctReversed[0]);
    desk.stack.undo();
    CHECK(desk.link.simulation().faultyWorld().installation.ctReversed[0]);
    CHECK(desk.link.simulation().faultyWorld().installation.isFuseGood[0]);
    desk.stack.redo();
    CHECK_FALSE(desk.link.simulation().faultyWorld().installation.isFuseGood[0]);
}

TEST_CASE("a diagram of the guide goes back with what was set in the meter") {
    Desk desk;
    const Settings before = desk.link.simulation().meter().readings().settings;
    const sim::World world = desk.world();
    desk.carryOut([](sim::Simulation& simulation) {
        return wire(simulation, wiringPresets()[3], true); // Delta.
    });
    CHECK(desk.world().installation.service == sim::Service::Delta);
    CHECK(desk.link.simulation().meter().readings().settings.systemType == SystemType::Delta);
    desk.stack.undo();
    CHECK(desk.world().installation == world.installation);
    CHECK(desk.world().source.voltageV == world.source.voltageV);
    const Settings after = desk.link.simulation().meter().readings().settings;
    CHECK(after.systemType == before.systemType);
    CHECK(after.ctPrimaryA == before.ctPrimaryA);
    CHECK(after.systemVoltageV == before.systemVoltageV);
}

TEST_CASE("another scenario leaves nothing to undo") {
    Desk desk;
    desk.set("source.voltage.B", "200 V");
    desk.meter.openScenario(QStringLiteral("a.yaml"));
    CHECK(desk.stack.count() == 0);
}
