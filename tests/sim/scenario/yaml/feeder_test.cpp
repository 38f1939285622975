// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A feeder gives a scenario its source and what happens to it, and nothing else (docs/scenarios.md,
// fleet).
#include "sim/live/meter_series.hpp"
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/scenario/yaml/scenario_writer.hpp"
#include "sim/twin/simulation.hpp"
#include "tests/sim/scenario/same_scenario.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <cmath>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

using namespace meter;
using namespace meter::sim;

namespace {

using Files = std::map<std::string, std::string>;

const std::string kFeeder = "metertwin: 1\nname: feeder\n"
                            "source: {voltage: {A: 277 V, B: 276 V, C: 275 V}}\n"
                            "load: {current: 55 A}\n"
                            "installation: {ct_reversed: [A]}\n"
                            "timeline:\n"
                            "  - {at: 5 s, set: {source.voltage.B: 70 %}, for: 3 s}\n";
const std::string kTwin = "metertwin: 1\nname: twin\nseed: 7\nduration: 20 s\n"
                          "fleet: {feeder: grid/feeder.yaml}\n"
                          "load: {current: 100 A}\n";

std::expected<Scenario, Errors> read(const Files& files) {
    const auto fileText = [&files](const std::filesystem::path& path) -> Result<std::string> {
        const auto found = files.find(path.generic_string());
        if (found == files.end()) {
            return std::unexpected(Error{"there is no file " + path.generic_string()});
        }
        return found->second;
    };
    return readScenarioFromText(files.at("twin.yaml"), "twin.yaml", fileText);
}

std::expected<Scenario, Errors> read(const std::string& twin, const std::string& feeder) {
    return read({{"twin.yaml", twin}, {"grid/feeder.yaml", feeder}});
}

/// The only mistake of the two.
std::string mistakeOf(const std::string& twin, const std::string& feeder) {
    const auto scenario = read(twin, feeder);
    REQUIRE_FALSE(scenario.has_value());
    CHECK(scenario.error().size() == 1);
    return scenario.error().front().message();
}

/// Voltage B and current B as the meter has measured them in each second.
std::vector<std::array<double, 2>> measuredSeconds(const Scenario& scenario, int count) {
    NvMemory memory;
    Simulation twin(scenario, memory);
    std::vector<std::array<double, 2>> seconds;
    for (int i = 0; i < count; ++i) {
        twin.step(kSamplesPerSecond);
        const auto& phase = twin.meter().readings().cycle.phase[1];
        seconds.push_back({phase.voltageLnV, phase.currentA});
    }
    return seconds;
}

} // namespace

TEST_CASE("a scenario takes the source of its feeder and keeps its own load and wiring") {
    const auto scenario = read(kTwin, kFeeder);
    REQUIRE(scenario.has_value());
    CHECK(scenario->warnings.empty());
    CHECK(scenario->world.source.voltageV == PerPhase<double>{277.0, 276.0, 275.0});
    CHECK(scenario->world.load.currentA == PerPhase<double>{100.0, 100.0, 100.0});
    CHECK(scenario->world.installation.ctReversed == PerPhase<bool>{});
    REQUIRE(scenario->timeline.size() == 1);
    const auto& set = std::get<SetAction>(scenario->timeline[0].action);
    CHECK(set.values[0].second == Approx(0.7 * 276.0)); // A percentage is of the feeder's value.
    CHECK(scenario->timeline[0].place.file == "grid/feeder.yaml");
}

TEST_CASE("two meters of a fleet see the same sag in the same second and differ in load") {
    const auto scenario = read(kTwin, kFeeder);
    REQUIRE(scenario.has_value());
    const auto third = live::meterFleet(*scenario, 3, 1);
    const auto eighth = live::meterFleet(*scenario, 8, 1);
    REQUIRE(third.has_value());
    REQUIRE(eighth.has_value());
    const auto one = measuredSeconds(third->front(), 10);
    const auto other = measuredSeconds(eighth->front(), 10);
    for (std::size_t i = 1; i < one.size(); ++i) {
        INFO("second " << i + 1);
        // 70 % of 276 V in the seconds that end at 6, 7 and 8 s; 0.1 % for the crossing to a cycle.
        const double volts = i >= 5 && i < 8 ? 193.2 : 276.0;
        CHECK(one[i][0] == Approx(volts).epsilon(1e-3));
        CHECK(other[i][0] == one[i][0]);
        // 50 to 100 % of 100 A, each its own.
        CHECK(one[i][1] > 49.0);
        CHECK(one[i][1] < 101.0);
        CHECK(std::abs(one[i][1] - other[i][1]) > 0.5);
    }
}

TEST_CASE("of a feeder's timeline only what acts on the source is shared, and the rest is told") {
    const auto scenario =
        read(kTwin, kFeeder + "  - {at: 1 s, set: {source.frequency: 59 Hz, "
                              "load.current: 10 A}}\n"
                              "  - {at: 2 s, apply: sag, residual: 50 %, for: 1 s}\n"
                              "  - {at: 3 s, apply: load-step, to: 10 A}\n"
                              "  - {at: 4 s, apply: dip-c3-3}\n"
                              "  - {at: 4 s, power: off, for: 1 s}\n"
                              "  - {at: 6 s, clear: all}\n");
    REQUIRE(scenario.has_value());
    std::vector<std::string> seen;
    for (const TimelineEntry& entry : scenario->timeline) {
        if (const auto* const set = std::get_if<SetAction>(&entry.action)) {
            seen.push_back("set " + set->values.at(0).first);
            CHECK(set->values.size() == 1);
        } else if (const auto* const apply = std::get_if<ApplyAction>(&entry.action)) {
            seen.push_back("apply " + apply->name);
        } else if (const auto* const clear = std::get_if<ClearAction>(&entry.action)) {
            seen.push_back("clear " + clear->name);
        }
    }
    CHECK(seen == std::vector<std::string>{"set source.voltage.B", "set source.frequency",
                                           "apply sag", "apply dip-c3-3", "clear dip-c3-3",
                                           "clear sag"});
    REQUIRE(scenario->warnings.size() == 1);
    CHECK(scenario->warnings[0].message().starts_with(
        "grid/feeder.yaml:10:5: a feeder shares what its timeline does to the source alone; 2 "
        "entries did something else"));
}

TEST_CASE("what a feeder and its follower cannot have is refused with its place") {
    CHECK(mistakeOf(kTwin + "source: {voltage: 120 V}\n", kFeeder)
              .starts_with("twin.yaml:7:1: the feeder of `fleet` takes the place of `source`"));
    CHECK(mistakeOf("metertwin: 1\nname: t\nfleet: {feder: grid/feeder.yaml}\n", kFeeder)
              .find("did you mean `feeder`") != std::string::npos);
    CHECK(mistakeOf("metertwin: 1\nname: t\nfleet: {}\n", kFeeder)
              .starts_with("twin.yaml:3:8: `fleet` needs a `feeder`"));
    CHECK(mistakeOf("metertwin: 1\nname: t\nfleet: {feeder: none.yaml}\n", kFeeder) ==
          "twin.yaml:3:8: there is no file none.yaml");
    CHECK(mistakeOf(kTwin, "metertwin: 1\nname: f\nsource: {voltage: 1 A}\n")
              .starts_with("grid/feeder.yaml:3:19: "));
    CHECK(mistakeOf(kTwin, "metertwin: 1\nname: f\nfleet: {feeder: feeder.yaml}\n")
              .starts_with("grid/feeder.yaml:3:1: a feeder has a `source` of its own, no `fleet`"));
    CHECK(mistakeOf(kTwin + "installation: {service: delta}\n", kFeeder)
              .find("the feeder has another service than this scenario") != std::string::npos);
    CHECK(mistakeOf(kTwin + "timeline: [{at: 1 s, set: {source.voltage.A: 90 %}}]\n", kFeeder)
              .starts_with("twin.yaml:7:12: `source.voltage.A` comes from the feeder"));
    CHECK(mistakeOf(kTwin + "timeline:\n  - {at: 1 s, apply: ct-swap, pair: [A, B]}\n"
                            "  - {at: 2 s, clear: all}\n",
                    kFeeder + "  - {at: 1 s, apply: sag, residual: 50 %}\n")
              .starts_with("twin.yaml:9:5: this would end faults of the feeder as well"));
    CHECK(mistakeOf(kTwin + "timeline:\n  - {at: 1 s, apply: sag, residual: 50 %}\n",
                    kFeeder + "  - {at: 1 s, apply: sag, residual: 50 %}\n"
                              "  - {at: 2 s, clear: sag}\n")
              .starts_with("grid/feeder.yaml:9:5: the feeder clears `sag`"));
}

TEST_CASE("the last file of a chain decides between a feeder and a source") {
    const std::string base = "metertwin: 1\nfleet: {feeder: feeder.yaml}\n";
    const Files files = {
        {"grid/base.yaml", base},
        {"grid/feeder.yaml", kFeeder},
        {"twin.yaml",
         "metertwin: 1\nname: t\nextends: grid/base.yaml\nsource: {voltage: 120 V}\n"}};
    const auto own = read(files);
    REQUIRE(own.has_value());
    CHECK(own->world.source.voltageV == PerPhase<double>{120.0, 120.0, 120.0});
    CHECK(own->timeline.empty());
    Files following = files;
    following["twin.yaml"] = "metertwin: 1\nname: t\nextends: grid/base.yaml\n";
    const auto followed = read(following);
    REQUIRE(followed.has_value());
    CHECK(followed->world.source.voltageV[1] == 276.0); // By the base's folder.
    CHECK(followed->timeline.size() == 1);
}

TEST_CASE("a scenario with a feeder is written whole, and reads back the same") {
    const auto scenario = read(kTwin, kFeeder);
    REQUIRE(scenario.has_value());
    const Result<std::string> text = scenarioText(*scenario, std::filesystem::path());
    REQUIRE(text.has_value());
    const auto again = readScenarioFromText(*text, "twin.yaml");
    REQUIRE(again.has_value());
    CHECK(test::differenceOf(*scenario, *again).empty());
}
