// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/yaml_input.hpp"

#include <set>

namespace meter::sim {

namespace {

/// As yaml-cpp lets them pass, they have to be looked for.
void tellDuplicates(YamlInput& input, const YAML::Node& node) {
    std::set<std::string> seen;
    for (const YAML::Item& item : node) {
        if (node.IsSequence()) {
            tellDuplicates(input, item);
            continue;
        }
        if (item.first.IsScalar() && !seen.insert(item.first.Scalar()).second) {
            input.fail(item.first, "`" + item.first.Scalar().substr(0, 60) + "` appears twice");
        }
        tellDuplicates(input, item.second);
    }
}

} // namespace

std::optional<YAML::Node> YamlInput::parse(const std::string& text) {
    const std::expected<YAML::Node, YAML::Flaw> document = YAML::readFlow(text);
    if (!document) {
        m_errors.push_back({document.error().text, placeOfMark(document.error().mark)});
        return std::nullopt;
    }
    if (!document->IsMap()) {
        m_errors.push_back(
            {"this is not a map of keys; a scenario begins with {metertwin: 1", {.file = m_file}});
        return std::nullopt;
    }
    tellDuplicates(*this, *document);
    return *document;
}

} // namespace meter::sim
