// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/entry_reader.hpp"

#include "sim/scenario/scenario_figures.hpp"
#include "sim/scenario/yaml/timeline_reader.hpp"

#include <utility>

namespace meter::sim {

namespace {

/// What a timeline's reader looks at, without what it has already read.
Scenario groundOf(const Scenario& scenario, const World& world) {
    Scenario ground;
    ground.file = scenario.file;
    ground.meter = scenario.meter;
    ground.loadProfile = scenario.loadProfile;
    ground.sourceProfile = scenario.sourceProfile;
    ground.world = scenario.world;
    if (world.installation.service != scenario.world.installation.service) {
        ground.world = world;
    }
    return ground;
}

} // namespace

std::expected<TimelineEntry, Errors>
readTimelineEntry(const Scenario& scenario, const World& world, const std::string& text) {
    Errors errors;
    YamlInput input("", errors);
    // The list takes the entry's braces off and the reader's `at` in.
    const std::string inner = text.size() >= 2 ? text.substr(1, text.size() - 2) : "";
    const auto document = input.parse("{timeline: [{at: 0, " + inner + "}]}");
    if (document) {
        Scenario ground = groundOf(scenario, world);
        const YAML::Node& map = *document; // Const: a look creates no key.
        readTimeline(input, map["timeline"], ground, nominalFrequencyHz(scenario));
        if (errors.empty() && ground.timeline.size() == 1) {
            return std::move(ground.timeline.front());
        }
    }
    if (errors.empty()) {
        errors.push_back({"this is not one thing to do", {}});
    }
    for (Error& error : errors) {
        error.place = {};
    }
    return std::unexpected(std::move(errors));
}

} // namespace meter::sim
