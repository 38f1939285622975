// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/master_expectation_reader.hpp"

#include "sim/base/quantity.hpp"
#include "sim/keys/value_rule.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace meter::sim {

namespace {

using Entry = YamlInput::Entry;

/// "at least 99 %" is a bound and what it bounds.
struct Bound {
    bool isLeast = true;
    bool isMost = true;
    std::string_view rest;
};

Bound boundOf(std::string_view text) {
    struct Word {
        std::string_view prefix;
        bool isLeast;
        bool isMost;
    };

    constexpr std::array kWords = {Word{"at least ", true, false}, Word{"at most ", false, true},
                                   Word{"below ", false, true}, Word{"equals ", true, true}};
    for (const Word& word : kWords) {
        if (text.starts_with(word.prefix)) {
            return {word.isLeast, word.isMost, text.substr(word.prefix.size())};
        }
    }
    return {true, true, text};
}

class MasterExpectationReader final {
public:
    MasterExpectationReader(YamlInput& input, const Scenario& scenario)
        : m_input(input), m_scenario(scenario) {}

    std::optional<MasterExpectation> read(std::span<const Entry> entries);

private:
    void readEntry(const Entry& entry);
    void readName(const Entry& entry);
    void readAmount(const Entry& entry, MasterExpectation::What what);
    void readKind(const Entry& entry);
    void readFinding(const Entry& entry);

    YamlInput& m_input;
    const Scenario& m_scenario;
    MasterExpectation m_read{};
    int m_subjectCount = 0;
};

void MasterExpectationReader::readName(const Entry& entry) {
    const auto name = m_input.scalarOf(entry.value, "the name of a master");
    if (!name) {
        return;
    }
    m_read.master = *name;
    std::vector<std::string_view> names;
    for (const ScenarioMaster& master : m_scenario.masters) {
        names.push_back(master.name);
    }
    if (names.empty()) {
        m_input.fail(entry.value, "this scenario has no `masters`");
    } else if (std::ranges::find(names, *name) == names.end()) {
        m_input.fail(entry.value, "`" + name->substr(0, 60) + "` is not one of the `masters`; " +
                                      didYouMean(*name, names));
    }
}

void MasterExpectationReader::readAmount(const Entry& entry, MasterExpectation::What what) {
    using What = MasterExpectation::What;
    constexpr double kPercent = 100.0;
    const std::string_view expected = what == What::Answered ? "a share, such as `at least 99 %`"
                                      : what == What::Failures
                                          ? "a number of polls, such as `2` or `at most 2`"
                                          : "a time, such as `below 40 ms`";
    const auto text = m_input.scalarOf(entry.value, expected);
    if (!text) {
        return;
    }
    m_read.what = what;
    ++m_subjectCount;
    const Bound bound = boundOf(*text);
    const bool isBelow = text->starts_with("below ");
    const Result<Quantity> quantity = parseQuantity(bound.rest);
    const Dimension wanted = what == What::Answered   ? Dimension::Percent
                             : what == What::Failures ? Dimension::None
                                                      : Dimension::Time;
    const bool isFit = quantity && quantity->dimension == wanted && quantity->value >= 0.0 &&
                       isBelow == (what == What::Latency) &&
                       (what != What::Answered || quantity->value <= kPercent) &&
                       (what != What::Failures || quantity->value == std::floor(quantity->value));
    if (!isFit) {
        m_input.fail(entry.value, "write " + std::string(expected));
        return;
    }
    m_read.least = bound.isLeast ? std::optional(quantity->value) : std::nullopt;
    m_read.most = bound.isMost ? std::optional(quantity->value) : std::nullopt;
}

void MasterExpectationReader::readKind(const Entry& entry) {
    const auto text = m_input.scalarOf(entry.value, "a kind of failure");
    if (!text) {
        return;
    }
    const auto found = std::ranges::find(kMasterFailureNames, *text);
    if (found == kMasterFailureNames.end()) {
        m_input.fail(entry.value, "`" + text->substr(0, 60) + "` is not a kind of failure; " +
                                      didYouMean(*text, kMasterFailureNames));
        return;
    }
    m_read.kind = static_cast<MasterFailure>(found - kMasterFailureNames.begin());
}

/// "none", or the rule that is found.
void MasterExpectationReader::readFinding(const Entry& entry) {
    constexpr int kRuleCount = 22;
    const auto text = m_input.scalarOf(entry.value, "`none` or a rule, such as `J05`");
    if (!text) {
        return;
    }
    m_read.what = MasterExpectation::What::Finding;
    ++m_subjectCount;
    const auto number = text->starts_with('J') && text->size() == 3
                            ? parseNumber(std::string_view(*text).substr(1))
                            : std::nullopt;
    const bool isRule = number && *number >= 1.0 && *number <= kRuleCount;
    if (!isRule && *text != "none") {
        m_input.fail(entry.value, "write `none`, or a rule from `J01` to `J22`");
        return;
    }
    m_read.rule = isRule ? *text : std::string();
}

void MasterExpectationReader::readEntry(const Entry& entry) {
    using What = MasterExpectation::What;
    if (entry.key == "master") {
        readName(entry);
    } else if (entry.key == "answered") {
        readAmount(entry, What::Answered);
    } else if (entry.key == "failures") {
        readAmount(entry, What::Failures);
    } else if (entry.key == "latency") {
        readAmount(entry, What::Latency);
    } else if (entry.key == "kind") {
        readKind(entry);
    } else if (entry.key == "finding") {
        readFinding(entry);
    } else if (entry.key == "sees") {
        m_read.what = What::Sees;
        ++m_subjectCount;
    }
}

std::optional<MasterExpectation> MasterExpectationReader::read(std::span<const Entry> entries) {
    const std::size_t errorsBefore = m_input.errorCount();
    for (const Entry& entry : entries) {
        readEntry(entry);
    }
    if (m_input.errorCount() > errorsBefore) {
        return std::nullopt;
    }
    const auto master = std::ranges::find(entries, "master", &Entry::key);
    if (m_subjectCount != 1) {
        m_input.fail(master->keyNode, "what is expected of the master? Write one of `answered`, "
                                      "`failures`, `latency`, `sees` and `finding`");
        return std::nullopt;
    }
    if (m_read.kind && m_read.what != MasterExpectation::What::Failures) {
        m_input.fail(master->keyNode, "`kind` belongs to `failures`");
        return std::nullopt;
    }
    return m_read;
}

} // namespace

std::optional<MasterExpectation>
readMasterExpectation(YamlInput& input, std::span<const Entry> entries, const Scenario& scenario) {
    return MasterExpectationReader(input, scenario).read(entries);
}

} // namespace meter::sim
