// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The law of a line that is wired wrongly, by hand from its definition:
// p = 0.05 · (length ÷ 1200 m) · (baud ÷ 38400) · k, k = 1 for none or three terminators, 0.4 for
// one, 0 for two; an open shield adds 0.005.
#include "sim/line/line_wiring.hpp"

#include "tests/support/catch.hpp"

using meter::sim::arrivalOfFrame;
using meter::sim::isCut;
using meter::sim::isSound;
using meter::sim::LineWiring;
using meter::sim::lossOfCharacter;

namespace {

LineWiring wiringOf(int terminators, double lengthM) {
    LineWiring wiring;
    wiring.terminators = static_cast<std::uint8_t>(terminators);
    wiring.lengthM = lengthM;
    return wiring;
}

} // namespace

TEST_CASE("Characters are lost by length and baud rate and terminators") {
    CHECK(lossOfCharacter(wiringOf(0, 1200.0), 38'400) == Approx(0.05));
    CHECK(lossOfCharacter(wiringOf(3, 1200.0), 38'400) == Approx(0.05));
    CHECK(lossOfCharacter(wiringOf(1, 1200.0), 38'400) == Approx(0.02));
    CHECK(lossOfCharacter(wiringOf(2, 1200.0), 38'400) == 0.0);
    CHECK(lossOfCharacter(wiringOf(1, 300.0), 19'200) == Approx(0.0025));
    LineWiring shield = wiringOf(2, 300.0);
    shield.isShieldOpen = true;
    CHECK(lossOfCharacter(shield, 19'200) == Approx(0.005));
    CHECK(lossOfCharacter(wiringOf(0, 1e9), 38'400) == 1.0);
}

TEST_CASE("A frame arrives when all of its characters do") {
    // 0.95^8
    CHECK(arrivalOfFrame(wiringOf(0, 1200.0), 38'400, 8) == Approx(0.6634204312890625));
    CHECK(arrivalOfFrame(wiringOf(2, 1200.0), 38'400, 255) == 1.0);
    CHECK(arrivalOfFrame(wiringOf(0, 1e9), 38'400, 1) == 0.0);
    LineWiring open = wiringOf(2, 300.0);
    open.isOpen = true;
    CHECK(arrivalOfFrame(open, 19'200, 1) == 0.0);
}

TEST_CASE("Two terminators and a connected shield are sound") {
    CHECK(isSound(LineWiring{}));
    CHECK_FALSE(isSound(wiringOf(1, 300.0)));
    LineWiring reversed;
    reversed.isReversed = true;
    CHECK(isCut(reversed));
    CHECK_FALSE(isSound(reversed));
}
