// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/file/scenario_capture.hpp"

#include "sim/base/file_text.hpp"
#include "sim/base/whole_file.hpp"
#include "sim/grid/load_profile.hpp"
#include "sim/scenario/yaml/scenario_merge.hpp"
#include "sim/scenario/yaml/scenario_writer.hpp"
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
    if (!isProfileFollowed || scenario.loadProfileRequest.file.empty()) {
        scenario.loadProfile = {};
        scenario.loadProfileRequest = {};
    }
    scenario.meter.installerSettings = simulation.meter().readings().settings;
    return scenario;
}

sim::Result<void> saveCapture(const sim::Simulation& simulation,
                              const std::filesystem::path& file) {
    sim::Scenario captured = captureScenario(simulation);
    if (captured.file.empty()) {
        captured.name = file.stem().string();
    } else if (const auto original = sim::textOfFile(captured.file)) {
        const auto text = sim::mergedScenarioText(*original, simulation.scenario(), captured, file);
        if (text) {
            return sim::writeWhole(file, *text);
        }
    }
    return sim::saveScenario(
        captured, file, {"Saved from the window of metertwin: begins with what was set up there."});
}

} // namespace meter::gui
