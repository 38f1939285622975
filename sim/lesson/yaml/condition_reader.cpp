// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/yaml/condition_reader.hpp"

#include "sim/base/quantity.hpp"
#include "sim/keys/parameter_table.hpp"
#include "sim/keys/value_rule.hpp"
#include "sim/scenario/yaml/expectation_reader.hpp"
#include "sim/truth/true_values.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace meter::sim {

namespace {

using Entry = YamlInput::Entry;

constexpr std::string_view kInstallation = "installation.";
constexpr std::string_view kLine = "line.wiring.";
constexpr int kKeyCountMax = 10'000;

class ConditionReader final {
public:
    explicit ConditionReader(const LessonInput& input) : m_input(input) {}

    void read(const YAML::Node& node);

    [[nodiscard]] std::vector<Condition> take() { return std::move(m_conditions); }

private:
    void readWiring(const Entry& entry);
    void readWorld(const std::string& key, const Entry& entry);

    void readDisconnect(const Entry& entry) { readWorld("installation.disconnect", entry); }

    void readShown(const Entry& entry);
    void readAgrees(const Entry& entry);
    void readAsked(const Entry& entry);
    void readKeys(const Entry& entry);
    void readMeter(const Entry& entry);

    const LessonInput& m_input;
    std::vector<Condition> m_conditions;
};

void ConditionReader::readWiring(const Entry& entry) {
    constexpr std::array<std::string_view, 1> kWords = {"right"};
    if (m_input.wordOf(entry.value, "a state of the wiring", kWords)) {
        m_conditions.emplace_back(RightWiringCondition{});
    }
}

void ConditionReader::readWorld(const std::string& key, const Entry& entry) {
    const auto text = m_input.yaml.scalarOf(entry.value, "a value for `" + key + "`");
    if (!text) {
        return;
    }
    const auto values = parseParameter(m_input.scenario.world, key, *text);
    if (!values) {
        m_input.yaml.fail(entry.value, values.error().text);
        return;
    }
    for (const auto& [path, value] : *values) {
        m_conditions.emplace_back(WorldCondition{.key = path, .value = value});
    }
}

void ConditionReader::readShown(const Entry& entry) {
    constexpr std::array<std::string_view, 2> kKeys = {"label", "value"};
    ShownCondition shown;
    for (const Entry& item : m_input.yaml.entriesOf(entry.value, "`shown`")) {
        if (item.key == "label") {
            shown.label = m_input.yaml.scalarOf(item.value, "the text of the label row");
        } else if (item.key == "value") {
            shown.value = m_input.yaml.scalarOf(item.value, "the text of the value row");
        } else {
            m_input.yaml.unknownKey(item, "`shown`", kKeys);
        }
    }
    if (!shown.label && !shown.value) {
        m_input.yaml.fail(entry.value, "`shown` takes `label`, `value` or both");
    }
    m_conditions.emplace_back(std::move(shown));
}

void ConditionReader::readAgrees(const Entry& entry) {
    AgreesCondition agrees;
    const std::vector<std::string_view> known = trueValueNames();
    for (const Entry& item : m_input.yaml.entriesOf(entry.value, "`agrees`")) {
        if (std::ranges::find(known, item.key) == known.end()) {
            m_input.yaml.fail(item.keyNode, "`" + item.key.substr(0, 60) +
                                                "` cannot be compared with what is there; " +
                                                didYouMean(item.key, known));
        } else if (const auto share = m_input.percentOf(item.value, "a tolerance")) {
            agrees.items.push_back({.registerName = item.key, .tolerance = *share / 100.0});
        }
    }
    if (agrees.items.empty() && m_input.yaml.errorCount() == 0) {
        m_input.yaml.fail(entry.value, "`agrees` takes readings with a tolerance, such as "
                                       "`{real_power_total: 1 %}`");
    }
    m_conditions.emplace_back(std::move(agrees));
}

void ConditionReader::readAsked(const Entry& entry) {
    constexpr std::array<std::string_view, 4> kKeys = {"registers", "baud", "parity", "unit"};
    AskedCondition asked;
    for (const Entry& item : m_input.yaml.entriesOf(entry.value, "`asked`")) {
        if (item.key == "registers" && item.value.IsSequence()) {
            for (const YAML::Node& node : item.value) {
                if (const auto number = m_input.registerOf(node)) {
                    asked.registers.push_back(*number);
                }
            }
        } else if (item.key == "registers") {
            m_input.yaml.fail(item.value, "`registers` is a list, such as `[voltage_an, 26]`");
        } else if (item.key == "baud") {
            asked.baud = m_input.baudOf(item.value);
        } else if (item.key == "parity") {
            asked.parity = m_input.parityOf(item.value);
        } else if (item.key == "unit") {
            const auto unit = m_input.wholeOf(item.value, 1, 247, "a unit address");
            asked.unit = unit ? std::optional(static_cast<std::uint8_t>(*unit)) : std::nullopt;
        } else {
            m_input.yaml.unknownKey(item, "`asked`", kKeys);
        }
    }
    m_conditions.emplace_back(std::move(asked));
}

/// `keys: at most 40`.
void ConditionReader::readKeys(const Entry& entry) {
    constexpr std::string_view kAtMost = "at most ";
    const auto text = m_input.yaml.scalarOf(entry.value, "`at most` and a number");
    if (!text) {
        return;
    }
    const auto count = text->starts_with(kAtMost)
                           ? parseNumber(std::string_view(*text).substr(kAtMost.size()))
                           : std::nullopt;
    if (!count || *count < 1.0 || *count > kKeyCountMax) {
        m_input.yaml.fail(entry.value, "write how many key presses there may be, such as "
                                       "`keys: at most 40`");
        return;
    }
    m_conditions.emplace_back(KeyCountCondition{.atMost = static_cast<int>(*count)});
}

void ConditionReader::readMeter(const Entry& entry) {
    constexpr std::array<std::string_view, 3> kKeys = {"address", "baud", "parity"};
    MeterCondition meter;
    for (const Entry& item : m_input.yaml.entriesOf(entry.value, "`meter`")) {
        if (item.key == "address") {
            const auto address = m_input.wholeOf(item.value, 1, 247, "a Modbus address");
            meter.address =
                address ? std::optional(static_cast<std::uint8_t>(*address)) : std::nullopt;
        } else if (item.key == "baud") {
            meter.baud = m_input.baudOf(item.value);
        } else if (item.key == "parity") {
            meter.parity = m_input.parityOf(item.value);
        } else {
            m_input.yaml.unknownKey(item, "`meter`", kKeys);
        }
    }
    m_conditions.emplace_back(meter);
}

/// A map may hold several of ours; one of `expect` stands alone.
void ConditionReader::read(const YAML::Node& node) {
    struct Row {
        std::string_view key;
        void (ConditionReader::*read)(const Entry&);
    };

    static constexpr std::array kRows = {Row{"wiring", &ConditionReader::readWiring},
                                         Row{"disconnect", &ConditionReader::readDisconnect},
                                         Row{"shown", &ConditionReader::readShown},
                                         Row{"agrees", &ConditionReader::readAgrees},
                                         Row{"asked", &ConditionReader::readAsked},
                                         Row{"keys", &ConditionReader::readKeys},
                                         Row{"meter", &ConditionReader::readMeter}};
    if (!node.IsMap()) {
        m_input.yaml.fail(node, "a condition is a map, such as `{register: ct_primary, equals: "
                                "400 A}` or `{wiring: right}`");
        return;
    }
    const bool isExpectation = node["register"] || node["display"] || node["output"];
    if (isExpectation) {
        if (auto expectation =
                readTimelessExpectation(m_input.yaml, node, m_input.nominalFrequencyHz)) {
            m_conditions.emplace_back(ExpectCondition{std::move(*expectation)});
        }
        return;
    }
    static constexpr std::array<std::string_view, 12> kKnown = {
        "register",         "display",         "output",     "wiring",
        "installation.KEY", "line.wiring.KEY", "disconnect", "shown",
        "agrees",           "asked",           "keys",       "meter"};
    for (const Entry& entry : m_input.yaml.entriesOf(node, "a condition")) {
        const auto row = std::ranges::find(kRows, entry.key, &Row::key);
        if (row != kRows.end()) {
            (this->*row->read)(entry);
        } else if (entry.key.starts_with(kInstallation) || entry.key.starts_with(kLine)) {
            readWorld(entry.key, entry);
        } else {
            m_input.yaml.unknownKey(entry, "a condition", kKnown);
        }
    }
}

} // namespace

std::vector<Condition> readConditions(const LessonInput& input, const YAML::Node& node) {
    ConditionReader reader(input);
    if (node.IsSequence()) {
        for (const YAML::Node& item : node) {
            reader.read(item);
        }
    } else {
        reader.read(node);
    }
    return reader.take();
}

} // namespace meter::sim
