// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/truth/hand_tools.hpp"

#include "tests/support/catch.hpp"

#include <cmath>

namespace meter::sim {

namespace {

World wyeWorld() {
    World world;
    world.load.currentA = {50.0, 60.0, 70.0};
    return world;
}

} // namespace

TEST_CASE("hand tools: a clamp shows the current of a conductor whatever the ropes enclose",
          "[truth]") {
    World world = wyeWorld();
    world.installation.ctLeads = {Conductor::B, Conductor::A, Conductor::Open};
    const auto reading = measureWith(HandTool::Clamp, "C", world);
    REQUIRE(reading);
    CHECK(reading->value == Approx(70.0));
    CHECK(reading->text == "70.0 A");
}

TEST_CASE("hand tools: the neutral carries the sum of unequal phase currents", "[truth]") {
    // 50 + 60∠−120° + 70∠120° by hand: −15 + j8.6603, 17.3205 A.
    const auto reading = measureWith(HandTool::Clamp, "N", wyeWorld());
    REQUIRE(reading);
    CHECK(reading->value == Approx(17.3205).epsilon(1e-5));
}

TEST_CASE("hand tools: a third harmonic of each phase adds up in the neutral", "[truth]") {
    World world;
    world.load.currentA = {100.0, 100.0, 100.0};
    for (auto& harmonics : world.load.harmonics) {
        harmonics.push_back({.order = 3, .level = 0.2});
    }
    CHECK(measureWith(HandTool::Clamp, "N", world)->value == Approx(60.0));
    CHECK(measureWith(HandTool::Clamp, "A", world)->value == Approx(std::sqrt(10400.0)));
}

TEST_CASE("hand tools: a voltmeter shows L-N and L-L of a wye", "[truth]") {
    CHECK(measureWith(HandTool::Voltmeter, "A-N", wyeWorld())->value == Approx(277.0));
    CHECK(measureWith(HandTool::Voltmeter, "A-B", wyeWorld())->value ==
          Approx(277.0 * std::sqrt(3.0)));
}

TEST_CASE("hand tools: at a terminal the voltmeter shows what its lead is on", "[truth]") {
    World world = wyeWorld();
    world.source.voltageV = {277.0, 250.0, 277.0};
    world.installation.voltageLeads = {Conductor::B, Conductor::A, Conductor::Open, Conductor::N};
    CHECK(measureWith(HandTool::Voltmeter, "VA-VN", world)->value == Approx(250.0));
    CHECK(measureWith(HandTool::Voltmeter, "VA-B", world)->value == 0.0);
    CHECK(measureWith(HandTool::Voltmeter, "VC-VN", world)->value == 0.0);
}

TEST_CASE("hand tools: behind an open disconnect or a blown fuse the terminals are dead",
          "[truth]") {
    World world = wyeWorld();
    world.installation.isFuseGood[0] = false;
    CHECK(measureWith(HandTool::Voltmeter, "VA-VN", world)->value == 0.0);
    CHECK(measureWith(HandTool::Voltmeter, "VB-VN", world)->value == Approx(277.0));
    CHECK(measureWith(HandTool::Voltmeter, "A-N", world)->value == Approx(277.0));
    world.installation.isDisconnectClosed = false;
    CHECK(measureWith(HandTool::Voltmeter, "VB-VN", world)->value == 0.0);
    CHECK(measureWith(HandTool::Voltmeter, "B-N", world)->value == Approx(277.0));
}

TEST_CASE("hand tools: the phase-sequence tester tells A-B-C from A-C-B and a dead phase",
          "[truth]") {
    World world = wyeWorld();
    CHECK(measureWith(HandTool::Rotation, "", world)->text == "A-B-C");
    CHECK(measureWith(HandTool::Rotation, "A-C-B", world)->text == "A-C-B");
    world.source.angleDeg = {0.0, 120.0, -120.0};
    CHECK(measureWith(HandTool::Rotation, "A-B-C", world)->text == "A-C-B");
    world.installation.voltageLeads[2] = Conductor::Open;
    CHECK(measureWith(HandTool::Rotation, "VA-VB-VC", world)->text == "a phase is missing");
}

TEST_CASE("hand tools: a wrong place is refused with what would be right", "[truth]") {
    CHECK(measureWith(HandTool::Clamp, "VA", wyeWorld()).error().text ==
          "a clamp goes around one conductor: A, B, C or N");
    CHECK_FALSE(measureWith(HandTool::Voltmeter, "A", wyeWorld()));
    CHECK_FALSE(measureWith(HandTool::Rotation, "A-B", wyeWorld()));
    CHECK_FALSE(handToolNamed("wattmeter"));
    World world;
    world.installation.service = Service::Delta;
    CHECK_FALSE(measureWith(HandTool::Clamp, "N", world));
}

} // namespace meter::sim
