// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/replay_reader.hpp"

#include "sim/faults/fault_table.hpp"
#include "sim/keys/value_rule.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace meter::sim {

namespace {

using Entry = YamlInput::Entry;

constexpr std::array<std::string_view, 6> kReplayKeys = {"file", "channels", "loop",
                                                         "gain", "start",    "length"};
constexpr std::array<std::string_view, 2> kGainKeys = {"v", "i"};
constexpr double kGainMax = 1e9;

class ReplayReader final {
public:
    ReplayReader(YamlInput& input, double nominalFrequencyHz, ReplayRequest& request)
        : m_input(input), m_nominalFrequencyHz(nominalFrequencyHz), m_options(request.options) {}

    void read(const YAML::Node& node);

private:
    void readFile(const YAML::Node& node);
    void readChannels(const YAML::Node& node);
    void readLoop(const YAML::Node& node);
    void readGain(const YAML::Node& node);
    std::optional<double> gainOf(const YAML::Node& node);

    YamlInput& m_input;
    double m_nominalFrequencyHz;
    ReplayOptions& m_options;
};

void ReplayReader::readFile(const YAML::Node& node) {
    const auto name = m_input.scalarOf(node, "the name of a recording (.cfg, .cff or .csv)");
    if (name && trimmed(*name).empty()) {
        m_input.fail(node, "the name of the recording is empty");
        return;
    }
    if (name) {
        const std::filesystem::path folder = std::filesystem::path(m_input.file()).parent_path();
        m_options.file = (folder / std::filesystem::path(*name)).string();
    }
}

void ReplayReader::readChannels(const YAML::Node& node) {
    for (const Entry& entry : m_input.entriesOf(node, "`channels`")) {
        const auto quantity = std::ranges::find(kReplayNames, entry.key);
        if (quantity == kReplayNames.end()) {
            m_input.unknownKey(entry, "`channels`", kReplayNames);
            continue;
        }
        if (const auto name = m_input.scalarOf(entry.value, "the name of a recorded channel")) {
            m_options.channels[static_cast<std::size_t>(quantity - kReplayNames.begin())] = *name;
        }
    }
}

void ReplayReader::readLoop(const YAML::Node& node) {
    const ValueRule rule = {.kind = ValueRule::Kind::Switch};
    if (const auto text = m_input.scalarOf(node, describe(rule))) {
        const Result<double> isLooped = parseValue(rule, *text, {});
        if (!isLooped) {
            m_input.fail(node, isLooped.error().text);
            return;
        }
        m_options.isLooped = *isLooped != 0.0;
    }
}

std::optional<double> ReplayReader::gainOf(const YAML::Node& node) {
    const ValueRule rule = {.min = -kGainMax, .max = kGainMax};
    const auto text = m_input.scalarOf(node, describe(rule));
    if (!text) {
        return std::nullopt;
    }
    const Result<double> gain = parseValue(rule, *text, {});
    if (!gain) {
        m_input.fail(node, gain.error().text);
        return std::nullopt;
    }
    return *gain;
}

void ReplayReader::readGain(const YAML::Node& node) {
    if (node.IsScalar()) {
        const std::optional<double> gain = gainOf(node);
        m_options.voltageGain = gain.value_or(1.0);
        m_options.currentGain = gain.value_or(1.0);
        return;
    }
    for (const Entry& entry : m_input.entriesOf(node, "`gain`")) {
        if (std::ranges::find(kGainKeys, entry.key) == kGainKeys.end()) {
            m_input.unknownKey(entry, "`gain`", kGainKeys);
            continue;
        }
        double& gain = entry.key == "v" ? m_options.voltageGain : m_options.currentGain;
        gain = gainOf(entry.value).value_or(1.0);
    }
}

void ReplayReader::read(const YAML::Node& node) {
    if (!node.IsMap()) {
        readFile(node);
        return;
    }
    for (const Entry& entry : m_input.entriesOf(node, "`replay`")) {
        if (entry.key == "file") {
            readFile(entry.value);
        } else if (entry.key == "channels") {
            readChannels(entry.value);
        } else if (entry.key == "loop") {
            readLoop(entry.value);
        } else if (entry.key == "gain") {
            readGain(entry.value);
        } else if (entry.key == "start") {
            m_options.startS =
                m_input.timeOf(entry.value, m_nominalFrequencyHz).value_or(m_options.startS);
        } else if (entry.key == "length") {
            m_options.lengthS = m_input.timeOf(entry.value, m_nominalFrequencyHz);
        } else {
            m_input.unknownKey(entry, "`replay`", kReplayKeys);
        }
    }
}

/// Nothing, or what an entry would change without effect.
std::string vainChange(const SetAction& set) {
    for (const auto& [key, value] : set.values) {
        if (key.starts_with("source.") || key.starts_with("load.")) {
            return key;
        }
    }
    return {};
}

std::string vainChange(const ApplyAction& apply, const World& world) {
    for (const FaultStep& step : apply.steps) {
        // A fault may set in gently: its beginning alone need not show what it changes.
        for (const double elapsedS : {0.0, 0.01, 1.0}) {
            World faulty = world;
            step.call.kind->change(step.call.arguments,
                                   {.begin = 0, .elapsedS = elapsedS, .lengthS = std::nullopt},
                                   faulty);
            if (faulty.source != world.source || faulty.load != world.load) {
                return apply.name;
            }
        }
    }
    return {};
}

} // namespace

void readReplay(YamlInput& input,
                const YAML::Node& node,
                double nominalFrequencyHz,
                std::optional<ReplayRequest>& request) {
    if (!request || !node.IsMap()) {
        request.emplace(); // A plain name replaces everything.
    }
    request->at = node;
    request->input = &input;
    const std::size_t errorsBefore = input.errorCount();
    ReplayReader(input, nominalFrequencyHz, *request).read(node);
    request->isRight = request->isRight && input.errorCount() == errorsBefore;
    if (request->options.file.empty() && input.errorCount() == errorsBefore) {
        input.fail(node, "`replay` needs a `file`: the recording, such as `fault.cfg`");
    }
}

void loadReplay(const ReplayRequest& request, Scenario& scenario, Errors& errors) {
    if (!request.isRight || request.options.file.empty()) {
        return; // Already reported.
    }
    auto signal = ReplaySignal::load(request.options);
    if (!signal) {
        if (signal.error().place.line == 0) {
            request.input->fail(request.at, signal.error().message());
        } else {
            errors.push_back(signal.error());
        }
        return;
    }
    scenario.replay = std::move(*signal);
    constexpr double kLowestHz = 45.0;
    constexpr double kHighestHz = 65.0;
    const double frequencyHz = scenario.replay->frequencyHz();
    if (frequencyHz >= kLowestHz && frequencyHz <= kHighestHz) {
        scenario.world.source.frequencyHz = frequencyHz; // What `cycles` count.
    }
}

void checkReplayTimeline(const Scenario& scenario, Errors& errors) {
    for (const TimelineEntry& entry : scenario.timeline) {
        std::string name;
        if (const auto* const set = std::get_if<SetAction>(&entry.action)) {
            name = vainChange(*set);
        } else if (const auto* const apply = std::get_if<ApplyAction>(&entry.action)) {
            name = vainChange(*apply, scenario.world);
        }
        if (!name.empty()) {
            errors.push_back({"`" + name +
                                  "` changes source or load, and a recording is replayed instead "
                                  "of them; what acts on the installation works",
                              entry.place});
        }
    }
}

} // namespace meter::sim
