// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/timeline_writer.hpp"

#include "sim/faults/line_fault_text.hpp"
#include "sim/keys/parameter_path.hpp"
#include "sim/keys/parameter_table.hpp"
#include "sim/registers/register_units.hpp"
#include "sim/registers/register_value.hpp"
#include "sim/scenario/meter_keys.hpp"
#include "sim/scenario/yaml/fault_writer.hpp"
#include "sim/scenario/yaml/line_fault_reader.hpp"
#include "sim/scenario/yaml/press_reader.hpp"
#include "sim/scenario/yaml/timeline_reader.hpp"
#include "sim/scenario/yaml/yaml_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace meter::sim {

namespace {

using Values = std::vector<std::pair<std::string, double>>;

constexpr std::string_view kSupplyKey = "installation.control_power.";

const ValueRule& ruleOf(const ParameterPath& path) {
    if (path.key != nullptr) {
        return path.key->rule;
    }
    return path.isAngle ? angleRule() : levelRule();
}

/// Writes the keys of a `set` with as few words as read back to the same list.
class SetWriter final {
public:
    SetWriter(const Values& values, Service service) : m_values(values), m_service(service) {}

    [[nodiscard]] std::string text();

private:
    bool takeSupply();
    bool takePhases();
    void takeOne();
    void add(std::string key, const std::string& value);
    [[nodiscard]] std::string shortKey(const std::string& key) const;

    const Values& m_values;
    Service m_service;
    std::size_t m_next = 0;
    YamlPairs m_pairs;
};

/// A key can stand in a map only once: the last one counts, as it does when it is set.
void SetWriter::add(std::string key, const std::string& value) {
    std::erase_if(m_pairs, [&key](const auto& pair) { return pair.first == key; });
    m_pairs.emplace_back(std::move(key), value);
}

/// The reader breaks `control_power: {dc: 125 V}` down into its kind and its voltage.
bool SetWriter::takeSupply() {
    if (m_next + 1 >= m_values.size() ||
        m_values[m_next].first != std::string(kSupplyKey) + "kind") {
        return false;
    }

    struct Form {
        ControlPowerKind kind;
        std::string_view part;
        std::string_view written;
    };

    constexpr std::array<Form, 3> kForms = {
        {{ControlPowerKind::OwnAc, "voltage", "installation.control_power"},
         {ControlPowerKind::OwnDc, "voltage", "installation.control_power.dc"},
         {ControlPowerKind::FromService, "pair", "installation.control_power.from"}}};
    const auto& [key, value] = m_values[m_next + 1];
    for (const Form& form : kForms) {
        if (m_values[m_next].second == static_cast<double>(form.kind) &&
            key == std::string(kSupplyKey) + std::string(form.part)) {
            add(std::string(form.written), exactText(findWorldKey(form.written)->rule, value));
            m_next += 2;
            return true;
        }
    }
    return false;
}

std::string SetWriter::shortKey(const std::string& key) const {
    return key.ends_with(".level") ? key.substr(0, key.size() - 6) : key;
}

/// All phases with the same value, one behind another.
bool SetWriter::takePhases() {
    const auto& [first, value] = m_values[m_next];
    const Result<ParameterPath> path = resolveParameter(first, m_service);
    if (!path || !path->index || *path->index != 0) {
        return false;
    }
    const std::size_t count = path->key != nullptr
                                  ? indexNames(*path->key, m_service).size()
                                  : spectrumPhaseNames(*path->spectrum, m_service).size();
    if (count < 2 || m_next + count > m_values.size()) {
        return false;
    }
    for (std::size_t phase = 0; phase < count; ++phase) {
        const auto& [key, own] = m_values[m_next + phase];
        if (key != path->leaf(phase, m_service) || own != value) {
            return false;
        }
    }
    m_next += count;
    if (path->key == nullptr) {
        add(std::string(path->spectrum->path) + "." + numberText(path->order) +
                (path->isAngle ? ".angle" : ""),
            exactText(ruleOf(*path), value));
        return true;
    }
    const std::string factor = path->key->path == "load.phase" ? powerFactorText(value) : "";
    add(factor.empty() ? std::string(path->key->path) : "load.pf",
        factor.empty() ? exactText(ruleOf(*path), value) : factor);
    return true;
}

void SetWriter::takeOne() {
    const auto& [key, value] = m_values[m_next++];
    const Result<ParameterPath> path = resolveParameter(key, m_service);
    if (!path) {
        add(key, numberText(value)); // Read or recorded, it has a path; else `check` tells.
        return;
    }
    constexpr std::string_view kPhase = "load.phase";
    constexpr std::string_view kFactor = "load.pf";
    if (key.starts_with(kFactor)) {
        const double degrees = laggingDegOfPowerFactor(std::fabs(value));
        add(std::string(kPhase) + key.substr(kFactor.size()),
            numberText(value < 0.0 ? -degrees : degrees) + " deg");
        return;
    }
    const std::string factor = key.starts_with(kPhase) ? powerFactorText(value) : "";
    if (!factor.empty()) {
        add(std::string(kFactor) + key.substr(kPhase.size()), factor);
        return;
    }
    add(shortKey(key), exactText(ruleOf(*path), value));
    if (key == kServiceKey) {
        m_service = static_cast<Service>(static_cast<int>(value));
    }
}

std::string SetWriter::text() {
    while (m_next < m_values.size()) {
        if (!takeSupply() && !takePhases()) {
            takeOne();
        }
    }
    return flowMap(m_pairs);
}

std::string pressText(const PressAction& action) {
    using Stroke = PressAction::Stroke;
    std::vector<std::string> items;
    for (const PressAction::Press& press : action.presses) {
        const auto place = std::ranges::find(kKeysByWord, press.key) - kKeysByWord.begin();
        const std::string word(kKeyWords[static_cast<std::size_t>(place)]);
        if (press.stroke != Stroke::Press) {
            items.push_back(flowMap({{press.stroke == Stroke::Down ? "down" : "up", word}}));
        } else if (press.hold > 0) {
            items.push_back(flowMap({{"hold", word}, {"for", timeText(press.hold)}}));
        } else {
            items.push_back(word);
        }
    }
    return flowList(items);
}

/// A register's value in the unit of the point map that a master would write as this word.
std::string wordText(std::uint16_t number, std::uint16_t word) {
    const Result<RegisterChoice> choice = registerByNameOrNumber(std::to_string(number));
    if (choice && choice->named && choice->named->row->isWritable() &&
        choice->named->row->words == 1) {
        const auto value = valueOf(*choice->named->row, std::span(&word, 1), ScaleFactors{});
        const std::string text = value ? numberText(*value) : std::string{};
        if (const auto read = registerWord(*choice, text); read && *read == word) {
            return text;
        }
    }
    return std::to_string(word);
}

std::string writeText(const WriteAction& action) {
    YamlPairs pairs;
    for (const auto& [number, word] : action.registers) {
        pairs.emplace_back(std::to_string(number), wordText(number, word));
    }
    return flowMap(pairs);
}

/// Adds the verb with its value.
struct VerbWriter {
    const Scenario& scenario;
    const TimelineEntry& entry;
    YamlPairs& pairs;
    std::optional<SampleTime>& duration;

    Result<void> operator()(const SetAction& action) const {
        pairs.emplace_back("set", SetWriter(action.values, serviceAt(scenario, entry)).text());
        return {};
    }

    Result<void> operator()(const PressAction& action) const {
        pairs.emplace_back("press", pressText(action));
        return {};
    }

    Result<void> operator()(const WriteAction& action) const {
        pairs.emplace_back("write", writeText(action));
        return {};
    }

    Result<void> operator()(const PowerAction& action) const {
        pairs.emplace_back("power", action.isOn ? "on" : "off");
        return {};
    }

    Result<void> operator()(const SaveAction& action) const {
        pairs.emplace_back("save", quotedYaml(action.bookmark));
        return {};
    }

    Result<void> operator()(const ClearAction& action) const {
        pairs.emplace_back("clear", action.name.empty() ? "all" : action.name);
        return {};
    }

    Result<void> operator()(const SwapAction& action) const {
        YamlPairs values;
        for (const MeterKey& key : meterKeys()) {
            for (const auto& [path, value] : action.values) {
                if (path == key.path) {
                    values.emplace_back(path, exactText(key.rule, value));
                }
            }
        }
        pairs.emplace_back("swap", flowMap(values));
        return {};
    }

    Result<void> operator()(const LineAction& action) const {
        pairs.emplace_back("line", lineFaultsText(action));
        return {};
    }

    Result<void> operator()(const ApplyAction& action) const {
        const Result<WrittenFault> fault = writtenFault(scenario, entry, action);
        if (!fault) {
            return std::unexpected(fault.error());
        }
        pairs.emplace_back("apply", action.name);
        for (const FaultText& parameter : fault->parameters) {
            pairs.emplace_back(parameter.name, yamlOf(parameter.value));
        }
        duration = fault->length;
        return {};
    }
};

std::string numberTextOf(const RegisterChoice& choice, double value) {
    const std::string unit(choice.named ? choice.named->text->unit : std::string_view{});
    const std::string text = numberText(value);
    const Result<double> read = registerQuantity(choice, text + " " + unit);
    return !unit.empty() && read && *read == value ? text + " " + unit : text;
}

/// A share of the expected value where it was one of few digits, otherwise the amount.
std::string withinText(const Expectation& expectation, const RegisterChoice& choice) {
    const double base = std::fabs(expectation.equals.value_or(0.0));
    const double percent = base > 0.0 ? *expectation.within / base * 100.0 : 0.0;
    for (const double steps : {1e2, 1e4, 1e6}) {
        const double rounded = std::round(percent * steps) / steps;
        if (rounded > 0.0 && base * rounded / 100.0 == *expectation.within) {
            return numberText(rounded) + " %";
        }
    }
    return numberTextOf(choice, *expectation.within);
}

std::string displayText(const Expectation& expectation) {
    YamlPairs pairs;
    if (expectation.label) {
        pairs.emplace_back("label", quotedYaml(*expectation.label));
    }
    if (expectation.value) {
        pairs.emplace_back("value", quotedYaml(*expectation.value));
    }
    if (expectation.icons) {
        pairs.emplace_back("icons", flowList(*expectation.icons));
    }
    return flowMap(pairs);
}

/// "at least 99 %", "2", "below 0.04 s".
std::string amountText(const MasterExpectation& asked) {
    using What = MasterExpectation::What;
    const std::string unit = asked.what == What::Answered  ? " %"
                             : asked.what == What::Latency ? " s"
                                                           : "";
    const std::string amount = numberText(asked.least.value_or(asked.most.value_or(0.0))) + unit;
    if (asked.what == What::Latency) {
        return "below " + amount;
    }
    return asked.least && asked.most ? amount : (asked.least ? "at least " : "at most ") + amount;
}

void addMaster(const Expectation& expectation, YamlPairs& pairs) {
    constexpr std::array<const char*, 5> kKeys = {"answered", "failures", "latency", "sees",
                                                  "finding"};
    using What = MasterExpectation::What;
    const MasterExpectation& asked = *expectation.ofMaster;
    const std::string rule = asked.rule.empty() ? "none" : asked.rule;
    pairs.emplace_back("master", quotedYaml(asked.master));
    pairs.emplace_back(kKeys[static_cast<std::size_t>(asked.what)],
                       asked.what == What::Sees      ? scalarYaml(expectation.name)
                       : asked.what == What::Finding ? rule
                                                     : amountText(asked));
    if (asked.kind) {
        pairs.emplace_back("kind", kMasterFailureNames[static_cast<std::size_t>(*asked.kind)]);
    }
}

void addSubject(const Expectation& expectation, YamlPairs& pairs) {
    using Subject = Expectation::Subject;
    if (expectation.subject == Subject::Master) {
        addMaster(expectation, pairs);
        return;
    }
    if (expectation.subject == Subject::Display) {
        pairs.emplace_back("display", displayText(expectation));
        return;
    }
    pairs.emplace_back(expectation.subject == Subject::Register ? "register" : "output",
                       scalarYaml(expectation.name));
}

void addComparisons(const Expectation& expectation, YamlPairs& pairs) {
    RegisterChoice choice;
    if (expectation.subject == Expectation::Subject::Register ||
        expectation.subject == Expectation::Subject::Master) {
        choice = registerByNameOrNumber(expectation.name).value_or(RegisterChoice{});
    }
    const auto add = [&](const char* key, const std::optional<double>& value) {
        if (value) {
            pairs.emplace_back(key, numberTextOf(choice, *value));
        }
    };
    add("equals", expectation.equals);
    if (expectation.within) {
        pairs.emplace_back("within", withinText(expectation, choice));
    }
    add("above", expectation.above);
    add("below", expectation.below);
    if (expectation.between) {
        pairs.emplace_back("between",
                           flowList({numberTextOf(choice, expectation.between->first),
                                     numberTextOf(choice, expectation.between->second)}));
    }
    YamlPairs bits;
    for (const auto& [bit, isSet] : expectation.bits) {
        bits.emplace_back(std::to_string(bit), isSet ? "1" : "0");
    }
    if (!bits.empty()) {
        pairs.emplace_back("bits", flowMap(bits));
    }
    if (expectation.isValid) {
        pairs.emplace_back("is", *expectation.isValid ? "valid" : "invalid");
    }
    if (expectation.isClosed) {
        pairs.emplace_back("state", *expectation.isClosed ? "closed" : "open");
    }
}

} // namespace

Result<std::string> timelineEntryText(const Scenario& scenario, const TimelineEntry& entry) {
    YamlPairs pairs = {{"at", timeText(entry.at)}};
    std::optional<SampleTime> duration = entry.forDuration;
    const Result<void> done =
        std::visit(VerbWriter{scenario, entry, pairs, duration}, entry.action);
    if (!done) {
        return std::unexpected(done.error());
    }
    if (duration) {
        pairs.emplace_back("for", timeText(*duration));
    }
    if (entry.rampDuration) {
        pairs.emplace_back("ramp", timeText(*entry.rampDuration));
    }
    if (entry.every) {
        pairs.emplace_back("every", timeText(*entry.every));
    }
    if (entry.times) {
        pairs.emplace_back("times", std::to_string(*entry.times));
    }
    return flowMap(pairs);
}

std::string expectationText(const Expectation& expectation) {
    using When = Expectation::When;
    YamlPairs pairs;
    if (expectation.when == When::FromTo) {
        pairs.emplace_back("from", timeText(expectation.from));
        pairs.emplace_back("to", timeText(expectation.to));
    } else {
        pairs.emplace_back(expectation.when == When::By ? "by" : "at", timeText(expectation.to));
    }
    addSubject(expectation, pairs);
    addComparisons(expectation, pairs);
    return flowMap(pairs);
}

} // namespace meter::sim
