// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/control_text.hpp"

#include "sim/live/control/control_methods.hpp"

namespace meter::app {
namespace {

using sim::live::ControlMethod;
using sim::live::Json;

sim::Result<Json> valueOf(const std::string& key, const std::string& text) {
    if (!text.starts_with('[') && !text.starts_with('{')) {
        return Json(text);
    }
    Json value = Json::parse(text, nullptr, false);
    if (value.is_discarded()) {
        return std::unexpected(
            sim::Error{.text = "`" + key + "`: " + text.substr(0, 60) +
                               " begins like JSON but is not, as in '[\"right\",\"plus\"]'",
                       .place = {}});
    }
    return value;
}

std::string plain(const Json& value) {
    if (value.is_null()) {
        return "none";
    }
    return sim::live::plainText(value).value_or(sim::live::rpcText(value));
}

std::string textOfReading(const Json& reading, bool isAlone) {
    const bool isValid = reading.value("state", "") == "valid";
    const std::string value = isValid ? plain(reading["value"]) : reading.value("state", "");
    if (isAlone) {
        return value + "\n";
    }
    const Json& name = reading["register"];
    std::string text = (name.is_null() ? plain(reading["number"]) : plain(name)) + " = " + value;
    if (isValid && !reading.value("unit", "").empty()) {
        text += " " + reading.value("unit", "");
    }
    return text + "\n";
}

std::string textOfMethod(const Json& method) {
    std::string text = method.value("name", "") + ": " + method.value("meaning", "") + "\n";
    for (const Json& parameter : method["params"]) {
        text += "    " + parameter.value("name", "") + " (" + parameter.value("type", "") +
                (parameter.value("needed", false) ? ", needed" : "") +
                "): " + parameter.value("meaning", "") + "\n";
    }
    return text + "    example: " + method.value("example", "") + "\n";
}

/// Lists of maps get a line an item, maps their entries behind a dotted name.
void addLines(const std::string& name, const Json& value, std::string& text) {
    if (value.is_object()) {
        for (const auto& [key, item] : value.items()) {
            addLines(name.empty() ? key : name + "." + key, item, text);
        }
        return;
    }
    if (!value.is_array()) {
        text += name + " = " + plain(value) + "\n";
        return;
    }
    for (const Json& item : value) {
        std::string line;
        if (item.is_object()) {
            for (const auto& [key, part] : item.items()) {
                line += (line.empty() ? "" : ", ") + key + " " + plain(part);
            }
        } else {
            line = plain(item);
        }
        text += name + " = " + line + "\n";
    }
}

} // namespace

sim::Result<Json> controlParameters(std::string_view method,
                                    const std::vector<std::string>& words) {
    const ControlMethod* const known = sim::live::findControlMethod(method);
    Json params = Json::object();
    std::vector<std::string> bare;
    for (const std::string& word : words) {
        const std::size_t sign = word.find('=');
        if (sign == std::string::npos || sign == 0) {
            bare.push_back(word);
            continue;
        }
        const std::string key = word.substr(0, sign);
        const sim::Result<Json> value = valueOf(key, word.substr(sign + 1));
        if (!value) {
            return std::unexpected(value.error());
        }
        params[key] = *value;
    }
    if (bare.empty()) {
        return params;
    }
    if (known == nullptr || known->parameters.empty()) {
        return std::unexpected(sim::Error{.text = "`" + bare.front().substr(0, 60) +
                                                  "`: write parameters as key=value",
                                          .place = {}});
    }
    const sim::live::ControlParameter& first = known->parameters.front();
    Json value = bare;
    if (!first.isList) {
        std::string joined;
        for (const std::string& word : bare) {
            joined += (joined.empty() ? "" : " ") + word;
        }
        value = joined;
    }
    params[std::string(first.name)] = value;
    return params;
}

std::string controlResultText(std::string_view method, const Json& result) {
    std::string text;
    if (method == "get" && result.contains("values")) {
        const Json& values = result["values"];
        for (const auto& [key, value] : values.items()) {
            text += (values.size() == 1 ? "" : key + " = ") + plain(value) + "\n";
        }
        return text;
    }
    if (method == "read" && result.contains("registers")) {
        for (const Json& reading : result["registers"]) {
            text += textOfReading(reading, result["registers"].size() == 1);
        }
        return text;
    }
    if (method == "help" && result.contains("methods")) {
        for (const Json& one : result["methods"]) {
            text += textOfMethod(one);
        }
        return text;
    }
    addLines("", result, text);
    return text;
}

} // namespace meter::app
