// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/scenario_reader.hpp"

#include "sim/run/scenario_runner.hpp"
#include "sim/scenario/scenario_figures.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace meter;
using namespace meter::sim;

namespace {

/// Reads a scenario that must be right; the expected values below are what the text says.
Scenario read(const std::string& rest) {
    const auto scenario = readScenarioFromText("metertwin: 1\nname: x\n" + rest, "test.yaml");
    if (!scenario) {
        for (const Error& error : scenario.error()) {
            UNSCOPED_INFO(error.message());
        }
    }
    REQUIRE(scenario.has_value());
    return *scenario;
}

constexpr SampleTime kSecond = kSamplesPerSecond;

} // namespace

TEST_CASE("a scenario of nothing has the factory defaults") {
    const Scenario scenario = read("");
    CHECK(scenario.name == "x");
    CHECK(scenario.file == "test.yaml");
    CHECK(scenario.seed == 0);
    CHECK(scenario.meter.installerSettings == Settings{});
    CHECK(scenario.world.installation.ctRatingA == 100.0);
    CHECK(scenario.world.source == Source{});
    CHECK(scenario.duration == 2 * kSecond);
}

TEST_CASE("every key of the meter is read") {
    const Scenario scenario = read(R"(
meter:
  serial: 0000BEEF
  address: 247
  baud: 9600
  parity: even
  system: 2L-1n
  ct: 1 kA
  pt: 2.5
  voltage: 480 V
  phase_loss: {voltage: 12 %, imbalance: 30}
  pulse_energy: 10 kWh
  demand: {subintervals: 3, length: 5 min}
  units: IEC
  passwords: {setup: "12345", reset: 00007}
  variant: S4000-R-LOG
  accuracy: class
  boot: reset-system
  rules: {reactive: delay, apparent_total: arithmetic, phase_loss: fraction, holes: fill}
)");
    const Settings& settings = scenario.meter.installerSettings;
    CHECK(scenario.meter.serialNumber == 0xBEEF);
    CHECK(settings.modbusAddress == 247);
    CHECK(settings.baudRate == 9600);
    CHECK(settings.parity == Parity::Even);
    CHECK(settings.systemType == SystemType::SplitPhase);
    CHECK(settings.ctPrimaryA == 1000);
    CHECK(settings.ptRatioHundredths == 250);
    CHECK(settings.systemVoltageV == 480);
    CHECK(settings.phaseLossVoltagePercent == 12);
    CHECK(settings.phaseLossImbalancePercent == 30);
    CHECK(settings.pulseEnergyWh == 10000);
    CHECK(settings.demandSubintervals == 3);
    CHECK(settings.demandSubintervalLengthS == 300);
    CHECK(settings.displayUnits == DisplayUnits::Iec);
    CHECK(settings.setupPassword == 12345);
    CHECK(settings.resetPassword == 7);
    CHECK(scenario.meter.variant == Variant::Logging);
    CHECK(scenario.accuracy == Accuracy::Class);
    CHECK(scenario.meter.bootSystem == BootSystem::Reset);
    CHECK(scenario.meter.rules.reactive == ReactiveRule::Delay);
    CHECK(scenario.meter.rules.apparentTotal == ApparentTotalRule::Arithmetic);
    CHECK(scenario.meter.rules.phaseLoss == PhaseLossRule::Fraction);
    CHECK(scenario.meter.rules.holes == HoleRule::Fill);
    CHECK(scenario.world.installation.ctRatingA == 1000.0); // Follows meter.ct.
    CHECK(scenario.world.installation.ptRating == 2.5);
}

TEST_CASE("system types and sync to comms are read in their other forms") {
    const Scenario scenario = read("meter: {system: 31, demand: {length: 0}}");
    CHECK(scenario.meter.installerSettings.systemType == SystemType::Delta);
    CHECK(scenario.meter.installerSettings.demandSubintervalLengthS == 0);
}

TEST_CASE("every key of the installation is read") {
    const Scenario scenario = read(R"(
installation:
  service: high-leg-delta
  high_leg: C
  ct_rating: 600 A
  pt_rating: 4
  voltage_leads: {A: B, B: A, N: open}
  ct_leads: {C: open}
  ct_reversed: [A, C]
  control_power: {from: A-N}
  ambient: -10 C
line: {pace: false}
)");
    const Installation& installation = scenario.world.installation;
    CHECK(installation.service == Service::HighLegDelta);
    CHECK(installation.highLeg == 2);
    CHECK(installation.ctRatingA == 600.0);
    CHECK(installation.ptRating == 4.0);
    CHECK(installation.voltageLeads ==
          std::array{Conductor::B, Conductor::A, Conductor::C, Conductor::Open});
    CHECK(installation.ctLeads == PerPhase<Rope>{Conductor::A, Conductor::B, Conductor::Open});
    CHECK(installation.ctReversed == PerPhase<bool>{true, false, true});
    CHECK(installation.controlPower.kind == ControlPowerKind::FromService);
    CHECK(installation.controlPower.from == Conductor::A);
    CHECK(installation.controlPower.to == Conductor::N);
    CHECK(installation.ambientC == -10.0);
    CHECK_FALSE(scenario.world.line.isPaced);
}

TEST_CASE("terminals without a conductor default to open") {
    const Installation delta = read("installation: {service: delta}").world.installation;
    CHECK(delta.voltageLeads[3] == Conductor::Open);
    CHECK(delta.ctLeads[2] == Conductor::C);
    const World single = read("installation: {service: single-phase}").world;
    CHECK(single.installation.voltageLeads ==
          std::array{Conductor::A, Conductor::Open, Conductor::Open, Conductor::N});
    CHECK(single.installation.ctLeads[1] == Conductor::Open);
    CHECK(single.source.voltageV[1] == 0.0);
    const World split = read("installation: {service: split-phase}").world;
    CHECK(split.source.angleDeg == PerPhase<double>{0.0, 180.0, 0.0});
}

TEST_CASE("source and load take one value or a map that may be partial") {
    const World world = read(R"(
source:
  frequency: 50 Hz
  voltage: {B: 0.25 kV}
  angle: {C: 119 deg}
  offset: -2 V
  noise: 0.5 %
  flicker: {depth: 2 %, rate: 10 Hz, shape: square}
load:
  current: {A: 5 A, B: 6 A, C: 7 A}
  phase: {A: 30 deg}
  offset: {B: 1 A}
)")
                            .world;
    CHECK(world.source.frequencyHz == 50.0);
    CHECK(world.source.voltageV == PerPhase<double>{277.0, 250.0, 277.0});
    CHECK(world.source.angleDeg == PerPhase<double>{0.0, -120.0, 119.0});
    CHECK(world.source.offsetV == PerPhase<double>{-2.0, -2.0, -2.0});
    CHECK(world.source.noise == PerPhase<double>{0.005, 0.005, 0.005});
    CHECK(world.source.flicker ==
          Flicker{.depth = 0.02, .rateHz = 10.0, .shape = FlickerShape::Square});
    CHECK(world.load.currentA == PerPhase<double>{5.0, 6.0, 7.0});
    CHECK(world.load.laggingDeg == PerPhase<double>{30.0, 0.0, 0.0});
    CHECK(world.load.offsetA == PerPhase<double>{0.0, 1.0, 0.0});
}

TEST_CASE("delta voltages have names of pairs") {
    const World world =
        read("installation: {service: delta}\nsource: {voltage: {AB: 480 V, CA: 470 V}}").world;
    CHECK(world.source.voltageV == PerPhase<double>{480.0, 480.0, 470.0});
}

TEST_CASE("other values of a delta's source go by pairs or by plain letters") {
    const World world = read("installation: {service: delta}\n"
                             "source: {angle: {A: 1 deg, BC: -119 deg}, harmonics: {C: {5: 3 %}}}")
                            .world;
    CHECK(world.source.angleDeg == PerPhase<double>{1.0, -119.0, 120.0});
    CHECK(world.source.harmonics[2].size() == 1);
    CHECK(world.source.harmonics[0].empty());
}

TEST_CASE("spectra are read for all phases and for one") {
    const World world = read(R"(
source:
  harmonics: {7: {level: 2 %, angle: 30 deg}, 5: 3 %}
  interharmonics: {175 Hz: 2 %}
load: {harmonics: {B: {3: 10 %}}}
)")
                            .world;
    const std::vector<Harmonic> expected = {{.order = 5, .level = 0.03, .angleDeg = 0.0},
                                            {.order = 7, .level = 0.02, .angleDeg = 30.0}};
    CHECK(world.source.harmonics == PerPhase<std::vector<Harmonic>>{expected, expected, expected});
    REQUIRE(world.source.interharmonics[2].size() == 1);
    CHECK(world.source.interharmonics[2][0].frequencyHz == 175.0);
    CHECK(world.load.harmonics[0].empty());
    REQUIRE(world.load.harmonics[1].size() == 1);
    CHECK(world.load.harmonics[1][0].order == 3);
}

TEST_CASE("the timeline is read with relative values and cycles") {
    const Scenario scenario = read(R"(
source: {voltage: {A: 100 V, B: 200 V, C: 300 V}}
timeline:
  - {at: 10 s, set: {source.voltage: 70 %}, for: 12 cycles}
  - {at: 1 min, set: {source.harmonics.5: 6 %, load.pf.A: 0.5 leading}, ramp: 2 s}
  - {at: 0.5 s, press: [plus, {hold: right, for: 2 s}], every: 5 s, times: 3}
  - {at: 2 s, write: {pt_ratio: 1.5, 129: 30078}}
  - {at: 3 s, power: off, for: 80 ms}
  - {at: 4 s, save: before}
)");
    REQUIRE(scenario.timeline.size() == 6);
    const TimelineEntry& sag = scenario.timeline[0];
    CHECK(sag.at == 10 * kSecond);
    CHECK(sag.forDuration == 504); // 12 / 60 Hz = 0.2 s = 504 samples of 1/2520 s.
    const auto& values = std::get<SetAction>(sag.action).values;
    REQUIRE(values.size() == 3);
    CHECK(values[0].first == "source.voltage.A");
    CHECK(values[0].second == Approx(70.0));
    CHECK(values[2].second == Approx(210.0));
    const auto& spectrum = std::get<SetAction>(scenario.timeline[1].action).values;
    REQUIRE(spectrum.size() == 4);
    CHECK(spectrum[0].first == "source.harmonics.A.5.level");
    CHECK(spectrum[0].second == Approx(0.06));
    CHECK(spectrum[3].first == "load.phase.A");
    CHECK(spectrum[3].second == Approx(-60.0));
    CHECK(scenario.timeline[1].rampDuration == 2 * kSecond);
    const auto& presses = std::get<PressAction>(scenario.timeline[2].action).presses;
    REQUIRE(presses.size() == 2);
    CHECK(presses[0].key == Key::Plus);
    CHECK(presses[1].key == Key::Right);
    CHECK(presses[1].hold == 2 * kSecond);
    CHECK(scenario.timeline[2].times == 3);
    const auto& writes = std::get<WriteAction>(scenario.timeline[3].action).registers;
    CHECK(writes == std::vector<std::pair<std::uint16_t, std::uint16_t>>{{133, 150}, {129, 30078}});
    CHECK_FALSE(std::get<PowerAction>(scenario.timeline[4].action).isOn);
    CHECK(std::get<SaveAction>(scenario.timeline[5].action).bookmark == "before");
}

TEST_CASE("expectations are read in the unit of the register") {
    const Scenario scenario = read(R"(
expect:
  - {at: 12 s, register: voltage_bn, equals: 0.2 kV, within: 0.5 %}
  - {by: 13 s, register: real_power_total, below: 150000 W, above: 1}
  - {from: 2 s, to: 9 s, register: 26, between: [59.99 Hz, 60.01]}
  - {at: 12 s, register: alerts, bits: {8: 0, 9: 1}}
  - {at: 12 s, register: voltage_ln_average, is: invalid}
  - {at: 12 s, display: {label: KWh, value: "0.49", icons: [wrench]}}
  - {at: 12 s, output: alarm, state: closed}
  - {at: 12 s, output: energy_pulses, equals: 1}
)");
    REQUIRE(scenario.expect.size() == 8);
    CHECK(scenario.expect[0].equals == 200.0);
    CHECK(scenario.expect[0].within == Approx(1.0));
    CHECK(scenario.expect[0].text == "at 12 s, register voltage_bn, equals 0.2 kV, within 0.5 %");
    CHECK(scenario.expect[1].when == Expectation::When::By);
    CHECK(scenario.expect[1].below == 150.0);
    CHECK(scenario.expect[1].above == 1.0);
    CHECK(scenario.expect[2].from == 2 * kSecond);
    CHECK(scenario.expect[2].between == std::pair(59.99, 60.01));
    CHECK(scenario.expect[3].bits == std::vector<std::pair<int, bool>>{{8, false}, {9, true}});
    CHECK(scenario.expect[4].isValid == false);
    CHECK(scenario.expect[5].value == "0.49");
    CHECK(scenario.expect[6].isClosed == true);
    CHECK(scenario.expect[7].equals == 1.0);
    CHECK(scenario.duration == 15 * kSecond); // 13 s and 2 s.
}

TEST_CASE("a scenario for ever has no duration and still a length as a run") {
    const Scenario scenario =
        read("duration: forever\ntimeline: [{at: 5 s, power: off, for: 1 s}]");
    CHECK_FALSE(scenario.duration.has_value());
    CHECK(runDuration(scenario) == 8 * kSecond);
    CHECK(read("duration: 2 min").duration == 120 * kSecond);
}

TEST_CASE("the built-in scenario is right and goes on for ever") {
    const Scenario scenario = builtInScenario();
    CHECK_FALSE(scenario.name.empty());
    CHECK_FALSE(scenario.duration.has_value());
    CHECK(scenario.meter.installerSettings.ctPrimaryA == 400);
    CHECK(scenario.loadProfile.size() > 1000);
}
