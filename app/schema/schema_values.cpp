// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/schema_values.hpp"

#include "sim/base/quantity.hpp"

#include <cmath>
#include <cstdint>
#include <utility>

namespace meter::app {
namespace {

using Kind = sim::ValueRule::Kind;

/// A number with one of these units behind it, or none.
Json quantityPattern(const std::vector<std::string_view>& units, bool isUnitNeeded) {
    std::string words;
    for (const std::string_view unit : units) {
        words += (words.empty() ? "" : "|") + std::string(unit);
    }
    const std::string tail = "(" + words + ")" + (isUnitNeeded ? "" : "?");
    return {{"type", "string"}, {"pattern", "^\\s*" + numberPattern() + "\\s*" + tail + "\\s*$"}};
}

std::vector<std::string_view> unitsFor(const sim::ValueRule& rule, bool isRelative) {
    std::vector<std::string_view> units = sim::unitSymbols(rule.dimension);
    if (isRelative) {
        units.emplace_back("%");
    }
    return units;
}

Json numberSchema(const sim::ValueRule& rule, bool isRelative) {
    Json number = {{"type", rule.isWhole ? "integer" : "number"}};
    if (rule.max > rule.min) {
        number["minimum"] = rule.isZeroAllowed ? std::fmin(0.0, rule.min) : rule.min;
        number["maximum"] = rule.max;
    }
    return anyOf({number, quantityPattern(unitsFor(rule, isRelative), false)});
}

Json choiceSchema(const sim::ValueRule& rule) {
    Json words = Json::array();
    for (const sim::Choice& choice : rule.choices) {
        words.push_back(choice.word);
        if (const auto number = sim::parseNumber(choice.word)) {
            words.push_back(static_cast<std::int64_t>(*number));
        }
    }
    return {{"enum", words}};
}

Json ropeSchema() {
    const Json conductor = {{"type", "string"}, {"pattern", "^\\s*-?\\s*([0-9]+\\s*)?[ABCN]\\s*$"}};
    const Json turns =
        closedObject({{"conductor", {{"enum", {"A", "B", "C", "N", "-A", "-B", "-C", "-N"}}}},
                      {"turns", {{"type", "integer"}, {"minimum", -20}, {"maximum", 20}}}});
    return anyOf({{{"const", "open"}},
                  conductor,
                  {{"type", "array"}, {"minItems", 1}, {"items", anyOf({conductor, turns})}},
                  turns});
}

Json schemaOf(const sim::ValueRule& rule, bool isRelative) {
    switch (rule.kind) {
    case Kind::Choice:
        return choiceSchema(rule);
    case Kind::Switch:
        return {{"type", "boolean"}};
    case Kind::Rope:
        return ropeSchema();
    case Kind::PowerFactor:
        return anyOf({{{"const", 1}},
                      {{"type", "string"},
                       {"pattern", "^\\s*(1(\\.0*)?|(0?\\.[0-9]+|[01](\\.0*)?)\\s*(lagging|"
                                   "leading))\\s*$"}}});
    case Kind::Serial:
        return anyOf({{{"type", "string"}, {"pattern", "^[0-9A-Fa-f]{8}$"}}, {{"type", "number"}}});
    case Kind::Password:
        return anyOf({{{"type", "string"}, {"pattern", "^[0-9]{5}$"}},
                      {{"type", "integer"}, {"minimum", 0}, {"maximum", 99999}}});
    case Kind::Level:
        return anyOf({{{"const", 0}}, quantityPattern({"%", "pu"}, true)});
    case Kind::PlainPercent: {
        sim::ValueRule number = rule;
        number.kind = Kind::Number;
        return numberSchema(number, true);
    }
    case Kind::Number:
        break;
    }
    return numberSchema(rule, isRelative);
}

} // namespace

std::string numberPattern() {
    return "[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?";
}

Json valueSchema(const sim::ValueRule& rule) {
    return schemaOf(rule, false);
}

Json relativeValueSchema(const sim::ValueRule& rule) {
    return schemaOf(rule, true);
}

Json timeSchema(std::string_view meaning) {
    std::vector<std::string_view> units = sim::unitSymbols(sim::Dimension::Time);
    for (const std::string_view cycles : sim::unitSymbols(sim::Dimension::Cycles)) {
        units.push_back(cycles);
    }
    return described(anyOf({{{"type", "number"}, {"minimum", 0}}, quantityPattern(units, false)}),
                     std::string(meaning));
}

Json closedObject(Json properties) {
    return {
        {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
}

Json anyOf(std::initializer_list<Json> choices) {
    Json list = Json::array();
    for (const Json& choice : choices) {
        list.push_back(choice);
    }
    return {{"anyOf", list}};
}

Json textSchema(std::string_view meaning) {
    return {{"type", "string"}, {"description", meaning}};
}

Json described(Json schema, std::string meaning) {
    schema["description"] = std::move(meaning);
    return schema;
}

} // namespace meter::app
