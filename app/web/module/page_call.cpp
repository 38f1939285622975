// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/module/page_call.hpp"

namespace meter::web {

const Json* Parameters::find(const char* name) const {
    const auto found = m_json.find(name);
    return found == m_json.end() ? nullptr : &*found;
}

std::string Parameters::text(const char* name) const {
    const Json* const value = find(name);
    if (value == nullptr || value->is_null()) {
        return {};
    }
    return value->is_string() ? *value->get_ptr<const std::string*>() : value->dump();
}

double Parameters::number(const char* name, double otherwise) const {
    const Json* const value = find(name);
    return value != nullptr && value->is_number() ? value->get<double>() : otherwise;
}

bool Parameters::flag(const char* name) const {
    const Json* const value = find(name);
    return value != nullptr && value->is_boolean() && value->get<bool>();
}

std::vector<std::string> Parameters::texts(const char* name) const {
    const Json* const value = find(name);
    if (value == nullptr || !value->is_array()) {
        return value == nullptr ? std::vector<std::string>{} : std::vector{text(name)};
    }
    std::vector<std::string> texts;
    for (const Json& item : *value) {
        texts.push_back(item.is_string() ? *item.get_ptr<const std::string*>() : item.dump());
    }
    return texts;
}

Json errorJson(std::string text) {
    return {{"error", std::move(text)}};
}

Json errorJson(const sim::Errors& errors) {
    Json list = Json::array();
    for (const sim::Error& error : errors) {
        list.push_back({{"text", error.text},
                        {"file", error.place.file},
                        {"line", error.place.line},
                        {"column", error.place.column}});
    }
    return {{"error", errors.empty() ? "" : errors.front().message()}, {"errors", list}};
}

std::string answerTo(PageTwin& page, std::string_view request) {
    const Json json = Json::parse(request, nullptr, false);
    const Json empty = Json::object();
    if (!json.is_object()) {
        return errorJson("a request is a JSON object").dump();
    }
    const auto given = json.find("params");
    const Parameters parameters(given != json.end() && given->is_object() ? *given : empty);
    const std::string name = Parameters(json).text("method");
    for (const auto methods : {twinMethods(), masterMethods(), lessonMethods()}) {
        for (const PageMethod& method : methods) {
            if (method.name == name) {
                return method.needsTwin && !page.isOpen()
                           ? errorJson("no scenario is open").dump()
                           : method.act(page, parameters)
                                 .dump(-1, ' ', false, Json::error_handler_t::replace);
            }
        }
    }
    return errorJson("there is no method `" + name + "`").dump();
}

} // namespace meter::web
