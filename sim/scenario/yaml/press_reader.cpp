// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/press_reader.hpp"

#include "sim/keys/value_rule.hpp"

#include <algorithm>
#include <string>

namespace meter::sim {

namespace {

using Press = PressAction::Press;
using Stroke = PressAction::Stroke;
using Entry = YamlInput::Entry;

constexpr std::size_t kPressesMax = 1000;

class PressReader final {
public:
    PressReader(YamlInput& input, double nominalFrequencyHz)
        : m_input(input), m_nominalFrequencyHz(nominalFrequencyHz) {}

    std::optional<Press> read(const YAML::Node& node) {
        return node.IsMap() ? readMap(node) : readKey(node);
    }

private:
    std::optional<Press> readKey(const YAML::Node& node);
    std::optional<Press> readMap(const YAML::Node& node);

    YamlInput& m_input;
    double m_nominalFrequencyHz;
};

std::optional<Press> PressReader::readKey(const YAML::Node& node) {
    const auto word = m_input.scalarOf(node, "one of " + wordList(kKeyWords));
    if (!word) {
        return std::nullopt;
    }
    const auto found = std::ranges::find(kKeyWords, *word);
    if (found == kKeyWords.end()) {
        m_input.fail(node, "`" + word->substr(0, 60) + "` is not a key of the meter; " +
                               didYouMean(*word, kKeyWords));
        return std::nullopt;
    }
    return Press{.key = kKeysByWord[static_cast<std::size_t>(found - kKeyWords.begin())]};
}

/// `{hold: right, for: 2 s}`, `{down: right}` or `{up: right}`.
std::optional<Press> PressReader::readMap(const YAML::Node& node) {
    static constexpr std::array<std::string_view, 4> kMapKeys = {"hold", "for", "down", "up"};
    std::optional<Press> press;
    std::optional<SampleTime> hold;
    int keyCount = 0;
    const std::size_t errorsBefore = m_input.errorCount();
    for (const Entry& entry : m_input.entriesOf(node, "`press`")) {
        if (entry.key == "for") {
            hold = m_input.positiveTimeOf(entry.value, m_nominalFrequencyHz);
        } else if (std::ranges::find(kMapKeys, entry.key) != kMapKeys.end()) {
            ++keyCount;
            press = readKey(entry.value);
            if (press && entry.key != "hold") {
                press->stroke = entry.key == "down" ? Stroke::Down : Stroke::Up;
            }
        } else {
            m_input.unknownKey(entry, "`press`", kMapKeys);
        }
    }
    if (m_input.errorCount() > errorsBefore) {
        return std::nullopt;
    }
    const bool isHold = press && press->stroke == Stroke::Press;
    if (keyCount != 1 || isHold != hold.has_value()) {
        m_input.fail(node, "a held key is written `{hold: right, for: 2 s}`, a single edge "
                           "`{down: right}` or `{up: right}`");
        return std::nullopt;
    }
    press->hold = hold.value_or(0);
    return press;
}

} // namespace

std::optional<PressAction>
readPress(YamlInput& input, const YAML::Node& node, double nominalFrequencyHz) {
    PressAction action;
    PressReader reader(input, nominalFrequencyHz);
    const auto add = [&](const YAML::Node& item) {
        if (const auto press = reader.read(item)) {
            action.presses.push_back(*press);
        }
    };
    if (!node.IsSequence()) {
        add(node);
        return action;
    }
    if (node.size() == 0 || node.size() > kPressesMax) {
        input.fail(node, "`press` takes 1 to 1000 keys, such as `[right, plus]`");
        return std::nullopt;
    }
    for (const YAML::Node& item : node) {
        add(item);
    }
    return action;
}

} // namespace meter::sim
