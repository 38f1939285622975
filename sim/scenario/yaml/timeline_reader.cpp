// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/timeline_reader.hpp"

#include "sim/grid/load_profile.hpp"
#include "sim/keys/parameter_path.hpp"
#include "sim/keys/parameter_table.hpp"
#include "sim/registers/register_names.hpp"
#include "sim/registers/register_units.hpp"
#include "sim/registers/register_value.hpp"
#include "sim/scenario/yaml/fault_reader.hpp"
#include "sim/scenario/yaml/line_fault_reader.hpp"
#include "sim/scenario/yaml/press_reader.hpp"
#include "sim/scenario/yaml/register_writes.hpp"
#include "sim/scenario/yaml/swap_reader.hpp"
#include "sim/scenario/yaml/world_reader.hpp"

#include <algorithm>
#include <array>

namespace meter::sim {

namespace {

using Entry = YamlInput::Entry;

constexpr std::array<std::string_view, 14> kEntryKeys = {
    "at",   "set",  "apply", "clear", "press", "write", "power",
    "line", "swap", "save",  "for",   "ramp",  "every", "times"};
constexpr std::array<std::string_view, 9> kVerbs = {"set",   "apply", "clear", "press", "write",
                                                    "power", "line",  "swap",  "save"};
constexpr double kTimesMax = 1e6;

class TimelineReader final {
public:
    TimelineReader(YamlInput& input, Scenario& scenario, double nominalFrequencyHz)
        : m_input(input), m_scenario(scenario), m_nominalFrequencyHz(nominalFrequencyHz) {}

    void readEntry(const YAML::Node& node);

private:
    std::optional<TimelineAction> readVerb(const Entry& entry);
    std::optional<TimelineAction> readSet(const Entry& entry);
    std::optional<TimelineAction> readWrite(const YAML::Node& node);
    std::optional<TimelineAction> readPower(const YAML::Node& node);
    std::optional<TimelineAction> readSave(const YAML::Node& node);
    std::optional<TimelineAction> readClear(const YAML::Node& node);
    void readApply(const Entry& verb, const std::vector<Entry>& entries, TimelineEntry& into);
    std::optional<FaultText> readParameter(const Entry& entry);
    bool readTiming(const Entry& entry, TimelineEntry& into);
    void checkTiming(const std::vector<Entry>& entries, const TimelineEntry& read);

    YamlInput& m_input;
    Scenario& m_scenario;
    double m_nominalFrequencyHz;
    TimelineEntry m_entry; ///< The one that is being read: its time.
};

/// False if the key is no matter of timing.
bool TimelineReader::readTiming(const Entry& entry, TimelineEntry& into) {
    if (entry.key == "at") {
        if (const auto seconds = m_input.timeOf(entry.value, m_nominalFrequencyHz)) {
            into.at = samplesOf(*seconds);
        }
        return true;
    }
    if (entry.key == "for") {
        into.forDuration = m_input.positiveTimeOf(entry.value, m_nominalFrequencyHz);
        return true;
    }
    if (entry.key == "ramp") {
        into.rampDuration = m_input.positiveTimeOf(entry.value, m_nominalFrequencyHz);
        return true;
    }
    if (entry.key == "every") {
        into.every = m_input.positiveTimeOf(entry.value, m_nominalFrequencyHz);
        return true;
    }
    if (entry.key == "times") {
        const ValueRule rule = {.min = 1.0, .max = kTimesMax, .isWhole = true};
        if (const auto text = m_input.scalarOf(entry.value, describe(rule))) {
            const Result<double> times = parseValue(rule, *text, {});
            if (!times) {
                m_input.fail(entry.value, times.error().text);
            }
            into.times = static_cast<int>(times.value_or(1.0));
        }
        return true;
    }
    return false;
}

void TimelineReader::checkTiming(const std::vector<Entry>& entries, const TimelineEntry& read) {
    const auto keyOf = [&entries](std::string_view name) -> const Entry* {
        const auto found = std::ranges::find(entries, name, &Entry::key);
        return found == entries.end() ? nullptr : &*found;
    };
    const bool isSet = std::holds_alternative<SetAction>(read.action);
    const bool isPower = std::holds_alternative<PowerAction>(read.action);
    const bool isApply = std::holds_alternative<ApplyAction>(read.action);
    const bool isLine = std::holds_alternative<LineAction>(read.action);
    const Entry* const duration = keyOf("for");
    const Entry* const ramp = keyOf("ramp");
    if (duration != nullptr && !isSet && !isPower && !isApply && !isLine) {
        m_input.fail(duration->keyNode, "`for` works with `set`, `apply`, `power` and `line`; a "
                                        "key is held by `press: {hold: right, for: 2 s}`");
    }
    if (ramp != nullptr && !isSet) {
        m_input.fail(ramp->keyNode, "`ramp` works with `set` only");
    }
    if (ramp != nullptr && duration != nullptr) {
        m_input.fail(ramp->keyNode, "`ramp` and `for` cannot be combined; use two entries");
    }
    if (keyOf("times") != nullptr && keyOf("every") == nullptr) {
        m_input.fail(keyOf("times")->keyNode, "`times` needs `every`, such as `every: 60 s`");
    }
    if (ramp != nullptr && isSet) {
        for (const auto& [key, value] : std::get<SetAction>(read.action).values) {
            if (!isParameterContinuous(key)) {
                m_input.fail(ramp->keyNode, "`" + key + "` is a choice and cannot be ramped");
            }
        }
    }
    const SampleTime busy = read.forDuration.value_or(read.rampDuration.value_or(0));
    if (read.every && *read.every < busy) {
        m_input.fail(keyOf("every")->keyNode, "it repeats before the last time is over; `every` "
                                              "must be as long as `for` or `ramp`");
    }
}

void TimelineReader::readEntry(const YAML::Node& node) {
    TimelineEntry read;
    read.place = m_input.placeOf(node);
    const std::size_t errorsBefore = m_input.errorCount();
    if (!node.IsMap()) {
        m_input.fail(node, "an entry is a map, such as `{at: 10 s, set: {source.voltage: 70 %}}`");
        return;
    }
    const std::vector<Entry> entries = m_input.entriesOf(node, "a timeline entry");
    const auto fault = std::ranges::find(entries, "apply", &Entry::key);
    bool hasVerb = false;
    std::vector<Entry> others; // The verb's meaning may hang on the time.
    for (const Entry& entry : entries) {
        if (!readTiming(entry, read)) {
            others.push_back(entry);
        }
    }
    m_entry.at = read.at;
    for (const Entry& entry : others) {
        if (std::ranges::find(kVerbs, entry.key) == kVerbs.end()) {
            if (fault != entries.end()) {
                continue; // A parameter of the fault.
            }
            m_input.unknownKey(entry, "a timeline entry", kEntryKeys);
            hasVerb = true; // Probably the verb, misspelt: one mistake, not two.
            continue;
        }
        if (hasVerb) {
            m_input.fail(entry.keyNode,
                         "one entry does one thing; give `" + entry.key + "` an entry of its own");
            continue;
        }
        hasVerb = true;
        if (entry.key == "apply") {
            continue; // Once the timing is known.
        }
        if (std::optional<TimelineAction> action = readVerb(entry)) {
            read.action = std::move(*action);
        }
    }
    if (fault != entries.end()) {
        readApply(*fault, entries, read);
    }
    if (std::ranges::find(entries, "at", &Entry::key) == entries.end()) {
        m_input.fail(node, "`at` is missing: when does it happen? Write `at: 10 s`");
    }
    if (!hasVerb) {
        m_input.fail(node, "what happens is missing: write one of " + wordList(kVerbs));
    }
    if (m_input.errorCount() == errorsBefore) {
        checkTiming(entries, read);
        m_scenario.timeline.push_back(std::move(read));
    }
}

std::optional<TimelineAction> TimelineReader::readVerb(const Entry& entry) {
    if (entry.key == "set") {
        return readSet(entry);
    }
    if (entry.key == "press") {
        return readPress(m_input, entry.value, m_nominalFrequencyHz);
    }
    if (entry.key == "write") {
        return readWrite(entry.value);
    }
    if (entry.key == "power") {
        return readPower(entry.value);
    }
    if (entry.key == "save") {
        return readSave(entry.value);
    }
    if (entry.key == "clear") {
        return readClear(entry.value);
    }
    if (entry.key == "swap") {
        return readSwap(m_input, entry.value, m_scenario);
    }
    return readLineFaults(m_input, entry.value, m_nominalFrequencyHz);
}

/// A value or a list of them, or a map of phases: `{A: 1, B: 3, C: 3}`.
std::optional<FaultText> TimelineReader::readParameter(const Entry& entry) {
    FaultText parameter = {.name = entry.key, .value = {}};
    std::vector<YAML::Node> items;
    if (entry.value.IsSequence()) {
        for (const YAML::Node& item : entry.value) {
            items.push_back(item);
        }
    } else if (entry.value.IsMap()) {
        for (const char* const phase : {"A", "B", "C"}) {
            const YAML::Node& map = entry.value; // Const: a look creates no key.
            const YAML::Node item = map[phase];
            if (!item.IsDefined() || entry.value.size() != kPhaseCount) {
                m_input.fail(entry.value, "a map of phases has all of A, B and C here");
                return std::nullopt;
            }
            items.push_back(item);
        }
    } else {
        items.push_back(entry.value);
    }
    for (const YAML::Node& item : items) {
        const auto text = m_input.scalarOf(item, "a value for `" + entry.key + "`");
        if (!text) {
            return std::nullopt;
        }
        parameter.value += (parameter.value.empty() ? "" : ",") + *text;
    }
    return parameter;
}

void TimelineReader::readApply(const Entry& verb,
                               const std::vector<Entry>& entries,
                               TimelineEntry& into) {
    const auto name = m_input.scalarOf(verb.value, "the name of a fault, such as `sag`");
    if (!name) {
        return;
    }
    std::vector<FaultText> parameters;
    std::vector<const Entry*> places;
    for (const Entry& entry : entries) {
        if (std::ranges::find(kEntryKeys, entry.key) != kEntryKeys.end()) {
            continue;
        }
        std::optional<FaultText> parameter = readParameter(entry);
        if (!parameter) {
            return;
        }
        parameters.push_back(std::move(*parameter));
        places.push_back(&entry);
    }
    const World initial = worldAt(m_scenario, m_entry);
    FaultReading reading =
        readFault(*name, parameters, into.forDuration, initial, m_nominalFrequencyHz);
    for (const FaultMistake& mistake : reading.mistakes) {
        const Entry& place = mistake.parameter ? *places[*mistake.parameter] : verb;
        m_input.fail(mistake.isAboutName ? place.keyNode : place.value, mistake.text);
    }
    into.forDuration = reading.length;
    into.action = std::move(reading.action);
}

std::optional<TimelineAction> TimelineReader::readSet(const Entry& entry) {
    SetAction action;
    const std::size_t errorsBefore = m_input.errorCount();
    World initial = worldAt(m_scenario, m_entry);
    for (const Entry& item : m_input.entriesOf(entry.value, "`set`")) {
        // A dotted key is not below anything, so its own spelling is judged as a whole.
        if (const auto path = resolveParameter(item.key, initial.installation.service);
            !path && !item.value.IsMap()) {
            m_input.fail(item.keyNode, path.error().text);
            continue;
        }
        for (const WrittenValue& written : flattened(m_input, item, "")) {
            const auto values = parseParameter(initial, written.key, written.text);
            if (!values) {
                const bool isKnown =
                    resolveParameter(written.key, initial.installation.service).has_value();
                m_input.fail(isKnown ? written.at : written.keyAt, values.error().text);
                continue;
            }
            if (written.key == kServiceKey) {
                static_cast<void>(setParameter(initial, written.key, values->front().second));
            }
            action.values.insert(action.values.end(), values->begin(), values->end());
        }
    }
    if (action.values.empty() && m_input.errorCount() == errorsBefore) {
        m_input.fail(entry.value, "`set` takes keys with values, such as "
                                  "`{source.voltage.B: 70 %}`");
    }
    return action;
}

std::optional<TimelineAction> TimelineReader::readWrite(const YAML::Node& node) {
    return WriteAction{.registers = readRegisterWrites(m_input, node)};
}

std::optional<TimelineAction> TimelineReader::readPower(const YAML::Node& node) {
    const auto text = m_input.scalarOf(node, "`on` or `off`");
    if (text && *text != "on" && *text != "off") {
        m_input.fail(node, "write `on` or `off`, not `" + text->substr(0, 60) + "`");
    }
    return PowerAction{.isOn = text == "on"};
}

std::optional<TimelineAction> TimelineReader::readSave(const YAML::Node& node) {
    const auto text = m_input.scalarOf(node, "the name of a bookmark");
    if (text && trimmed(*text).empty()) {
        m_input.fail(node, "a bookmark needs a name");
    }
    return SaveAction{.bookmark = text.value_or("")};
}

std::optional<TimelineAction> TimelineReader::readClear(const YAML::Node& node) {
    const auto name = m_input.scalarOf(node, "the name of a fault, or `all`");
    if (!name || *name == "all") {
        return ClearAction{};
    }
    std::vector<std::string_view> known = faultNames();
    if (std::ranges::find(known, *name) == known.end()) {
        known.emplace_back("all");
        const std::string_view nearest = nearestWord(*name, known);
        m_input.fail(node, "there is no fault `" + name->substr(0, 60) + "`; " +
                               (nearest.empty() ? "write its name as it was applied, or `all`"
                                                : "did you mean `" + std::string(nearest) + "`?"));
    }
    return ClearAction{.name = *name};
}

} // namespace

void readTimeline(YamlInput& input,
                  const YAML::Node& node,
                  Scenario& scenario,
                  double nominalFrequencyHz) {
    if (node.IsNull()) {
        return;
    }
    if (!node.IsSequence()) {
        input.fail(node, "`timeline` is a list; begin each entry with `- at:`");
        return;
    }
    TimelineReader reader(input, scenario, nominalFrequencyHz);
    for (const YAML::Node& entry : node) {
        reader.readEntry(entry);
    }
}

Service serviceAt(const Scenario& scenario, const TimelineEntry& entry) {
    Service service = scenario.world.installation.service;
    for (const TimelineEntry& before : scenario.timeline) {
        if (&before == &entry) {
            break;
        }
        const auto* const set = std::get_if<SetAction>(&before.action);
        if (set == nullptr || before.forDuration || before.at > entry.at) {
            continue;
        }
        for (const auto& [key, value] : set->values) {
            service = key == kServiceKey ? static_cast<Service>(static_cast<int>(value)) : service;
        }
    }
    return service;
}

World worldAt(const Scenario& scenario, const TimelineEntry& entry) {
    World world = scenario.world;
    applyProfile(scenario.loadProfile, 0, world.load);
    applyProfile(scenario.sourceProfile, 0, world.source);
    world.installation.service = serviceAt(scenario, entry);
    return world;
}

} // namespace meter::sim
