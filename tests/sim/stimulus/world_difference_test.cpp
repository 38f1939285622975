// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sim/stimulus/world_difference.hpp"

#include "sim/scenario/yaml/world_reader.hpp"
#include "tests/support/catch.hpp"

using namespace meter;
using namespace meter::sim;

namespace {

std::vector<TimelineAction> between(const World& from, const World& to) {
    const auto actions = actionsBetween(from, to);
    REQUIRE(actions.has_value());
    return *actions;
}

} // namespace

TEST_CASE("equal worlds need no action") {
    const World world = defaultWorld(Service::Wye);
    CHECK(between(world, world).empty());
}

TEST_CASE("what differs is named key by key") {
    const World from = defaultWorld(Service::Wye);
    World to = from;
    to.source.voltageV[1] = 200.5;
    to.load.harmonics[2] = {{.order = 5, .level = 0.25, .angleDeg = 10.0}};
    to.installation.voltageLeads[3] = Conductor::Open;
    to.installation.controlPower = {.kind = ControlPowerKind::OwnDc, .voltageV = 130.0};
    to.installation.isControlPowerOn = false;
    const std::vector<TimelineAction> actions = between(from, to);
    REQUIRE(actions.size() == 2);
    CHECK_FALSE(std::get<PowerAction>(actions[0]).isOn);
    using Values = decltype(SetAction::values);
    CHECK(std::get<SetAction>(actions[1]).values ==
          Values{{"installation.voltage_leads.N", 4.0},
                 {"installation.control_power.kind", 1.0},
                 {"installation.control_power.voltage", 130.0},
                 {"source.voltage.B", 200.5},
                 {"load.harmonics.C.5.level", 0.25},
                 {"load.harmonics.C.5.angle", 10.0}});
}

TEST_CASE("another service is reached by way of a wye which has every conductor") {
    const World single = defaultWorld(Service::SinglePhase);
    const World delta = defaultWorld(Service::Delta);
    const std::vector<TimelineAction> actions = between(single, delta);
    REQUIRE(actions.size() == 3); // To a wye, the values, to the delta.
    CHECK(std::get<SetAction>(actions[0]).values.front().second == 0.0);
    CHECK(std::get<SetAction>(actions[2]).values.front().second ==
          static_cast<double>(Service::Delta));
}

TEST_CASE("what no key can say has no actions") {
    const World from = defaultWorld(Service::Wye);
    World twice = from;
    twice.source.harmonics[0] = {{.order = 5, .level = 0.1}, {.order = 5, .level = 0.2}};
    CHECK_FALSE(actionsBetween(from, twice).has_value());
    World beyond = from;
    beyond.source.frequencyHz = 1000.0; // The key takes 10 to 400 Hz.
    CHECK_FALSE(actionsBetween(from, beyond).has_value());
}

TEST_CASE("lines of a spectrum without level and angle are nothing") {
    World world = defaultWorld(Service::Wye);
    world.load.harmonics[0] = {{.order = 7, .level = 0.1}, {.order = 5, .level = 0.0}};
    CHECK(tidied(world).load.harmonics[0] == std::vector<Harmonic>{{.order = 7, .level = 0.1}});
}
