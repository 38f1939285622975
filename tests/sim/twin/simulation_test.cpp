// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Expected values: what the scenario says, by the formulas of IEEE 1459 and by hand; see each
// case. The ideal meter's tolerance is 0.01 % of V, I, P and S.

#include "sim/twin/simulation.hpp"

#include "core/storage/nv_store.hpp"
#include "sim/scenario/yaml/fault_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/twin_witness.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

using namespace meter;
using namespace meter::sim;

namespace {

constexpr double kMeterTolerance = 1e-4;
constexpr SampleTime kSecond = kSamplesPerSecond;

Scenario balancedWye() {
    Scenario scenario;
    scenario.meter.installerSettings.systemVoltageV = 480;
    scenario.world.load.currentA = {50.0, 50.0, 50.0};
    scenario.world.load.laggingDeg = {25.0, 25.0, 25.0};
    return scenario;
}

TimelineEntry entryAt(SampleTime at, TimelineAction action) {
    TimelineEntry entry;
    entry.at = at;
    entry.action = std::move(action);
    return entry;
}

TimelineEntry setAt(SampleTime at, std::string key, double value) {
    return entryAt(at, SetAction{{{std::move(key), value}}});
}

double voltageA(const Simulation& simulation) {
    return simulation.meter().readings().cycle.phase[0].voltageLnV;
}

double currentA(const Simulation& simulation) {
    return simulation.meter().readings().cycle.phase[0].currentA;
}

/// Voltage of phase A at each whole second.
std::vector<double> voltagesBySecond(Scenario scenario, int seconds) {
    NvMemory memory;
    Simulation simulation(std::move(scenario), memory);
    std::vector<double> values;
    simulation.onSecond([&values](const Simulation& now) { values.push_back(voltageA(now)); });
    simulation.runUntil(seconds * kSecond);
    return values;
}

Scenario eventfulScenario() {
    Scenario scenario = balancedWye();
    scenario.seed = 42;
    scenario.world.source.noise = {0.01, 0.01, 0.01};
    scenario.world.source.harmonics[0] = {{.order = 5, .level = 0.05, .angleDeg = 20.0}};
    scenario.world.installation.controlPower.kind = ControlPowerKind::FromService;
    scenario.loadProfile = {
        {.timeS = 0.5, .currentA = {10.0, 10.0, 10.0}, .laggingDeg = std::nullopt},
        {.timeS = 6.3, .currentA = {90.0, 80.0, 70.0}, .laggingDeg = std::nullopt}};
    TimelineEntry sag = setAt(2000, "source.voltage", 100.0);
    sag.forDuration = 900;
    sag.every = 4000;
    TimelineEntry ramp = setAt(3333, "source.frequency", 52.0);
    ramp.rampDuration = 5001;
    TimelineEntry power = entryAt(4 * kSecond + 17, PowerAction{false});
    power.forDuration = 3000;
    scenario.timeline = {sag, ramp, power};
    return scenario;
}

} // namespace

TEST_CASE("the meter reads what the scenario says from the first second on") {
    NvMemory memory;
    Simulation simulation(balancedWye(), memory);
    CHECK(simulation.meter().isPowered());
    simulation.runUntil(kSecond - 1);
    CHECK_FALSE(simulation.meter().readings().isMeasuring);
    simulation.step(1);
    const Readings& readings = simulation.meter().readings();
    REQUIRE(readings.isMeasuring);
    CHECK(readings.cycle.phase[1].voltageLnV == Approx(277.0).epsilon(kMeterTolerance));
    CHECK(readings.cycle.voltageLlV[0] == Approx(277.0 * std::sqrt(3.0)).epsilon(kMeterTolerance));
    CHECK(readings.cycle.currentAverageA == Approx(50.0).epsilon(kMeterTolerance));
    const double angle = 25.0 * std::acos(-1.0) / 180.0;
    CHECK(readings.cycle.realPowerW ==
          Approx(3.0 * 277.0 * 50.0 * std::cos(angle)).epsilon(kMeterTolerance));
    CHECK(readings.cycle.reactivePowerVar ==
          Approx(3.0 * 277.0 * 50.0 * std::sin(angle)).epsilon(2.0 * kMeterTolerance));
    CHECK(readings.cycle.frequencyHz == Approx(60.0).margin(0.001));
    CHECK(readings.powerUpCount == 1);
}

TEST_CASE("slices of any size give the same bytes") {
    NvMemory wholeMemory;
    Simulation whole(eventfulScenario(), wholeMemory);
    whole.runUntil(8 * kSecond);

    NvMemory slicedMemory;
    Simulation sliced(eventfulScenario(), slicedMemory);
    for (std::int64_t size = 1; sliced.now() < 8 * kSecond; size = size * 5 % 1009) {
        sliced.step(std::min(size, 8 * kSecond - sliced.now()));
    }
    CHECK(test::sightOf(whole, wholeMemory) == test::sightOf(sliced, slicedMemory));
    CHECK(whole.meter().readings().powerUpCount > 1); // There was something to disagree about.
}

TEST_CASE("a snapshot taken anywhere brings everything back") {
    Scenario scenario = eventfulScenario();
    const auto applied = [](const char* name, const char* parameter, const char* value) {
        const std::vector<FaultText> texts = {{.name = parameter, .value = value}};
        const FaultReading reading = readFault(name, texts, std::nullopt, World{}, 60.0);
        REQUIRE(reading.mistakes.empty());
        return reading.action;
    };
    LineFault drop;
    drop.probability = 0.5;
    const LineAction drops = {.groups = {{.kind = drop.kind, .faults = {drop}}}};
    for (TimelineEntry entry :
         {entryAt(1500, applied("sag", "residual", "70 %")), entryAt(2600, drops),
          entryAt(3100, PressAction{.presses = {{.key = Key::Right}, {.key = Key::Plus}}}),
          entryAt(3 * kSecond + 700, applied("ct-reverse", "input", "B")),
          entryAt(5 * kSecond + 300, SwapAction{.values = {{"serial", 0x22222222}}})}) {
        scenario.timeline.push_back(std::move(entry));
    }
    NvMemory memory;
    Simulation simulation(scenario, memory);
    const auto runOn = [&](SampleTime end) {
        simulation.runUntil(end);
        test::Sight sight = test::sightOf(simulation, memory);
        for (int draw = 0; draw < 8; ++draw) {
            sight.push_back(simulation.lineFaultPlayer().random(LineFaultKind::Drop).next());
        }
        sight.push_back(simulation.faults().size());
        sight.push_back(simulation.lineFaults().size());
        return sight;
    };
    const SampleTime at = GENERATE(100, 2500, 3 * kSecond, 4 * kSecond + 1000, 6 * kSecond);
    simulation.runUntil(at);
    const test::Sight then = test::sightOf(simulation, memory);
    const std::shared_ptr<const Simulation::State> saved = simulation.snapshot();
    const test::Sight expected = runOn(9 * kSecond);
    simulation.restore(*saved);
    CHECK(simulation.now() == at);
    CHECK(test::sightOf(simulation, memory) == then);
    CHECK(runOn(9 * kSecond) == expected);
}

TEST_CASE("what the timeline does at a second comes after that second's state") {
    Scenario scenario = balancedWye();
    scenario.timeline = {setAt(2 * kSecond, "source.voltage", 200.0)};
    const std::vector<double> volts = voltagesBySecond(scenario, 3);
    REQUIRE(volts.size() == 3);
    CHECK(volts[1] == Approx(277.0).epsilon(kMeterTolerance));
    CHECK(volts[2] == Approx(200.0).epsilon(kMeterTolerance));
}

TEST_CASE("a value that lasts for a while goes back to what it was") {
    Scenario scenario = balancedWye();
    TimelineEntry sag = setAt(kSecond, "source.voltage", 200.0);
    sag.forDuration = 2 * kSecond;
    scenario.timeline = {sag};
    const std::vector<double> volts = voltagesBySecond(scenario, 4);
    CHECK(volts[1] == Approx(200.0).epsilon(kMeterTolerance));
    CHECK(volts[2] == Approx(200.0).epsilon(kMeterTolerance));
    CHECK(volts[3] == Approx(277.0).epsilon(kMeterTolerance));
}

TEST_CASE("temporary values that overlap end at the value before both") {
    Scenario scenario = balancedWye();
    TimelineEntry first = setAt(kSecond, "source.voltage", 200.0);
    first.forDuration = 2 * kSecond;
    TimelineEntry second = setAt(2 * kSecond, "source.voltage", 100.0);
    second.forDuration = 2 * kSecond;
    scenario.timeline = {first, second};
    const std::vector<double> volts = voltagesBySecond(scenario, 5);
    CHECK(volts[1] == Approx(200.0).epsilon(kMeterTolerance));
    CHECK(volts[2] == Approx(100.0).epsilon(kMeterTolerance));
    CHECK(volts[3] == Approx(100.0).epsilon(kMeterTolerance));
    CHECK(volts[4] == Approx(277.0).epsilon(kMeterTolerance));
}

TEST_CASE("a ramp is linear and ends at its value") {
    Scenario scenario = balancedWye();
    TimelineEntry ramp = setAt(kSecond, "source.voltage", 177.0);
    ramp.rampDuration = 2 * kSecond;
    scenario.timeline = {ramp};
    const std::vector<double> volts = voltagesBySecond(scenario, 4);
    // RMS of a line from a to b is √((a² + ab + b²)/3), many cycles long.
    const auto rmsOfLine = [](double from, double to) {
        return std::sqrt((from * from + from * to + to * to) / 3.0);
    };
    CHECK(volts[1] == Approx(rmsOfLine(277.0, 227.0)).epsilon(2e-4));
    CHECK(volts[2] == Approx(rmsOfLine(227.0, 177.0)).epsilon(2e-4));
    CHECK(volts[3] == Approx(177.0).epsilon(kMeterTolerance));
}

TEST_CASE("an entry repeats as often as it says") {
    Scenario scenario = balancedWye();
    TimelineEntry sag = setAt(kSecond, "source.voltage", 200.0);
    sag.forDuration = kSecond;
    sag.every = 2 * kSecond;
    sag.times = 2;
    scenario.timeline = {sag};
    const std::vector<double> volts = voltagesBySecond(scenario, 7);
    const std::vector<double> expected = {277.0, 200.0, 277.0, 200.0, 277.0, 277.0, 277.0};
    for (std::size_t second = 0; second < expected.size(); ++second) {
        INFO("second " << second + 1);
        CHECK(volts[second] == Approx(expected[second]).epsilon(kMeterTolerance));
    }
}

TEST_CASE("a repetition without an end that follows at once stays in force") {
    Scenario scenario = balancedWye();
    TimelineEntry sag = setAt(kSecond, "source.voltage", 200.0);
    sag.forDuration = kSecond;
    sag.every = kSecond;
    scenario.timeline = {sag};
    CHECK(voltagesBySecond(scenario, 5).back() == Approx(200.0).epsilon(kMeterTolerance));
}

TEST_CASE("a profile moves the load linearly") {
    Scenario scenario = balancedWye();
    scenario.loadProfile = {
        {.timeS = 1.0, .currentA = {0.0, 0.0, 0.0}, .laggingDeg = std::nullopt},
        {.timeS = 3.0, .currentA = {60.0, 60.0, 60.0}, .laggingDeg = std::nullopt}};
    NvMemory memory;
    Simulation simulation(scenario, memory);
    simulation.runUntil(2 * kSecond);
    // Zero to 30 A within the second, 25° lagging: summed sample by sample, since a rising
    // square of a sine does not average out over whole cycles.
    double square = 0.0;
    for (int n = 0; n < kSecond; ++n) {
        const double seconds = static_cast<double>(n) / kSamplesPerSecond;
        const double angle = 2.0 * std::acos(-1.0) * (60.0 * seconds - 25.0 / 360.0);
        const double value = std::sqrt(2.0) * 30.0 * seconds * std::sin(angle);
        square += value * value / kSamplesPerSecond;
    }
    CHECK(currentA(simulation) == Approx(std::sqrt(square)).epsilon(kMeterTolerance));
    simulation.runUntil(4 * kSecond);
    CHECK(currentA(simulation) == Approx(60.0).epsilon(kMeterTolerance));
}

TEST_CASE("a load step holds against the profile while it lasts") {
    Scenario scenario = balancedWye();
    scenario.loadProfile = {
        {.timeS = 0.0, .currentA = {20.0, 20.0, 20.0}, .laggingDeg = std::nullopt},
        {.timeS = 100.0, .currentA = {20.0, 20.0, 20.0}, .laggingDeg = std::nullopt}};
    TimelineEntry step = setAt(kSecond, "load.current", 80.0);
    step.forDuration = kSecond;
    scenario.timeline = {step};
    NvMemory memory;
    Simulation simulation(scenario, memory);
    simulation.runUntil(kSecond);
    CHECK(currentA(simulation) == Approx(20.0).epsilon(kMeterTolerance));
    simulation.runUntil(2 * kSecond);
    CHECK(currentA(simulation) == Approx(80.0).epsilon(kMeterTolerance));
    simulation.runUntil(3 * kSecond);
    CHECK(currentA(simulation) == Approx(20.0).epsilon(kMeterTolerance));
}

TEST_CASE("a new world counts from the next sample on") {
    NvMemory memory;
    Simulation simulation(balancedWye(), memory);
    simulation.runUntil(kSecond);
    World world = simulation.world();
    world.source.voltageV = {120.0, 120.0, 120.0};
    simulation.setWorld(world);
    simulation.runUntil(2 * kSecond);
    CHECK(voltageA(simulation) == Approx(120.0).epsilon(kMeterTolerance));
}

TEST_CASE("control power that fails for longer than the ride through restarts the meter") {
    // 120 V AC: 100 ms.
    const auto powerUpsAfter = [](double offS) {
        Scenario scenario = balancedWye();
        TimelineEntry off = entryAt(kSecond + 100, PowerAction{false});
        off.forDuration = samplesOf(offS);
        scenario.timeline = {off};
        NvMemory memory;
        Simulation simulation(scenario, memory);
        simulation.runUntil(4 * kSecond);
        return simulation.meter().readings().powerUpCount;
    };
    CHECK(powerUpsAfter(0.099) == 1);
    CHECK(powerUpsAfter(0.101) == 2);
}

TEST_CASE("without power the meter is dark and comes back at the end of a whole second") {
    Scenario scenario = balancedWye();
    TimelineEntry off = entryAt(kSecond + 100, PowerAction{false});
    off.forDuration = kSecond;
    scenario.timeline = {off};
    NvMemory memory;
    Simulation simulation(scenario, memory);
    simulation.runUntil(kSecond + 100 + 252 - 1);
    CHECK(simulation.meter().isPowered());
    CHECK_FALSE(simulation.contacts().values().isAlarmClosed);
    simulation.step(1);
    CHECK_FALSE(simulation.meter().isPowered());
    CHECK(simulation.contacts().values().isAlarmClosed);
    CHECK(simulation.meter().now() == simulation.now());
    // Power at 2 s + 100 samples: the first whole cycle is the one from 3 s to 4 s.
    simulation.runUntil(4 * kSecond - 1);
    CHECK(simulation.meter().isPowered());
    CHECK_FALSE(simulation.meter().readings().isMeasuring);
    simulation.step(1);
    CHECK(simulation.meter().readings().isMeasuring);
}

TEST_CASE("a meter fed from the service dies with it") {
    Scenario scenario = balancedWye();
    scenario.world.installation.controlPower = {.kind = ControlPowerKind::FromService,
                                                .voltageV = 0.0,
                                                .from = Conductor::A,
                                                .to = Conductor::N};
    TimelineEntry interruption = setAt(kSecond + 500, "source.voltage.A", 0.0);
    // 100 ms · (277/120)² = 533 ms are ridden through.
    SECTION("not when it is short") {
        interruption.forDuration = samplesOf(0.52);
        scenario.timeline = {interruption};
        NvMemory memory;
        Simulation simulation(scenario, memory);
        simulation.runUntil(4 * kSecond);
        CHECK(simulation.meter().readings().isMeasuring);
        CHECK(simulation.meter().readings().powerUpCount == 1);
    }
    SECTION("when it is longer") {
        interruption.forDuration = samplesOf(0.56);
        scenario.timeline = {interruption};
        NvMemory memory;
        Simulation simulation(scenario, memory);
        simulation.runUntil(4 * kSecond);
        CHECK(simulation.meter().readings().powerUpCount == 2);
    }
}

TEST_CASE("energy is kept when power fails") {
    NvMemory memory;
    {
        Scenario scenario = balancedWye();
        scenario.timeline = {entryAt(10 * kSecond, PowerAction{false})};
        Simulation simulation(scenario, memory);
        simulation.runUntil(12 * kSecond);
    }
    Simulation again(balancedWye(), memory);
    CHECK(again.meter().readings().powerUpCount == 2);
    const double watts = 3.0 * 277.0 * 50.0 * std::cos(25.0 * std::acos(-1.0) / 180.0);
    const auto units = static_cast<double>(again.meter().readings().energy.real.units);
    CHECK(units == Approx(10.0 * watts).epsilon(kMeterTolerance).margin(1.0));
}

TEST_CASE("the timeline writes as a master does and tells what was refused") {
    Scenario scenario = balancedWye();
    scenario.timeline = {
        entryAt(0, WriteAction{{{131, 200}}}),                 // Not answered: booting.
        entryAt(kSecond, WriteAction{{{131, 200}}}),           // CT size.
        entryAt(kSecond, WriteAction{{{142, 20}, {143, 30}}}), // Two in a row.
        entryAt(kSecond, WriteAction{{{1, 5}}}),               // Read-only.
    };
    NvMemory memory;
    Simulation simulation(scenario, memory);
    simulation.runUntil(kSecond + 1);
    const Settings& settings = simulation.meter().readings().settings;
    CHECK(settings.ctPrimaryA == 200);
    CHECK(settings.phaseLossVoltagePercent == 20);
    CHECK(settings.phaseLossImbalancePercent == 30);
    REQUIRE(simulation.messages().size() == 2);
    CHECK(simulation.messages()[0].text.find("131") != std::string::npos);
    CHECK(simulation.messages()[1].text.find("exception 2") != std::string::npos);
    CHECK(simulation.messages()[1].at == kSecond);
}

TEST_CASE("a bookmark brings its moment back") {
    Scenario scenario = balancedWye();
    scenario.timeline = {entryAt(2 * kSecond, SaveAction{"before"}),
                         setAt(2 * kSecond, "source.voltage", 200.0)};
    NvMemory memory;
    Simulation simulation(scenario, memory);
    CHECK(simulation.bookmark("before") == nullptr);
    simulation.runUntil(3 * kSecond);
    REQUIRE(simulation.bookmark("before") != nullptr);
    simulation.restore(*simulation.bookmark("before"));
    CHECK(simulation.now() == 2 * kSecond);
    CHECK(voltageA(simulation) == Approx(277.0).epsilon(kMeterTolerance));
    simulation.runUntil(3 * kSecond);
    CHECK(voltageA(simulation) == Approx(200.0).epsilon(kMeterTolerance));
}

TEST_CASE("keys of the timeline reach the panel a quarter of a second apart") {
    Scenario scenario = balancedWye();
    scenario.timeline = {entryAt(2 * kSecond, PressAction{{{Key::Plus, 0}, {Key::Plus, 0}}})};
    NvMemory memory;
    Simulation simulation(scenario, memory);
    simulation.runUntil(2 * kSecond);
    const Glass start = simulation.meter().glass();
    simulation.runUntil(2 * kSecond + kSecond / 5);
    const Glass afterOne = simulation.meter().glass();
    simulation.runUntil(2 * kSecond + kSecond / 2);
    const Glass afterTwo = simulation.meter().glass();
    CHECK(afterOne.label != start.label);
    CHECK(afterTwo.label != afterOne.label);
}

TEST_CASE("a recording takes the place of source and load") {
    NvMemory memory;
    Simulation simulation(balancedWye(), memory);
    simulation.setFrameSource([](SampleTime first, std::span<SampleFrame> frames) {
        for (std::size_t index = 0; index < frames.size(); ++index) {
            const bool isHigh = (first + static_cast<SampleTime>(index)) / 21 % 2 == 0;
            frames[index] = {};
            frames[index].voltage[0] = isHigh ? 1'000'000 : -1'000'000; // 60 Hz square wave.
        }
    });
    simulation.runUntil(kSecond);
    CHECK(voltageA(simulation) == Approx(1e6 * kVoltsPerCount).epsilon(kMeterTolerance));
}

TEST_CASE("a class meter of one serial number always reads the same and not the ideal value") {
    Scenario scenario = balancedWye();
    scenario.accuracy = Accuracy::Class;
    const double once = voltagesBySecond(scenario, 1)[0];
    CHECK(voltagesBySecond(scenario, 1)[0] == once);
    CHECK(std::abs(once / 277.0 - 1.0) > 1e-6);
    CHECK(std::abs(once / 277.0 - 1.0) < 0.004);
}

TEST_CASE("a meter whose images are both damaged says so and starts with the factory settings") {
    Scenario scenario = balancedWye();
    scenario.meter.installerSettings.ctPrimaryA = 400;
    NvMemory memory;
    REQUIRE(memory.setBytes(std::vector<std::byte>(memory.bytes().size(), std::byte{0x5A})) ==
            Status::Ok);
    Simulation simulation(scenario, memory);
    simulation.step(1);
    REQUIRE(simulation.messages().size() == 1);
    CHECK(simulation.messages()[0].text.find("factory settings") != std::string::npos);
    CHECK(simulation.meter().readings().settings == Settings{});
}

TEST_CASE("several observers see the same samples until they look no more") {
    NvMemory memory;
    Simulation simulation(balancedWye(), memory);
    std::vector<SampleTime> seen(2);
    const auto count = [&seen](std::size_t who) {
        return [&seen, who](SampleTime /*first*/, std::span<const SampleFrame> frames) {
            seen[who] += static_cast<SampleTime>(frames.size());
        };
    };
    simulation.onFrames("scope", count(0));
    simulation.onFrames("recorder", count(1));
    simulation.onFrames("scope", count(0)); // Twice by one name is once.
    simulation.step(kSecond);
    CHECK(seen == std::vector<SampleTime>{kSecond, kSecond});
    simulation.onFrames("scope", {});
    simulation.onFrames("nobody", {});
    simulation.step(kSecond);
    CHECK(seen == std::vector<SampleTime>{kSecond, 2 * kSecond});
}
