// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/panel/bench.hpp"
#include "tests/support/catch.hpp"

using namespace meter;
using meter::test::Bench;
using meter::test::kSecond;

namespace {

void openReset(Bench& bench) {
    bench.goToHead("RESET");
    bench.press(Key::Right, 6);
    REQUIRE(bench.text() == "ENERG");
}

} // namespace

TEST_CASE("the reset menu lists energies and demand") {
    Bench bench;
    openReset(bench);
    bench.press(Key::Minus);
    CHECK(bench.text() == "DEMND");
    bench.press(Key::Minus);
    CHECK(bench.text() == "ENERG");
    bench.press(Key::Left);
    CHECK(bench.text() == "RESET");
}

TEST_CASE("a reset asks first and is done only on YES") {
    Bench bench;
    openReset(bench);
    bench.press(Key::Right);
    CHECK(bench.text() == "ENERG no");
    bench.press(Key::Right);
    CHECK(bench.text() == "ENERG");
    CHECK(bench.control.energyClears == 0);

    bench.press({Key::Right, Key::Plus});
    CHECK(bench.text() == "ENERG YES");
    bench.press(Key::Left);
    CHECK(bench.text() == "ENERG");
    CHECK(bench.control.energyClears == 0);

    bench.press({Key::Right, Key::Minus});
    CHECK(bench.text() == "ENERG YES");
    bench.press(Key::Right);
    CHECK(bench.text() == "ENERG donE");
    CHECK(bench.control.energyClears == 1);
    CHECK(bench.control.demandResets == 0);
    bench.wait(2 * kSecond);
    CHECK(bench.text() == "ENERG");
}

TEST_CASE("the demand reset asks for the reset of the maximum") {
    Bench bench;
    openReset(bench);
    bench.press({Key::Minus, Key::Right, Key::Plus, Key::Right});
    CHECK(bench.text() == "DEMND donE");
    CHECK(bench.control.demandResets == 1);
    CHECK(bench.control.energyClears == 0);
}
