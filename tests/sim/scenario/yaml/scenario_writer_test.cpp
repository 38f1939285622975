// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the writer writes: texts by hand from docs/scenarios.md, and the law that reading gives
// back what was written.

#include "sim/scenario/yaml/scenario_writer.hpp"

#include "sim/scenario/yaml/scenario_reader.hpp"
#include "sim/scenario/yaml/yaml_text.hpp"
#include "tests/sim/scenario/same_scenario.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <cstdint>
#include <random>

using namespace meter;
using namespace meter::sim;

namespace {

std::string messagesOf(const Errors& errors) {
    std::string text;
    for (const Error& error : errors) {
        text += error.message() + "\n";
    }
    return text;
}

Scenario readText(const std::string& text) {
    auto scenario = readScenarioFromText(text, "test.yaml");
    INFO((scenario ? "" : messagesOf(scenario.error())));
    INFO(text);
    REQUIRE(scenario.has_value());
    return *scenario;
}

std::string written(const Scenario& scenario) {
    const Result<std::string> text = scenarioText(scenario, "");
    INFO((text ? "" : text.error().message()));
    REQUIRE(text.has_value());
    return *text;
}

void checkRoundTrip(const std::string& text) {
    const Scenario read = readText(text);
    const std::string again = written(read);
    INFO(again);
    CHECK(test::differenceOf(read, readText(again)) == "");
}

} // namespace

TEST_CASE("a written scenario says only what differs from the defaults") {
    CHECK(written(readText("metertwin: 1\nname: nothing\n")) == "metertwin: 1\nname: nothing\n\n");
    const std::string text =
        "metertwin: 1\n"
        "name: some\n"
        "seed: 7\n"
        "duration: 2 min\n"
        "\n"
        "meter:\n"
        "  ct: 400 A\n"
        "  phase_loss: {voltage: 12 %}\n"
        "  passwords: {setup: \"00012\"}\n"
        "installation:\n"
        "  voltage_leads: {A: B, B: open}\n"
        "  ct_reversed: [B]\n"
        "  control_power: {dc: 125 V}\n"
        "source:\n"
        "  voltage: {B: 250.5 V}\n"
        "  flicker: {depth: 1 %}\n"
        "  harmonics: {5: 3 %, 7: {level: 2 %, angle: 30 deg}}\n"
        "load:\n"
        "  current: 200 A\n"
        "  pf: 0.9 lagging\n"
        "\n"
        "timeline:\n"
        "  - {at: 10 s, set: {source.voltage: 250 V}, ramp: 2 s}\n"
        "  - {at: 20.0333 s, press: [plus, {hold: right, for: 2 s}]}\n"
        "  - {at: 30 s, write: {131: 200, 133: 150}}\n"
        "  - {at: 40 s, power: off, for: 0.08 s}\n"
        "  - {at: 50 s, apply: sag, phase: [A, B], residual: 70 %, for: 0.2 s}\n"
        "  - {at: 60 s, clear: all}\n"
        "\n"
        "expect:\n"
        "  - {at: 9 s, register: voltage_bn, equals: 250.5 V, within: 0.1 %}\n";
    CHECK(written(readText(text)) == text);
}

TEST_CASE("times are the shortest seconds that are the sample") {
    // By hand: a sample is 1/2520 s = 0.39683 ms, half of it 0.19841 ms.
    CHECK(timeText(0) == "0 s");
    CHECK(timeText(1) == "0.0004 s");
    CHECK(timeText(2520) == "1 s");
    CHECK(timeText(21) == "0.0083 s"); // 8.3333 ms; 0.008 s would be sample 20.16.
    CHECK(timeText(2521) == "1.0004 s");
    CHECK(durationText(SampleTime{7200} * 2520) == "2 h");
    CHECK(durationText(SampleTime{90} * 2520) == "90 s");
    std::mt19937_64 random(1);
    for (int i = 0; i < 20000; ++i) {
        const auto time = static_cast<SampleTime>(random() % (2520ULL * 400'000'000ULL));
        const std::string text = timeText(time);
        const Result<Quantity> read = parseQuantity(text);
        REQUIRE(read.has_value());
        REQUIRE(samplesOf(read->value) == time);
    }
}

TEST_CASE("levels that no percentage gives are written in pu") {
    const ValueRule level = {.kind = ValueRule::Kind::Level, .min = 0.0, .max = 10.0};
    CHECK(exactText(level, 0.03) == "3 %");
    CHECK(exactText(level, 0.007) == "0.007 pu"); // 0.7 / 100 is 0.006999… in binary.
    CHECK(exactText(level, 0.7 / 100.0) == "0.7 %");
    std::mt19937_64 random(2);
    for (int i = 0; i < 20000; ++i) {
        const double value = static_cast<double>(random()) / 18446744073709551616.0 * 10.0;
        const Result<double> read = parseValue(level, exactText(level, value), {});
        REQUIRE(read.has_value());
        REQUIRE(*read == value);
    }
}

TEST_CASE("texts that YAML would take for something else are quoted") {
    CHECK(quotedYaml("Phase B sag to 70 %") == "Phase B sag to 70 %");
    CHECK(quotedYaml("0.49") == "\"0.49\"");
    CHECK(quotedYaml("no") == "\"no\"");
    CHECK(quotedYaml("") == "\"\"");
    CHECK(quotedYaml("a: b") == "\"a: b\"");
    CHECK(quotedYaml("a \"b\" \\ #c") == "\"a \\\"b\\\" \\\\ #c\"");
    checkRoundTrip("metertwin: 1\nname: \"null: [x], {y} # \\\"quoted\\\" back\\\\slash é\"\n");
}

TEST_CASE("each verb and each way of a value reads back as it was") {
    checkRoundTrip(R"(metertwin: 1
name: all of it
duration: forever
meter: {serial: 0000C14C, address: 17, baud: 9600, parity: odd, system: 31, ct: 400 A, pt: 2.55,
        voltage: 480 V, pulse_energy: 10000 Wh, demand: {subintervals: 3, length: 300 s},
        units: IEC, variant: S4000-R-LOG, accuracy: class, boot: system,
        rules: {reactive: delay, apparent_total: arithmetic, phase_loss: fraction, holes: fill}}
installation: {service: delta, ct_rating: 123.4 A, pt_rating: 2.5, ct_leads: {A: C, C: open},
               control_power: {from: A-B}, ambient: -3.25 C}
line: {pace: false}
source:
  frequency: 59.95 Hz
  voltage: {AB: 480.1 V, BC: 479 V}
  angle: {BC: -119.5}
  harmonics: {AB: {5: 3 %}, CA: {11: {level: 1 %, angle: -20 deg}}}
  interharmonics: {175.5 Hz: 2 %, 90: {level: 0 %, angle: 10}}
  offset: {CA: -0.5 V}
  noise: 0.1 %
  flicker: {rate: 1 Hz, shape: square}
load: {current: {A: 10.1, B: 20, C: 30}, phase: {A: 12.345 deg, C: -170}, harmonics: {3: 20.5 %}}
timeline:
  - {at: 12 cycles, set: {source.voltage: 90 %, source.harmonics.5: 6 %}, for: 3 cycles,
     every: 2 s, times: 4}
  - {at: 1 s, set: {source.harmonics.AB.7.angle: 10 deg, source.interharmonics.175.5: 1 %}}
  - {at: 2 s, set: {load.pf: 0.8 leading, load.pf.B: 0.77 lagging, load.phase.C: 33.3}}
  - {at: 3 s, set: {installation.control_power: {dc: 125 V}, line.pace: true}}
  - {at: 4 s, set: {installation.control_power.from: B-C}, for: 1 s}
  - {at: 5 s, set: {installation.ct_reversed: [A, C], installation.voltage_leads.B: open}}
  - {at: 6 s, press: [{down: left}, {down: right}, minus, {up: left}, {up: right}]}
  - {at: 7 s, write: {129: 30078, 150: 10, 42000: 65535}}
  - {at: 8 s, save: "before: reset"}
  - {at: 9 s, apply: dip-c3-3}
  - {at: 10 s, apply: freq-ramp}
  - {at: 11 s, apply: motor-start, multiple: 5.5, start-pf: 0.25 lagging, for: 4 s, every: 20 s}
  - {at: 11.5 s, apply: impulse, phase: [AB, C], peak: 150 %}
  - {at: 12 s, clear: motor-start}
  - {at: 13 s, line: {drop: 20 %, delay: {from: 20 ms, to: 80 ms}, mute: false}}
  - {at: 13.5 s, swap: {serial: 4E36C14D, energies: {real: 12 kWh}}}
  - {at: 14 s, set: {installation.service: wye, source.voltage.B: 200 V}}
  - {at: 15 s, set: {source.voltage.C: 210 V, installation.voltage_leads.N: N}}
expect:
  - {at: 9.5 s, register: 131, equals: 100 A}
  - {from: 2 s, to: 9 s, register: frequency, between: [59.9, 60.1]}
  - {by: 13 s, register: real_power_total, below: 150 kW, above: -1 kW}
  - {at: 9 s, register: alerts, bits: {8: 0, 9: 1}}
  - {at: 9 s, register: voltage_ln_average, is: invalid}
  - {at: 9 s, display: {label: KWh, value: "0.00", icons: [k, Wh]}}
  - {at: 9 s, output: alarm, state: closed}
  - {at: 9 s, output: energy_pulses, equals: 3, within: 1}
)");
}

TEST_CASE("ropes, transformers and noise read back as they were") {
    const std::string text =
        "metertwin: 1\n"
        "name: ropes\n"
        "installation:\n"
        "  pt_reversed: [B]\n"
        "  ct_leads: {A: [A, -B], B: {conductor: -N, turns: 3}, C: [{conductor: C, turns: 2}, A]}\n"
        "  ct_phase: {A: 0.5 deg}\n"
        "  ct_output: {B: 76 %}\n"
        "  ct_type: {C: 5a}\n"
        "  control_power: {from: A-B, ratio: 4}\n"
        "  control_supply: damaged\n"
        "load: {current: 10 A, noise: 0.1 %}\n"
        "timeline:\n"
        "  - {at: 1 s, set: {installation.ct_leads.B: [2 B, -C]}, for: 1 s}\n"
        "  - {at: 2 s, set: {installation.control_supply: good}}\n"
        "  - {at: 3 s, apply: wrong-rope, input: [A], output: 50 %}\n"
        "  - {at: 4 s, apply: noise, level: 0.2 %, of: current}\n";
    checkRoundTrip(text);
    const Installation installation = readText(text).world.installation;
    CHECK(installation.ctLeads[0].turns == std::array<std::int8_t, 4>{1, -1, 0, 0});
    CHECK(installation.ctLeads[1].turns == std::array<std::int8_t, 4>{0, 0, 0, -3});
    CHECK(installation.ctLeads[2].turns == std::array<std::int8_t, 4>{1, 0, 2, 0});
    CHECK(installation.ptReversed == PerPhase<bool>{false, true, false});
    CHECK(installation.ctPhaseDeg[0] == 0.5);
    CHECK(installation.ctOutput[1] == Approx(0.76));
    CHECK(installation.ctType[2] == CtType::FiveA);
    CHECK(installation.controlPower.ratio == 4.0);
    CHECK_FALSE(installation.isControlSupplyGood);
}

TEST_CASE("what a scenario begins with beyond the guide's limits is warned of") {
    const auto warnings = [](const std::string& installation) {
        return messagesOf(
            readText("metertwin: 1\nname: w\ninstallation: " + installation + "\n").warnings);
    };
    CHECK(warnings("{}").empty());
    CHECK(warnings("{control_power: 600 V}").empty());
    CHECK(warnings("{control_power: 700 V}")
              .find("700 V; the meter takes 90 to 600 V there: more "
                    "than a second of it damages") != std::string::npos);
    CHECK(warnings("{control_power: 80 V}").find("it does not start") != std::string::npos);
    CHECK(warnings("{control_power: {dc: 12 V}}").find("125 to 300 V") != std::string::npos);
    CHECK(warnings("{control_power: {from: A-N}}").empty());
    // 277·√3 V = 479.8 V; behind 4:1 119.9 V, behind 8:1 60 V.
    CHECK(warnings("{control_power: {from: A-B}}").empty());
    CHECK(warnings("{control_power: {from: A-B, ratio: 4}}").empty());
    CHECK(warnings("{control_power: {from: A-B, ratio: 8}}").find("is 60 V") != std::string::npos);
    CHECK(warnings("{ambient: -35 C}").find("outside -30 to 70 C") != std::string::npos);
}

TEST_CASE("the service that an entry sets decides which phases the later ones have") {
    const std::string head = "metertwin: 1\nname: x\ntimeline:\n";
    const std::string change = "  - {at: 10 s, set: {installation.service: delta}}\n";
    const std::string pair = "{set: {source.voltage.BC: 470 V}, at: ";
    CHECK(readScenarioFromText(head + change + "  - " + pair + "10 s}\n", "t").has_value());
    CHECK_FALSE(readScenarioFromText(head + change + "  - " + pair + "9 s}\n", "t").has_value());
    CHECK_FALSE(readScenarioFromText(head + "  - " + pair + "20 s}\n" + change, "t").has_value());
}

TEST_CASE("random worlds are written to the last bit") {
    std::mt19937_64 random(3);
    const auto uniform = [&random](double low, double high) {
        return low + (high - low) * static_cast<double>(random()) / 18446744073709551616.0;
    };
    for (int round = 0; round < 200; ++round) {
        static const char* const kServices[] = {
            "wye",           "delta", "split-phase", "single-phase", "corner-grounded-delta",
            "high-leg-delta"};
        Scenario scenario = readText("metertwin: 1\nname: random\ninstallation: {service: " +
                                     std::string(kServices[random() % 6]) + "}\n");
        World& world = scenario.world;
        const bool isThree = scenario.world.source.voltageV[2] != 0.0;
        const std::size_t phases = isThree ? 3 : world.source.voltageV[1] != 0.0 ? 2 : 1;
        world.source.frequencyHz = uniform(45.0, 65.0);
        world.source.flicker = {uniform(0, 0.1), uniform(0.1, 30.0), FlickerShape::Square};
        world.installation.ambientC = uniform(-30.0, 70.0);
        scenario.seed = random() % (1ULL << 53U);
        scenario.duration = static_cast<SampleTime>(random() % 100'000'000) + 1;
        for (std::size_t phase = 0; phase < phases; ++phase) {
            world.source.voltageV[phase] = uniform(0.0, 1000.0);
            world.source.angleDeg[phase] = uniform(-360.0, 360.0);
            world.source.offsetV[phase] = uniform(-1.0, 1.0);
            world.source.noise[phase] = uniform(0.0, 0.01);
            world.load.currentA[phase] = uniform(0.0, 400.0);
            world.load.laggingDeg[phase] = uniform(-180.0, 180.0);
            for (int order = 2 + static_cast<int>(random() % 9); order < 42; order += 7) {
                world.source.harmonics[phase].push_back(
                    {order, uniform(0.0, 1.0), random() % 2 == 0 ? 0.0 : uniform(-360.0, 360.0)});
                world.load.harmonics[phase].push_back({order, uniform(0.0, 1.0), 0.0});
            }
            world.source.interharmonics[phase].push_back(
                {uniform(1.0, 2000.0), uniform(0.0, 1.0), uniform(-360.0, 360.0)});
        }
        const std::string text = written(scenario);
        INFO(text);
        REQUIRE(test::differenceOf(scenario, readText(text)) == "");
    }
}
