// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/panel/password_gate.hpp"
#include "tests/core/panel/bench.hpp"
#include "tests/support/catch.hpp"

using namespace meter;
using meter::test::Bench;
using meter::test::kSecond;

namespace {

/// From PASWD at 00000: a first digit of 9, then right through all five.
void enterWrong(Bench& bench) {
    bench.press(Key::Plus, 9);
    bench.press(Key::Right, 5);
}

void openPassword(Bench& bench, const char* head) {
    bench.goToHead(head);
    bench.press(Key::Right);
    REQUIRE(bench.text() == "PASWD 00000");
}

} // namespace

TEST_CASE("the password screen opens on zeros with the lock and left leaves it") {
    Bench bench;
    CHECK_FALSE(bench.has("lock"));
    openPassword(bench, "SETUP");
    CHECK(bench.has("lock"));
    CHECK(bench.glass().blinkingCell == 1);
    bench.press(Key::Left);
    CHECK(bench.text() == "SETUP");
    CHECK_FALSE(bench.has("lock"));
}

TEST_CASE("a wrong password shows Error and asks again from zeros") {
    Bench bench;
    openPassword(bench, "SETUP");
    enterWrong(bench);
    CHECK(bench.text() == "PASWD Error");
    bench.wait(2 * kSecond);
    CHECK(bench.text() == "PASWD 00000");
    CHECK(bench.glass().blinkingCell == 1);
    bench.press(Key::Right, 5);
    CHECK(bench.text() == "S COM");
}

TEST_CASE("each menu has its own password of five digits") {
    Bench bench;
    bench.goToSetup("S PASS");
    bench.press(Key::Right);
    CHECK(bench.text() == "SETUP 00000");
    bench.press({Key::Plus, Key::Right, Key::Plus, Key::Plus, Key::Right, Key::Right, Key::Right,
                 Key::Minus, Key::Right, Key::Right});
    CHECK(bench.text() == "RESET SAvEd");
    CHECK(bench.control.values.settings.setupPassword == 12000);
    bench.press({Key::Minus, Key::Plus, Key::Plus, Key::Plus, Key::Right});
    CHECK(bench.text() == "S PASS SAvEd");
    CHECK(bench.control.values.settings.resetPassword == 3);

    openPassword(bench, "RESET");
    bench.press(Key::Right, 5);
    CHECK(bench.text() == "PASWD Error");
    bench.press({Key::Minus, Key::Plus, Key::Plus, Key::Plus, Key::Right});
    CHECK(bench.text() == "ENERG");

    openPassword(bench, "SETUP");
    bench.press({Key::Plus, Key::Right, Key::Plus, Key::Plus});
    bench.press(Key::Right, 4);
    CHECK(bench.text() == "S COM");
}

TEST_CASE("five wrong passwords in a row lock that menu for a minute and no other") {
    Bench bench;
    openPassword(bench, "SETUP");
    for (int i = 0; i < 4; ++i) {
        enterWrong(bench);
    }
    bench.press(Key::Left); // Leaving the screen does not start the count anew.
    openPassword(bench, "SETUP");
    enterWrong(bench);
    const SampleTime lockedAt = bench.now;
    bench.press(Key::Right, 5);
    CHECK(bench.text() == "PASWD Error");

    openPassword(bench, "RESET");
    bench.press(Key::Right, 5);
    CHECK(bench.text() == "ENERG");

    openPassword(bench, "SETUP"); // It can be entered still.
    bench.waitUntil(lockedAt + 57 * kSecond);
    bench.press(Key::Right, 5);
    CHECK(bench.text() == "PASWD Error");
    bench.waitUntil(lockedAt + 60 * kSecond);
    bench.press(Key::Right, 5);
    CHECK(bench.text() == "S COM");
}

TEST_CASE("a right password ends the row of wrong ones") {
    Bench bench;
    openPassword(bench, "SETUP");
    for (int i = 0; i < 4; ++i) {
        enterWrong(bench);
    }
    bench.press(Key::Right, 5);
    CHECK(bench.text() == "S COM");
    openPassword(bench, "SETUP");
    for (int i = 0; i < 4; ++i) {
        enterWrong(bench);
    }
    bench.press(Key::Right, 5);
    CHECK(bench.text() == "S COM");
}

TEST_CASE("refusals while locked neither prolong the lock nor count") {
    PasswordGate gate;
    for (int i = 0; i < 5; ++i) {
        CHECK_FALSE(gate.admit(1, 2, 1000));
    }
    CHECK_FALSE(gate.admit(2, 2, 1000 + 60 * kSecond - 1));
    for (int i = 0; i < 9; ++i) {
        CHECK_FALSE(gate.admit(1, 2, 1000 + 30 * kSecond));
    }
    CHECK(gate.admit(2, 2, 1000 + 60 * kSecond));
}
