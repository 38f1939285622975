// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/scenario_schema.hpp"

#include "app/schema/fault_schema.hpp"
#include "app/schema/schema_values.hpp"
#include "sim/device/glass_text.hpp"
#include "sim/keys/world_keys.hpp"
#include "sim/registers/register_names.hpp"
#include "sim/replay/channel_choice.hpp"
#include "sim/scenario/meter_keys.hpp"
#include "sim/scenario/yaml/press_reader.hpp"

#include <map>
#include <set>

namespace meter::app {
namespace {

constexpr std::string_view kAnyPhase = "(AB|BC|CA|A|B|C)";

std::string meaningOf(std::string_view meaning, const sim::ValueRule& rule) {
    return std::string(meaning) + ": " + sim::describe(rule);
}

/// The names that an index may have in any service.
std::vector<std::string_view> namesOf(const sim::WorldKey& key) {
    switch (key.indexing) {
    case sim::Indexing::One:
        return {};
    case sim::Indexing::Terminal:
        return {"A", "B", "C", "N"};
    case sim::Indexing::SourcePhase:
        return {"A", "B", "C", "AB", "BC", "CA"};
    default:
        return {"A", "B", "C"};
    }
}

/// A value, or a map of values by phase.
Json phasesSchema(const sim::WorldKey& key, const Json& value) {
    const std::vector<std::string_view> names = namesOf(key);
    if (names.empty()) {
        return value;
    }
    Json properties = Json::object();
    for (const std::string_view name : names) {
        properties[std::string(name)] = value;
    }
    Json schema = anyOf({value, closedObject(properties)});
    if (key.path.ends_with("t_reversed")) {
        schema["anyOf"].push_back({{"type", "array"}, {"items", {{"enum", {"A", "B", "C"}}}}});
    }
    return schema;
}

/// Puts a dotted key into nested objects; a key that is a value and a map is either.
void putKey(Json& properties, std::string_view path, Json schema) {
    const std::size_t dot = path.find('.');
    const std::string head(path.substr(0, dot));
    if (dot == std::string_view::npos) {
        properties[head] = std::move(schema);
        return;
    }
    Json& entry = properties[head];
    if (entry.is_null()) {
        entry = closedObject(Json::object());
    }
    if (!entry.contains("properties")) {
        // The value came first: beside it, a map.
        Json& choices = entry["anyOf"];
        if (!choices.back().contains("properties")) {
            choices.push_back(closedObject(Json::object()));
        }
        putKey(choices.back()["properties"], path.substr(dot + 1), std::move(schema));
        return;
    }
    putKey(entry["properties"], path.substr(dot + 1), std::move(schema));
}

Json lineOfSpectrum() {
    const Json level = valueSchema(sim::levelRule());
    return anyOf(
        {level, closedObject({{"level", level}, {"angle", valueSchema(sim::angleRule())}})});
}

Json spectrumSchema(const sim::SpectrumKey& key) {
    const bool isHarmonic = key.harmonics != nullptr;
    const std::string orders =
        isHarmonic ? "^([2-9]|[123][0-9]|4[01])$" : "^" + numberPattern() + "(\\s*Hz)?$";
    const Json lines = {{"type", "object"},
                        {"patternProperties", {{orders, lineOfSpectrum()}}},
                        {"additionalProperties", false}};
    Json both = lines;
    both["patternProperties"]["^" + std::string(kAnyPhase) + "$"] = lines;
    return described(
        both, isHarmonic ? "orders with levels relative to their fundamental, such as {5: 3 %}"
                         : "frequencies with levels, such as {175 Hz: 2 %}");
}

/// A file's name, or which of its columns are what.
Json profileSchema(bool isOfSource) {
    const Json name = {{"type", {"string", "integer"}}};
    const Json phases = closedObject({{"A", name}, {"B", name}, {"C", name}});
    const Json pairs = closedObject(
        {{"A", name}, {"B", name}, {"C", name}, {"AB", name}, {"BC", name}, {"CA", name}});
    Json properties = {{"file", textSchema("a table next to the scenario")},
                       {"time", described(name, "the column of times")},
                       {"every", timeSchema("between rows, instead of times")}};
    const auto add = [&](const char* key, const Json& each, const char* meaning) {
        properties[key] = described(anyOf({name, each}), meaning);
    };
    if (isOfSource) {
        add("voltage", pairs, "the column of RMS voltages, or one for each phase");
        properties["frequency"] = described(name, "the column of frequencies");
    } else {
        add("current", phases, "the column of currents, or one for each phase");
        add("power", phases,
            "the column of the total real power, or one for each phase; negative: fed in");
        add("energy", phases, "the column of energy an interval, total or one for each phase");
        add("pf", phases, "the column of power factors, or a power factor");
        properties["unit"] = textSchema("of a power or energy whose column tells none, such as kW");
    }
    properties["between"] = described({{"enum", {"linear", "hold"}}}, "between two rows");
    properties["gaps"] =
        described({{"enum", {"hold", "linear", "zero"}}},
                  "what holds for more than twice the usual interval without a row");
    return described(anyOf({{{"type", "string"}}, closedObject(properties)}),
                     "a table that the values follow");
}

Json worldSection(const std::string& section) {
    Json properties = Json::object();
    const std::string prefix = section + ".";
    for (const sim::WorldKey& key : sim::worldKeys()) {
        if (key.path.starts_with(prefix) && !key.isInternal) {
            putKey(properties, key.path.substr(prefix.size()),
                   described(phasesSchema(key, valueSchema(key.rule)),
                             meaningOf(key.meaning, key.rule)));
        }
    }
    for (const sim::SpectrumKey& key : sim::spectrumKeys()) {
        if (key.path.starts_with(prefix)) {
            putKey(properties, key.path.substr(prefix.size()), spectrumSchema(key));
        }
    }
    if (section == "load" || section == "source") {
        properties["profile"] = profileSchema(section == "source");
    }
    Json schema = closedObject(properties);
    schema["type"] = {"object", "null"};
    return schema;
}

Json meterSection() {
    Json properties = Json::object();
    for (const sim::MeterKey& key : sim::meterKeys()) {
        putKey(properties, key.path,
               described(valueSchema(key.rule), meaningOf(key.meaning, key.rule)));
    }
    Json schema = closedObject(properties);
    schema["type"] = {"object", "null"};
    return schema;
}

Json replaySchema() {
    const Json number = {{"type", "number"}};
    const Json name = {{"type", {"string", "integer"}}};
    Json channels = Json::object();
    Json files = Json::object();
    for (std::size_t i = 0; i < sim::kReplayQuantities; ++i) {
        const sim::ValueRule offset = {.dimension = i < 3 ? sim::Dimension::Voltage
                                                          : sim::Dimension::Current,
                                       .min = -1e9,
                                       .max = 1e9};
        const Json own = closedObject({{"file", textSchema("a file of its own")},
                                       {"name", name},
                                       {"gain", number},
                                       {"offset", valueSchema(offset)}});
        channels[std::string(sim::kReplayNames[i])] = anyOf({name, own});
        files[std::string(sim::kReplayNames[i])] = {{"type", "string"}};
    }
    const sim::ValueRule rate = {.dimension = sim::Dimension::Frequency, .min = 0.001, .max = 1e9};
    const Json map = closedObject(
        {{"file", textSchema("COMTRADE (.cfg, .cff) or CSV")},
         {"files", described(closedObject(files), "one file for each channel")},
         {"channels", described(closedObject(channels), "by name or number; the others are zero")},
         {"rate", described(valueSchema(rate), "samples per second of a table without times")},
         {"loop", {{"type", "boolean"}}},
         {"gain", anyOf({number, closedObject({{"v", number}, {"i", number}})})},
         {"start", timeSchema("from here on")},
         {"length", timeSchema("how much of it")}});
    return described(anyOf({{{"type", "string"}}, map}), "a recording instead of source and load");
}

/// Keys of `set`: dotted or nested, with relative values.
Json setSchema() {
    Json properties = Json::object();
    for (const char* const section : {"source", "load", "installation", "line"}) {
        properties[section] = {{"type", "object"}};
    }
    for (const sim::WorldKey& key : sim::worldKeys()) {
        const std::string path(key.path);
        const Json value = relativeValueSchema(key.rule);
        Json whole = phasesSchema(key, value);
        if (path == "installation.control_power") {
            whole = anyOf({value, worldSection("installation")["properties"]["control_power"]});
        }
        properties[path] = described(std::move(whole), meaningOf(key.meaning, key.rule));
        for (const std::string_view name : namesOf(key)) {
            properties[path + "." + std::string(name)] = value;
        }
    }
    properties["source.flicker"] = {{"type", "object"}};
    Json patterns = Json::object();
    for (const sim::SpectrumKey& key : sim::spectrumKeys()) {
        std::string stem(key.path);
        stem.insert(stem.find('.'), "\\");
        const std::string order = key.harmonics != nullptr ? "[0-9]+" : numberPattern() + "( Hz)?";
        const std::string phase = "(\\." + std::string(kAnyPhase) + ")?";
        patterns["^" + stem + phase + "\\." + order + "(\\.level)?$"] = lineOfSpectrum();
        patterns["^" + stem + phase + "\\." + order + "\\.angle$"] =
            relativeValueSchema(sim::angleRule());
        patterns["^" + stem + phase + "$"] = {{"type", "object"}};
    }
    Json schema = closedObject(properties);
    schema["patternProperties"] = patterns;
    schema["minProperties"] = 1;
    return described(schema, "any key of source, load, installation and line, with dots");
}

Json keySchema() {
    Json words = Json::array();
    for (const std::string_view word : sim::kKeyWords) {
        words.push_back(word);
    }
    return {{"enum", words}};
}

Json pressSchema() {
    const Json key = keySchema();
    Json hold = closedObject({{"hold", key}, {"for", timeSchema("so long")}});
    hold["required"] = {"hold", "for"};
    Json down = closedObject({{"down", key}});
    down["required"] = {"down"};
    Json up = closedObject({{"up", key}});
    up["required"] = {"up"};
    const Json item = anyOf({key, hold, down, up});
    Json list = {{"type", "array"}, {"items", item}, {"minItems", 1}, {"maxItems", 1000}};
    return described(anyOf({item, list}), "keys of the meter, 250 ms apart");
}

Json registerNames() {
    std::set<std::string> names;
    for (const RegisterText& text : registerTexts()) {
        names.insert(std::string(text.name));
    }
    Json list = Json::array();
    for (const std::string& name : names) {
        list.push_back(name);
    }
    return list;
}

struct Verb {
    const char* name;
    Json value;
    std::vector<const char*> timing; ///< Besides at, every and times.
};

Json timelineSchema() {
    const Json onOff = {{"enum", {"on", "off", true, false}}};
    Json clear = faultNameSchema();
    clear["enum"].push_back("all");
    const Json registers = {
        {"type", "object"},
        {"minProperties", 1},
        {"propertyNames", anyOf({{{"enum", registerNames()}}, {{"pattern", "^[0-9]+$"}}})},
        {"additionalProperties", {{"type", {"number", "string"}}}}};
    const std::vector<Verb> verbs = {
        {"set", setSchema(), {"for", "ramp"}},
        {"clear", described(clear, "ends the fault of that name, or all"), {}},
        {"press", pressSchema(), {}},
        {"write", described(registers, "registers as a master would write them"), {}},
        {"power", described(onOff, "control power"), {"for"}},
        {"line", lineFaultsSchema(), {"for"}},
        {"swap",
         described(meterSection(), "another meter: its differences from the scenario's"),
         {}},
        {"save", {{"type", {"string", "number"}}, {"description", "a bookmark"}}, {}}};
    Json properties = {{"at", timeSchema("when")},
                       {"for", timeSchema("how long, then back to what it was")},
                       {"ramp", timeSchema("how long to change it linearly")},
                       {"every", timeSchema("how often it repeats")},
                       {"times", {{"type", "integer"}, {"minimum", 1}, {"maximum", 1000000}}},
                       {"apply", described(faultNameSchema(), "a fault of the library")}};
    Json rules = parameterRules({"at", "for", "every", "times"});
    Json oneVerb = Json::array({{{"required", {"apply"}}}});
    for (const Verb& verb : verbs) {
        properties[verb.name] = verb.value;
        oneVerb.push_back({{"required", {verb.name}}});
        Json allowed = {"at", "every", "times", verb.name};
        for (const char* const word : verb.timing) {
            allowed.push_back(word);
        }
        rules.push_back({{"if", {{"required", {verb.name}}}},
                         {"then", {{"propertyNames", {{"enum", allowed}}}}}});
    }
    const Json parameters = parameterProperties();
    for (const auto& [name, schema] : parameters.items()) {
        properties[name] = schema;
    }
    Json entry = closedObject(properties);
    entry["required"] = {"at"};
    entry["anyOf"] = oneVerb;
    entry["dependencies"] = {{"times", {"every"}}};
    entry["allOf"] = rules;
    return {{"type", {"array", "null"}}, {"items", entry}};
}

Json expectSchema() {
    const Json value = {{"type", {"number", "string"}}};
    Json bits = closedObject(Json::object());
    bits["patternProperties"] = {{"^([0-9]|1[0-5])$", {{"enum", {0, 1, "0", "1"}}}}};
    Json icons = Json::array();
    for (const std::string_view icon : sim::kIconNames) {
        icons.push_back(icon);
    }
    Json display = closedObject({{"label", {{"type", {"string", "number"}}}},
                                 {"value", {{"type", {"string", "number"}}}},
                                 {"icons", {{"type", "array"}, {"items", {{"enum", icons}}}}}});
    display["minProperties"] = 1;
    const Json names = anyOf({{{"enum", registerNames()}},
                              {{"type", "integer"}, {"minimum", 1}, {"maximum", 65535}},
                              {{"type", "string"}, {"pattern", "^[0-9]+$"}}});
    Json entry = closedObject(
        {{"at", timeSchema("at this moment")},
         {"from", timeSchema("at every second from this time")},
         {"to", timeSchema("… to this time")},
         {"by", timeSchema("the latest time to become true")},
         {"register", described(names, "a name of the point map, or the guide's number")},
         {"display", described(display, "what the glass shows")},
         {"output", {{"enum", {"alarm", "energy_pulses"}}}},
         {"equals", value},
         {"within", described(value, "a share of the expected value, or an amount")},
         {"above", value},
         {"below", value},
         {"between", {{"type", "array"}, {"items", value}, {"minItems", 2}, {"maxItems", 2}}},
         {"bits", bits},
         {"is", {{"enum", {"valid", "invalid"}}}},
         {"state", {{"enum", {"closed", "open"}}}},
         {"master", textSchema("one of `masters`")},
         {"answered", described(value, "a share of its polls, as in `at least 99 %`")},
         {"failures", described(value, "polls that failed, as in `at most 2`")},
         {"kind", {{"enum", sim::kMasterFailureNames}}},
         {"latency", textSchema("of every answered poll, as in `below 40 ms`")},
         {"sees", described(names, "a register as the master last got it")},
         {"finding", textSchema("`none`, or a rule such as J05")}});
    entry["allOf"] = Json::array(
        {{{"oneOf",
           {{{"required", {"register"}}},
            {{"required", {"display"}}},
            {{"required", {"output"}}},
            {{"required", {"master"}}}}}},
         {{"oneOf",
           {{{"required", {"at"}}}, {{"required", {"from", "to"}}}, {{"required", {"by"}}}}}}});
    Json dependencies = {{"within", {"equals"}}, {"from", {"to"}}, {"to", {"from"}}};
    for (const char* const key : {"answered", "failures", "latency", "sees", "finding"}) {
        dependencies[key] = {"master"};
    }
    dependencies["kind"] = {"failures"};
    entry["dependencies"] = dependencies;
    return {{"type", {"array", "null"}}, {"items", entry}};
}

Json mastersSchema() {
    const Json scalar = {{"type", {"string", "integer"}}};
    const Json unit = {{"type", "integer"}, {"minimum", 1}, {"maximum", 247}};
    const Json every = timeSchema("between the beginnings of two polls");
    const Json start = timeSchema("of the first poll");
    const Json poll =
        closedObject({{"registers", {{"type", "array"}, {"items", scalar}, {"minItems", 1}}},
                      {"every", every},
                      {"start", start}});
    Json write = {{"type", "object"}, {"minProperties", 1}};
    write["additionalProperties"] = {{"type", {"number", "string"}}};
    Json step = closedObject({{"read", scalar},
                              {"write", write},
                              {"raw", textSchema("bytes in hexadecimal, with their CRC")}});
    step["minProperties"] = 1;
    step["maxProperties"] = 1;
    Json entry = closedObject(
        {{"name", textSchema("what reports and expectations call it")},
         {"unit", anyOf({unit, {{"type", "array"}, {"items", unit}, {"minItems", 1}}})},
         {"poll", described(poll, "registers that are read, neighbours in one request")},
         {"script", {{"type", "array"}, {"items", step}, {"minItems", 1}, {"maxItems", 256}}},
         {"every", every},
         {"start", start},
         {"timeout", timeSchema("without an answer until it tries again")},
         {"retries", {{"type", "integer"}, {"minimum", 0}, {"maximum", 100}}},
         {"baud", {{"enum", {1200, 2400, 4800, 9600, 19200, 38400}}}},
         {"parity", {{"enum", {"none", "even", "odd"}}}}});
    entry["required"] = {"name"};
    entry["oneOf"] = Json::array({{{"required", {"poll"}}}, {{"required", {"script"}}}});
    return {{"type", {"array", "null"}}, {"items", entry}, {"maxItems", 32}};
}

Json fleetSchema() {
    Json fleet = closedObject(
        {{"feeder", textSchema("the scenario whose source, and what its timeline does to it, all "
                               "twins share")}});
    fleet["required"] = {"feeder"};
    return fleet;
}

} // namespace

std::string scenarioSchema() {
    Json properties = {
        {"metertwin", described({{"enum", {1, "1"}}}, "version of the format")},
        {"name", {{"type", {"string", "number"}}, {"description", "what this scenario shows"}}},
        {"extends", textSchema("the file that this one adds to and overrides")},
        {"seed", {{"type", "integer"}, {"minimum", 0}, {"maximum", 9007199254740992}}},
        {"duration", anyOf({{{"const", "forever"}}, timeSchema("of the run")})},
        {"meter", described(meterSection(), "the settings of the meter")},
        {"installation", described(worldSection("installation"), "what is really there")},
        {"line", described(worldSection("line"), "the serial line")},
        {"source", described(worldSection("source"), "the grid")},
        {"load", described(worldSection("load"), "what is drawn")},
        {"replay", replaySchema()},
        {"fleet", described(fleetSchema(), "what all twins of a fleet share")},
        {"masters", described(mastersSchema(), "who asks on the simulated line, in `run`")},
        {"timeline", described(timelineSchema(), "what happens when")},
        {"expect", described(expectSchema(), "what is expected")}};
    Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                   {"title", "metertwin scenario"}};
    schema.update(closedObject(properties));
    schema["required"] = {"metertwin"};
    return schema.dump(1) + "\n";
}

} // namespace meter::app
