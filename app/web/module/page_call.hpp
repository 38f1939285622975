// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a page asks of its meter: a method by name with parameters in JSON, and an answer in
// JSON. `error` in an answer is a sentence, or a list of them with their places.

#include "app/web/module/page_twin.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meter::web {

using Json = nlohmann::ordered_json;

/// Reads what a page sent: nothing is there that cannot be missing or of another type.
class Parameters final {
public:
    explicit Parameters(const Json& json) : m_json(json) {}

    [[nodiscard]] std::string text(const char* name) const;
    [[nodiscard]] double number(const char* name, double otherwise) const;
    [[nodiscard]] bool flag(const char* name) const;
    [[nodiscard]] std::vector<std::string> texts(const char* name) const; ///< One or a list.

private:
    [[nodiscard]] const Json* find(const char* name) const;

    const Json& m_json;
};

struct PageMethod {
    std::string_view name;
    Json (*act)(PageTwin&, const Parameters&);
    bool needsTwin = true;
};

[[nodiscard]] Json errorJson(std::string text);
[[nodiscard]] Json errorJson(const sim::Errors& errors);

[[nodiscard]] std::span<const PageMethod> twinMethods();
[[nodiscard]] std::span<const PageMethod> masterMethods();
[[nodiscard]] std::span<const PageMethod> lessonMethods();

[[nodiscard]] std::string answerTo(PageTwin& page, std::string_view request);

} // namespace meter::web
