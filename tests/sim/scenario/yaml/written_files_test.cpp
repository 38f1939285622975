// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every scenario that is shipped, written anew and read again. The truth is the scenario that
// was read from the file that people wrote.

#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/scenario/yaml/scenario_writer.hpp"
#include "tests/sim/scenario/same_scenario.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>
#include <vector>

namespace fs = std::filesystem;
using namespace meter;

namespace {

std::vector<fs::path> shippedScenarios() {
    std::vector<fs::path> files;
    for (const char* const folder : {METERTWIN_SHIPPED_SCENARIOS, METERTWIN_TEST_SCENARIOS}) {
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
            if (entry.path().extension() == ".yaml") {
                files.push_back(entry.path());
            }
        }
    }
    std::ranges::sort(files);
    return files;
}

std::string messagesOf(const sim::Errors& errors) {
    std::string text;
    for (const sim::Error& error : errors) {
        text += error.message() + "\n";
    }
    return text;
}

} // namespace

TEST_CASE("every shipped scenario that is written reads back as the same") {
    const std::vector<fs::path> files = shippedScenarios();
    REQUIRE(files.size() > 80);
    for (const fs::path& file : files) {
        INFO(file.string());
        const auto read = sim::readScenario(file);
        REQUIRE(read.has_value());
        const auto text = sim::scenarioText(*read, file.parent_path());
        INFO((text ? *text : text.error().message()));
        REQUIRE(text.has_value());
        const auto again =
            sim::readScenarioFromText(*text, (file.parent_path() / "written.yaml").string());
        INFO((again ? "" : messagesOf(again.error())));
        REQUIRE(again.has_value());
        CHECK(test::differenceOf(*read, *again) == "");
    }
}

TEST_CASE("a file that is saved elsewhere still finds its load profile") {
    const fs::path folder = fs::temp_directory_path() / "metertwin-written-scenario";
    fs::create_directories(folder);
    const fs::path file = folder / "saved.yaml";
    const auto read =
        sim::readScenario(fs::path(METERTWIN_SHIPPED_SCENARIOS) / "01-first-look.yaml");
    REQUIRE(read.has_value());
    REQUIRE(sim::saveScenario(*read, file, {"A copy."}).has_value());
    const auto again = sim::readScenario(file);
    INFO((again ? "" : messagesOf(again.error())));
    REQUIRE(again.has_value());
    CHECK(test::differenceOf(*read, *again) == "");
    CHECK_FALSE(fs::exists(folder / "saved.yaml.part"));
    fs::remove_all(folder);
}

TEST_CASE("a scenario that cannot be saved says so and leaves nothing") {
    const sim::Scenario scenario = sim::builtInScenario();
    const auto saved = sim::saveScenario(scenario, "/nowhere/at/all/saved.yaml", {});
    REQUIRE_FALSE(saved.has_value());
    CHECK(saved.error().message().find("/nowhere/at/all/saved.yaml") != std::string::npos);
}
