// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/scenario/yaml/scenario_reader.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <string>

using namespace meter::sim;

namespace {

/// A mistake in the third line of a file (the first two are right), where it is and a part of
/// what must be said about it. Places were counted by hand.
struct Mistake {
    std::string_view yaml;
    int line;
    int column;
    std::string_view words;
};

constexpr std::array kMistakes = {
    // The file as a whole.
    Mistake{"meeter: {ct: 100 A}", 3, 1, "did you mean `meter`?"},
    Mistake{"replay: fault.cfg", 3, 9, "there is no such file"},
    Mistake{"replay: {fiel: fault.cfg}", 3, 10, "did you mean `file`?"},
    Mistake{"replay: {loop: true}", 3, 9, "needs a `file`"},
    Mistake{"replay: {file: a.cfg, channels: {vd: VD}}", 3, 34, "did you mean"},
    Mistake{"replay: {file: a.cfg, gain: {v: 5 V}}", 3, 33, "it takes"},
    Mistake{"replay: {file: a.cfg, loop: often}", 3, 29, "often"},
    Mistake{"replay: a.cfg\nsource: {voltage: 277 V}", 4, 1, "takes the place of"},
    Mistake{"name: twice", 3, 1, "appears twice"},
    Mistake{"? [a]\n: 1", 3, 3, "a key is a word"},
    Mistake{"seed: -1", 3, 7, "out of range"},
    Mistake{"seed: 1.5", 3, 7, "not a whole number"},
    Mistake{"duration: 10 V", 3, 11, "is a voltage"},
    Mistake{"duration: 0 s", 3, 11, "without duration"},
    Mistake{"duration: [1]", 3, 11, "this is a list"},
    // Meter.
    Mistake{"meter: 5", 3, 8, "`meter` takes keys"},
    Mistake{"meter: {cct: 100 A}", 3, 9, "did you mean `ct`?"},
    Mistake{"meter: {serial: 123}", 3, 17, "8 hexadecimal digits"},
    Mistake{"meter: {address: 248}", 3, 18, "from 1 to 247"},
    Mistake{"meter: {address: 0}", 3, 18, "from 1 to 247"},
    Mistake{"meter: {baud: 115200}", 3, 15, "38400"},
    Mistake{"meter: {parity: mark}", 3, 17, "none, even or odd"},
    Mistake{"meter: {system: 3P}", 3, 17, "3L-1n"},
    Mistake{"meter: {ct: 19 A}", 3, 13, "from 20 to 5000"},
    Mistake{"meter: {ct: 400 V}", 3, 13, "it takes a current (A, kA, mA)"},
    Mistake{"meter: {ct: 100.5 A}", 3, 13, "not a whole number"},
    Mistake{"meter: {ct: 50 %}", 3, 13, "percent of what?"},
    Mistake{"meter: {pt: 321}", 3, 13, "from 0.01 to 320"},
    Mistake{"meter: {pt: 1.005}", 3, 13, "multiple of 0.01"},
    Mistake{"meter: {voltage: 81 V}", 3, 18, "from 82 to 32000"},
    Mistake{"meter: {voltage: 700 V}", 3, 18, "82…660 V"},
    Mistake{"meter: {phase_loss: {voltage: 100 %}}", 3, 31, "from 1 to 99"},
    Mistake{"meter: {phase_loss: {volts: 10 %}}", 3, 22, "voltage or imbalance"},
    Mistake{"meter: {phase_loss: 10 %}", 3, 21, "takes keys"},
    Mistake{"meter: {pulse_energy: 500 Wh}", 3, 23, "10000, 1000, 100 or 10 Wh"},
    Mistake{"meter: {ct: 5000 A, pulse_energy: 10 Wh}", 3, 35, "refuses this pulse energy"},
    Mistake{"meter: {demand: {subintervals: 7}}", 3, 32, "from 1 to 6"},
    Mistake{"meter: {demand: {length: 5 s}}", 3, 26, "0 or a time"},
    Mistake{"meter: {units: SI}", 3, 16, "IEEE or IEC"},
    Mistake{"meter: {passwords: {setup: 123}}", 3, 28, "5 digits"},
    Mistake{"meter: {variant: S4000}", 3, 18, "S4000-R-LOG"},
    Mistake{"meter: {accuracy: good}", 3, 19, "ideal or class"},
    Mistake{"meter: {boot: none}", 3, 15, "system or reset-system"},
    Mistake{"meter: {rules: {reactive: budeanu}}", 3, 27, "nonactive"},
    Mistake{"meter: {ct: {A: 1}}", 3, 14, "unknown key `A` in `ct`"},
    Mistake{"meter: {ct: }", 3, 13, "the value is missing"},
    // Installation.
    Mistake{"installation: {service: star}", 3, 25, "wye, delta"},
    Mistake{"installation: {ct_rating: 0 A}", 3, 27, "out of range"},
    Mistake{"installation: {voltage_leads: {A: D}}", 3, 35, "A, B, C, N or open"},
    Mistake{"installation: {voltage_leads: {D: A}}", 3, 32, "has no `D` here"},
    Mistake{"installation: {service: delta, voltage_leads: {A: N}}", 3, 51, "no conductor N"},
    Mistake{"installation: {service: split-phase, ct_leads: {A: C}}", 3, 52, "no conductor C"},
    Mistake{"installation: {ct_leads: {N: A}}", 3, 27, "has no `N` here"},
    Mistake{"installation: {ct_reversed: [D]}", 3, 30, "not a CT input"},
    Mistake{"installation: {control_power: 5000 V}", 3, 31, "out of range"},
    Mistake{"installation: {control_power: {ac: 120 V}}", 3, 32, "did you mean"},
    Mistake{"installation: {service: delta, control_power: {from: A-N}}", 3, 54, "has no A-N"},
    Mistake{"installation: {ambient: 200 C}", 3, 25, "from -60 to 120"},
    Mistake{"line: {pace: maybe}", 3, 14, "`true` or `false`"},
    Mistake{"line: {drop: 20 %}", 3, 8, "unknown key `drop`"},
    // Source and load.
    Mistake{"source: {frequenzy: 60 Hz}", 3, 10, "did you mean `frequency`?"},
    Mistake{"source: {frequency: 0 Hz}", 3, 21, "out of range"},
    Mistake{"source: {voltage: 70 %}", 3, 19, "percent of what?"},
    Mistake{"source: {voltage: -1 V}", 3, 19, "out of range"},
    Mistake{"source: {voltage: {AB: 480 V}}", 3, 20, "it has A, B or C"},
    Mistake{"installation: {service: delta}\nsource: {voltage: {B: 480 V}}", 4, 20,
            "it has AB, BC or CA"},
    Mistake{"source: {harmonics: {1: 3 %}}", 3, 22, "order of a harmonic"},
    Mistake{"source: {harmonics: {42: 3 %}}", 3, 22, "from 2 to 41"},
    Mistake{"source: {harmonics: {5: 3}}", 3, 25, "in percent"},
    Mistake{"source: {harmonics: {5: 3 V}}", 3, 25, "in percent"},
    Mistake{"source: {harmonics: {5: {levl: 3 %}}}", 3, 26, "order of a harmonic"},
    Mistake{"source: {interharmonics: {0 Hz: 3 %}}", 3, 27, "needs a frequency"},
    Mistake{"source: {noise: 200 %}", 3, 17, "from 0 to 100"},
    Mistake{"source: {flicker: {shape: round}}", 3, 27, "sine or square"},
    Mistake{"load: {current: 5 kV}", 3, 17, "is a voltage"},
    Mistake{"load: {pf: 0.9}", 3, 12, "say which way"},
    Mistake{"load: {pf: 1, phase: 10 deg}", 3, 15, "say the same thing"},
    Mistake{"load: {profile: nowhere.csv}", 3, 17, "there is no file"},
    Mistake{"installation: {service: single-phase}\nload: {current: {B: 1 A}}", 4, 18,
            "has no `B`"},
    // Timeline.
    Mistake{"timeline: {at: 1 s}", 3, 11, "is a list"},
    Mistake{"timeline: [5]", 3, 12, "an entry is a map"},
    Mistake{"timeline: [{set: {source.voltage: 1 V}}]", 3, 12, "`at` is missing"},
    Mistake{"timeline: [{at: 1 s}]", 3, 12, "what happens is missing"},
    Mistake{"timeline: [{at: -1 s, power: off}]", 3, 17, "out of range"},
    Mistake{"timeline: [{at: 1 s, sett: {}}]", 3, 22, "did you mean `set`?"},
    Mistake{"timeline: [{at: 1 s, apply: sags}]", 3, 29, "did you mean `sag`"},
    Mistake{"timeline: [{at: 1 s, apply: sag, residul: 70 %}]", 3, 34, "did you mean `residual`"},
    Mistake{"timeline: [{at: 1 s, apply: sag, residual: 170 %}]", 3, 44, "out of range"},
    Mistake{"timeline: [{at: 1 s, apply: sag, phase: D}]", 3, 41, "not a phase of a wye"},
    Mistake{"timeline: [{at: 1 s, apply: ct-swap}]", 3, 29, "needs `pair`"},
    Mistake{"timeline: [{at: 1 s, line: {drpo: 20 %}}]", 3, 29, "did you mean `drop`?"},
    Mistake{"timeline: [{at: 1 s, set: {source.volage.B: 1 V}}]", 3, 28,
            "did you mean `source.voltage`?"},
    Mistake{"timeline: [{at: 1 s, set: {source.voltage.D: 1 V}}]", 3, 28, "has no `D`"},
    Mistake{"timeline: [{at: 1 s, set: {source.voltage: 1 A}}]", 3, 44, "is a current"},
    Mistake{"timeline: [{at: 1 s, set: {}}]", 3, 27, "takes keys with values"},
    Mistake{"timeline: [{at: 1 s, press: [up]}]", 3, 30, "not a key of the meter"},
    Mistake{"timeline: [{at: 1 s, press: {hold: left}}]", 3, 29, "for: 2 s"},
    Mistake{"timeline: [{at: 1 s, write: {voltage_xy: 1}}]", 3, 30, "unknown register"},
    Mistake{"timeline: [{at: 1 s, write: {0: 1}}]", 3, 30, "from 1 to 65535"},
    Mistake{"timeline: [{at: 1 s, write: {pt_ratio: 1.001}}]", 3, 40, "between two steps"},
    Mistake{"timeline: [{at: 1 s, power: maybe}]", 3, 29, "`on` or `off`"},
    Mistake{"timeline: [{at: 1 s, save: ''}]", 3, 28, "needs a name"},
    Mistake{"timeline: [{at: 1 s, save: x, for: 1 s}]", 3, 31, "`for` works with"},
    Mistake{"timeline: [{at: 1 s, power: off, ramp: 1 s}]", 3, 34, "`ramp` works with"},
    Mistake{"timeline: [{at: 1 s, power: off, for: 0 s}]", 3, 39, "too short"},
    Mistake{"timeline: [{at: 1 s, power: off, times: 2}]", 3, 34, "needs `every`"},
    Mistake{"timeline: [{at: 1 s, power: off, for: 3 s, every: 2 s}]", 3, 44, "before the last"},
    Mistake{"timeline: [{at: 1 s, power: off, save: x}]", 3, 34, "one thing"},
    Mistake{"timeline: [{at: 1 s, set: {line.pace: false}, ramp: 1 s}]", 3, 47, "be ramped"},
    Mistake{"duration: 5 s\ntimeline: [{at: 6 s, power: off}]", 4, 12, "after the end"},
    // Expectations.
    Mistake{"expect: {at: 1 s}", 3, 9, "is a list"},
    Mistake{"expect: [{register: frequency, equals: 60}]", 3, 10, "when is it checked?"},
    Mistake{"expect: [{at: 1 s, equals: 60}]", 3, 10, "what is checked?"},
    Mistake{"expect: [{at: 1 s, by: 2 s, register: frequency, equals: 60}]", 3, 10, "one of"},
    Mistake{"expect: [{at: 1 s, register: frequency}]", 3, 10, "must the register be"},
    Mistake{"expect: [{at: 1 s, register: frequancy, equals: 60}]", 3, 30,
            "did you mean `frequency`?"},
    Mistake{"expect: [{at: 1 s, register: frequency, equals: 60 V}]", 3, 49, "in Hz"},
    Mistake{"expect: [{at: 1 s, register: frequency, within: 1 %}]", 3, 41, "belongs to `equals`"},
    Mistake{"expect: [{at: 1 s, register: frequency, between: [61, 59]}]", 3, 50, "smaller"},
    Mistake{"expect: [{at: 1 s, register: frequency, between: 60}]", 3, 50, "two values"},
    Mistake{"expect: [{at: 1 s, register: alerts, bits: {16: 0}}]", 3, 45, "from 0 to 15"},
    Mistake{"expect: [{at: 1 s, register: alerts, bits: {1: 2}}]", 3, 48, "0 or 1"},
    Mistake{"expect: [{at: 1 s, register: real_energy, bits: {1: 1}}]", 3, 43, "16 bits"},
    Mistake{"expect: [{at: 1 s, register: alerts, is: fine}]", 3, 42, "`valid` or `invalid`"},
    Mistake{"expect: [{at: 1 s, output: relay, state: open}]", 3, 28, "not an output"},
    Mistake{"expect: [{at: 1 s, output: alarm, equals: 1}]", 3, 10, "`state: closed`"},
    Mistake{"expect: [{at: 1 s, output: alarm, state: shut}]", 3, 42, "`closed` or `open`"},
    Mistake{"expect: [{at: 1 s, display: {}}]", 3, 29, "`display` takes"},
    Mistake{"expect: [{at: 1 s, display: {lable: x}}]", 3, 30, "did you mean `label`?"},
    Mistake{"expect: [{at: 1 s, display: {icons: [spanner]}}]", 3, 38, "unknown icon"},
    Mistake{"expect: [{from: 1.2 s, to: 1.8 s, register: alerts, equals: 0}]", 3, 10,
            "no whole second"},
    Mistake{"duration: 5 s\nexpect: [{at: 6 s, register: alerts, equals: 0}]", 4, 10,
            "after the end"},
};

Errors errorsOf(const std::string& text) {
    const auto scenario = readScenarioFromText(text, "test.yaml");
    return scenario ? Errors{} : scenario.error();
}

} // namespace

TEST_CASE("every mistake is told once with its place and what would be right") {
    for (const Mistake& mistake : kMistakes) {
        INFO(mistake.yaml);
        const Errors errors = errorsOf("metertwin: 1\nname: x\n" + std::string(mistake.yaml));
        for (const Error& error : errors) {
            UNSCOPED_INFO(error.message());
        }
        REQUIRE(errors.size() == 1);
        CHECK(errors[0].place.file == "test.yaml");
        CHECK(errors[0].place.line == mistake.line);
        CHECK(errors[0].place.column == mistake.column);
        CHECK(errors[0].text.find(mistake.words) != std::string::npos);
    }
}

TEST_CASE("all mistakes of a file come in one go and in its order") {
    const Errors errors = errorsOf("metertwin: 2\n"
                                   "meter: {ct: 1 A, pt: 0}\n"
                                   "sourse: {}\n"
                                   "timeline:\n"
                                   "  - {at: soon, power: off}\n"
                                   "expect:\n"
                                   "  - {at: 1 s, register: nothing, equals: 1}\n");
    REQUIRE(errors.size() == 7);
    const std::array<int, 7> lines = {1, 1, 2, 2, 3, 5, 7};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        CHECK(errors[i].place.line == lines[i]);
    }
    CHECK(errors[0].message().starts_with("test.yaml:1:1: `name` is missing"));
}

TEST_CASE("files that are no scenarios are refused with a place") {
    for (const std::string& text :
         {std::string(), std::string("# only a comment\n"), std::string("just words"),
          std::string("[1, 2]"), std::string("a: b: c"), std::string("a: [1, 2"),
          std::string("\x89PNG\r\n\x1a\n\0\0", 10), std::string("metertwin: \xff\xfe"),
          std::string("metertwin: 1\nname: x\n---\nmetertwin: 1\nname: y\n"),
          std::string(100'000, '['), std::string(100'000, '{')}) {
        const Errors errors = errorsOf(text);
        REQUIRE(errors.size() == 1);
        CHECK(errors[0].place.line >= 1);
        CHECK(errors[0].place.column >= 1);
        CHECK_FALSE(errors[0].text.empty());
    }
}

TEST_CASE("a file that is too large is refused before it is read") {
    const Errors errors = errorsOf(std::string(kScenarioFileSizeMax + 1, '#'));
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].text.find("larger than 4 MiB") != std::string::npos);
}

TEST_CASE("aliases that unfold without end are refused") {
    std::string text = "metertwin: 1\nname: x\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 12; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
        for (int k = 0; k < 9; ++k) {
            text += ", " + before;
        }
        text += "]\n";
    }
    const Errors errors = errorsOf(text);
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].text.find("more values") != std::string::npos);
    CHECK(errorsOf("metertwin: 1\nname: x\nseed: &a [*a]\n").size() >= 1);
}

TEST_CASE("a missing file is an error that names it") {
    const auto scenario = readScenario("no/such/file.yaml");
    REQUIRE_FALSE(scenario.has_value());
    CHECK(scenario.error().at(0).text.find("no/such/file.yaml") != std::string::npos);
}
