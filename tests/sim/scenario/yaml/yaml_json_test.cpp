// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/yaml_json.hpp"

#include "tests/support/catch.hpp"

#include <string>

using namespace meter::sim;

TEST_CASE("A YAML document becomes JSON with every value as it was written") {
    const std::string yaml = "metertwin: 1\n"
                             "name: 'Quote \" and \\'\n"
                             "source:\n"
                             "  voltage: {A: 277.60 V, B: 0x10}\n"
                             "timeline: [{at: 1 s, press: [plus, minus]}]\n"
                             "empty:\n";
    const auto json = jsonOfYaml(yaml, "a.yaml");
    REQUIRE(json.has_value());
    CHECK(*json == R"({"metertwin":"1","name":"Quote \" and \\",)"
                   R"("source":{"voltage":{"A":"277.60 V","B":"0x10"}},)"
                   R"("timeline":[{"at":"1 s","press":["plus","minus"]}],"empty":null})");
}

TEST_CASE("Lines and control characters of a text are escaped as JSON wants it") {
    const auto json = jsonOfYaml("sheet: |\n  one\n  two\nbell: \"\\a\"\n", "a.yaml");
    REQUIRE(json.has_value());
    CHECK(*json == R"({"sheet":"one\ntwo\n","bell":"\u0007"})");
}

TEST_CASE("What is not YAML is told with its place") {
    const auto json = jsonOfYaml("metertwin: 1\nname: \"open\n", "a.yaml");
    REQUIRE_FALSE(json.has_value());
    CHECK(json.error().front().place.line == 2);
}
