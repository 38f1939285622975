// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/yaml_input.hpp"

#include "sim/keys/value_rule.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace meter::sim {

namespace {

constexpr double kTimeMaxS = 1e9;

} // namespace

YamlInput::YamlInput(std::string file, Errors& errors)
    : m_file(std::move(file)), m_errors(errors) {}

Place YamlInput::placeOfMark(const YAML::Mark& mark) const {
    return {
        .file = m_file, .line = std::max(0, mark.line) + 1, .column = std::max(0, mark.column) + 1};
}

Place YamlInput::placeOf(const YAML::Node& node) const {
    const YAML::Mark mark = node.Mark();
    if (mark.is_null()) {
        return {.file = m_file};
    }
    return {.file = m_file, .line = mark.line + 1, .column = mark.column + 1};
}

void YamlInput::fail(const YAML::Node& at, std::string text) {
    m_errors.push_back({std::move(text), placeOf(at)});
}

std::vector<YamlInput::Entry> YamlInput::entriesOf(const YAML::Node& map, std::string_view what) {
    std::vector<Entry> entries;
    if (map.IsNull()) {
        return entries;
    }
    if (!map.IsMap()) {
        fail(map, std::string(what) + " takes keys with values, such as `key: value`");
        return entries;
    }
    std::set<std::string> seen;
    for (const auto& item : map) {
        if (!item.first.IsScalar()) {
            fail(item.first.Mark().is_null() ? map : item.first,
                 "a key is a word, not a list, a map or nothing");
            continue;
        }
        const std::string key = item.first.Scalar();
        if (!seen.insert(key).second) {
            continue; // Told when the text was parsed.
        }
        entries.push_back({key, item.first, item.second});
    }
    return entries;
}

std::optional<std::string> YamlInput::scalarOf(const YAML::Node& node, std::string_view expected) {
    if (node.IsScalar()) {
        return node.Scalar();
    }
    const std::string_view wrong = node.IsMap()        ? "this is a map of keys"
                                   : node.IsSequence() ? "this is a list"
                                                       : "the value is missing";
    fail(node, std::string(wrong) + "; it takes " + std::string(expected));
    return std::nullopt;
}

std::optional<double> YamlInput::timeOf(const YAML::Node& node, double nominalFrequencyHz) {
    const ValueRule rule = {.kind = ValueRule::Kind::Number,
                            .dimension = Dimension::Time,
                            .min = 0.0,
                            .max = kTimeMaxS};
    const std::optional<std::string> text = scalarOf(node, describe(rule));
    if (!text) {
        return std::nullopt;
    }
    const Result<double> value =
        parseValue(rule, *text, {.nominalFrequencyHz = nominalFrequencyHz});
    if (!value) {
        fail(node, value.error().text);
        return std::nullopt;
    }
    return *value;
}

std::optional<SampleTime> YamlInput::positiveTimeOf(const YAML::Node& node,
                                                    double nominalFrequencyHz) {
    const std::optional<double> seconds = timeOf(node, nominalFrequencyHz);
    if (!seconds) {
        return std::nullopt;
    }
    if (samplesOf(*seconds) <= 0) {
        fail(node, "this time is too short; it takes one sample (1/2520 s) or more");
        return std::nullopt;
    }
    return samplesOf(*seconds);
}

void YamlInput::unknownKey(const Entry& entry,
                           std::string_view where,
                           std::span<const std::string_view> known) {
    fail(entry.keyNode, "unknown key `" + entry.key.substr(0, 60) + "` in " + std::string(where) +
                            "; " + didYouMean(entry.key, known));
}

} // namespace meter::sim
