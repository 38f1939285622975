// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Expected values: complex arithmetic of circuits, done here by hand with std::complex, and
// the closed forms that go with each installer's mistake (see each case).

#include "sim/installation/signal_path.hpp"

#include "sim/installation/service.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <complex>
#include <numbers>

using namespace meter;
using namespace meter::sim;

namespace {

using Phasor = std::complex<double>;

constexpr double kDegree = std::numbers::pi / 180.0;
constexpr double kTolerance = 1e-9; ///< Relative: a few rounding errors of double.

Phasor phasorOf(const Tone& tone, double unitsPerCount) {
    // √2·X·sin(θ + α): cosine = √2·X·sin α, sine = √2·X·cos α.
    return Phasor(tone.sine, tone.cosine) * unitsPerCount / std::numbers::sqrt2;
}

struct Inputs {
    std::array<Phasor, 3> voltageV;
    std::array<Phasor, 3> current; ///< As a fraction of the CT rating.
};

Inputs inputsOf(const World& world, int order = 1, const InputErrors& errors = {}) {
    const SignalRecipe recipe = recipeOf(world, world.source.voltageV, errors);
    Inputs inputs;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const auto& tones = recipe.harmonics[static_cast<std::size_t>(order)];
        inputs.voltageV[phase] = phasorOf(tones[phase], kVoltsPerCount);
        inputs.current[phase] = phasorOf(tones[kPhaseCount + phase], kRatingPerCount);
    }
    return inputs;
}

World wye(double laggingDeg = 0.0) {
    World world;
    world.load.currentA = {50.0, 50.0, 50.0};
    world.load.laggingDeg = {laggingDeg, laggingDeg, laggingDeg};
    return world;
}

World delta() {
    World world;
    world.installation.service = Service::Delta;
    world.source.voltageV = {480.0, 480.0, 480.0};
    world.load.currentA = {50.0, 50.0, 50.0};
    return world;
}

/// P of each phase in units of V·I of one phase.
PerPhase<double> powersOf(const World& world) {
    const Inputs inputs = inputsOf(world);
    PerPhase<double> powers{};
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        powers[phase] =
            (inputs.voltageV[phase] * std::conj(inputs.current[phase])).real() / (277.0 * 0.5);
    }
    return powers;
}

void checkPowers(const World& world, const PerPhase<double>& expected) {
    const PerPhase<double> powers = powersOf(world);
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        INFO("phase " << phase);
        CHECK(powers[phase] == Approx(expected[phase]).margin(kTolerance));
    }
}

double cosDeg(double angleDeg) {
    return std::cos(angleDeg * kDegree);
}

void checkPhasor(const Phasor& value, double magnitude, double angleDeg) {
    const Phasor expected = std::polar(magnitude, angleDeg * kDegree);
    CHECK(std::abs(value - expected) < kTolerance * (1.0 + magnitude));
}

} // namespace

TEST_CASE("a balanced wye reaches terminals and ropes as it is") {
    const Inputs inputs = inputsOf(wye(25.0));
    checkPhasor(inputs.voltageV[0], 277.0, 0.0);
    checkPhasor(inputs.voltageV[1], 277.0, -120.0);
    checkPhasor(inputs.voltageV[2], 277.0, 120.0);
    checkPhasor(inputs.current[0], 0.5, -25.0);
    checkPhasor(inputs.current[1], 0.5, -145.0);
    checkPhasor(inputs.current[2], 0.5, 95.0);
}

TEST_CASE("wiring mistakes give the closed forms of three phase power") {
    // Balanced load, phi lagging, P in units of one phase's V·I: theory of the two-wattmeter
    // and three-wattmeter circuits.
    const double phi = GENERATE(0.0, 18.19, 30.0, 60.0);
    World world = wye(phi);
    Installation& installation = world.installation;
    const double right = cosDeg(phi);
    checkPowers(world, {right, right, right});

    SECTION("a reversed CT changes the sign of its phase") {
        installation.ctReversed = {false, true, false};
        checkPowers(world, {right, -right, right});
    }
    SECTION("two exchanged CTs") {
        installation.ctLeads = {Conductor::B, Conductor::A, Conductor::C};
        checkPowers(world, {cosDeg(phi + 120.0), cosDeg(phi - 120.0), right});
    }
    SECTION("two exchanged voltages") {
        installation.voltageLeads = {Conductor::B, Conductor::A, Conductor::C, Conductor::N};
        checkPowers(world, {cosDeg(phi - 120.0), cosDeg(phi + 120.0), right});
    }
    SECTION("CTs rotated forward") {
        installation.ctLeads = {Conductor::B, Conductor::C, Conductor::A};
        const double each = cosDeg(phi + 120.0);
        checkPowers(world, {each, each, each});
    }
    SECTION("CTs rotated backward") {
        installation.ctLeads = {Conductor::C, Conductor::A, Conductor::B};
        const double each = cosDeg(phi - 120.0);
        checkPowers(world, {each, each, each});
    }
    SECTION("an open CT reads nothing") {
        installation.ctLeads[0] = Conductor::Open;
        checkPowers(world, {0.0, right, right});
    }
    SECTION("a blown voltage fuse reads nothing") {
        installation.voltageLeads[0] = Conductor::Open;
        checkPowers(world, {0.0, right, right});
    }
    SECTION("an open neutral changes nothing of a balanced service") {
        installation.voltageLeads[3] = Conductor::Open;
        checkPowers(world, {right, right, right});
    }
    SECTION("the neutral and C exchanged") {
        // V_A − V_C is √3·V at −30°, V_B − V_C √3·V at −90°, N − V_C is V at −60°.
        installation.voltageLeads = {Conductor::A, Conductor::B, Conductor::N, Conductor::C};
        const double root3 = std::numbers::sqrt3;
        checkPowers(world,
                    {root3 * cosDeg(phi - 30.0), root3 * cosDeg(phi + 30.0), cosDeg(phi + 180.0)});
    }
    SECTION("a CT of twice the size reads half") {
        installation.ctRatingA = 200.0;
        checkPowers(world, {right / 2.0, right / 2.0, right / 2.0});
    }
    SECTION("a PT of 4 to 1 leaves a quarter") {
        installation.ptRating = 4.0;
        checkPowers(world, {right / 4.0, right / 4.0, right / 4.0});
    }
}

TEST_CASE("the neutral terminal floats to the mean of the terminals that are connected") {
    World world = wye();
    world.source.voltageV = {277.0, 200.0, 100.0};
    world.installation.voltageLeads[3] = Conductor::Open;
    const Phasor a = std::polar(277.0, 0.0);
    const Phasor b = std::polar(200.0, -120.0 * kDegree);
    const Phasor c = std::polar(100.0, 120.0 * kDegree);
    SECTION("with all three") {
        const Phasor star = (a + b + c) / 3.0;
        const Inputs inputs = inputsOf(world);
        CHECK(std::abs(inputs.voltageV[0] - (a - star)) < 1e-6);
        CHECK(std::abs(inputs.voltageV[1] - (b - star)) < 1e-6);
        CHECK(std::abs(inputs.voltageV[2] - (c - star)) < 1e-6);
    }
    SECTION("with two: each sees half of the voltage between them and the open one nothing") {
        world.installation.voltageLeads[2] = Conductor::Open;
        const Inputs inputs = inputsOf(world);
        CHECK(std::abs(inputs.voltageV[0] - (a - b) / 2.0) < 1e-6);
        CHECK(std::abs(inputs.voltageV[1] - (b - a) / 2.0) < 1e-6);
        CHECK(std::abs(inputs.voltageV[2]) < 1e-6);
    }
}

TEST_CASE("a delta shows its virtual star and loads refer to it") {
    const Inputs inputs = inputsOf(delta());
    const double star = 480.0 / std::numbers::sqrt3;
    // V_AB at 0° puts A at −30°.
    checkPhasor(inputs.voltageV[0], star, -30.0);
    checkPhasor(inputs.voltageV[1], star, -150.0);
    checkPhasor(inputs.voltageV[2], star, 90.0);
    checkPhasor(inputs.current[0], 0.5, -30.0);
    checkPhasor(inputs.voltageV[0] - inputs.voltageV[1], 480.0, 0.0);
}

TEST_CASE("three unequal delta voltages keep their RMS values") {
    World world = delta();
    world.source.voltageV =
        GENERATE(PerPhase<double>{336.0, 480.0, 480.0}, PerPhase<double>{480.0, 470.0, 430.0},
                 PerPhase<double>{0.0, 480.0, 480.0}, PerPhase<double>{480.0, 240.0, 240.0});
    const Inputs inputs = inputsOf(world);
    const Phasor ab = inputs.voltageV[0] - inputs.voltageV[1];
    const Phasor bc = inputs.voltageV[1] - inputs.voltageV[2];
    const Phasor ca = inputs.voltageV[2] - inputs.voltageV[0];
    CHECK(std::abs(ab) == Approx(world.source.voltageV[0]).margin(1e-5));
    CHECK(std::abs(bc) == Approx(world.source.voltageV[1]).margin(1e-5));
    CHECK(std::abs(ca) == Approx(world.source.voltageV[2]).margin(1e-5));
}

TEST_CASE("a closed delta keeps the sequence that was asked for") {
    World world = delta();
    world.source.voltageV = {400.0, 480.0, 480.0};
    world.source.angleDeg = {0.0, 120.0, -120.0};
    const Inputs inputs = inputsOf(world);
    const Phasor ab = inputs.voltageV[0] - inputs.voltageV[1];
    const Phasor bc = inputs.voltageV[1] - inputs.voltageV[2];
    CHECK((std::conj(ab) * bc).imag() > 0.0);
}

TEST_CASE("delta sides that no triangle has stay finite and close") {
    World world = delta();
    world.source.voltageV = {480.0, 100.0, 100.0};
    const Inputs inputs = inputsOf(world);
    const Phasor sum = inputs.voltageV[0] + inputs.voltageV[1] + inputs.voltageV[2];
    CHECK(std::abs(sum) < 1e-6);
    // 280 V are left over: a third of it is missing in AB.
    CHECK(std::abs(inputs.voltageV[0] - inputs.voltageV[1]) ==
          Approx(480.0 - 280.0 / 3.0).margin(1e-6));
}

TEST_CASE("a delta has no third harmonic between its lines") {
    World world = delta();
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        world.source.harmonics[phase] = {{.order = 3, .level = 0.1, .angleDeg = 0.0},
                                         {.order = 5, .level = 0.1, .angleDeg = 0.0}};
    }
    const Inputs third = inputsOf(world, 3);
    CHECK(std::abs(third.voltageV[0] - third.voltageV[1]) < 1e-6);
    const Inputs fifth = inputsOf(world, 5);
    checkPhasor(fifth.voltageV[0] - fifth.voltageV[1], 48.0, 0.0);
}

TEST_CASE("a high leg delta has 208 V from its high leg to neutral") {
    World world = delta();
    world.installation.service = Service::HighLegDelta;
    world.source.voltageV = {240.0, 240.0, 240.0};
    const int highLeg = GENERATE(0, 1, 2);
    world.installation.highLeg = highLeg;
    const Inputs inputs = inputsOf(world);
    for (int phase = 0; phase < 3; ++phase) {
        // Half of a side, and the height of the triangle.
        const double expected = phase == highLeg ? 240.0 * std::numbers::sqrt3 / 2.0 : 120.0;
        CHECK(std::abs(inputs.voltageV[static_cast<std::size_t>(phase)]) ==
              Approx(expected).epsilon(kTolerance));
    }
}

TEST_CASE("a corner grounded delta looks like any other from inside") {
    World world = delta();
    world.installation.service = Service::CornerGroundedDelta;
    const Inputs inputs = inputsOf(world);
    checkPhasor(inputs.voltageV[0], 480.0 / std::numbers::sqrt3, -30.0);
    // With N on the earthed line the other two see the full voltage.
    world.installation.voltageLeads = {Conductor::A, Conductor::B, Conductor::C, Conductor::B};
    const Inputs earthed = inputsOf(world);
    checkPhasor(earthed.voltageV[0], 480.0, 0.0);
    checkPhasor(earthed.voltageV[1], 0.0, 0.0);
    checkPhasor(earthed.voltageV[2], 480.0, 60.0);
}

TEST_CASE("split phase has two legs of its own and twice the voltage between them") {
    World world;
    world.installation.service = Service::SplitPhase;
    world.source.voltageV = {120.0, 120.0, 0.0};
    world.source.angleDeg = {0.0, 180.0, 0.0};
    world.load.currentA = {30.0, 20.0, 0.0};
    world.load.laggingDeg = {10.0, 10.0, 0.0};
    const Inputs inputs = inputsOf(world);
    checkPhasor(inputs.voltageV[0] - inputs.voltageV[1], 240.0, 0.0);
    checkPhasor(inputs.current[1], 0.2, 170.0);
    CHECK(std::abs(inputs.voltageV[2]) < 1e-12);
}

TEST_CASE("leads on conductors that a service does not have are open") {
    World world = wye();
    world.installation.service = Service::SinglePhase;
    const Inputs inputs = inputsOf(world);
    checkPhasor(inputs.voltageV[0], 277.0, 0.0);
    CHECK(std::abs(inputs.voltageV[1]) == 0.0);
    CHECK(std::abs(inputs.current[1]) == 0.0);
}

TEST_CASE("a rope around the neutral sees what the lines bring with the opposite sign") {
    World world = wye();
    world.load.currentA = {50.0, 20.0, 20.0};
    world.installation.ctLeads[1] = Conductor::N;
    const Inputs inputs = inputsOf(world);
    // 50 + 20∠−120° + 20∠120° = 30.
    checkPhasor(inputs.current[1], 0.3, 180.0);
}

TEST_CASE("a rope sees the sum of what it encloses, by turns and directions") {
    World world = wye();
    world.load.currentA = {50.0, 20.0, 20.0};
    Installation& installation = world.installation;
    installation.ctLeads[0] = Rope();
    installation.ctLeads[0].turns = {1, -1, 0, 0};
    installation.ctLeads[1].turns = {2, 0, 0, 0};
    installation.ctLeads[2].turns = {1, 1, 1, 1};
    const Inputs inputs = inputsOf(world);
    // 50 − 20∠−120° = 60 + j17.32: 62.45∠16.10°.
    checkPhasor(inputs.current[0], std::hypot(0.6, 0.2 * std::sqrt(0.75)),
                std::atan2(0.2 * std::sqrt(0.75), 0.6) / kDegree);
    checkPhasor(inputs.current[1], 1.0, 0.0);
    CHECK(std::abs(inputs.current[2]) < 1e-12); // What goes comes back.
    // A load of 240 V between the legs of a split phase: both conductors, one turned round.
    World split;
    split.installation.service = Service::SplitPhase;
    split.source.angleDeg = {0.0, 180.0, 0.0};
    split.load.currentA = {20.0, 20.0, 0.0};
    split.installation.ctLeads[0].turns = {1, -1, 0, 0};
    checkPhasor(inputsOf(split).current[0], 0.4, 0.0);
    split.installation.ctLeads[0].turns = {1, 1, 0, 0};
    CHECK(std::abs(inputsOf(split).current[0]) < 1e-12);
}

TEST_CASE("a CT's phase error leads, the h-th part of it in the h-th order") {
    World world = wye(25.0);
    world.load.harmonics[0] = {{.order = 5, .level = 0.2, .angleDeg = 0.0}};
    world.installation.ctPhaseDeg = {2.0, -1.0, 0.0};
    const Inputs inputs = inputsOf(world);
    checkPhasor(inputs.current[0], 0.5, -23.0);
    checkPhasor(inputs.current[1], 0.5, -146.0);
    checkPhasor(inputs.current[2], 0.5, 95.0);
    checkPhasor(inputsOf(world, 5).current[0], 0.1, -125.0 + 0.4);
}

TEST_CASE("a rope of another type gives another current") {
    World world = wye();
    world.installation.ctOutput[1] = 0.76;
    const Inputs inputs = inputsOf(world);
    checkPhasor(inputs.current[0], 0.5, 0.0);
    checkPhasor(inputs.current[1], 0.38, -120.0);
}

TEST_CASE("a current-output CT reads the same whatever flows, and stays below the alert") {
    World world = wye(30.0);
    world.installation.ctType[0] = CtType::FiveA;
    for (const double amperes : {4.0, 80.0, 1000.0}) {
        world.load.currentA[0] = amperes;
        double square = 0.0;
        for (int order = 1; order <= kHarmonicOrderMax; ++order) {
            square += std::norm(inputsOf(world, order).current[0]);
        }
        // A square wave of 1.1 up to the 19th: 1.1²·8/π²·Σ 1/h² over the odd orders.
        double sum = 0.0;
        for (int order = 1; order <= 19; order += 2) {
            sum += 1.0 / (order * order);
        }
        CHECK(std::sqrt(square) ==
              Approx(1.1 * std::sqrt(8.0 * sum) / std::numbers::pi).epsilon(1e-9));
        CHECK(std::sqrt(square) < 1.2);
        // In step with the current.
        checkPhasor(inputsOf(world).current[0], 1.1 * 4.0 / std::numbers::pi / std::numbers::sqrt2,
                    -30.0);
        checkPhasor(inputsOf(world, 3).current[0],
                    1.1 * 4.0 / (3.0 * std::numbers::pi) / std::numbers::sqrt2, -90.0);
    }
    world.load.currentA[0] = 0.0;
    CHECK(std::abs(inputsOf(world).current[0]) == 0.0);
}

TEST_CASE("a PT of wrong polarity turns its terminal round") {
    World world = wye();
    world.installation.ptReversed[1] = true;
    checkPowers(world, {1.0, -1.0, 1.0});
    // On a delta the meter's star point is that of what comes: +a, −b, +c of 480/√3 V have the
    // mean −2/3·b, so that A reads a + 2/3·b.
    World triangle = delta();
    triangle.installation.ptReversed[1] = true;
    const Inputs inputs = inputsOf(triangle);
    const Inputs right = inputsOf(delta());
    const Phasor mean = -2.0 / 3.0 * right.voltageV[1];
    CHECK(std::abs(inputs.voltageV[0] - (right.voltageV[0] - mean)) < 1e-9);
    CHECK(std::abs(inputs.voltageV[1] - (-right.voltageV[1] - mean)) < 1e-9);
    CHECK(std::abs(inputs.voltageV[2] - (right.voltageV[2] - mean)) < 1e-9);
}

TEST_CASE("a control power transformer divides what feeds the meter") {
    World world = wye();
    world.installation.controlPower = {.kind = ControlPowerKind::FromService,
                                       .from = Conductor::A,
                                       .to = Conductor::B,
                                       .ratio = 4.0};
    const SignalRecipe recipe = recipeOf(world, world.source.voltageV, {});
    // 277·√3 V / 4 = 119.94 V, 30° ahead of A.
    checkPhasor(phasorOf(recipe.harmonics[1][kSupplyChannel], 1.0), 277.0 * std::sqrt(3.0) / 4.0,
                30.0);
}

TEST_CASE("noise of a current is of the CT's rating and goes by the rope") {
    World world = wye();
    world.load.noise = {0.001, 0.002, 0.0};
    world.installation.ctLeads[2].turns = {1, -2, 0, 0};
    const SignalRecipe recipe = recipeOf(world, world.source.voltageV, {});
    CHECK(recipe.hasNoise);
    CHECK(recipe.loadNoise[3][0] * kRatingPerCount == Approx(0.001));
    CHECK(recipe.loadNoise[3][1] == 0.0);
    CHECK(recipe.loadNoise[5][0] * kRatingPerCount == Approx(0.001));
    CHECK(recipe.loadNoise[5][1] * kRatingPerCount == Approx(-0.004));
    CHECK(recipe.noise[0][0] == 0.0);
}

TEST_CASE("harmonics keep the shape of the wave in every phase") {
    World world = wye();
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        world.source.harmonics[phase] = {{.order = 5, .level = 0.03, .angleDeg = 30.0}};
    }
    const Inputs inputs = inputsOf(world, 5);
    // h·angle + own angle: a balanced 5th is a negative sequence.
    checkPhasor(inputs.voltageV[0], 8.31, 30.0);
    checkPhasor(inputs.voltageV[1], 8.31, -600.0 + 30.0);
    checkPhasor(inputs.voltageV[2], 8.31, 600.0 + 30.0);
}

TEST_CASE("ropes pass no DC and voltage inputs do") {
    World world = wye();
    world.source.offsetV = {10.0, 0.0, 0.0};
    world.load.offsetA = {10.0, 10.0, 10.0};
    const SignalRecipe recipe = recipeOf(world, world.source.voltageV, {});
    CHECK(recipe.offset[0] * kVoltsPerCount == Approx(10.0));
    for (std::size_t input = 0; input < kPhaseCount; ++input) {
        CHECK(recipe.offset[kPhaseCount + input] == 0.0);
    }
}

TEST_CASE("noise is a fraction of the nominal voltage whatever the voltage is now") {
    World world = wye();
    const PerPhase<double> nominalV = world.source.voltageV;
    world.source.noise = {0.01, 0.01, 0.01};
    world.source.voltageV = {0.0, 0.0, 0.0};
    const SignalRecipe recipe = recipeOf(world, nominalV, {});
    CHECK(recipe.hasNoise);
    CHECK(recipe.noise[1][1] * kVoltsPerCount == Approx(2.77));
    CHECK(recipe.noise[1][0] == 0.0);
}

TEST_CASE("the supply channel is the voltage between its two conductors before any PT") {
    World world = wye();
    world.installation.ptRating = 4.0;
    world.installation.controlPower = {.kind = ControlPowerKind::FromService,
                                       .voltageV = 0.0,
                                       .from = Conductor::A,
                                       .to = Conductor::B};
    const SignalRecipe recipe = recipeOf(world, world.source.voltageV, {});
    CHECK(recipe.hasSupply);
    checkPhasor(phasorOf(recipe.harmonics[1][kSupplyChannel], 1.0), 277.0 * std::numbers::sqrt3,
                30.0);
}

TEST_CASE("an open disconnect leaves the terminals dead and the conductors and ropes as they are") {
    World world = wye();
    world.installation.isDisconnectClosed = false;
    const Wiring wiring = wiringOf(world.installation);
    const Wiring closed = wiringOf(wye().installation);
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        CHECK(wiring.terminals[phase] == PerPhase<double>{});
        CHECK(wiring.ropes[phase] == closed.ropes[phase]);
    }
}

TEST_CASE("a blown fuse opens its own voltage lead and no other") {
    World world = wye();
    world.installation.isFuseGood[1] = false;
    const Wiring wiring = wiringOf(world.installation);
    const Wiring good = wiringOf(wye().installation);
    CHECK(wiring.terminals[0] == good.terminals[0]);
    CHECK(wiring.terminals[1] == PerPhase<double>{});
    CHECK(wiring.terminals[2] == good.terminals[2]);
}
