// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/expectation_reader.hpp"

#include "sim/device/glass_text.hpp"
#include "sim/keys/value_rule.hpp"
#include "sim/registers/register_units.hpp"
#include "sim/scenario/yaml/master_expectation_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace meter::sim {

namespace {

using Entry = YamlInput::Entry;
using Subject = Expectation::Subject;

constexpr std::array<std::string_view, 22> kKeys = {
    "at",       "from",     "to",    "by",      "register", "display", "output", "equals",
    "within",   "above",    "below", "between", "bits",     "is",      "state",  "master",
    "answered", "failures", "kind",  "latency", "sees",     "finding"};
constexpr std::size_t kTimeKeyCount = 4;      ///< Of kKeys, the first ones.
constexpr std::size_t kTimelessKeyCount = 11; ///< The next ones; then those of masters.
constexpr std::array<std::string_view, 3> kDisplayKeys = {"label", "value", "icons"};
constexpr std::array<std::string_view, 2> kOutputs = {"alarm", "energy_pulses"};

/// A value as it might have been written, for the name of an expectation.
std::string flowText(const YAML::Node& node) {
    std::string text;
    if (node.IsScalar()) {
        return node.Scalar();
    }
    if (node.IsSequence()) {
        for (const YAML::Node& item : node) {
            text += (text.empty() ? "" : ", ") + flowText(item);
        }
        return "[" + text + "]";
    }
    if (node.IsMap()) {
        for (const auto& item : node) {
            text +=
                (text.empty() ? "" : ", ") + flowText(item.first) + ": " + flowText(item.second);
        }
        return "{" + text + "}";
    }
    return text;
}

class ExpectationReader final {
public:
    /// `scenario`: whose masters there are.
    ExpectationReader(YamlInput& input, double nominalFrequencyHz, const Scenario& scenario)
        : m_input(input), m_nominalFrequencyHz(nominalFrequencyHz), m_scenario(scenario) {}

    std::optional<Expectation> read(const YAML::Node& node);
    /// One that is judged whenever somebody looks.
    std::optional<Expectation> readTimeless(const YAML::Node& node);

private:
    const Entry* find(std::string_view key) const;
    void readWhen(const YAML::Node& node);
    std::optional<SampleTime> timeAt(std::string_view key);
    void readSubject(const YAML::Node& node);
    void readRegister(const YAML::Node& node);
    void readMaster(const YAML::Node& node);
    void refuseMasterKeys();
    void readOutput(const Entry& entry);
    void readDisplay(const Entry& entry);
    void readIcons(const YAML::Node& node);
    void readComparisons(const YAML::Node& node);
    void readNumber(std::string_view key, std::optional<double>& into);
    std::optional<double> numberOf(const YAML::Node& node);
    void readBetween(const Entry& entry);
    void readBits(const Entry& entry);
    void readWithin(const Entry& entry);
    void readWords();

    YamlInput& m_input;
    double m_nominalFrequencyHz;
    const Scenario& m_scenario;

    [[nodiscard]] std::span<const std::string_view> knownKeys() const {
        return m_isTimeless ? std::span(kKeys).subspan(kTimeKeyCount, kTimelessKeyCount)
                            : std::span(kKeys);
    }

    std::vector<Entry> m_entries;
    bool m_isTimeless = false;
    RegisterChoice m_register{};
    Expectation m_read{};
};

const Entry* ExpectationReader::find(std::string_view key) const {
    const auto found = std::ranges::find(m_entries, key, &Entry::key);
    return found == m_entries.end() ? nullptr : &*found;
}

std::optional<SampleTime> ExpectationReader::timeAt(std::string_view key) {
    const Entry* const entry = find(key);
    if (entry == nullptr) {
        return std::nullopt;
    }
    const auto seconds = m_input.timeOf(entry->value, m_nominalFrequencyHz);
    return samplesOf(seconds.value_or(0.0));
}

void ExpectationReader::readWhen(const YAML::Node& node) {
    const auto at = timeAt("at");
    const auto from = timeAt("from");
    const auto to = timeAt("to");
    const auto by = timeAt("by");
    const int ways = (at ? 1 : 0) + (from || to ? 1 : 0) + (by ? 1 : 0);
    if (ways != 1 || from.has_value() != to.has_value()) {
        m_input.fail(node, "when is it checked? Write one of `at: 12 s`, `from: 2 s, to: 9 s` or "
                           "`by: 13 s`");
        return;
    }
    if (from) {
        m_read.when = Expectation::When::FromTo;
        m_read.from = *from;
        m_read.to = *to;
        const SampleTime firstTick = (*from + kSamplesPerSecond - 1) / kSamplesPerSecond;
        if (firstTick * kSamplesPerSecond > *to) {
            m_input.fail(node, "this span contains no whole second, so nothing would be checked");
        }
        return;
    }
    m_read.when = by ? Expectation::When::By : Expectation::When::At;
    m_read.from = by ? 0 : *at;
    m_read.to = by ? *by : *at;
    if (by && *by < kSamplesPerSecond) {
        m_input.fail(node, "the first second ends at 1 s: `by` cannot be earlier");
    }
}

void ExpectationReader::readSubject(const YAML::Node& node) {
    const Entry* const named = find("register");
    const Entry* const display = find("display");
    const Entry* const output = find("output");
    const bool isOfMaster = find("master") != nullptr;
    if ((named != nullptr) + (display != nullptr) + (output != nullptr) + isOfMaster != 1) {
        m_input.fail(node, "what is checked? Write one of `register: voltage_bn`, "
                           "`display: {…}`, `output: alarm` or `master: …`");
        return;
    }
    if (!isOfMaster) {
        refuseMasterKeys();
    }
    if (isOfMaster) {
        readMaster(node);
    } else if (display != nullptr) {
        readDisplay(*display);
    } else if (output != nullptr) {
        readOutput(*output);
    } else {
        m_read.subject = Subject::Register;
        readRegister(named->value);
    }
}

void ExpectationReader::refuseMasterKeys() {
    for (const std::string_view key : std::span(kKeys).subspan(kTimeKeyCount + kTimelessKeyCount)) {
        if (const Entry* const entry = find(key)) {
            m_input.fail(entry->keyNode, "`" + std::string(key) + "` belongs to `master`");
        }
    }
}

void ExpectationReader::readRegister(const YAML::Node& node) {
    const auto name = m_input.scalarOf(node, "the name of a register");
    if (!name) {
        return;
    }
    m_read.name = *name;
    const Result<RegisterChoice> choice = registerByNameOrNumber(*name);
    if (choice) {
        m_register = *choice;
    } else {
        m_input.fail(node, choice.error().text);
    }
}

void ExpectationReader::readMaster(const YAML::Node& node) {
    m_read.subject = Subject::Master;
    m_read.ofMaster = readMasterExpectation(m_input, m_entries, m_scenario);
    if (const Entry* const sees = find("sees")) {
        readRegister(sees->value);
    } else if (m_read.ofMaster && m_read.when != Expectation::When::FromTo) {
        m_input.fail(node, "polls are counted in a span; write `from: 10 s, to: 60 s`");
    }
}

void ExpectationReader::readOutput(const Entry& entry) {
    m_read.subject = Subject::Output;
    const auto name = m_input.scalarOf(entry.value, "`alarm` or `energy_pulses`");
    if (!name) {
        return;
    }
    m_read.name = *name;
    if (std::ranges::find(kOutputs, *name) == kOutputs.end()) {
        m_input.fail(entry.value, "`" + name->substr(0, 60) + "` is not an output; " +
                                      didYouMean(*name, kOutputs));
    }
}

void ExpectationReader::readIcons(const YAML::Node& node) {
    if (!node.IsSequence()) {
        m_input.fail(node, "`icons` is a list, such as `[wrench]`");
        return;
    }
    m_read.icons.emplace();
    for (const YAML::Node& item : node) {
        const auto icon = m_input.scalarOf(item, "the name of an icon");
        if (icon && !iconOf(*icon)) {
            m_input.fail(item, "unknown icon `" + icon->substr(0, 60) + "`; " +
                                   didYouMean(*icon, kIconNames));
        } else if (icon) {
            m_read.icons->push_back(*icon);
        }
    }
}

void ExpectationReader::readDisplay(const Entry& entry) {
    m_read.subject = Subject::Display;
    m_read.name = "display";
    const std::size_t errorsBefore = m_input.errorCount();
    for (const Entry& item : m_input.entriesOf(entry.value, "`display`")) {
        if (item.key == "icons") {
            readIcons(item.value);
        } else if (item.key == "label") {
            m_read.label = m_input.scalarOf(item.value, "the text of the label row");
        } else if (item.key == "value") {
            m_read.value = m_input.scalarOf(item.value, "the text of the value row");
        } else {
            m_input.unknownKey(item, "`display`", kDisplayKeys);
        }
    }
    if (!m_read.label && !m_read.value && !m_read.icons && m_input.errorCount() == errorsBefore) {
        m_input.fail(entry.value, "`display` takes `label`, `value` or `icons`");
    }
}

std::optional<double> ExpectationReader::numberOf(const YAML::Node& node) {
    const auto text = m_input.scalarOf(node, "a number");
    if (!text) {
        return std::nullopt;
    }
    const Result<double> value = registerQuantity(m_register, *text);
    if (!value) {
        m_input.fail(node, value.error().text);
        return std::nullopt;
    }
    return *value;
}

void ExpectationReader::readNumber(std::string_view key, std::optional<double>& into) {
    if (const Entry* const entry = find(key)) {
        into = numberOf(entry->value);
    }
}

void ExpectationReader::readBetween(const Entry& entry) {
    if (!entry.value.IsSequence() || entry.value.size() != 2) {
        m_input.fail(entry.value, "`between` takes two values, such as `[59.99, 60.01]`");
        return;
    }
    const auto low = numberOf(entry.value[0]);
    const auto high = numberOf(entry.value[1]);
    if (low && high && *low > *high) {
        m_input.fail(entry.value, "the smaller value comes first");
    } else if (low && high) {
        m_read.between = {*low, *high};
    }
}

void ExpectationReader::readBits(const Entry& entry) {
    for (const Entry& item : m_input.entriesOf(entry.value, "`bits`")) {
        const std::optional<double> bit = parseNumber(item.key);
        if (!bit || *bit < 0.0 || *bit > 15.0 || *bit != std::floor(*bit)) {
            m_input.fail(item.keyNode, "a bit is a number from 0 to 15");
            continue;
        }
        const auto state = m_input.scalarOf(item.value, "0 or 1");
        if (state && *state != "0" && *state != "1") {
            m_input.fail(item.value, "a bit is 0 or 1");
        } else if (state) {
            m_read.bits.emplace_back(static_cast<int>(*bit), *state == "1");
        }
    }
    if (m_register.named && m_register.named->row->words != 1) {
        m_input.fail(entry.keyNode, "`bits` works with registers of 16 bits");
    }
}

void ExpectationReader::readWithin(const Entry& entry) {
    const auto text = m_input.scalarOf(entry.value, "a tolerance such as `0.5 %` or `0.2 V`");
    if (!text) {
        return;
    }
    if (find("equals") == nullptr) {
        m_input.fail(entry.keyNode, "`within` belongs to `equals`");
        return;
    }
    const Result<Quantity> quantity = parseQuantity(*text);
    if (quantity && quantity->dimension == Dimension::Percent && m_read.equals) {
        m_read.within = std::fabs(*m_read.equals) * quantity->value / 100.0;
    } else if (!quantity || quantity->dimension != Dimension::Percent) {
        m_read.within = numberOf(entry.value);
    }
    if (m_read.within && *m_read.within < 0.0) {
        m_input.fail(entry.value, "a tolerance cannot be negative");
    }
}

void ExpectationReader::readWords() {
    if (const Entry* const entry = find("is")) {
        const auto text = m_input.scalarOf(entry->value, "`valid` or `invalid`");
        if (text && *text != "valid" && *text != "invalid") {
            m_input.fail(entry->value, "write `valid` or `invalid`");
        }
        m_read.isValid = text == "valid";
    }
    if (const Entry* const entry = find("state")) {
        const auto text = m_input.scalarOf(entry->value, "`closed` or `open`");
        if (text && *text != "closed" && *text != "open") {
            m_input.fail(entry->value, "write `closed` or `open`");
        }
        m_read.isClosed = text == "closed";
    }
}

void ExpectationReader::readComparisons(const YAML::Node& node) {
    readNumber("equals", m_read.equals);
    readNumber("above", m_read.above);
    readNumber("below", m_read.below);
    if (const Entry* const entry = find("between")) {
        readBetween(*entry);
    }
    if (const Entry* const entry = find("bits")) {
        readBits(*entry);
    }
    if (const Entry* const entry = find("within")) {
        readWithin(*entry);
    }
    readWords();
    const bool hasNumber = find("equals") != nullptr || find("above") != nullptr ||
                           find("below") != nullptr || find("between") != nullptr;
    const bool hasRegisterWord = find("bits") != nullptr || find("is") != nullptr;
    const bool hasState = find("state") != nullptr;
    const bool isPulses = m_read.subject == Subject::Output && m_read.name == "energy_pulses";
    const bool isOfMaster = m_read.subject == Subject::Master;
    const bool isRegister = m_read.subject == Subject::Register || find("sees") != nullptr;
    if ((hasNumber && !isRegister && !isPulses) || (hasRegisterWord && !isRegister)) {
        m_input.fail(node,
                     isOfMaster ? "the polls of a master are compared as in `failures: at most 2`"
                     : m_read.subject == Subject::Display
                         ? "a display is compared inside `display: {label: …, value: …}`"
                         : "the alarm output is compared by `state: closed` or `state: open`");
    } else if (hasState && m_read.subject != Subject::Output) {
        m_input.fail(node, "`state` belongs to `output`");
    } else if (isRegister && !hasNumber && !hasRegisterWord && find("within") == nullptr) {
        m_input.fail(node, "what must the register be? Write one of `equals`, `between`, `above`, "
                           "`below`, `bits` or `is`");
    } else if (m_read.subject == Subject::Output && !hasState && !hasNumber) {
        m_input.fail(node, "what must the output be? Write `state: closed`, or `equals: 1` for "
                           "energy_pulses");
    }
}

std::optional<Expectation> ExpectationReader::read(const YAML::Node& node) {
    const std::size_t errorsBefore = m_input.errorCount();
    if (!node.IsMap()) {
        m_input.fail(node, "an expectation is a map, such as "
                           "`{at: 9 s, register: voltage_bn, equals: 277 V, within: 0.1 %}`");
        return std::nullopt;
    }
    m_entries = m_input.entriesOf(node, "an expectation");
    m_read.place = m_input.placeOf(node);
    const std::span<const std::string_view> known = knownKeys();
    for (const Entry& entry : m_entries) {
        m_read.text += (m_read.text.empty() ? "" : ", ") + entry.key + " " + flowText(entry.value);
        if (std::ranges::find(known, entry.key) == known.end()) {
            m_input.unknownKey(entry, "an expectation", known);
        }
    }
    if (m_input.errorCount() > errorsBefore) {
        return std::nullopt;
    }
    if (!m_isTimeless) {
        readWhen(node);
    }
    readSubject(node);
    if (m_input.errorCount() == errorsBefore) {
        readComparisons(node);
    }
    return m_input.errorCount() == errorsBefore ? std::optional(m_read) : std::nullopt;
}

std::optional<Expectation> ExpectationReader::readTimeless(const YAML::Node& node) {
    m_isTimeless = true;
    return read(node);
}

} // namespace

std::optional<Expectation>
readTimelessExpectation(YamlInput& input, const YAML::Node& node, double nominalFrequencyHz) {
    return ExpectationReader(input, nominalFrequencyHz, Scenario{}).readTimeless(node);
}

void readExpectations(YamlInput& input,
                      const YAML::Node& node,
                      Scenario& scenario,
                      double nominalFrequencyHz) {
    if (node.IsNull()) {
        return;
    }
    if (!node.IsSequence()) {
        input.fail(node, "`expect` is a list; begin each entry with `- at:`, `- from:` or `- by:`");
        return;
    }
    for (const YAML::Node& entry : node) {
        ExpectationReader reader(input, nominalFrequencyHz, scenario);
        if (auto expectation = reader.read(entry)) {
            scenario.expect.push_back(std::move(*expectation));
        }
    }
}

} // namespace meter::sim
