// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <sstream>
#include <string>

using namespace meter::sim;

TEST_CASE("every example of the document on scenarios is right") {
    std::ifstream stream(METERTWIN_SCENARIO_DOCUMENT);
    std::stringstream buffer;
    buffer << stream.rdbuf();
    const std::string text = buffer.str();
    int examples = 0;
    const std::string fence = "```yaml\n";
    for (std::size_t at = text.find(fence); at != std::string::npos; at = text.find(fence, at)) {
        at += fence.size();
        const std::size_t end = text.find("```", at);
        REQUIRE(end != std::string::npos);
        std::string example = text.substr(at, end - at);
        INFO(example);
        if (!example.starts_with("metertwin:")) {
            example = "metertwin: 1\nname: example\n" + example;
        }
        const auto scenario = readScenarioFromText(example, "docs/scenarios.md");
        if (!scenario) {
            for (const Error& error : scenario.error()) {
                UNSCOPED_INFO(error.message());
            }
        }
        CHECK(scenario.has_value());
        ++examples;
    }
    CHECK(examples >= 9); // One for each section.
}
