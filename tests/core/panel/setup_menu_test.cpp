// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/panel/bench.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace meter;
using meter::test::Bench;
using meter::test::kSecond;

namespace {

constexpr SampleTime kMessage = 2 * kSecond;

/// Types a number: each digit by so many +, then right. Digits as they stand on the glass.
void typeDigits(Bench& bench, const std::string& wanted) {
    std::string shown;
    for (const char character : bench.value()) {
        if (character != '.') {
            shown += character;
        }
    }
    REQUIRE(shown.size() == wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        bench.press(Key::Plus, (wanted[i] - shown[i] + 10) % 10);
        bench.press(Key::Right);
    }
}

/// A digit parameter by its head and its place in it, and what the settings hold of it.
struct DigitCase {
    const char* head;
    int screen; ///< So many "right" from the head, past digits of those before.
    const char* label;
    std::vector<std::string> accepted;
    std::vector<std::string> refused;
    unsigned (*held)(const Settings&);
};

void openScreen(Bench& bench, const DigitCase& subject) {
    bench.goToSetup(subject.head);
    bench.press(Key::Right, subject.screen);
    REQUIRE(bench.label() == subject.label);
}

unsigned withoutPoint(const std::string& digits) {
    return static_cast<unsigned>(std::stoul(digits));
}

} // namespace

// Ranges: registers 131, 133, 134, 142, 143, 150 of the guide's point map, address 1 to 247,
// passwords of five digits. The default PT ratio leaves 82 to 660 V for register 134.
TEST_CASE("digit parameters take their limits and refuse what lies beyond") {
    const DigitCase subject =
        GENERATE(DigitCase{"S CT",
                           1,
                           "CT SZ",
                           {"0020", "5000", "0021"},
                           {"0019", "5001", "0000", "9999"},
                           [](const Settings& s) -> unsigned {
                               return s.ctPrimaryA;
                           }},
                 DigitCase{"S PT",
                           1,
                           "RATIO",
                           {"00001", "32000", "00200"},
                           {"00000", "32001", "65637", "99999"}, // 65637 = 65536 + 101
                           [](const Settings& s) -> unsigned {
                               return s.ptRatioHundredths;
                           }},
                 DigitCase{"S V",
                           1,
                           "VLL",
                           {"00082", "00660", "00480"},
                           {"00081", "00661", "32000", "32001", "66016", "00000"}, // 65536 + 480
                           [](const Settings& s) -> unsigned {
                               return s.systemVoltageV;
                           }},
                 DigitCase{"S PLOS",
                           1,
                           "VOLTS",
                           {"001", "099", "020"},
                           {"000", "100", "999"},
                           [](const Settings& s) -> unsigned {
                               return s.phaseLossVoltagePercent;
                           }},
                 DigitCase{"S PLOS",
                           4,
                           "IMBAL",
                           {"001", "099", "010"},
                           {"000", "100", "999"},
                           [](const Settings& s) -> unsigned {
                               return s.phaseLossImbalancePercent;
                           }},
                 DigitCase{"S DEM",
                           2,
                           "SEC",
                           {"00010", "32767", "00000"},
                           {"00001", "00009", "32768", "65546", "99999"}, // 65536 + 10
                           [](const Settings& s) -> unsigned {
                               return s.demandSubintervalLengthS;
                           }});
    CAPTURE(subject.label);
    for (const std::string& digits : subject.accepted) {
        CAPTURE(digits);
        Bench bench;
        openScreen(bench, subject);
        typeDigits(bench, digits);
        CHECK(bench.value() == "SAvEd");
        CHECK(subject.held(bench.control.values.settings) == withoutPoint(digits));
    }
    for (const std::string& digits : subject.refused) {
        CAPTURE(digits);
        Bench bench;
        openScreen(bench, subject);
        const std::string before = bench.value();
        const Settings settings = bench.control.values.settings;
        typeDigits(bench, digits);
        CHECK(bench.text() == std::string(subject.label) + " Error");
        CHECK(bench.control.values.settings == settings);
        bench.wait(kMessage);
        CHECK(bench.text() == std::string(subject.label) + " " + before);
    }
}

TEST_CASE("digits blink at the left first and minus selects to the left and wraps") {
    Bench bench;
    bench.goToSetup("S CT");
    bench.press(Key::Right);
    CHECK(bench.text() == "CT SZ 0100");
    CHECK(bench.glass().blinkingCell == 2); // Four digits at the right of six cells.
    bench.press(Key::Minus);
    CHECK(bench.glass().blinkingCell == 5);
    bench.press(Key::Plus, 9);
    CHECK(bench.value() == "0109");
    bench.press(Key::Plus); // 9 gives 0 and carries nothing.
    CHECK(bench.value() == "0100");
    bench.press({Key::Minus, Key::Minus, Key::Plus});
    CHECK(bench.value() == "0200");
    bench.press(Key::Right, 2);
    CHECK(bench.glass().blinkingCell == 5);
    bench.press(Key::Right); // Past the last digit.
    CHECK(bench.text() == "S CT SAvEd");
    CHECK(bench.control.values.settings.ctPrimaryA == 200);
    bench.wait(kMessage);
    CHECK(bench.text() == "S CT");
}

TEST_CASE("a parameter left unchanged says nothing and left discards") {
    Bench bench;
    bench.goToSetup("S CT");
    bench.press(Key::Right, 5);
    CHECK(bench.text() == "S CT");
    bench.press({Key::Right, Key::Plus, Key::Right, Key::Left});
    CHECK(bench.text() == "S CT");
    CHECK(bench.control.applied == 0);
    bench.press(Key::Right);
    CHECK(bench.value() == "0100");
}

TEST_CASE("the options step both ways in the order given and wrap") {
    struct Case {
        const char* head;
        int rights;
        std::string opened;
        std::vector<std::string> forward; ///< From the one after `opened` round to it.
    };

    const Case subject =
        GENERATE(Case{"S COM", 4, "BAUD 19200", {"38400", "1200", "2400", "4800", "9600", "19200"}},
                 Case{"S COM", 5, "PAR nonE", {"odd", "EvEn", "nonE"}},
                 Case{"S SYS", 1, "SYSTM 3L-1n", {"3L", "2L-1n", "2L", "1L-1n", "3L-1n"}},
                 Case{"S DEM", 1, "INTRV 1", {"2", "3", "4", "5", "6", "1"}},
                 Case{"S PULS", 1, "Wh/P 1000", {"100", "10", "10000", "1000"}},
                 Case{"S UNIT", 1, "UNITS IEEE", {"IEC", "IEEE"}});
    Bench bench;
    bench.goToSetup(subject.head);
    bench.press(Key::Right, subject.rights);
    CHECK(bench.text() == subject.opened);
    for (const std::string& text : subject.forward) {
        bench.press(Key::Plus);
        CHECK(bench.value() == text);
    }
    if (subject.head != std::string("S PULS")) { // Upward it may jump: a case of its own.
        for (std::size_t i = subject.forward.size() - 1; i-- > 0;) {
            bench.press(Key::Minus);
            CHECK(bench.value() == subject.forward[i]);
        }
    }
}

TEST_CASE("every option that is chosen is stored") {
    Bench bench;
    bench.goToSetup("S SYS");
    for (const SystemType type :
         {SystemType::Delta, SystemType::SplitPhase, SystemType::SinglePhaseLl,
          SystemType::SinglePhaseLn, SystemType::Wye}) {
        bench.press({Key::Right, Key::Plus, Key::Right});
        CHECK(bench.text() == "S SYS SAvEd");
        CHECK(bench.control.values.settings.systemType == type);
    }
    bench.press({Key::Minus, Key::Minus, Key::Minus, Key::Minus, Key::Minus, Key::Minus});
    REQUIRE(bench.text() == "S DEM");
    bench.press({Key::Right, Key::Minus, Key::Right});
    CHECK(bench.text() == "SEC SAvEd");
    CHECK(bench.control.values.settings.demandSubintervals == 6);
    bench.press(Key::Left);
    bench.press({Key::Minus, Key::Right, Key::Plus, Key::Right});
    CHECK(bench.control.values.settings.displayUnits == DisplayUnits::Iec);
}

TEST_CASE("in type 1L-1n the system voltage is asked line to neutral") {
    Bench bench;
    Settings settings;
    settings.systemType = SystemType::SinglePhaseLn;
    bench.control.preset(settings);
    bench.goToSetup("S V");
    bench.press(Key::Right);
    CHECK(bench.text() == "V LN 00600");
}

TEST_CASE("the PT ratio opens the way for a higher system voltage") {
    Bench bench;
    bench.goToSetup("S PT");
    bench.press(Key::Right);
    CHECK(bench.text() == "RATIO 001.00");
    typeDigits(bench, "02000"); // 20:1, so 1640 to 13200 V.
    CHECK(bench.control.values.settings.ptRatioHundredths == 2000);
    bench.press({Key::Minus, Key::Right});
    typeDigits(bench, "13200");
    CHECK(bench.text() == "S V SAvEd");
    CHECK(bench.control.values.settings.systemVoltageV == 13200);
    bench.press(Key::Right);
    typeDigits(bench, "01639");
    CHECK(bench.text() == "VLL Error");
}

// √3 × 600 V × 100 A = 103.92 kW (guide: 104 kW). 500 ms keep up with 1800000 × 1000 / 500 =
// 3.6 MW; 100 Wh with 360 kW at 500 ms and 10 Wh with 36 kW at 500, 72 at 250, 180 at 100.
TEST_CASE("the read-only screens follow the configuration and lead on like data screens") {
    Bench bench;
    bench.goToSetup("S PWR");
    bench.press(Key::Right);
    CHECK(bench.text() == "MX KW 103.92");
    CHECK(bench.has("W"));
    CHECK(bench.has("k"));
    bench.press(Key::Minus);
    CHECK(bench.text() == "S PLOS");
    bench.press({Key::Minus, Key::Right, Key::Right});
    CHECK(bench.text() == "mS/P 500");
    bench.press({Key::Left, Key::Right, Key::Plus, Key::Plus, Key::Right});
    CHECK(bench.text() == "mS/P SAvEd");
    CHECK(bench.control.values.settings.pulseEnergyWh == 10);
    bench.wait(kMessage);
    CHECK(bench.text() == "mS/P 100");
    bench.press(Key::Plus);
    CHECK(bench.text() == "S PLOS");
}

// 4160 V × 5000 A × √3 = 36.0 MW: 10 ms keep up with 1.8 MW at 10 Wh, 18 MW at 100 Wh and
// 180 MW at 1000 Wh, so 1000 and 10000 are offered and nothing else.
TEST_CASE("a pulse energy that no duration keeps up with is not offered") {
    Bench bench;
    Settings settings;
    settings.ptRatioHundredths = 3500;
    settings.systemVoltageV = 4160;
    settings.ctPrimaryA = 5000;
    bench.control.preset(settings);
    bench.goToSetup("S PULS");
    bench.press({Key::Right, Key::Plus});
    CHECK(bench.text() == "Wh/P 10000");
    bench.press(Key::Plus);
    CHECK(bench.text() == "Wh/P 1000");
    bench.press(Key::Minus);
    CHECK(bench.text() == "Wh/P 10000");
    bench.press(Key::Right);
    CHECK(bench.text() == "mS/P SAvEd");
    CHECK(bench.control.values.settings.pulseEnergyWh == 10000);

    settings.pulseEnergyWh = 10; // As it is after the CT size grew: alert 15.
    bench.control.preset(settings);
    bench.press({Key::Left, Key::Right, Key::Minus, Key::Right});
    CHECK(bench.text() == "mS/P SAvEd");
    CHECK(bench.control.values.settings.pulseEnergyWh == 1000);
}

// Guide, Wh/P: "the meter will not allow the selection". √3 · 32 kV · 5000 A = 277 MW, more than
// the 180 MW of 1000 Wh; √3 · 600 V · 5000 A = 5.196 MW, more than the 1.8 MW of 10 Wh.
TEST_CASE("what the keys offer as Wh per pulse is what would be stored") {
    struct Case {
        std::uint16_t voltageV;
        std::uint16_t ptRatioHundredths;
        std::uint16_t pulseEnergyWh;
        std::vector<std::string> offered;
    };

    const Case service = GENERATE(Case{32000, 32000, 10000, {"10000"}},
                                  Case{600, 100, 100, {"10000", "1000", "100"}},
                                  Case{4160, 3500, 10, {"10000", "1000"}}); // 10 no longer fits.
    Bench bench;
    Settings settings;
    settings.ptRatioHundredths = service.ptRatioHundredths;
    settings.systemVoltageV = service.voltageV;
    settings.ctPrimaryA = 5000;
    settings.pulseEnergyWh = service.pulseEnergyWh;
    for (const Key direction : {Key::Plus, Key::Minus}) {
        bench.control.preset(settings);
        bench.goToSetup("S PULS");
        bench.press(Key::Right);
        for (int i = 0; i < 8; ++i) {
            bench.press(direction);
            CHECK(std::ranges::find(service.offered, bench.value()) != service.offered.end());
        }
    }
}

TEST_CASE("communication settings take effect when S COM is left") {
    Bench bench;
    bench.goToSetup("S COM");
    bench.press(Key::Right);
    CHECK(bench.text() == "ADDR 001");
    typeDigits(bench, "247");
    CHECK(bench.text() == "BAUD SAvEd");
    CHECK(bench.control.values.settings.modbusAddress == 1);
    bench.press({Key::Minus, Key::Right});
    CHECK(bench.text() == "PAR SAvEd");
    bench.press({Key::Minus, Key::Right});
    CHECK(bench.text() == "S COM SAvEd");
    bench.press(Key::Right); // Still in S COM: the screens show what was saved.
    CHECK(bench.text() == "ADDR 247");
    CHECK(bench.control.applied == 0);
    SECTION("by minus") {
        bench.press({Key::Left, Key::Minus});
    }
    SECTION("by left") {
        bench.press({Key::Left, Key::Left});
    }
    SECTION("by the time-out") {
        bench.wait(301 * kSecond);
    }
    SECTION("by a loss of power") {
        bench.panel.storePending(bench.control);
    }
    CHECK(bench.control.applied == 1);
    CHECK(bench.control.values.settings.modbusAddress == 247);
    CHECK(bench.control.values.settings.baudRate == 9600);
    CHECK(bench.control.values.settings.parity == Parity::Even);
}

TEST_CASE("G21 the address refuses 0 and what no address is") {
    for (const char* const digits : {"000", "248", "257", "999"}) {
        Bench bench;
        bench.goToSetup("S COM");
        bench.press(Key::Right);
        typeDigits(bench, digits);
        CHECK(bench.text() == "ADDR Error");
        bench.press(Key::Left, 2);
        CHECK(bench.control.values.settings.modbusAddress == 1);
    }
}

TEST_CASE("waiting communication settings do not undo what a master wrote meanwhile") {
    Bench bench;
    bench.goToSetup("S COM");
    bench.press(Key::Right);
    typeDigits(bench, "012");
    Settings written = bench.control.values.settings;
    written.ctPrimaryA = 400;
    bench.control.preset(written);
    bench.press(Key::Left, 2);
    CHECK(bench.control.values.settings.modbusAddress == 12);
    CHECK(bench.control.values.settings.ctPrimaryA == 400);
}

TEST_CASE("a storage that fails shows Error and the old value") {
    Bench bench;
    bench.goToSetup("S CT");
    bench.control.isStorageBroken = true;
    bench.press(Key::Right);
    typeDigits(bench, "0200");
    CHECK(bench.text() == "CT SZ Error");
    bench.wait(kMessage);
    CHECK(bench.text() == "CT SZ 0100");
}
