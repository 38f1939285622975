// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/lesson_schema.hpp"

#include "app/schema/schema_values.hpp"
#include "sim/lesson/choice_tables.hpp"
#include "sim/lesson/desk.hpp"
#include "sim/lesson/lesson.hpp"

#include <string>
#include <vector>

namespace meter::app {
namespace {

Json text(const std::string& meaning) {
    const Json byLanguage = {
        {"type", "object"}, {"required", {"en"}}, {"additionalProperties", {{"type", "string"}}}};
    return described(anyOf({{{"type", "string"}}, byLanguage}), meaning);
}

Json words(const std::vector<std::string>& choices) {
    return {{"type", "string"}, {"enum", choices}};
}

Json listOf(const Json& item) {
    return {{"type", "array"}, {"items", item}};
}

Json oneOrMore(const Json& item) {
    return anyOf({item, listOf(item)});
}

Json number(int min, int max) {
    return {{"type", "integer"}, {"minimum", min}, {"maximum", max}};
}

Json scalar() {
    return {{"type", {"string", "number", "boolean"}}};
}

Json hintSchema() {
    Json hint = closedObject(
        {{"text", text("what helps")}, {"costs", number(0, 1000)}, {"glow", {{"type", "string"}}}});
    hint["required"] = {"text"};
    return hint;
}

Json answerSchema() {
    const Json measured =
        closedObject({{"value", scalar()}, {"unit", {{"type", "string"}}}, {"within", scalar()}});
    return described(anyOf({oneOrMore(scalar()), measured}),
                     "hidden, the right ones of the choices, or a number with its tolerance");
}

Json taskSchema() {
    const Json tables = words({sim::choiceTableNames().begin(), sim::choiceTableNames().end()});
    Json task = closedObject({{"id", {{"type", "string"}}},
                              {"text", text("what is to be done")},
                              {"done", oneOrMore({{"type", "object"}})},
                              {"for", scalar()},
                              {"by", words({"any", "keys", "wiring", "modbus"})},
                              {"points", number(0, 1000)},
                              {"hints", listOf(hintSchema())},
                              {"glow", {{"type", "string"}}},
                              {"ask", text("a question")},
                              {"choices", anyOf({tables, listOf(text("a choice"))})},
                              {"answer", answerSchema()},
                              {"tries", number(1, 10)},
                              {"evidence", words({"clamp", "voltmeter", "rotation"})},
                              {"explain", text("why, with the place in the guide")}});
    task["required"] = {"id"};
    task["oneOf"] =
        Json::array({{{"required", {"done", "text"}}}, {{"required", {"ask", "answer"}}}});
    return task;
}

Json deskSchema() {
    std::vector<std::string> rights;
    for (std::size_t right = 0; right < sim::kDeskRightCount; ++right) {
        rights.emplace_back(nameOf(static_cast<sim::DeskRight>(right)));
    }
    const std::vector<std::string> docks(sim::kDeskDocks.begin(), sim::kDeskDocks.end());
    return closedObject({{"docks", listOf(words(docks))}, {"may", listOf(words(rights))}});
}

Json stepSchema() {
    Json step = closedObject(Json::object());
    for (const char* const verb : {"press", "set", "write", "power", "wire", "disconnect", "fuse",
                                   "wait", "answer", "measure", "read", "hint"}) {
        step["properties"][verb] = true;
    }
    step["minProperties"] = 1;
    step["maxProperties"] = 1;
    return step;
}

} // namespace

std::string lessonSchema() {
    Json schema = closedObject(
        {{"metertwin-lesson", {{"const", 1}}},
         {"id", {{"type", "string"}, {"pattern", "^[a-z0-9-]{1,60}$"}}},
         {"title", text("what it is called")},
         {"goal", text("what one can do afterwards")},
         {"course", text("what it is listed under")},
         {"kind", words({"exercise", "exam"})},
         {"after", listOf({{"type", "string"}})},
         {"time", scalar()},
         {"pass", {{"type", "string"}, {"pattern", "^[0-9.]+ *%$"}}},
         {"scenario", anyOf({{{"type", "string"}}, {{"type", "object"}}})},
         {"desk", deskSchema()},
         {"hidden", closedObject({{"draw", scalar()}, {"from", oneOrMore({{"type", "string"}})}})},
         {"tasks", listOf(taskSchema())},
         {"order", words({"free", "strict"})},
         {"sheet", text("the job sheet")},
         {"never", listOf({{"type", "object"}, {"required", {"costs"}}})},
         {"safety", number(0, 1000)},
         {"solution", listOf(stepSchema())}});
    schema["required"] = {"metertwin-lesson", "id", "title", "scenario", "tasks", "solution"};
    Json whole = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                  {"title", "metertwin lesson"}};
    whole.update(schema);
    return whole.dump(2) + "\n";
}

} // namespace meter::app
