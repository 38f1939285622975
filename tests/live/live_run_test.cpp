// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Going back in time. The expected state is never calculated here: it is what the same twin, or
// one that was never rewound, has at that moment.
#include "sim/run/scenario_runner.hpp"
#include "tests/live/controlled_meters.hpp"
#include "tests/support/catch.hpp"

#include <cstring>

using meter::SampleTime;
using meter::sim::Expectation;
using meter::sim::ExpectationStanding;
using meter::sim::Scenario;
using meter::sim::Simulation;
using meter::sim::live::History;
using meter::test::ControlledMeters;
using meter::test::liveScenario;

namespace {

constexpr SampleTime kSecond = 2520;

/// Every register of a whole read, as a master gets it.
std::string registersOf(ControlledMeters& twin, int unit = 1) {
    return twin.call("read", R"({"unit":)" + std::to_string(unit) + "}").dump();
}

void step(ControlledMeters& twin, double seconds) {
    twin.call("step", R"({"for":)" + std::to_string(seconds) + "}");
}

/// A life with something of everything, up to 20.5 s.
void live(ControlledMeters& twin) {
    step(twin, 3.3);
    twin.call("set", R"({"source.voltage.B":"70 %","for":"4 s"})");
    step(twin, 2.25);
    twin.call("write", R"({"demand_subintervals":3})");
    twin.call("press", R"({"keys":["right","plus"]})");
    step(twin, 3.7);
    twin.call("apply", R"({"fault":"sag","phase":"A","residual":"40 %"})");
    step(twin, 4.0);
    twin.call("power", R"({"state":"off","for":"600 ms"})");
    step(twin, 3.0);
    twin.call("clear");
    step(twin, 4.25);
}

Scenario noisyScenario() {
    Scenario scenario = liveScenario();
    scenario.seed = 11;
    scenario.world.source.noise = {0.01, 0.01, 0.01};
    return scenario;
}

Expectation voltageAt(double seconds, double volts, const std::string& text) {
    Expectation expectation;
    expectation.from = expectation.to = meter::sim::samplesOf(seconds);
    expectation.name = "voltage_an";
    expectation.equals = volts;
    expectation.within = 0.5;
    expectation.text = text;
    return expectation;
}

} // namespace

TEST_CASE("Any moment of the past comes back with all that was done to the meter") {
    ControlledMeters twin({noisyScenario()});
    ControlledMeters other({noisyScenario()});
    live(twin);
    live(other);
    const std::string end = registersOf(other);
    REQUIRE(registersOf(twin) == end);
    // Back to 0.45 s behind the fault: it lies between this moment and the state of 9 s.
    REQUIRE(twin.call("rewind", R"({"to":"9.7 s"})")["time"].get<double>() ==
            Approx(9.7).margin(1.0 / 2520));
    ControlledMeters fresh({noisyScenario()});
    step(fresh, 3.3);
    fresh.call("set", R"({"source.voltage.B":"70 %","for":"4 s"})");
    step(fresh, 2.25);
    fresh.call("write", R"({"demand_subintervals":3})");
    fresh.call("press", R"({"keys":["right","plus"]})");
    step(fresh, 3.7);
    fresh.call("apply", R"({"fault":"sag","phase":"A","residual":"40 %"})");
    step(fresh, 9.7 - 9.25);
    REQUIRE(fresh.meters()[0].now() == twin.meters()[0].now());
    CHECK(registersOf(twin) == registersOf(fresh));
    CHECK(twin.call("display") == fresh.call("display"));
    // The future is open: what came after 9.7 s has not happened.
    step(twin, 8);
    step(fresh, 8);
    CHECK(registersOf(twin) == registersOf(fresh));
    CHECK(registersOf(twin) != end);
}

TEST_CASE("All meters of a line go back together") {
    Scenario second = noisyScenario();
    second.meter.serialNumber += 1;
    second.meter.installerSettings.modbusAddress = 2;
    ControlledMeters twin({noisyScenario(), second});
    step(twin, 5);
    const std::string first = registersOf(twin, 1);
    const std::string other = registersOf(twin, 2);
    twin.call("set", R"({"unit":2,"source.voltage":"100 V"})");
    step(twin, 5);
    REQUIRE(registersOf(twin, 2) != other);
    twin.call("rewind", R"({"by":"5 s"})");
    CHECK(registersOf(twin, 1) == first);
    CHECK(registersOf(twin, 2) == other);
    CHECK(twin.meters()[1].now() == 5 * kSecond);
}

TEST_CASE("A snapshot comes back by its name and so does one of a future that was left") {
    ControlledMeters twin;
    step(twin, 4);
    twin.call("snapshot", R"({"name":"before"})");
    const std::string before = registersOf(twin);
    twin.call("set", R"({"source.voltage":"200 V"})");
    step(twin, 4);
    twin.call("snapshot", R"({"name":"after"})");
    const std::string after = registersOf(twin);
    CHECK(twin.call("restore", R"({"name":"before"})")["time"] == 4.0);
    CHECK(registersOf(twin) == before);
    CHECK(twin.call("restore", R"({"name":"after"})")["time"] == 8.0);
    CHECK(registersOf(twin) == after);
    // Its past came back as well: between the two the voltage was set.
    twin.call("rewind", R"({"to":7})");
    CHECK(twin.meters()[0].world().source.voltageV[0] == 200.0);
    CHECK(twin.refusal("restore", R"({"name":"never"})").find("after, before") ==
          std::string::npos);
    CHECK(twin.refusal("restore", R"({"name":"never"})").find("before, after") !=
          std::string::npos);
}

TEST_CASE("A bookmark of the timeline is kept at its sample and can be restored") {
    Scenario scenario = liveScenario();
    meter::sim::TimelineEntry save;
    save.at = meter::sim::samplesOf(2.5);
    save.action = meter::sim::SaveAction{.bookmark = "half way"};
    save.every = 2 * kSecond;
    save.times = 2;
    scenario.timeline.push_back(save);
    ControlledMeters twin({scenario});
    step(twin, 3);
    CHECK(twin.call("bookmarks")["bookmarks"][0]["time"] == 2.5);
    step(twin, 7);
    // It came a second and last time at 4.5 s and took the place of the first.
    REQUIRE(twin.call("bookmarks")["bookmarks"].size() == 1);
    CHECK(twin.call("bookmarks")["bookmarks"][0]["time"] == 4.5);
    CHECK(twin.call("restore", R"({"name":"half way"})")["time"] == 4.5);
}

TEST_CASE("What is no past is refused and changes nothing") {
    ControlledMeters twin;
    step(twin, 2);
    CHECK(twin.refusal("rewind", R"({"to":"3 s"})").find("not in the past") != std::string::npos);
    CHECK_FALSE(twin.refusal("rewind", R"({"by":"3 s"})").empty());
    CHECK_FALSE(twin.refusal("rewind", "{}").empty());
    CHECK_FALSE(twin.refusal("rewind", R"({"to":"1 s","by":"1 s"})").empty());
    CHECK(twin.meters()[0].now() == 2 * kSecond);
    CHECK(twin.call("rewind", R"({"to":0})")["time"] == 0.0);
}

TEST_CASE("Expectations are judged live as a run judges them") {
    Scenario scenario = liveScenario();
    // 277 V throughout: the first and third hold, the second fails.
    scenario.expect = {voltageAt(3.0, 277.0, "right"), voltageAt(4.0, 250.0, "wrong"),
                       voltageAt(5.5, 277.0, "odd")};
    ControlledMeters twin({scenario});
    step(twin, 3);
    meter::sim::live::Json told = twin.call("expectations");
    CHECK(told["held"] == 1);
    CHECK(told["pending"] == 2);
    step(twin, 4);
    told = twin.call("expectations");
    CHECK(told["held"] == 2);
    CHECK(told["failed"] == 1);
    CHECK(told["expectations"][1]["state"] == "failed");
    const meter::sim::RunResult run = meter::sim::runScenario(scenario, {});
    REQUIRE(run.expectations.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        const ExpectationStanding standing = twin.liveRun().standings(0)[i];
        CHECK((standing.state == ExpectationStanding::State::Held) == run.expectations[i].hasHeld);
        CHECK(standing.seen == run.expectations[i].seen);
        CHECK(standing.at == run.expectations[i].at);
    }
}

TEST_CASE("Going back opens what was judged after that moment") {
    Scenario scenario = liveScenario();
    scenario.expect = {voltageAt(3.0, 277.0, "first"), voltageAt(6.0, 277.0, "second")};
    ControlledMeters twin({scenario});
    step(twin, 7);
    REQUIRE(twin.call("expectations")["held"] == 2);
    twin.call("rewind", R"({"to":4})");
    CHECK(twin.call("expectations")["held"] == 1);
    CHECK(twin.call("expectations")["pending"] == 1);
    twin.call("set", R"({"source.voltage.A":"0 V"})");
    step(twin, 3);
    CHECK(twin.call("expectations")["failed"] == 1);
}

TEST_CASE("What is recorded repeats itself in a run") {
    ControlledMeters twin({noisyScenario()});
    live(twin);
    const auto scenario = twin.liveRun().repeating(0);
    REQUIRE(scenario.has_value());
    ControlledMeters repeated({*scenario});
    step(repeated, 20.5);
    REQUIRE(repeated.meters()[0].now() == twin.meters()[0].now());
    CHECK(registersOf(repeated) == registersOf(twin));
}

TEST_CASE("The past of more meters than fit is not kept, and a bookmark brings them back") {
    std::vector<meter::sim::NvMemory> memories(2);
    std::vector<Simulation> meters;
    meters.emplace_back(liveScenario(), memories[0]);
    const std::size_t size = meter::sim::live::sizeOf(meter::sim::live::stateOf(meters));
    History history(15 * size); // Eight moments of one meter fit, of two meters seven.
    history.offer(0, meters);
    CHECK(history.count() == 1);
    meters.emplace_back(liveScenario(), memories[1]);
    history.offer(kSecond, meters);
    CHECK_FALSE(history.isKept());
    CHECK(history.count() == 0);

    ControlledMeters fleet(std::vector<Scenario>(400, liveScenario()));
    step(fleet, 2.0);
    fleet.call("snapshot", R"({"name":"here"})");
    const std::string there = registersOf(fleet);
    step(fleet, 1.0);
    CHECK(fleet.refusal("rewind", R"({"to":1})")
              .find("the past of 400 meters is too large to be kept") != std::string::npos);
    fleet.call("restore", R"({"name":"here"})");
    CHECK(registersOf(fleet) == there);
}

TEST_CASE("The past fits into its room and reaches back to the beginning") {
    meter::sim::NvMemory memory;
    std::vector<Simulation> meters;
    meters.emplace_back(liveScenario(), memory);
    const std::size_t size = meter::sim::live::sizeOf(meter::sim::live::stateOf(meters));
    History history(40 * size);
    for (int second = 0; second < 600; ++second) {
        history.offer(meters[0].now(), meters);
        meters[0].step(kSecond);
    }
    CHECK(history.count() == 40);
    CHECK(history.oldest() == 0);
    // Dense lately: of the last ten seconds at least half are kept, of all 600 a fifteenth.
    int lately = 0;
    for (SampleTime at = 590 * kSecond; at < 600 * kSecond; at += kSecond) {
        lately += history.latestUntil(at)->at == at ? 1 : 0;
    }
    CHECK(lately >= 5);
    CHECK(history.latestUntil(-1) == nullptr);
    history.forgetAfter(100 * kSecond);
    CHECK(history.latestUntil(600 * kSecond)->at <= 100 * kSecond);
}
