// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What each fault does to the world, against phasor arithmetic done by hand.

#include "sim/faults/fault_phasors.hpp"
#include "sim/faults/fault_presets.hpp"
#include "sim/faults/fault_table.hpp"
#include "sim/scenario/yaml/fault_reader.hpp"
#include "sim/scenario/yaml/world_reader.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <cmath>
#include <set>
#include <string>

using namespace meter;
using namespace meter::sim;

namespace {

constexpr double kNominalHz = 60.0;

World loadedWorld(Service service = Service::Wye) {
    World world = defaultWorld(service);
    world.load.currentA = {100.0, 100.0, 100.0};
    return world;
}

/// The world with one fault laid over it, some seconds after it began.
World with(const World& world,
           const std::string& name,
           const std::vector<FaultText>& parameters,
           double elapsedS = 0.0) {
    const FaultReading reading = readFault(name, parameters, {}, world, kNominalHz);
    for (const FaultMistake& mistake : reading.mistakes) {
        UNSCOPED_INFO(mistake.text);
    }
    REQUIRE(reading.mistakes.empty());
    std::vector<ActiveFault> faults;
    for (const FaultStep& step : reading.action.steps) {
        faults.push_back(begun(name, step, step.delay, world));
    }
    World faulty = world;
    const SampleTime at = samplesOf(elapsedS);
    layFaults(faults, at, at, faulty);
    return faulty;
}

std::string mistakeOf(const std::string& name,
                      const std::vector<FaultText>& parameters,
                      const World& world = loadedWorld()) {
    const FaultReading reading = readFault(name, parameters, {}, world, kNominalHz);
    REQUIRE(reading.mistakes.size() == 1);
    return reading.mistakes[0].text;
}

} // namespace

TEST_CASE("a sag of type C leaves A and moves B and C towards each other") {
    // Bollen, type C: B, C = -1/2 -+ j 0.866 x 0.7: 0.7857 pu at -+129.52 deg.
    const World world = with(loadedWorld(), "dip-type-c", {});
    CHECK(world.source.voltageV[0] == 277.0);
    CHECK(world.source.voltageV[1] == Approx(277.0 * 0.78581).epsilon(1e-4));
    CHECK(world.source.voltageV[2] == Approx(world.source.voltageV[1]));
    CHECK(world.source.angleDeg[1] == Approx(-129.52).margin(0.01));
    CHECK(world.source.angleDeg[2] == Approx(129.52).margin(0.01));
    // The currents stay: 9.52 deg more lead of C's voltage is that much more lag.
    CHECK(world.load.laggingDeg[2] == Approx(9.52).margin(0.01));
}

// Bollen, Understanding Power Quality Problems, table 4.10, worked out in Python with V = 0.5:
// Va; Vb, Vc = -x -+ j y of the line-to-neutral voltage.
TEST_CASE("every sag type has the three phasors of its definition") {
    struct Row {
        const char* type;
        double voltageA;
        double voltageB; ///< C has the same,
        double angleB;   ///< and this angle with the other sign.
    };

    constexpr std::array kRows = {
        Row{"A", 0.5, 0.5, -120.0},
        Row{"B", 0.5, 1.0, -120.0},
        Row{"C", 1.0, 0.661438, -139.1066},
        Row{"D", 0.5, 0.901388, -106.1021},
        Row{"E", 1.0, 0.5, -120.0},
        Row{"F", 0.5, 0.763763, -109.1066},
        Row{"G", 0.833333, 0.600925, -133.8979},
    };
    for (const Row& row : kRows) {
        CAPTURE(row.type);
        const World world =
            with(loadedWorld(), "sag", {{"phase", "A"}, {"residual", "50 %"}, {"type", row.type}});
        CHECK(world.source.voltageV[0] == Approx(277.0 * row.voltageA).epsilon(1e-5));
        CHECK(world.source.angleDeg[0] == Approx(0.0).margin(1e-3));
        CHECK(world.source.voltageV[1] == Approx(277.0 * row.voltageB).epsilon(1e-5));
        CHECK(world.source.angleDeg[1] == Approx(row.angleB).margin(1e-3));
        CHECK(world.source.voltageV[2] == Approx(277.0 * row.voltageB).epsilon(1e-5));
        CHECK(world.source.angleDeg[2] == Approx(-row.angleB).margin(1e-3));
    }
}

TEST_CASE("a sag of one conductor of a delta is one of its star") {
    // A at 70 %: V_AB = |0.7 - a^2| of the star voltage = sqrt(0.49 + 0.7 + 1), V_BC stays.
    const World world =
        with(loadedWorld(Service::Delta), "sag", {{"phase", "A"}, {"residual", "70 %"}});
    CHECK(world.source.voltageV[0] == Approx(480.0 * std::sqrt(2.19 / 3.0)));
    CHECK(world.source.voltageV[1] == Approx(480.0));
    CHECK(world.source.voltageV[2] == Approx(480.0 * std::sqrt(2.19 / 3.0)));
    const World pair =
        with(loadedWorld(Service::Delta), "sag", {{"phase", "BC"}, {"residual", "70 %"}});
    CHECK(pair.source.voltageV[1] == Approx(336.0));
    CHECK(pair.source.voltageV[0] == 480.0);
}

TEST_CASE("negative sequence makes one phase high and two low") {
    const World world = with(loadedWorld(), "unbalance", {{"negative", "5 %"}});
    CHECK(world.source.voltageV[0] == Approx(277.0 * 1.05));
    CHECK(world.source.voltageV[1] == Approx(277.0 * std::sqrt(1.0 - 0.05 + 0.0025)));
    CHECK(world.source.voltageV[2] == Approx(world.source.voltageV[1]));
}

TEST_CASE("a lost neutral is where Millman puts it") {
    const World world = with(loadedWorld(), "lost-neutral", {{"loads", "1,3,3"}});
    CHECK(world.source.voltageV[0] == Approx(277.0 * 9.0 / 7.0));
    CHECK(world.source.voltageV[1] ==
          Approx(277.0 * std::hypot(-0.5 + 2.0 / 7.0, std::sqrt(0.75))));
    CHECK(world.load.currentA[0] == Approx(100.0 * 9.0 / 7.0));
    // No current has a way back: the three sum up to nothing.
    Phasor sum;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        sum = sum + phasorOf(world.load.currentA[phase], world.source.angleDeg[phase]);
    }
    CHECK(lengthOf(sum) == Approx(0.0).margin(1e-9));
}

TEST_CASE("a lost neutral of a split-phase service shares 240 V by impedance") {
    World world = loadedWorld(Service::SplitPhase);
    world.load.currentA = {10.0, 30.0, 0.0};
    // In series, 240 V x 3/4 lies across the smaller load.
    const World faulty = with(world, "lost-neutral", {});
    CHECK(faulty.source.voltageV[0] == Approx(180.0));
    CHECK(faulty.source.voltageV[1] == Approx(60.0));
    CHECK(faulty.load.currentA[0] == Approx(15.0));
    CHECK(faulty.load.currentA[1] == Approx(15.0));
}

TEST_CASE("with the neutral lost the third harmonics of a balanced load are gone") {
    World world = loadedWorld();
    for (auto& spectrum : world.source.harmonics) {
        spectrum = {{.order = 3, .level = 0.1, .angleDeg = 0.0},
                    {.order = 5, .level = 0.05, .angleDeg = 0.0}};
    }
    // Third harmonics are the same in all phases, fifths sum up to nothing.
    const World faulty = with(world, "lost-neutral", {});
    for (const auto& spectrum : faulty.source.harmonics) {
        for (const Harmonic& harmonic : spectrum) {
            CHECK(harmonic.level == Approx(harmonic.order == 5 ? 0.05 : 0.0).margin(1e-9));
        }
    }
}

TEST_CASE("a capacitor bank and feed-in add up as phasors") {
    World world = loadedWorld();
    world.load.laggingDeg = {30.0, 30.0, 30.0};
    // 100 A at 30 deg has 50 A reactive: 3 x 277 V x 50 A = 41.55 kVAR make it 86.60 A at PF 1.
    const World compensated = with(world, "capacitor-bank", {{"kvar", "41.55"}});
    CHECK(compensated.load.currentA[1] == Approx(86.60254));
    CHECK(compensated.load.laggingDeg[1] == Approx(0.0).margin(1e-9));
    // 3 x 277 V x 86.60254 A = 71.967 kW of sun leave the reactive 50 A.
    const World sunny = with(world, "solar-feed-in", {{"kw", "71.96671 kW"}});
    CHECK(sunny.load.currentA[2] == Approx(50.0).epsilon(1e-6));
    CHECK(sunny.load.laggingDeg[2] == Approx(90.0).margin(1e-3));
}

TEST_CASE("a frequency ramp goes there, holds and comes back") {
    const World world = loadedWorld();
    const auto at = [&world](double seconds) {
        return with(world, "freq-ramp", {}, seconds).source.frequencyHz;
    };
    CHECK(at(1.5) == Approx(58.5));
    CHECK(at(5.0) == Approx(57.0));
    CHECK(at(10.0) == Approx(58.0));
    CHECK(at(14.0) == Approx(60.0));
}

TEST_CASE("what the guide forbids is fitted and blown by name") {
    const Installation fitted = with(loadedWorld(), "ct-5a", {{"input", "A,C"}}).installation;
    CHECK(fitted.ctType == PerPhase<CtType>{CtType::FiveA, CtType::Rope, CtType::FiveA});
    CHECK(with(loadedWorld(), "wrong-rope", {{"input", "B"}}).installation.ctOutput ==
          PerPhase<double>{1.0, 0.5, 1.0});
    CHECK(with(loadedWorld(), "wrong-rope", {{"input", "B"}, {"output", "76 %"}})
              .installation.ctOutput[1] == Approx(0.76));
    CHECK(with(loadedWorld(), "pt-polarity", {{"input", "B"}}).installation.ptReversed ==
          PerPhase<bool>{false, true, false});
    CHECK_FALSE(with(loadedWorld(), "control-fuse", {}).installation.isControlFuseGood);
    const World noisy =
        with(loadedWorld(), "noise", {{"level", "0.2 %"}, {"phase", "A"}, {"of", "current"}});
    CHECK(noisy.load.noise == PerPhase<double>{0.002, 0.0, 0.0});
    CHECK(noisy.source.noise == PerPhase<double>{});
}

TEST_CASE("wiring mistakes exchange what they say") {
    const Installation rotated =
        with(loadedWorld(), "ct-rotate", {{"direction", "backward"}}).installation;
    CHECK(rotated.ctLeads == PerPhase<Rope>{Conductor::C, Conductor::A, Conductor::B});
    const Installation swapped =
        with(loadedWorld(), "voltage-swap", {{"pair", "C,A"}}).installation;
    CHECK(swapped.voltageLeads[0] == Conductor::C);
    CHECK(swapped.voltageLeads[2] == Conductor::A);
    CHECK(swapped.voltageLeads[1] == Conductor::B);
    World reversed = loadedWorld();
    reversed.installation.ctReversed[0] = true;
    CHECK(with(reversed, "ct-swap", {{"pair", "A,B"}}).installation.ctReversed ==
          PerPhase<bool>{false, true, false});
    CHECK(with(loadedWorld(), "pt-ratio", {{"fitted", "4"}}).installation.ptRating == 4.0);
}

TEST_CASE("faults that act at once each add their own") {
    const World sag = with(loadedWorld(), "sag", {{"phase", "B"}, {"residual", "50 %"}});
    const World both = with(sag, "swell", {{"residual", "120 %"}});
    CHECK(both.source.voltageV[0] == Approx(332.4));
    CHECK(both.source.voltageV[1] == Approx(166.2));
    const World harmonics = with(with(loadedWorld(), "harmonic", {{"order", "5"}}), "harmonic",
                                 {{"order", "5"}, {"angle", "180 deg"}});
    CHECK(harmonics.source.harmonics[0].at(0).level == Approx(0.0).margin(1e-12));
}

TEST_CASE("a preset takes other parameters and a plain name its own meaning") {
    CHECK(with(loadedWorld(), "f47-2", {{"phase", "C"}}).source.voltageV[1] == 277.0);
    CHECK(with(loadedWorld(), "f47-2", {{"phase", "C"}}).source.voltageV[2] == Approx(193.9));
    // PHASE-JUMP of the standards comes with a sag; with a parameter it is the jump alone.
    CHECK(with(loadedWorld(), "phase-jump", {}).source.voltageV[0] == Approx(166.2));
    CHECK(with(loadedWorld(), "phase-jump", {{"angle", "10 deg"}}).source.voltageV[0] == 277.0);
}

TEST_CASE("a dip of half a cycle lasts as long as the frequency says") {
    const World world = loadedWorld();
    CHECK(readFault("dip-c2-1", {}, {}, world, 60.0).length == 21); // 2520/120
    CHECK(readFault("dip-c2-1", {}, {}, world, 50.0).length == 25); // 25.2 samples
    CHECK(readFault("dip-c2-1", {}, SampleTime{100}, world, 50.0).length == 100);
    CHECK_FALSE(readFault("sag", {}, {}, world, 60.0).length.has_value());
}

TEST_CASE("mistakes in a fault say what would be right") {
    CHECK(mistakeOf("saag", {}).find("did you mean `sag`") != std::string::npos);
    CHECK(mistakeOf("sag", {{"phasse", "A"}}).find("did you mean `phase`") != std::string::npos);
    CHECK(mistakeOf("sag", {{"residual", "120 %"}}).find("0 to 100") != std::string::npos);
    CHECK(mistakeOf("sag", {{"type", "C"}}).find("symmetrical") != std::string::npos);
    CHECK(mistakeOf("ct-swap", {{"pair", "A"}}).find("[A, B]") != std::string::npos);
    CHECK(mistakeOf("impulse", {{"rise", "1 ms"}}).find("shorter") != std::string::npos);
    CHECK(
        mistakeOf("sag", {{"phase", "C"}}, loadedWorld(Service::SplitPhase)).find("not a phase") !=
        std::string::npos);
    CHECK(mistakeOf("lost-neutral", {}, loadedWorld(Service::Delta)).find("share a neutral") !=
          std::string::npos);
}

TEST_CASE("every row of the library reads and names its parts right") {
    std::set<std::string_view> names;
    for (const FaultPreset& preset : faultPresets()) {
        INFO(preset.name);
        CHECK(names.insert(preset.name).second);
        CHECK(readFault(preset.name, {}, {}, loadedWorld(), kNominalHz).mistakes.empty());
        CHECK_FALSE(preset.source.empty());
    }
    CHECK(names.size() == 98); // 81 events and 17 mistakes.
    for (const FaultKind& kind : faultKinds()) {
        INFO(kind.name);
        CHECK(kind.parameters.size() <= kFaultParameterMax);
        CHECK_FALSE(kind.source.empty());
    }
}
