// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way through time of a running engine, as the window asks for it.
#include "sim/live/history/live_run.hpp"
#include "sim/twin/simulation.hpp"
#include "tests/live/live_meter.hpp"
#include "tests/support/catch.hpp"

using meter::SampleTime;
using meter::test::eventually;
using meter::test::LiveMeter;
using meter::test::ScratchDirectory;

namespace {

constexpr SampleTime kSecond = 2520;

SampleTime standStill(LiveMeter& meter) {
    meter.engine().setPaused(true);
    REQUIRE(eventually([&] { return meter.snapshot().isPaused; }));
    return meter.snapshot().now;
}

} // namespace

TEST_CASE("A running engine goes back to a bookmark and to a moment") {
    LiveMeter meter;
    const SampleTime start = standStill(meter);
    meter.engine().saveBookmark("here");
    meter.engine().step(10 * kSecond);
    REQUIRE(eventually([&] { return meter.snapshot().now == start + 10 * kSecond; }));
    REQUIRE(meter.snapshot().liveRun->bookmarks.size() == 1);
    CHECK(meter.snapshot().liveRun->bookmarks[0].at == start);
    meter.engine().rewindTo(start + 5 * kSecond);
    CHECK(eventually([&] { return meter.snapshot().now == start + 5 * kSecond; }));
    meter.engine().restoreBookmark("here");
    CHECK(eventually([&] { return meter.snapshot().now == start; }));
}

TEST_CASE("A press by the window lasts 100 ms of meter time at any speed") {
    LiveMeter meter;
    const SampleTime start = standStill(meter);
    // Two clicks while time stands still are two presses, one behind the other; at 1000 times
    // real time they are no more than that.
    meter.engine().pressKey(meter::Key::Minus);
    meter.engine().pressKey(meter::Key::Minus);
    meter.engine().setSpeed(1000.0);
    meter.engine().step(30 * kSecond);
    REQUIRE(eventually([&] { return meter.snapshot().now == start + 30 * kSecond; }));
    const meter::Glass twice = meter.snapshot().glass;

    meter::sim::NvMemory memory;
    meter::sim::Simulation same(meter::test::liveScenario(), memory);
    same.step(start);
    meter::sim::TimelineEntry presses;
    presses.action = meter::sim::PressAction{
        .presses = {{.key = meter::Key::Minus}, {.key = meter::Key::Minus}}};
    same.perform(presses);
    same.step(30 * kSecond);
    CHECK(same.meter().glass() == twice);
}

TEST_CASE("A rewind that is not possible is reported in the log") {
    LiveMeter meter;
    const SampleTime start = standStill(meter);
    meter.engine().rewindTo(start + kSecond);
    CHECK(meter.hasLogged("is not in the past"));
    meter.engine().restoreBookmark("nowhere");
    CHECK(meter.hasLogged("there is no bookmark `nowhere`"));
    CHECK(meter.snapshot().now == start);
}

TEST_CASE("A running engine judges what its scenario expects") {
    meter::sim::Scenario scenario = meter::test::liveScenario();
    meter::sim::Expectation expectation;
    expectation.from = expectation.to = 5 * kSecond;
    expectation.name = "voltage_an";
    expectation.above = 300.0; // 277 V are there.
    expectation.text = "too high";
    scenario.expect = {expectation};
    LiveMeter meter(meter::test::privateOptions(), {scenario});
    using State = meter::sim::ExpectationStanding::State;
    CHECK(eventually(
        [&] { return meter.snapshot().liveRun->standings.at(0).state == State::Failed; }));
}

TEST_CASE("What was done to a running engine is written where it was asked for") {
    const ScratchDirectory folder;
    LiveMeter meter;
    meter.engine().setKey(meter::Key::Plus, true);
    meter.engine().setKey(meter::Key::Plus, false);
    meter.engine().saveRecording(folder.path("done.yaml"));
    CHECK(meter.hasLogged("is written to"));
    meter.engine().saveRecording(folder.path("none/done.yaml"));
    CHECK(meter.hasLogged("none/done.yaml"));
}
