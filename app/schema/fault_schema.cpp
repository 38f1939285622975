// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/fault_schema.hpp"

#include "sim/faults/fault_presets.hpp"
#include "sim/faults/fault_table.hpp"
#include "sim/faults/line_fault_table.hpp"
#include "sim/scenario/yaml/fault_reader.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace meter::app {

Json lineFaultsSchema() {
    Json properties = Json::object();
    for (const sim::LineFaultKey& key : sim::lineFaultKeys()) {
        Json names = Json::array();
        for (const auto parameters : {key.parameters, sim::lineFaultFilters()}) {
            for (const sim::LineFaultParameter& parameter : parameters) {
                names.push_back(parameter.name);
            }
        }
        const Json map = {{"type", "object"}, {"propertyNames", {{"enum", names}}}};
        const Json scalar = {{"type", {"boolean", "number", "string"}}};
        const Json list = {{"type", "array"}, {"items", anyOf({scalar, map})}};
        properties[std::string(key.name)] =
            described(anyOf({scalar, map, list}), std::string(key.meaning));
    }
    Json schema = closedObject(properties);
    schema["minProperties"] = 1;
    return described(schema, "faults of the communication line");
}

Json faultNameSchema() {
    Json names = Json::array();
    std::set<std::string_view> seen;
    for (const std::string_view name : sim::faultNames()) {
        if (seen.insert(name).second) {
            names.push_back(name);
        }
    }
    return {{"enum", names}};
}

Json parameterRules(const Json& timing) {
    std::map<std::string, std::set<std::string>> parameters;
    for (const sim::FaultPreset& preset : sim::faultPresets()) {
        for (const sim::FaultPart& part : preset.parts) {
            for (const sim::FaultParameter& parameter : sim::findFaultKind(part.kind)->parameters) {
                parameters[std::string(preset.name)].insert(std::string(parameter.name));
            }
        }
    }
    for (const sim::FaultKind& kind : sim::faultKinds()) {
        for (const sim::FaultParameter& parameter : kind.parameters) {
            parameters[std::string(kind.name)].insert(std::string(parameter.name));
        }
    }
    std::map<std::set<std::string>, Json> namesByParameters;
    const Json allNames = faultNameSchema()["enum"];
    for (const Json& name : allNames) {
        Json& names = namesByParameters[parameters[name.get<std::string>()]];
        names = names.is_null() ? Json::array() : names;
        names.push_back(name);
    }
    Json rules = Json::array();
    for (const auto& [own, names] : namesByParameters) {
        Json allowed = timing;
        allowed.push_back("apply");
        for (const std::string& name : own) {
            allowed.push_back(name);
        }
        rules.push_back(
            {{"if", {{"properties", {{"apply", {{"enum", names}}}}}, {"required", {"apply"}}}},
             {"then", {{"propertyNames", {{"enum", allowed}}}}}});
    }
    return rules;
}

Json parameterProperties() {
    Json properties = Json::object();
    const Json scalar = {{"type", {"string", "number"}}};
    const Json value = anyOf({scalar,
                              {{"type", "array"}, {"items", scalar}},
                              closedObject({{"A", scalar}, {"B", scalar}, {"C", scalar}})});
    for (const sim::FaultKind& kind : sim::faultKinds()) {
        for (const sim::FaultParameter& parameter : kind.parameters) {
            Json& entry = properties[std::string(parameter.name)];
            if (entry.is_null()) {
                entry = described(value, std::string(parameter.meaning));
            }
        }
    }
    return properties;
}

} // namespace meter::app
