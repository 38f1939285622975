// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/panel/bench.hpp"
#include "tests/support/catch.hpp"

using namespace meter;
using meter::test::Bench;
using meter::test::kSecond;

// The guide's page "Quick Setup Instructions", step by step, from factory defaults: address 5,
// 9600 baud, even parity, CT 200 A, split phase, PT 2:1, 480 V.
TEST_CASE("the quick setup of the guide works key by key") {
    Bench bench;
    // 1. To the SETUP screen.
    bench.press(Key::Plus);
    CHECK(bench.text() == "SETUP");
    // 2. Right to the PASWD screen. 3. Right through the digits, exit to the right.
    bench.press(Key::Right);
    CHECK(bench.text() == "PASWD 00000");
    bench.press(Key::Right, 5);
    // 5. The first setup screen is S COM.
    CHECK(bench.text() == "S COM");
    // a. To ADDR, through the digits.
    bench.press(Key::Right);
    CHECK(bench.text() == "ADDR 001");
    bench.press({Key::Right, Key::Right, Key::Plus, Key::Plus, Key::Plus, Key::Plus});
    CHECK(bench.text() == "ADDR 005");
    // b. To BAUD.
    bench.press(Key::Right);
    CHECK(bench.text() == "BAUD SAvEd");
    bench.wait(2 * kSecond);
    CHECK(bench.text() == "BAUD 19200");
    bench.press(Key::Minus);
    CHECK(bench.text() == "BAUD 9600");
    // c. To PAR.
    bench.press(Key::Right);
    bench.wait(2 * kSecond);
    CHECK(bench.text() == "PAR nonE");
    bench.press(Key::Minus);
    CHECK(bench.text() == "PAR EvEn");
    // d. Back to the S COM screen.
    bench.press(Key::Right);
    CHECK(bench.text() == "S COM SAvEd");
    // 6. Minus to S CT. a. To CT SZ, through the digits. b. Back to S CT.
    bench.press(Key::Minus);
    CHECK(bench.text() == "S CT");
    CHECK(bench.control.values.settings.modbusAddress == 5);
    CHECK(bench.control.values.settings.baudRate == 9600);
    CHECK(bench.control.values.settings.parity == Parity::Even);
    bench.press(Key::Right);
    CHECK(bench.text() == "CT SZ 0100");
    bench.press({Key::Right, Key::Plus, Key::Right, Key::Right, Key::Right});
    CHECK(bench.text() == "S CT SAvEd");
    // 7. Minus to S SYS. a. To SYSTM.
    bench.press({Key::Minus, Key::Right, Key::Plus, Key::Plus});
    CHECK(bench.text() == "SYSTM 2L-1n");
    bench.press(Key::Right);
    CHECK(bench.text() == "S SYS SAvEd");
    // 8. Minus to S PT. a. To RATIO, through the digits. b. Back to S PT.
    bench.press({Key::Minus, Key::Right});
    CHECK(bench.text() == "RATIO 001.00");
    bench.press({Key::Right, Key::Right, Key::Plus, Key::Right, Key::Right, Key::Right});
    CHECK(bench.text() == "S PT SAvEd");
    // 9. Minus to S V. a. To VLL, through the digits. b. Back to S V.
    bench.press({Key::Minus, Key::Right});
    CHECK(bench.text() == "VLL 00600");
    bench.press({Key::Right, Key::Right});
    bench.press(Key::Plus, 8); // 6 to 4.
    bench.press(Key::Right);
    bench.press(Key::Plus, 8); // 0 to 8.
    bench.press({Key::Right, Key::Right});
    CHECK(bench.text() == "S V SAvEd");
    // 10. Left to exit the setup screen and then SETUP.
    bench.press(Key::Left);
    CHECK(bench.text() == "SETUP");
    bench.press(Key::Left);
    CHECK(bench.text() == "KWh 0.00");

    const Settings& settings = bench.control.values.settings;
    CHECK(settings.ctPrimaryA == 200);
    CHECK(settings.systemType == SystemType::SplitPhase);
    CHECK(settings.ptRatioHundredths == 200);
    CHECK(settings.systemVoltageV == 480);

    // 11. The wrench: minus or plus to ALERT, right through the screens.
    bench.control.values.alerts = 1U << 9U;
    CHECK(bench.has("wrench"));
    bench.press(Key::Plus, 4);
    CHECK(bench.text() == "ALERT");
    bench.press(Key::Right);
    CHECK(bench.text() == "PLOSS b");
}
