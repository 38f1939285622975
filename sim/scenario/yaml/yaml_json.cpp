// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/yaml_json.hpp"

#include "sim/scenario/yaml/yaml_input.hpp"

#include <utility>

namespace meter::sim {

namespace {

std::string quotedJson(const std::string& text) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string json = "\"";
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (c == '\n') {
            json += "\\n";
        } else if (code < 0x20U) {
            json += "\\u00";
            json += kDigits[code >> 4U];
            json += kDigits[code & 0xFU];
        } else {
            json += c;
        }
    }
    return json + "\"";
}

std::string jsonOf(const YAML::Node& node) {
    if (node.IsScalar()) {
        return quotedJson(node.Scalar());
    }
    std::string text;
    for (const auto& item : node) {
        text += text.empty() ? "" : ",";
        text += node.IsMap() ? jsonOf(item.first) + ":" + jsonOf(item.second) : jsonOf(item);
    }
    if (node.IsMap()) {
        return "{" + text + "}";
    }
    return node.IsSequence() ? "[" + text + "]" : "null";
}

} // namespace

std::expected<std::string, Errors> jsonOfYaml(const std::string& text, const std::string& name) {
    Errors errors;
    YamlInput input(name, errors);
    const auto document = input.parse(text);
    if (!document || !errors.empty()) {
        return std::unexpected(std::move(errors));
    }
    return jsonOf(*document);
}

} // namespace meter::sim
