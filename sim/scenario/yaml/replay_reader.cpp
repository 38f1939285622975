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

constexpr std::array<std::string_view, 8> kReplayKeys = {"file", "files", "channels", "rate",
                                                         "loop", "gain",  "start",    "length"};
constexpr std::array<std::string_view, 4> kChannelKeys = {"file", "name", "gain", "offset"};
constexpr std::array<std::string_view, 2> kGainKeys = {"v", "i"};
constexpr double kGainMax = 1e9;

class ReplayReader final {
public:
    ReplayReader(YamlInput& input, double nominalFrequencyHz, ReplayRequest& request)
        : m_input(input), m_nominalFrequencyHz(nominalFrequencyHz), m_options(request.options) {}

    void read(const YAML::Node& node);

private:
    std::optional<std::string> pathOf(const YAML::Node& node);
    void readFiles(const YAML::Node& node);
    void readChannel(const Entry& entry, std::size_t quantity);
    std::optional<double> numberOf(const YAML::Node& node, const ValueRule& rule);
    std::optional<std::size_t> quantityOf(const Entry& entry, std::string_view where);
    void readChannels(const YAML::Node& node);
    void readLoop(const YAML::Node& node);
    void readGain(const YAML::Node& node);
    std::optional<double> gainOf(const YAML::Node& node);

    YamlInput& m_input;
    double m_nominalFrequencyHz;
    ReplayOptions& m_options;
};

std::optional<std::string> ReplayReader::pathOf(const YAML::Node& node) {
    const auto name = m_input.scalarOf(node, "the name of a recording (.cfg, .cff or .csv)");
    if (name && trimmed(*name).empty()) {
        m_input.fail(node, "the name of the recording is empty");
        return std::nullopt;
    }
    if (!name) {
        return std::nullopt;
    }
    const std::filesystem::path folder = std::filesystem::path(m_input.file()).parent_path();
    return (folder / std::filesystem::path(*name)).string();
}

std::optional<std::size_t> ReplayReader::quantityOf(const Entry& entry, std::string_view where) {
    const auto quantity = std::ranges::find(kReplayNames, entry.key);
    if (quantity == kReplayNames.end()) {
        m_input.unknownKey(entry, where, kReplayNames);
        return std::nullopt;
    }
    return static_cast<std::size_t>(quantity - kReplayNames.begin());
}

/// files: {va: CH1.CSV, ia: CH2.CSV}
void ReplayReader::readFiles(const YAML::Node& node) {
    for (const Entry& entry : m_input.entriesOf(node, "`files`")) {
        const std::optional<std::size_t> quantity = quantityOf(entry, "`files`");
        if (quantity) {
            m_options.tunings[*quantity].file = pathOf(entry.value).value_or("");
        }
    }
}

/// A name, or {file: CH1.CSV, name: "CH1", gain: 100, offset: 0.2 V}.
void ReplayReader::readChannel(const Entry& entry, std::size_t quantity) {
    ChannelTuning& tuning = m_options.tunings[quantity];
    if (!entry.value.IsMap()) {
        if (const auto name = m_input.scalarOf(entry.value, "the name of a recorded channel")) {
            m_options.channels[quantity] = *name;
        }
        return;
    }
    for (const Entry& inner : m_input.entriesOf(entry.value, "`" + entry.key + "`")) {
        if (inner.key == "file") {
            tuning.file = pathOf(inner.value).value_or("");
        } else if (inner.key == "name") {
            m_options.channels[quantity] =
                m_input.scalarOf(inner.value, "the name of a recorded channel");
        } else if (inner.key == "gain") {
            tuning.gain = gainOf(inner.value);
        } else if (inner.key == "offset") {
            const ValueRule rule = {.dimension =
                                        quantity < 3 ? Dimension::Voltage : Dimension::Current,
                                    .min = -kGainMax,
                                    .max = kGainMax};
            tuning.offset = numberOf(inner.value, rule).value_or(0.0);
        } else {
            m_input.unknownKey(inner, "`" + entry.key + "`", kChannelKeys);
        }
    }
    const bool isNamed = m_options.channels[quantity] || !tuning.file.empty();
    if (!isNamed) {
        m_input.fail(entry.value, "`" + entry.key +
                                      "` needs a `name`: which of the recorded "
                                      "channels it is, or a `file` of its own");
    }
}

void ReplayReader::readChannels(const YAML::Node& node) {
    for (const Entry& entry : m_input.entriesOf(node, "`channels`")) {
        if (const std::optional<std::size_t> quantity = quantityOf(entry, "`channels`")) {
            readChannel(entry, *quantity);
        }
    }
}

std::optional<double> ReplayReader::numberOf(const YAML::Node& node, const ValueRule& rule) {
    const auto text = m_input.scalarOf(node, describe(rule));
    if (!text) {
        return std::nullopt;
    }
    const Result<double> number = parseValue(rule, *text, {});
    if (!number) {
        m_input.fail(node, number.error().text);
        return std::nullopt;
    }
    return *number;
}

void ReplayReader::readLoop(const YAML::Node& node) {
    if (const auto isLooped = numberOf(node, {.kind = ValueRule::Kind::Switch})) {
        m_options.isLooped = *isLooped != 0.0;
    }
}

std::optional<double> ReplayReader::gainOf(const YAML::Node& node) {
    return numberOf(node, {.min = -kGainMax, .max = kGainMax});
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
    constexpr ValueRule kRate = {.dimension = Dimension::Frequency, .min = 0.001, .max = 1e9};
    if (!node.IsMap()) {
        m_options.file = pathOf(node).value_or("");
        return;
    }
    for (const Entry& entry : m_input.entriesOf(node, "`replay`")) {
        if (entry.key == "file") {
            m_options.file = pathOf(entry.value).value_or("");
        } else if (entry.key == "files") {
            readFiles(entry.value);
        } else if (entry.key == "rate") {
            m_options.rateHz = numberOf(entry.value, kRate);
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
    if (input.errorCount() != errorsBefore) {
        return;
    }
    const ReplayOptions& options = request->options;
    for (std::size_t i = 0; i < kReplayQuantities; ++i) {
        const bool isLost =
            options.file.empty() && options.channels[i] && options.tunings[i].file.empty();
        if (isLost) {
            input.fail(node, "`" + std::string(kReplayNames[i]) +
                                 "` has a name but no file; say "
                                 "`file` for the whole replay or for this channel");
            request->isRight = false;
        }
    }
    if (filesOf(options).empty()) {
        input.fail(node, "`replay` needs a `file`: the recording, such as `fault.cfg`");
    }
}

void loadReplay(const ReplayRequest& request, Scenario& scenario, Errors& errors) {
    if (!request.isRight || filesOf(request.options).empty()) {
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
