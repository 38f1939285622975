// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/yaml/ban_reader.hpp"

#include "sim/keys/parameter_path.hpp"
#include "sim/scenario/yaml/press_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace meter::sim {

namespace {

using Entry = YamlInput::Entry;
using What = Ban::What;

constexpr int kPointsMax = 1000;
constexpr std::array<std::string_view, 3> kCounters = {"energy", "demand", "pulses"};
constexpr std::array<std::string_view, 2> kLeads = {"voltage_leads", "ct_leads"};

class BanReader final {
public:
    explicit BanReader(const LessonInput& input) : m_input(input) {}

    Ban read(const YAML::Node& node);

private:
    void readWord(const Entry& entry, What what, std::span<const std::string_view> known);

    void readReset(const Entry& entry) { readWord(entry, What::Reset, kCounters); }

    void readMoved(const Entry& entry) { readWord(entry, What::Moved, kLeads); }

    void readWrite(const Entry& entry);
    void readPress(const Entry& entry);
    void readSet(const Entry& entry);
    void readWhile(const Entry& entry);
    void readCosts(const Entry& entry);

    const LessonInput& m_input;
    Ban m_ban;
    int m_whatCount = 0;
};

void BanReader::readWord(const Entry& entry, What what, std::span<const std::string_view> known) {
    ++m_whatCount;
    m_ban.what = what;
    if (const auto index = m_input.wordOf(entry.value, "something to watch", known)) {
        m_ban.of = known[*index];
    }
}

void BanReader::readWrite(const Entry& entry) {
    ++m_whatCount;
    m_ban.what = What::Write;
    m_ban.number = m_input.registerOf(entry.value).value_or(0);
}

void BanReader::readPress(const Entry& entry) {
    ++m_whatCount;
    m_ban.what = What::Press;
    if (const auto index = m_input.wordOf(entry.value, "a key of the meter", kKeyWords)) {
        m_ban.key = kKeysByWord[*index];
    }
}

void BanReader::readSet(const Entry& entry) {
    ++m_whatCount;
    m_ban.what = What::Set;
    const auto key = m_input.yaml.scalarOf(entry.value, "a key such as source.voltage");
    m_ban.of = key.value_or("");
    const auto path = resolveParameter(m_ban.of, m_input.scenario.world.installation.service);
    if (key && !path) {
        m_input.yaml.fail(entry.value, path.error().text);
    }
}

void BanReader::readWhile(const Entry& entry) {
    constexpr std::array<std::string_view, 1> kStates = {"live"};
    m_ban.whileLive = m_input.wordOf(entry.value, "a state", kStates).has_value();
}

void BanReader::readCosts(const Entry& entry) {
    if (entry.value.IsScalar() && entry.value.Scalar() == "fail") {
        return;
    }
    m_ban.costs = m_input.wholeOf(entry.value, 0, kPointsMax, "points, or `fail`");
}

Ban BanReader::read(const YAML::Node& node) {
    struct Row {
        std::string_view key;
        void (BanReader::*read)(const Entry&);
    };

    static constexpr std::array kRows = {
        Row{"reset", &BanReader::readReset}, Row{"moved", &BanReader::readMoved},
        Row{"write", &BanReader::readWrite}, Row{"press", &BanReader::readPress},
        Row{"set", &BanReader::readSet},     Row{"while", &BanReader::readWhile},
        Row{"costs", &BanReader::readCosts}};
    static constexpr std::array<std::string_view, kRows.size()> kKnown = {
        "reset", "moved", "write", "press", "set", "while", "costs"};
    bool hasCosts = false;
    for (const Entry& entry : m_input.yaml.entriesOf(node, "an entry of `never`")) {
        const auto row = std::ranges::find(kRows, entry.key, &Row::key);
        if (row == kRows.end()) {
            m_input.yaml.unknownKey(entry, "an entry of `never`", kKnown);
            continue;
        }
        hasCosts = hasCosts || entry.key == "costs";
        if (entry.key != "costs" && entry.value.IsScalar()) {
            m_ban.text +=
                (m_ban.text.empty() ? "" : ", ") + entry.key + ": " + entry.value.Scalar();
        }
        (this->*row->read)(entry);
    }
    if (m_whatCount != 1 || !hasCosts) {
        m_input.yaml.fail(node, "write one thing that must not be done and what it costs, such as "
                                "`{reset: energy, costs: fail}`");
    }
    return std::move(m_ban);
}

} // namespace

std::vector<Ban> readBans(const LessonInput& input, const YAML::Node& node) {
    std::vector<Ban> bans;
    if (!node.IsSequence()) {
        input.yaml.fail(node, "`never` is a list, such as `[{reset: energy, costs: fail}]`");
        return bans;
    }
    for (const YAML::Node& item : node) {
        bans.push_back(BanReader(input).read(item));
    }
    return bans;
}

} // namespace meter::sim
