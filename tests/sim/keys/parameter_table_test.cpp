// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/keys/parameter_table.hpp"

#include "sim/keys/value_rule.hpp"
#include "sim/keys/world_keys.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <string>

using namespace meter::sim;

TEST_CASE("every listed key can be set to what it reads and to nothing absurd") {
    const World initial;
    for (const std::string& key : parameterKeys()) {
        INFO(key);
        World world = initial;
        const std::optional<double> value = parameter(world, key);
        REQUIRE(value.has_value());
        if (!key.starts_with("installation.control_power")) { // Those also choose the kind.
            REQUIRE(setParameter(world, key, *value).has_value());
            CHECK(world == initial);
        }
        CHECK_FALSE(setParameter(world, key, 1e300).has_value());
    }
}

TEST_CASE("what was set is what is read") {
    World world;
    constexpr std::array<std::pair<const char*, double>, 8> kValues = {{
        {"source.voltage.B", 193.9},
        {"source.frequency", 59.5},
        {"source.harmonics.A.5.level", 0.06},
        {"source.interharmonics.B.175.level", 0.02},
        {"load.current.C", 12.0},
        {"load.phase.A", -30.0},
        {"installation.ct_rating", 600.0},
        {"installation.ct_reversed.B", 1.0},
    }};
    for (const auto& [key, value] : kValues) {
        INFO(key);
        REQUIRE(setParameter(world, key, value).has_value());
        CHECK(parameter(world, key) == value);
    }
    CHECK(world.source.voltageV[1] == 193.9);
    CHECK(world.source.harmonics[0][0].order == 5);
    CHECK(world.installation.ctReversed[1]);
}

TEST_CASE("a rope is written as what it encloses and read back as written") {
    World world;

    struct Case {
        const char* written;
        std::array<int, 4> turns;
        const char* text;
    };

    constexpr std::array<Case, 7> kCases = {{
        {"B", {0, 1, 0, 0}, "B"},
        {"open", {0, 0, 0, 0}, "open"},
        {"[A, -B]", {1, -1, 0, 0}, "[A, -B]"},
        {"A, A", {2, 0, 0, 0}, "[2 A]"},
        {"[ -2A , n ]", {}, ""},
        {"[-20 N, 3A]", {3, 0, 0, -20}, "[3 A, -20 N]"},
        {"[A, -A]", {0, 0, 0, 0}, "open"},
    }};
    const std::string key = "installation.ct_leads.A";
    for (const Case& one : kCases) {
        INFO(one.written);
        const auto values = parseInitialParameter(world, key, one.written);
        if (*one.text == '\0') {
            REQUIRE_FALSE(values.has_value());
            CHECK(values.error().text.find("is not what a rope encloses") != std::string::npos);
            continue;
        }
        REQUIRE(values.has_value());
        REQUIRE(setParameter(world, key, values->front().second).has_value());
        for (std::size_t index = 0; index < one.turns.size(); ++index) {
            CHECK(world.installation.ctLeads[0].turns[index] == one.turns[index]);
        }
        CHECK(parameterText(key, *parameter(world, key)) == one.text);
    }
    for (const char* const wrong :
         {"", "[]", "[A,]", "D", "[21 A]", "[20 A, A]", "0 A", "- -A", "99999999999 A"}) {
        INFO(wrong);
        CHECK_FALSE(parseInitialParameter(world, key, wrong).has_value());
    }
    world.installation.service = Service::SplitPhase;
    CHECK_FALSE(parseInitialParameter(world, key, "[A, -C]").has_value());
    CHECK_FALSE(isParameterContinuous(key));
}

TEST_CASE("a key without a phase means all of them") {
    World world;
    REQUIRE(setParameter(world, "source.voltage", 100.0).has_value());
    CHECK(world.source.voltageV == PerPhase<double>{100.0, 100.0, 100.0});
    CHECK(parameter(world, "source.voltage") == 100.0);
    REQUIRE(setParameter(world, "source.voltage.A", 90.0).has_value());
    CHECK_FALSE(parameter(world, "source.voltage").has_value());
    REQUIRE(setParameter(world, "source.harmonics.5", 0.03).has_value());
    CHECK(world.source.harmonics[2].size() == 1);
    REQUIRE(setParameter(world, "source.harmonics.5", 0.0).has_value());
    CHECK(world.source.harmonics[2].empty()); // Nothing is left behind.
}

TEST_CASE("phases that the service does not have stay as they are") {
    World world;
    world.installation.service = Service::SplitPhase;
    world.source.voltageV = {120.0, 120.0, 0.0};
    REQUIRE(setParameter(world, "source.voltage", 110.0).has_value());
    CHECK(world.source.voltageV == PerPhase<double>{110.0, 110.0, 0.0});
    CHECK_FALSE(setParameter(world, "source.voltage.C", 110.0).has_value());
    CHECK_FALSE(setParameter(world, "installation.voltage_leads.A", 2.0).has_value());
    world.installation.service = Service::Delta;
    CHECK(setParameter(world, "source.voltage.CA", 470.0).has_value());
    CHECK(world.source.voltageV[2] == 470.0);
    CHECK_FALSE(setParameter(world, "source.voltage.C", 470.0).has_value());
}

TEST_CASE("written values become keys of one value each") {
    World world;
    const auto sag = parseParameter(world, "source.voltage.B", "70 %");
    REQUIRE(sag.has_value());
    REQUIRE(sag->size() == 1);
    CHECK(sag->front().first == "source.voltage.B");
    CHECK(sag->front().second == Approx(193.9)); // 70 % of 277 V.
    const auto lead = parseParameter(world, "installation.voltage_leads.A", "open");
    REQUIRE(lead.has_value());
    REQUIRE(setParameter(world, lead->front().first, lead->front().second).has_value());
    CHECK(world.installation.voltageLeads[0] == Conductor::Open);
    CHECK(parameterText("installation.voltage_leads.A", lead->front().second) == "open");
    CHECK(parameterText("source.voltage.B", 277.0) == "277 V");
    CHECK(parameterText("source.noise.A", 0.005) == "0.5 %");
}

TEST_CASE("another control power comes back by the keys of which it is made") {
    World world;
    const World before = world;
    const auto supply = parseParameter(world, "installation.control_power.dc", "125 V");
    REQUIRE(supply.has_value());
    ParameterValues old;
    for (const auto& [key, value] : *supply) {
        old.emplace_back(key, parameter(world, key).value());
        REQUIRE(setParameter(world, key, value).has_value());
    }
    CHECK(world.installation.controlPower.kind == ControlPowerKind::OwnDc);
    CHECK(world.installation.controlPower.voltageV == 125.0);
    for (const auto& [key, value] : old) {
        REQUIRE(setParameter(world, key, value).has_value());
    }
    CHECK(world == before);
}

TEST_CASE("choices cannot be ramped and numbers can") {
    CHECK(isParameterContinuous("source.voltage.AB"));
    CHECK(isParameterContinuous("source.harmonics.A.5.level"));
    CHECK_FALSE(isParameterContinuous("installation.voltage_leads.A"));
    CHECK_FALSE(isParameterContinuous("line.pace"));
    CHECK_FALSE(isParameterContinuous("no.such.key"));
}

TEST_CASE("unknown keys are refused with the one that was meant") {
    World world;
    const World before = world;
    for (const char* const key :
         {"source.voltge", "source", "", ".", "source.voltage.", "source.harmonics",
          "source.harmonics.A", "source.harmonics.5.x", "load.current.N", "source.frequency.A"}) {
        INFO(key);
        CHECK_FALSE(setParameter(world, key, 1.0).has_value());
        CHECK_FALSE(parameter(world, key).has_value());
    }
    CHECK(world == before);
    const Result<void> result = setParameter(world, "source.voltge", 1.0);
    CHECK(result.error().text.find("`source.voltage`") != std::string::npos);
}

TEST_CASE("the nearest word is found across usual slips and not for other words") {
    constexpr std::array<std::string_view, 3> kWords = {"voltage", "current", "pf"};
    CHECK(nearestWord("votlage", kWords) == "voltage");
    CHECK(nearestWord("curent", kWords) == "current");
    CHECK(nearestWord("temperature", kWords).empty());
    CHECK(nearestWord(std::string(100000, 'x'), kWords).empty());
}
