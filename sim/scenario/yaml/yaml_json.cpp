// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/yaml_json.hpp"

#include "sim/scenario/yaml/yaml_input.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace meter::sim {

namespace {

using Json = nlohmann::ordered_json;

Json jsonOf(const YAML::Node& node) {
    if (node.IsScalar()) {
        return node.Scalar();
    }
    Json json = node.IsMap() ? Json::object() : node.IsSequence() ? Json::array() : Json();
    for (const auto& item : node) {
        if (node.IsMap()) {
            json[item.first.Scalar()] = jsonOf(item.second);
        } else {
            json.push_back(jsonOf(item));
        }
    }
    return json;
}

} // namespace

std::expected<std::string, Errors> jsonOfYaml(const std::string& text, const std::string& name) {
    Errors errors;
    YamlInput input(name, errors);
    const auto document = input.parse(text);
    if (!document || !errors.empty()) {
        return std::unexpected(std::move(errors));
    }
    return jsonOf(*document).dump();
}

} // namespace meter::sim
