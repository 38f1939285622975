// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/twin/simulation.hpp"
#include "tests/live/live_meter.hpp"
#include "tests/support/catch.hpp"

#include <atomic>
#include <thread>

using meter::test::eventually;
using meter::test::LiveMeter;
using meter::test::privateOptions;

TEST_CASE("A paused meter stands still and goes on where it was") {
    LiveMeter meter;
    meter.engine().setPaused(true);
    REQUIRE(eventually([&] { return meter.snapshot().isPaused; }));
    const meter::SampleTime stopped = meter.snapshot().now;
    // A command that comes later is carried out later: by then a running meter had moved.
    std::atomic<meter::SampleTime> seen = -1;
    meter.engine().post([&](meter::sim::Simulation& simulation) { seen = simulation.now(); });
    REQUIRE(eventually([&] { return seen >= 0; }));
    CHECK(seen == stopped);
    meter.engine().setPaused(false);
    CHECK(eventually([&] { return meter.snapshot().now > stopped; }));
}

// That it is not behind either is the matter of Pacing, tested by value in parts_test.
TEST_CASE("Meter time is never ahead of the wall clock times the speed") {
    meter::sim::live::EngineOptions options = privateOptions();
    options.speed = 20.0;
    LiveMeter meter(options);
    const auto wallStart = std::chrono::steady_clock::now();
    const meter::SampleTime start = meter.snapshot().now;
    REQUIRE(eventually([&] { return meter.snapshot().now - start >= 10 * 2520; }));
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - wallStart;
    // 10 s of meter time at 20 times: 0.5 s, less a snapshot's age; never faster than asked for.
    CHECK(wall.count() >= 0.5 - 0.05);
}

TEST_CASE("Time that cannot be caught up is left out") {
    meter::sim::live::EngineOptions options = privateOptions();
    options.speed = 1.0;
    meter::sim::live::Engine engine({meter::test::liveScenario()}, options);
    REQUIRE(engine.start().has_value());
    std::atomic<bool> isHeld = false;
    // The engine stands still for a second, as a suspended machine does.
    engine.post([&](meter::sim::Simulation&) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(1);
        while (std::chrono::steady_clock::now() < end) {
            std::this_thread::yield();
        }
        isHeld = true;
    });
    const meter::SampleTime before = engine.snapshot().now;
    const auto wallStart = std::chrono::steady_clock::now();
    REQUIRE(eventually([&] { return isHeld.load(); }));
    std::atomic<meter::SampleTime> after = 0;
    REQUIRE(eventually([&] { return engine.snapshot().now > before; }));
    engine.post([&](meter::sim::Simulation& simulation) { after = simulation.now(); });
    REQUIRE(eventually([&] { return after > 0; }));
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - wallStart;
    // Of the second that it stood still a quarter is caught up at most; 0.1 s for the time
    // between the command and the first look at the clock.
    CHECK(static_cast<double>(after - before) <= 2520.0 * (wall.count() - 1.0 + 0.25 + 0.1));
}

TEST_CASE("Control power goes and comes and the meter counts it") {
    LiveMeter meter;
    const auto before = meter.snapshot().readings.powerUpCount;
    meter.engine().setControlPower(false);
    REQUIRE(eventually([&] { return !meter.snapshot().isPowered; }));
    CHECK(meter.snapshot().isAlarmClosed);
    meter.engine().setControlPower(true);
    REQUIRE(eventually([&] { return meter.snapshot().readings.isMeasuring; }));
    CHECK(meter.snapshot().readings.powerUpCount == before + 1);
}

TEST_CASE("What is set in the world reaches the readings") {
    LiveMeter meter;
    meter::sim::World world = meter.snapshot().world;
    world.source.voltageV = {240.0, 240.0, 240.0};
    meter.engine().setWorld(world);
    CHECK(eventually([&] {
        const double voltageV = meter.snapshot().readings.cycle.voltageLnAverageV;
        return voltageV == Approx(240.0).margin(1.2); // 0.5 %
    }));
    CHECK(meter.snapshot().world == world);
}

TEST_CASE("Energies and settings survive a stop when there is a state directory") {
    const meter::test::ScratchDirectory directory;
    meter::sim::live::EngineOptions options = privateOptions();
    options.stateDirectory = directory.path("state");
    std::uint16_t powerUpCount = 0;
    {
        LiveMeter meter(options);
        powerUpCount = meter.snapshot().readings.powerUpCount;
        auto client = meter::test::ByteStream::tcp(meter.portOf("modbus-tcp"));
        // Register 131 (CT size) := 400 A.
        const meter::test::Bytes write = {0, 1, 0, 0, 0, 6, 1, 6, 0, 130, 1, 0x90};
        CHECK(client.exchange(write, 12) == write);
        meter.engine().stop();
    }
    LiveMeter meter(options);
    CHECK(meter.snapshot().readings.settings.ctPrimaryA == 400);
    CHECK(meter.snapshot().readings.powerUpCount == powerUpCount + 1);
    meter.engine().stop();
    options.isStateReset = true;
    LiveMeter reset(options);
    CHECK(reset.snapshot().readings.settings.ctPrimaryA == 100);
}

TEST_CASE("Commands and snapshots from many threads are safe while masters read") {
    LiveMeter meter;
    std::atomic<bool> isDone = false;
    std::vector<std::thread> threads;
    for (int i = 0; i < 3; ++i) {
        threads.emplace_back([&, i] {
            while (!isDone) {
                meter.engine().setKey(meter::Key::Plus, i == 0);
                static_cast<void>(meter.engine().snapshot());
                meter.engine().setSpeed(50.0 + i);
            }
        });
    }
    auto client = meter::test::ByteStream::tcp(meter.portOf("modbus-tcp"));
    int answered = 0;
    for (int i = 0; i < 200; ++i) {
        answered +=
            client.exchange(meter::test::readRequest(1, 1, 130, 1), 11).size() == 11 ? 1 : 0;
    }
    isDone = true;
    for (std::thread& thread : threads) {
        thread.join();
    }
    CHECK(answered == 200);
}

TEST_CASE("An engine that never started stops and one that stopped stays stopped") {
    meter::sim::live::Engine engine({meter::test::liveScenario()}, privateOptions());
    engine.stop();
    REQUIRE(engine.start().has_value());
    engine.stop();
    engine.stop();
    CHECK(engine.snapshot().now > 0);
    CHECK_FALSE(engine.start().has_value());
}

TEST_CASE("Without a scenario there is nothing to start") {
    meter::sim::live::Engine engine({}, privateOptions());
    CHECK_FALSE(engine.start().has_value());
}
