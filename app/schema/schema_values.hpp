// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The parts of the schema of a scenario that are single values: what a rule accepts.

#include "sim/keys/value_rule.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace meter::app {

using Json = nlohmann::ordered_json;

/// A value that is written once and for all.
[[nodiscard]] Json valueSchema(const sim::ValueRule& rule);
/// The same in `set` and as a fault's parameter, where percent refers to something.
[[nodiscard]] Json relativeValueSchema(const sim::ValueRule& rule);
[[nodiscard]] Json timeSchema(std::string_view meaning);

/// A map of these keys and no others.
[[nodiscard]] Json closedObject(Json properties);
[[nodiscard]] Json anyOf(std::initializer_list<Json> choices);
[[nodiscard]] Json textSchema(std::string_view meaning);
[[nodiscard]] Json described(Json schema, std::string meaning);

/// A regular expression for a decimal number.
[[nodiscard]] std::string numberPattern();

} // namespace meter::app
