// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/master_reader.hpp"

#include "sim/base/quantity.hpp"
#include "sim/keys/value_rule.hpp"
#include "sim/registers/register_units.hpp"
#include "sim/scenario/yaml/register_writes.hpp"
#include "sim/scenario/yaml/yaml_text.hpp"
#include "sim/traffic/byte_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace meter::sim {

namespace {

using Entry = YamlInput::Entry;

constexpr std::size_t kMastersMax = 32;
constexpr std::size_t kStepsMax = 256;
constexpr std::size_t kRawSizeMax = 256;
constexpr double kUsPerSecond = 1e6;
constexpr double kEveryMinS = 0.001;
constexpr double kTimeoutMaxS = 60.0;
constexpr int kRetriesMax = 100;
constexpr int kUnitMax = 247;

constexpr std::array<std::string_view, 10> kKeys = {
    "name", "unit", "poll", "script", "every", "start", "timeout", "retries", "baud", "parity"};
constexpr std::array<std::string_view, 3> kPollKeys = {"registers", "every", "start"};
constexpr std::array<std::string_view, 3> kStepKeys = {"read", "write", "raw"};
constexpr std::array<std::string_view, 6> kBaudRates = {"1200", "2400",  "4800",
                                                        "9600", "19200", "38400"};
constexpr std::array<std::string_view, 3> kParities = {"none", "even", "odd"};

/// As it was written, in flow style.
std::string flowOf(const YAML::Node& node) {
    if (node.IsSequence()) {
        std::vector<std::string> items;
        for (const YAML::Node& item : node) {
            items.push_back(flowOf(item));
        }
        return flowList(items);
    }
    if (node.IsMap()) {
        YamlPairs pairs;
        for (const auto& item : node) {
            pairs.emplace_back(flowOf(item.first), flowOf(item.second));
        }
        return flowMap(pairs);
    }
    return node.IsScalar() ? scalarYaml(node.Scalar()) : std::string("~");
}

class MasterReader final {
public:
    MasterReader(YamlInput& input, double nominalFrequencyHz)
        : m_input(input), m_nominalFrequencyHz(nominalFrequencyHz) {}

    std::optional<ScenarioMaster> read(const YAML::Node& node);

private:
    void readEntry(const Entry& entry);
    void readUnits(const YAML::Node& node);
    void readPoll(const YAML::Node& node);
    void readScript(const YAML::Node& node);
    void readStep(const Entry& entry);
    void readRaw(const YAML::Node& node);
    std::optional<ReadRequest> requestOf(const YAML::Node& node);
    std::optional<std::uint64_t> usOf(const YAML::Node& node, double minS, double maxS);
    std::optional<int> wholeOf(const YAML::Node& node, int min, int max, std::string_view what);
    std::optional<std::size_t>
    wordOf(const YAML::Node& node, std::string_view what, std::span<const std::string_view> words);

    YamlInput& m_input;
    double m_nominalFrequencyHz;
    ScenarioMaster m_read{};
};

std::optional<std::uint64_t> MasterReader::usOf(const YAML::Node& node, double minS, double maxS) {
    const auto seconds = m_input.timeOf(node, m_nominalFrequencyHz);
    if (!seconds) {
        return std::nullopt;
    }
    if (*seconds < minS || *seconds > maxS) {
        m_input.fail(node, "this time is not between " + numberText(minS) + " s and " +
                               numberText(maxS) + " s");
        return std::nullopt;
    }
    return static_cast<std::uint64_t>(std::llround(*seconds * kUsPerSecond));
}

std::optional<int>
MasterReader::wholeOf(const YAML::Node& node, int min, int max, std::string_view what) {
    const std::string expected = std::string(what) + ", a whole number from " +
                                 std::to_string(min) + " to " + std::to_string(max);
    const auto text = m_input.scalarOf(node, expected);
    const auto number = text ? parseNumber(*text) : std::nullopt;
    if (text && (!number || *number < min || *number > max || *number != std::floor(*number))) {
        m_input.fail(node, "write " + expected);
        return std::nullopt;
    }
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

std::optional<std::size_t> MasterReader::wordOf(const YAML::Node& node,
                                                std::string_view what,
                                                std::span<const std::string_view> words) {
    const auto text = m_input.scalarOf(node, what);
    if (!text) {
        return std::nullopt;
    }
    const auto found = std::ranges::find(words, *text);
    if (found == words.end()) {
        m_input.fail(node, "`" + text->substr(0, 60) + "` is not " + std::string(what) + "; " +
                               didYouMean(*text, words));
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - words.begin());
}

void MasterReader::readUnits(const YAML::Node& node) {
    m_read.units.clear();
    const auto add = [this](const YAML::Node& one) {
        const auto unit = wholeOf(one, 1, kUnitMax, "a unit address");
        if (unit && std::ranges::find(m_read.units, *unit) != m_read.units.end()) {
            m_input.fail(one, "unit " + std::to_string(*unit) + " appears twice");
        } else if (unit) {
            m_read.units.push_back(static_cast<std::uint8_t>(*unit));
        }
    };
    if (!node.IsSequence()) {
        add(node);
        return;
    }
    for (const YAML::Node& one : node) {
        add(one);
    }
    if (node.size() == 0) {
        m_input.fail(node, "`unit` is an address from 1 to 247, or a list of them");
    }
}

std::optional<ReadRequest> MasterReader::requestOf(const YAML::Node& node) {
    const auto text = m_input.scalarOf(node, "a register by name or number, or NUMBER:COUNT");
    if (!text) {
        return std::nullopt;
    }
    Result<ReadRequest> request = readRequestOf(*text);
    if (!request) {
        m_input.fail(node, request.error().text);
        return std::nullopt;
    }
    return std::move(*request);
}

void MasterReader::readPoll(const YAML::Node& node) {
    const std::size_t errorsBefore = m_input.errorCount();
    MasterRead registers;
    for (const Entry& entry : m_input.entriesOf(node, "`poll`")) {
        if (entry.key == "every" || entry.key == "start") {
            readEntry(entry);
        } else if (entry.key == "registers" && entry.value.IsSequence()) {
            for (const YAML::Node& item : entry.value) {
                if (auto request = requestOf(item)) {
                    registers.push_back(std::move(*request));
                }
            }
        } else if (entry.key == "registers") {
            m_input.fail(entry.value, "`registers` is a list, such as `[voltage_an, 138:4]`");
        } else {
            m_input.unknownKey(entry, "`poll`", kPollKeys);
        }
    }
    if (registers.empty() && m_input.errorCount() == errorsBefore) {
        m_input.fail(node, "`poll` takes `registers`, such as `{registers: [voltage_an]}`");
    }
    m_read.steps.emplace_back(std::move(registers));
}

/// "01 03 00 00 00 02 C4 0B".
void MasterReader::readRaw(const YAML::Node& node) {
    const auto text = m_input.scalarOf(node, "bytes in hexadecimal, such as `01 11 C0 2C`");
    if (!text) {
        return;
    }
    auto bytes = bytesOfHex(*text);
    if (!bytes || bytes->size() > kRawSizeMax) {
        m_input.fail(node, "write 1 to 256 bytes of two hexadecimal digits each, such as "
                           "`01 11 C0 2C`");
        return;
    }
    m_read.steps.emplace_back(*std::move(bytes));
}

void MasterReader::readStep(const Entry& entry) {
    if (entry.key == "raw") {
        readRaw(entry.value);
    } else if (entry.key == "write") {
        const auto writes = readRegisterWrites(m_input, entry.value);
        m_read.steps.insert(m_read.steps.end(), writes.begin(), writes.end());
    } else if (entry.key == "read") {
        if (auto request = requestOf(entry.value)) {
            m_read.steps.emplace_back(MasterRead{std::move(*request)});
        }
    } else {
        m_input.unknownKey(entry, "a step of a master", kStepKeys);
    }
}

void MasterReader::readScript(const YAML::Node& node) {
    if (!node.IsSequence() || node.size() == 0) {
        m_input.fail(node, "`script` is a list of steps, such as `[{read: 3:10}]`");
        return;
    }
    if (node.size() > kStepsMax) {
        m_input.fail(node, "a script has 256 steps at most");
        return;
    }
    for (const YAML::Node& step : node) {
        const std::vector<Entry> entries = m_input.entriesOf(step, "a step of a master");
        if (step.IsMap() && entries.size() != 1) {
            m_input.fail(step, "a step is one of `read`, `write` and `raw`");
        }
        for (const Entry& entry : entries) {
            readStep(entry);
        }
    }
}

void MasterReader::readEntry(const Entry& entry) {
    constexpr double kForeverS = 1e9;
    if (entry.key == "name") {
        m_read.name = m_input.scalarOf(entry.value, "a name for the master").value_or("");
    } else if (entry.key == "unit") {
        readUnits(entry.value);
    } else if (entry.key == "poll") {
        readPoll(entry.value);
    } else if (entry.key == "script") {
        readScript(entry.value);
    } else if (entry.key == "every") {
        m_read.everyUs = usOf(entry.value, kEveryMinS, kForeverS).value_or(m_read.everyUs);
    } else if (entry.key == "start") {
        m_read.startUs = usOf(entry.value, 0.0, kForeverS).value_or(0);
    } else if (entry.key == "timeout") {
        m_read.timeoutUs = usOf(entry.value, kEveryMinS, kTimeoutMaxS).value_or(m_read.timeoutUs);
    } else if (entry.key == "retries") {
        m_read.retries = wholeOf(entry.value, 0, kRetriesMax, "retries").value_or(0);
    } else if (entry.key == "baud") {
        if (const auto index = wordOf(entry.value, "a baud rate", kBaudRates)) {
            m_read.baudRate = static_cast<std::uint16_t>(*parseNumber(kBaudRates[*index]));
        }
    } else if (entry.key == "parity") {
        constexpr std::array kValues = {Parity::None, Parity::Even, Parity::Odd};
        if (const auto index = wordOf(entry.value, "a parity", kParities)) {
            m_read.parity = kValues[*index];
        }
    } else {
        m_input.unknownKey(entry, "a master", kKeys);
    }
}

std::optional<ScenarioMaster> MasterReader::read(const YAML::Node& node) {
    const std::size_t errorsBefore = m_input.errorCount();
    if (!node.IsMap()) {
        m_input.fail(node, "a master is a map, such as "
                           "`{name: scada, unit: 1, poll: {registers: [voltage_an]}}`");
        return std::nullopt;
    }
    m_read.place = m_input.placeOf(node);
    m_read.text = flowOf(node);
    for (const Entry& entry : m_input.entriesOf(node, "a master")) {
        readEntry(entry);
    }
    if (m_input.errorCount() > errorsBefore) {
        return std::nullopt;
    }
    if (trimmed(m_read.name).empty()) {
        m_input.fail(node, "a master needs a `name`");
    } else if (node["poll"].IsDefined() == node["script"].IsDefined()) {
        m_input.fail(node, "what does the master ask? Write either `poll` or `script`");
    }
    return m_input.errorCount() == errorsBefore ? std::optional(std::move(m_read)) : std::nullopt;
}

} // namespace

void readMasters(YamlInput& input,
                 const YAML::Node& node,
                 Scenario& scenario,
                 double nominalFrequencyHz) {
    if (node.IsNull()) {
        return;
    }
    if (!node.IsSequence()) {
        input.fail(node, "`masters` is a list; begin each entry with `- name:`");
        return;
    }
    for (const YAML::Node& entry : node) {
        auto master = MasterReader(input, nominalFrequencyHz).read(entry);
        if (!master) {
            continue;
        }
        if (std::ranges::find(scenario.masters, master->name, &ScenarioMaster::name) !=
            scenario.masters.end()) {
            input.fail(entry, "the master `" + master->name.substr(0, 60) + "` appears twice");
        } else if (scenario.masters.size() == kMastersMax) {
            input.fail(entry, "a scenario has 32 masters at most");
        } else {
            scenario.masters.push_back(std::move(*master));
        }
    }
}

} // namespace meter::sim
