// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/file/scenario_capture.hpp"

#include "sim/grid/load_profile.hpp"
#include "sim/twin/simulation.hpp"

namespace meter::gui {

sim::Scenario captureScenario(const sim::Simulation& simulation) {
    sim::Scenario scenario = simulation.scenario();
    sim::Load profiled = simulation.world().load;
    sim::applyProfile(scenario.loadProfile, simulation.now(), profiled);
    const bool isProfileFollowed = profiled.currentA == simulation.world().load.currentA &&
                                   profiled.laggingDeg == simulation.world().load.laggingDeg;
    scenario.world = simulation.faultyWorld();
    // Single events of faults have begun at samples of this run.
    scenario.world.source.disturbances.clear();
    scenario.world.load.disturbances.clear();
    // A profile that is in no file (the built-in one) cannot be named by a scenario.
    if (!isProfileFollowed || scenario.loadProfileFile.empty()) {
        scenario.loadProfile.clear();
        scenario.loadProfileFile.clear();
    }
    scenario.meter.installerSettings = simulation.meter().readings().settings;
    scenario.expect.clear();
    return scenario;
}

} // namespace meter::gui
