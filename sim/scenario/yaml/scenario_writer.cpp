// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/scenario_writer.hpp"

#include "sim/replay/replay_signal.hpp"
#include "sim/scenario/scenario_figures.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/scenario/yaml/timeline_writer.hpp"
#include "sim/scenario/yaml/world_writer.hpp"
#include "sim/scenario/yaml/yaml_text.hpp"

#include <array>

namespace meter::sim {

namespace {

/// How `channels` names one of them; empty: not at all.
std::string
channelText(const ReplayOptions& options, std::size_t quantity, const FileNaming& nameOf) {
    const std::optional<std::string>& name = options.channels[quantity];
    const ChannelTuning& tuning = options.tunings[quantity];
    if (tuning == ChannelTuning{}) {
        return name ? scalarYaml(*name) : std::string();
    }
    YamlPairs pairs;
    if (!tuning.file.empty()) {
        pairs.emplace_back("file", quotedYaml(nameOf(tuning.file)));
    }
    if (name) {
        pairs.emplace_back("name", scalarYaml(*name));
    }
    if (tuning.gain) {
        pairs.emplace_back("gain", numberText(*tuning.gain));
    }
    if (tuning.offset != 0.0) {
        pairs.emplace_back("offset", numberText(tuning.offset) + (quantity < 3 ? " V" : " A"));
    }
    return flowMap(pairs);
}

std::string replaySection(const ReplaySignal& signal, const FileNaming& nameOf) {
    const ReplayOptions& options = signal.options();
    const ReplayOptions defaults;
    YamlPairs pairs;
    if (!options.file.empty()) {
        pairs.emplace_back("file", quotedYaml(nameOf(options.file)));
    }
    YamlPairs channels;
    for (std::size_t i = 0; i < kReplayQuantities; ++i) {
        if (const std::string text = channelText(options, i, nameOf); !text.empty()) {
            channels.emplace_back(kReplayNames[i], text);
        }
    }
    if (options.rateHz) {
        pairs.emplace_back("rate", numberText(*options.rateHz) + " Hz");
    }
    if (!channels.empty()) {
        pairs.emplace_back("channels", flowMap(channels));
    }
    if (options.isLooped) {
        pairs.emplace_back("loop", "true");
    }
    if (options.voltageGain != defaults.voltageGain ||
        options.currentGain != defaults.currentGain) {
        pairs.emplace_back("gain", flowMap({{"v", numberText(options.voltageGain)},
                                            {"i", numberText(options.currentGain)}}));
    }
    if (options.startS != 0.0) {
        pairs.emplace_back("start", numberText(options.startS) + " s");
    }
    if (options.lengthS) {
        pairs.emplace_back("length", numberText(*options.lengthS) + " s");
    }
    std::string text = "replay:\n";
    for (const auto& [key, value] : pairs) {
        text += "  " + key + ": " + value + "\n";
    }
    return text;
}

std::string headSection(const Scenario& scenario) {
    std::string text = "metertwin: 1\nname: " + quotedYaml(scenario.name) + "\n";
    if (scenario.seed != 0) {
        text += "seed: " + std::to_string(scenario.seed) + "\n";
    }
    Scenario open = scenario;
    open.duration.reset();
    if (!scenario.duration) {
        text += "duration: forever\n";
    } else if (*scenario.duration != runDuration(open)) {
        text += "duration: " + durationText(*scenario.duration) + "\n";
    }
    return text;
}

std::string itemText(const std::string& entry) {
    return "  - " + wrappedFlow(entry, 5) + "\n";
}

Result<std::string> timelineSection(const Scenario& scenario) {
    std::string text;
    if (!scenario.world.installation.isControlPowerOn) {
        text += itemText("{at: 0 s, power: off}");
    }
    for (const TimelineEntry& entry : scenario.timeline) {
        const Result<std::string> line = timelineEntryText(scenario, entry);
        if (!line) {
            return line;
        }
        text += itemText(*line);
    }
    return text.empty() ? text : "\ntimeline:\n" + text;
}

std::string columnsText(const ProfileColumns& columns) {
    if (columns.all) {
        return quotedYaml(*columns.all);
    }
    constexpr std::array<std::string_view, kPhaseCount> kNames = {"A", "B", "C"};
    YamlPairs pairs;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        if (columns.each[phase]) {
            pairs.emplace_back(kNames[phase], quotedYaml(*columns.each[phase]));
        }
    }
    return flowMap(pairs);
}

/// How a scenario names a profile; empty: there is none.
std::string profileText(const ProfileRequest& request, const FileNaming& nameOf) {
    if (request.file.empty()) {
        return {};
    }
    const bool isBuiltIn = request.file.starts_with(kBuiltInPrefix);
    const std::string file = quotedYaml(isBuiltIn ? request.file : nameOf(request.file));
    if (request == ProfileRequest{.file = request.file}) {
        return file;
    }
    YamlPairs pairs = {{"file", file}};
    if (request.time) {
        pairs.emplace_back("time", quotedYaml(*request.time));
    }
    if (request.everyS) {
        pairs.emplace_back("every", numberText(*request.everyS) + " s");
    }
    for (std::size_t i = 0; i < kProfileQuantityNames.size(); ++i) {
        if (request.columns[i].isGiven()) {
            pairs.emplace_back(kProfileQuantityNames[i], columnsText(request.columns[i]));
        }
    }
    if (request.unit) {
        pairs.emplace_back("unit", quotedYaml(*request.unit));
    }
    if (request.between) {
        pairs.emplace_back(
            "between",
            std::string(kProfileBetweenNames[static_cast<std::size_t>(*request.between)]));
    }
    if (request.gaps != ProfileGaps::Hold) {
        pairs.emplace_back("gaps",
                           std::string(kProfileGapNames[static_cast<std::size_t>(request.gaps)]));
    }
    return flowMap(pairs);
}

} // namespace

Result<std::string> scenarioText(const Scenario& scenario, const FileNaming& nameOf) {
    std::string text = headSection(scenario) + "\n" + meterSection(scenario) +
                       installationSection(scenario) + lineSection(scenario);
    if (scenario.replay != nullptr) {
        text += replaySection(*scenario.replay, nameOf);
    } else {
        const bool isNamed =
            scenario.loadProfile.empty() || !scenario.loadProfileRequest.file.empty();
        if (!isNamed) {
            return std::unexpected(Error{"the load profile is not in a file, so a scenario "
                                         "cannot name it"});
        }
        text += sourceSection(scenario, profileText(scenario.sourceProfileRequest, nameOf)) +
                loadSection(scenario, profileText(scenario.loadProfileRequest, nameOf));
    }
    const Result<std::string> timeline = timelineSection(scenario);
    if (!timeline) {
        return timeline;
    }
    text += *timeline;
    if (!scenario.masters.empty()) {
        text += "\nmasters:\n";
    }
    for (const ScenarioMaster& master : scenario.masters) {
        text += itemText(master.text);
    }
    if (!scenario.expect.empty()) {
        text += "\nexpect:\n";
    }
    for (const Expectation& expectation : scenario.expect) {
        text += itemText(expectationText(expectation));
    }
    if (text.size() > kScenarioFileSizeMax) {
        return std::unexpected(Error{"the scenario is larger than the 4 MiB that a file may have"});
    }
    return text;
}

} // namespace meter::sim
