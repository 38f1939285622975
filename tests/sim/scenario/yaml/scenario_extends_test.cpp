// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "tests/support/catch.hpp"

#include <map>
#include <string>

using namespace meter::sim;

namespace {

using Files = std::map<std::string, std::string>;

std::expected<Scenario, Errors> read(const Files& files, const std::string& name) {
    const auto fileText = [&files](const std::filesystem::path& path) -> Result<std::string> {
        const auto found = files.find(path.generic_string());
        if (found == files.end()) {
            return std::unexpected(Error{"there is no file " + path.string()});
        }
        return found->second;
    };
    return readScenarioFromText(files.at(name), name, fileText);
}

} // namespace

TEST_CASE("the extended file comes first and then what this one says") {
    const Files files = {
        {"a/base.yaml", "metertwin: 1\nname: base\nseed: 3\nmeter: {ct: 200 A, pt: 2}\n"
                        "source: {voltage: 100 V, harmonics: {5: 3 %}}\n"
                        "timeline: [{at: 1 s, save: one}]\n"},
        {"a/child.yaml", "metertwin: 1\nname: child\nextends: base.yaml\nmeter: {ct: 300 A}\n"
                         "source: {voltage: {B: 90 V}, harmonics: {7: 2 %}}\n"
                         "timeline: [{at: 2 s, set: {source.voltage.A: 50 %}}]\n"},
    };
    const auto scenario = read(files, "a/child.yaml");
    REQUIRE(scenario.has_value());
    CHECK(scenario->name == "child");
    CHECK(scenario->seed == 3);
    CHECK(scenario->meter.installerSettings.ctPrimaryA == 300);
    CHECK(scenario->meter.installerSettings.ptRatioHundredths == 200);
    CHECK(scenario->world.installation.ctRatingA == 300.0);
    CHECK(scenario->world.source.voltageV == PerPhase<double>{100.0, 90.0, 100.0});
    REQUIRE(scenario->world.source.harmonics[0].size() == 1);
    CHECK(scenario->world.source.harmonics[0][0].order == 7); // A spectrum is one value.
    REQUIRE(scenario->timeline.size() == 2);
    CHECK(std::holds_alternative<SaveAction>(scenario->timeline[0].action));
    CHECK(std::get<SetAction>(scenario->timeline[1].action).values[0].second == Approx(50.0));
}

TEST_CASE("a mistake in the extended file is told with that file") {
    const Files files = {
        {"base.yaml", "metertwin: 1\nmeter: {ct: 1 A}\n"},
        {"child.yaml", "metertwin: 1\nname: child\nextends: base.yaml\n"},
    };
    const auto scenario = read(files, "child.yaml");
    REQUIRE_FALSE(scenario.has_value());
    REQUIRE(scenario.error().size() == 1);
    CHECK(scenario.error()[0].message().starts_with("base.yaml:2:13: "));
}

TEST_CASE("files that extend each other circularly are refused") {
    const Files files = {
        {"a.yaml", "metertwin: 1\nname: a\nextends: b.yaml\n"},
        {"b.yaml", "metertwin: 1\nname: b\nextends: ./a.yaml\n"},
        {"self.yaml", "metertwin: 1\nname: self\nextends: self.yaml\n"},
    };
    for (const char* const name : {"a.yaml", "self.yaml"}) {
        const auto scenario = read(files, name);
        REQUIRE_FALSE(scenario.has_value());
        CHECK(scenario.error()[0].text.find("is circular") != std::string::npos);
        CHECK(scenario.error()[0].place.line == 3);
    }
}

TEST_CASE("an extended file that is missing is an error at its name") {
    const Files files = {{"a.yaml", "metertwin: 1\nname: a\nextends: b.yaml\n"}};
    const auto scenario = read(files, "a.yaml");
    REQUIRE_FALSE(scenario.has_value());
    REQUIRE(scenario.error().size() == 1);
    CHECK(scenario.error()[0].message() == "a.yaml:3:10: there is no file b.yaml");
}

TEST_CASE("a chain that is too long is refused") {
    Files files;
    for (int i = 0; i < 40; ++i) {
        files["f" + std::to_string(i)] =
            "metertwin: 1\nname: a\nextends: f" + std::to_string(i + 1) + "\n";
    }
    const auto scenario = read(files, "f0");
    REQUIRE_FALSE(scenario.has_value());
    CHECK(scenario.error()[0].text.find("more than 16") != std::string::npos);
}

TEST_CASE("percents of a load that follows a profile are of its first row") {
    const Files files = {
        {"a.yaml", "metertwin: 1\nname: a\nload: {profile: p.csv}\n"
                   "timeline: [{at: 1 s, set: {load.current.A: 50 %}}]\n"},
        {"p.csv", "time_s,current\n0,80\n60,90\n"},
    };
    const auto scenario = read(files, "a.yaml");
    REQUIRE(scenario.has_value());
    CHECK(std::get<SetAction>(scenario->timeline[0].action).values[0].second == Approx(40.0));
}

TEST_CASE("a mistake in a profile is told with that file") {
    const Files files = {
        {"a.yaml", "metertwin: 1\nname: a\nload: {profile: p.csv}\n"},
        {"p.csv", "time_s,current\n0,x\n"},
    };
    const auto scenario = read(files, "a.yaml");
    REQUIRE_FALSE(scenario.has_value());
    REQUIRE(scenario.error().size() == 1);
    CHECK(scenario.error()[0].message().starts_with("p.csv:2:3: "));
}
