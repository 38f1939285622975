// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/yaml_scan.hpp"

#include "sim/scenario/yaml/scenario_reader.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <string>
#include <string_view>

using namespace meter::sim;

namespace {

/// What the YAML library lets pass, or never ends with. Places were counted by hand, the rules
/// are those of YAML 1.2.
struct Flaw {
    std::string_view yaml;
    int line;
    int column;
    std::string_view words;
};

constexpr std::array kFlaws = {
    Flaw{",", 1, 1, "comma stands outside"},
    Flaw{", a", 1, 1, "comma stands outside"},
    Flaw{"[a, b]\n,", 2, 1, "comma stands outside"},
    Flaw{"metertwin: 1\nname: x\n,\n", 3, 1, "comma stands outside"},
    Flaw{"metertwin: 1\nname: \"abc\nseed: 3\n", 2, 7, "never closed"},
    Flaw{"metertwin: 1\nname: 'abc\n", 2, 7, "never closed"},
    Flaw{"metertwin: 1\n'name: abc\n", 2, 1, "never closed"},
    Flaw{"metertwin: 1\nname: \"abc\nduration: \"2 s\"\n", 2, 7, "not closed in its line"},
    Flaw{"metertwin: 1\nname: 'it's'\n", 2, 11, "ends before this"},
    Flaw{"metertwin: 1\nname: \"a\"b\"\n", 2, 10, "ends before this"},
    Flaw{"metertwin: 1\nname: x\nmeter:\n\tct: 100 A\n", 4, 1, "a tab indents"},
    Flaw{"metertwin: 1\nname: x\nmeter:\n  ct: 100 A\n \tpt: 1\n", 5, 2, "a tab indents"},
    Flaw{"metertwin: 1\nname: x\nmeter: {\n\tct: 100 A}\n", 4, 1, "a tab indents"},
    Flaw{"metertwin: 1\nname: x\nmeter: {ct: 100 A\nseed: 1\n", 3, 8, "never closed"},
    Flaw{"metertwin: 1\nname: x\nmeter: {ct: 100 A]\n", 3, 18, "write `}`"},
    Flaw{"metertwin: 1\nname: x\nmeter: }\n", 3, 8, "closes none"},
    Flaw{"metertwin: 1\nname: x\n---\nmetertwin: 1\nname: y\n", 3, 1, "one scenario"},
    Flaw{"metertwin: 1\nname: x\n...\nname: y\n", 4, 1, "one scenario"},
    Flaw{"{metertwin: 1, name: x}\nseed: 2\n", 2, 1, "one scenario"},
    Flaw{"metertwin: 1\nname: x\nseed: 1\nseed: 1\n", 4, 1, "appears twice"},
    Flaw{"metertwin: 1\nname: x\nsource: {voltage: {A: 1 V, A: 2 V}}\n", 3, 28, "appears twice"},
    Flaw{"metertwin: 1\nname: x\nexpect: [{at: 1 s, register: alerts, bits: {1: 1, 1: 0}}]\n", 3,
         51, "appears twice"},
    Flaw{"metertwin: 1\nname: x\nseed: &a [*a]\n", 3, 11, "a part of itself"},
    Flaw{"metertwin: 1\nname: x\n  seed: 1\n", 3, 7, "a key cannot stand here"},
    Flaw{"metertwin: 1\nname: @x\n", 2, 7, "cannot begin with"},
};

Errors errorsOf(const std::string& text) {
    const auto scenario = readScenarioFromText(text, "test.yaml");
    return scenario ? Errors{} : scenario.error();
}

/// Sound YAML with the characters that a flaw is made of.
constexpr std::array<std::string_view, 14> kSound = {
    "name: it's 5\" long, or [so]",
    "name: 'it''s'",
    "name: \"a \\\" b\"",
    "name: \"over\n  two lines\"",
    "name: some words\n  'and one more\n  \"line",
    "name: x # a \" in a comment, {[",
    "name: |\n  a \" quote\n  \tand [ more\n\n  , of it",
    "name: >-\n  it's\n",
    "? name\n: x",
    "\"name\" : x\nseed: &one 1",
    "name:\tx\t# tabs apart\n\t# and before a comment",
    "name: [a, b]",
    "name: \"x\"\n...\n",
    "name: http://example.org/#a,b",
};

} // namespace

TEST_CASE("a text that is no YAML is refused with its place and in words") {
    for (const Flaw& flaw : kFlaws) {
        INFO(flaw.yaml);
        const Errors errors = errorsOf(std::string(flaw.yaml));
        for (const Error& error : errors) {
            UNSCOPED_INFO(error.message());
        }
        REQUIRE(errors.size() == 1);
        CHECK(errors[0].place.line == flaw.line);
        CHECK(errors[0].place.column == flaw.column);
        CHECK(errors[0].text.find(flaw.words) != std::string::npos);
    }
}

TEST_CASE("quotes and brackets and tabs where YAML has them are no flaws") {
    for (const std::string_view text : kSound) {
        INFO(text);
        const auto flaw = firstYamlFlaw(text);
        CHECK_FALSE(flaw.has_value());
        if (flaw) {
            UNSCOPED_INFO(flaw->text);
        }
    }
}

TEST_CASE("aliases that stand for more than a scenario may hold are counted not unfolded") {
    std::string text = "metertwin: 1\nname: x\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 25; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + ", " +
                before + ", " + before + "]\n";
    }
    const Errors errors = errorsOf(text);
    REQUIRE(errors.size() == 1);
    // 10·3ⁿ values and more: the sum over all lists goes beyond 500000 in a10.
    CHECK(errors[0].place.line == 13);
    CHECK(errors[0].text.find("more values") != std::string::npos);
}

TEST_CASE("aliases that nest beyond the limit are refused") {
    std::string text = "metertwin: 1\nname: x\na0: &a0 [x]\n";
    for (int i = 1; i < 40; ++i) {
        text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" +
                std::to_string(i - 1) + "]\n";
    }
    const Errors errors = errorsOf(text);
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].text.find("nested more deeply") != std::string::npos);
}
