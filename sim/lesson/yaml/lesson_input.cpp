// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/yaml/lesson_input.hpp"

#include "sim/base/quantity.hpp"
#include "sim/keys/value_rule.hpp"
#include "sim/registers/register_units.hpp"
#include "sim/scenario/yaml/timeline_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace meter::sim {

namespace {

using Entry = YamlInput::Entry;

constexpr std::array<std::string_view, 3> kParities = {"none", "even", "odd"};
constexpr std::array<std::string_view, 6> kBaudRates = {"1200", "2400",  "4800",
                                                        "9600", "19200", "38400"};

bool isLanguage(const std::string& code) {
    return code.size() >= 2 && code.size() <= 8 && std::ranges::all_of(code, [](char letter) {
               return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                      letter == '_' || letter == '-';
           });
}

} // namespace

LocalText LessonInput::textOf(const YAML::Node& node, std::string_view what) const {
    if (!node.IsMap()) {
        const auto text = yaml.scalarOf(node, "a text, or a map of texts by language");
        if (text && trimmed(*text).empty()) {
            yaml.fail(node, "the text of " + std::string(what) + " is empty");
        }
        return text ? LocalText(*text) : LocalText();
    }
    LocalText texts;
    for (const Entry& entry : yaml.entriesOf(node, what)) {
        if (!isLanguage(entry.key)) {
            yaml.fail(entry.keyNode,
                      "`" + entry.key.substr(0, 60) + "` is not a language; write en, de or es");
        } else if (const auto text = yaml.scalarOf(entry.value, "a text")) {
            texts.set(entry.key, *text);
        }
    }
    if (!texts.all().contains("en")) {
        yaml.fail(node, std::string(what) + " has no English text; add `en: …`, which stands in "
                                            "for the languages that are missing");
    }
    return texts;
}

std::optional<int>
LessonInput::wholeOf(const YAML::Node& node, int min, int max, std::string_view what) const {
    const std::string expected = std::string(what) + ", a whole number from " +
                                 std::to_string(min) + " to " + std::to_string(max);
    const auto text = yaml.scalarOf(node, expected);
    const std::optional<double> value = text ? parseNumber(*text) : std::nullopt;
    if (value && *value == std::floor(*value) && *value >= min && *value <= max) {
        return static_cast<int>(*value);
    }
    if (text) {
        yaml.fail(node, "`" + text->substr(0, 60) + "` does not fit; it takes " + expected);
    }
    return std::nullopt;
}

std::optional<double> LessonInput::percentOf(const YAML::Node& node, std::string_view what) const {
    const auto text = yaml.scalarOf(node, std::string(what) + " such as `80 %`");
    if (!text) {
        return std::nullopt;
    }
    const Result<Quantity> value = parseQuantity(*text);
    if (value && value->dimension == Dimension::Percent && value->value >= 0.0 &&
        value->value <= 100.0) {
        return value->value;
    }
    yaml.fail(node,
              "`" + text->substr(0, 60) + "` is not " + std::string(what) + "; write 0 % to 100 %");
    return std::nullopt;
}

std::optional<std::size_t> LessonInput::wordOf(const YAML::Node& node,
                                               std::string_view what,
                                               std::span<const std::string_view> known) const {
    const auto text = yaml.scalarOf(node, std::string(what));
    if (!text) {
        return std::nullopt;
    }
    const auto found = std::ranges::find(known, *text);
    if (found == known.end()) {
        yaml.fail(node, "`" + text->substr(0, 60) + "` is not " + std::string(what) + "; " +
                            didYouMean(*text, known));
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - known.begin());
}

std::vector<std::string> LessonInput::wordsOf(const YAML::Node& node, std::string_view what) const {
    std::vector<std::string> words;
    const auto add = [&](const YAML::Node& item) {
        if (auto text = yaml.scalarOf(item, what)) {
            words.push_back(std::move(*text));
        }
    };
    if (node.IsSequence()) {
        for (const YAML::Node& item : node) {
            add(item);
        }
    } else {
        add(node);
    }
    return words;
}

std::optional<TimelineAction> LessonInput::actionOf(const std::string& verb,
                                                    const YAML::Node& value) const {
    Scenario ground;
    ground.meter = scenario.meter;
    ground.world = scenario.world;
    ground.loadProfile = scenario.loadProfile;
    YAML::Node entry;
    entry["at"] = "0 s";
    entry[verb] = value;
    YAML::Node timeline;
    timeline.push_back(entry);
    const std::size_t errorsBefore = yaml.errorCount();
    readTimeline(yaml, timeline, ground, nominalFrequencyHz);
    if (yaml.errorCount() > errorsBefore || ground.timeline.size() != 1) {
        return std::nullopt;
    }
    return std::move(ground.timeline.front().action);
}

std::optional<std::uint16_t> LessonInput::baudOf(const YAML::Node& node) const {
    const auto index = wordOf(node, "a baud rate", kBaudRates);
    return index ? std::optional(static_cast<std::uint16_t>(*parseNumber(kBaudRates[*index])))
                 : std::nullopt;
}

std::optional<Parity> LessonInput::parityOf(const YAML::Node& node) const {
    constexpr std::array kValues = {Parity::None, Parity::Even, Parity::Odd};
    const auto index = wordOf(node, "a parity", kParities);
    return index ? std::optional(kValues[*index]) : std::nullopt;
}

std::optional<std::uint16_t> LessonInput::registerOf(const YAML::Node& node) const {
    const auto text = yaml.scalarOf(node, "a register by name or number");
    if (!text) {
        return std::nullopt;
    }
    const Result<RegisterChoice> choice = registerByNameOrNumber(*text);
    if (!choice) {
        yaml.fail(node, choice.error().text);
        return std::nullopt;
    }
    return choice->number;
}

std::optional<ReadStep::Span> LessonInput::spanOf(const YAML::Node& node) const {
    constexpr double kCountMax = 125.0; // One request of function 3.
    const auto text = yaml.scalarOf(node, "a register, or a register and a count such as 138:4");
    if (!text) {
        return std::nullopt;
    }
    const std::size_t colon = text->find(':');
    const Result<RegisterChoice> choice = registerByNameOrNumber(text->substr(0, colon));
    if (!choice) {
        yaml.fail(node, choice.error().text);
        return std::nullopt;
    }
    if (colon == std::string::npos) {
        const std::uint16_t words = choice->named ? choice->named->row->words : std::uint16_t{1};
        return ReadStep::Span{.first = choice->number, .count = words};
    }
    const std::optional<double> count = parseNumber(text->substr(colon + 1));
    if (!count || *count < 1.0 || *count > kCountMax || *count != std::floor(*count)) {
        yaml.fail(node, "a count goes from 1 to 125, as in 138:4");
        return std::nullopt;
    }
    return ReadStep::Span{.first = choice->number, .count = static_cast<std::uint16_t>(*count)};
}

} // namespace meter::sim
