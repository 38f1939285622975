// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/panel/menu_table.hpp"
#include "core/panel/segment_font.hpp"
#include "tests/core/panel/bench.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace meter;
using meter::test::Bench;

namespace {

/// Total 1 kW, 0.5 kVAR, 1.2 kVA and so on: values that cannot be taken for one another.
void measure(Readings& readings) {
    MeasuredCycle& cycle = readings.cycle;
    cycle.realPowerW = 1000.0;
    cycle.reactivePowerVar = 500.0;
    cycle.apparentPowerVa = 1200.0;
    cycle.currentAverageA = 4.0;
    cycle.voltageLlAverageV = 480.0;
    cycle.voltageLnAverageV = 277.0;
    cycle.powerFactor = 0.833;
    cycle.frequencyHz = 60.0;
    cycle.isFrequencyValid = true;
    for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
        const double offset = static_cast<double>(phase);
        cycle.phase[phase] = {.voltageLnV = 271.0 + offset,
                              .currentA = 1.0 + offset,
                              .realPowerW = 10'000.0 + 1000.0 * offset,
                              .reactivePowerVar = 20'000.0 + 1000.0 * offset,
                              .apparentPowerVa = 30'000.0 + 1000.0 * offset,
                              .powerFactor = 0.5 + offset / 10.0};
        cycle.voltageLlV[phase] = 481.0 + offset;
        readings.energy.realOfPhase[phase].units = 3'600'000U * (phase + 1U);
    }
    readings.energy.real.units = 1'764'000;           // 0.49 kWh
    readings.energy.apparent.units = 444'441'600'000; // 123456 kVAh
    readings.energy.reactive.units = 3'600'000;
    readings.demand.present = {2000.0, 3000.0, 4000.0};
    readings.demand.max = {5000.0, 6000.0, 7000.0};
}

/// Walks a list with − from home until it comes round; the heads in their order.
std::vector<std::string> headsOf(Bench& bench) {
    std::vector<std::string> heads;
    bench.press(Key::Left); // From the home screen to its head.
    const std::string first = bench.label();
    do {
        CHECK(bench.value().empty());
        heads.push_back(bench.label());
        bench.press(Key::Minus);
        REQUIRE(heads.size() < 20);
    } while (bench.label() != first);
    return heads;
}

/// Enters the head that shows and walks its screens with "right" until the head is back.
std::vector<std::string> screensOf(Bench& bench) {
    std::vector<std::string> screens;
    const std::string head = bench.text();
    bench.press(Key::Right);
    while (bench.text() != head) {
        screens.push_back(bench.text());
        bench.press(Key::Right);
        REQUIRE(screens.size() < 20);
    }
    return screens;
}

Bench measuring(SystemType type) {
    Bench bench;
    Settings settings;
    settings.systemType = type;
    bench.control.preset(settings);
    measure(bench.control.values);
    return bench;
}

using Texts = std::vector<std::string>;

} // namespace

// The orders and labels of this file are those of the display's description, menus.
TEST_CASE("the top list has the heads of each system type in their order") {
    Bench wye = measuring(SystemType::Wye);
    CHECK(headsOf(wye) == Texts{"3PHASE", "A PHASE", "B PHASE", "C PHASE", "D", "M", "ALERT",
                                "INFO", "RESET", "SETUP"});
    Bench delta = measuring(SystemType::Delta);
    CHECK(headsOf(delta) == Texts{"3PHASE", "A PHASE", "B PHASE", "C PHASE", "D", "M", "ALERT",
                                  "INFO", "RESET", "SETUP"});
    Bench split = measuring(SystemType::SplitPhase);
    CHECK(headsOf(split) ==
          Texts{"2PHASE", "A PHASE", "B PHASE", "D", "M", "ALERT", "INFO", "RESET", "SETUP"});
    for (const SystemType type : {SystemType::SinglePhaseLl, SystemType::SinglePhaseLn}) {
        Bench single = measuring(type);
        CHECK(headsOf(single) ==
              Texts{"1PHASE", "A PHASE", "D", "M", "ALERT", "INFO", "RESET", "SETUP"});
    }
}

TEST_CASE("the totals of a wye show every value with its label") {
    Bench bench = measuring(SystemType::Wye);
    CHECK(bench.text() == "KWh 0.49");
    bench.press(Key::Left);
    CHECK(screensOf(bench) == Texts{"KWh 0.49", "VAh 123.45", "KVARh 1.00", "W 1.00", "VAR 0.50",
                                    "VA 1.20", "A 4.00", "VLL 480.0", "VLN 277.0", "PF 0.833",
                                    "HZ 60.00"});
}

TEST_CASE("IEC notation changes the labels and not the order") {
    Bench bench = measuring(SystemType::Wye);
    bench.control.values.settings.displayUnits = DisplayUnits::Iec;
    bench.press(Key::Left);
    CHECK(screensOf(bench) == Texts{"KPh 0.49", "Sh 123.45", "KQh 1.00", "P 1.00", "Q 0.50",
                                    "S 1.20", "A 4.00", "U 480.0", "V 277.0", "PF 0.833",
                                    "HZ 60.00"});
    bench.goToHead("B PHASE");
    CHECK(screensOf(bench) == Texts{"P 11.00", "Q 21.00", "S 31.00", "A 2.00", "UBC 482.0",
                                    "V 272.0", "PF 0.600", "KPh 2.00"});
    bench.goToHead("MAX");
    CHECK(screensOf(bench) == Texts{"P 5.00", "Q 6.00", "S 7.00"});
}

TEST_CASE("each phase shows its own values") {
    Bench bench = measuring(SystemType::Wye);
    bench.goToHead("A PHASE");
    CHECK(screensOf(bench) == Texts{"W 10.00", "VAR 20.00", "VA 30.00", "A 1.00", "VAB 481.0",
                                    "VLN 271.0", "PF 0.500", "KWh 1.00"});
    bench.goToHead("C PHASE");
    CHECK(screensOf(bench) == Texts{"W 12.00", "VAR 22.00", "VA 32.00", "A 3.00", "VAC 483.0",
                                    "VLN 273.0", "PF 0.700", "KWh 3.00"});
}

TEST_CASE("the totals and phase A of the other types have the same screens in their order") {
    const std::vector<std::string> totals = {"KWh", "VAh", "KVARh", "W",  "VAR", "VA",
                                             "A",   "VLL",  "VLN",   "PF", "HZ"};
    const std::vector<std::string> phase = {"W", "VAR", "VA", "A", "VAB", "VLN", "PF", "KWh"};
    for (const SystemTypeTraits& traits : kSystemTypes) {
        Bench bench = measuring(traits.type);
        bench.press(Key::Left);
        Texts labels;
        std::vector<bool> isValid;
        for (const std::string& text : screensOf(bench)) {
            labels.push_back(text.substr(0, text.find(' ')));
            isValid.push_back(text.find("----") == std::string::npos);
        }
        CHECK(labels == totals);
        // VLL and VLN are what a type may lack (guide, supported system types).
        CHECK(isValid[7] == (traits.type != SystemType::SinglePhaseLn));
        CHECK(isValid[8] ==
              (traits.type != SystemType::SinglePhaseLl && traits.type != SystemType::Delta));
        CHECK(std::count(isValid.begin(), isValid.end(), false) <= 1);

        bench.goToHead("A PHASE");
        labels.clear();
        for (const std::string& text : screensOf(bench)) {
            labels.push_back(text.substr(0, text.find(' ')));
        }
        CHECK(labels == phase);
    }
}

TEST_CASE("three avg lights for three phases only") {
    Bench split = measuring(SystemType::SplitPhase);
    split.press(Key::Right, 6);
    CHECK(split.text() == "A 4.00");
    CHECK_FALSE(split.has("avg"));
    CHECK(split.has("a"));
    CHECK(split.has("b"));
    CHECK_FALSE(split.has("c"));
}

TEST_CASE("what the system type does not have shows dashes") {
    Bench delta = measuring(SystemType::Delta);
    delta.goToHead("3PHASE");
    delta.press(Key::Right, 9);
    CHECK(delta.text() == "VLN ----");
    delta.goToHead("B PHASE");
    delta.press(Key::Right, 6);
    CHECK(delta.text() == "VLN ----");

    Bench single = measuring(SystemType::SinglePhaseLn);
    single.goToHead("A PHASE");
    single.press(Key::Right, 5);
    CHECK(single.text() == "VAB ----");
    single.goToHead("1PHASE");
    single.press(Key::Right, 8);
    CHECK(single.text() == "VLL ----");

    Bench split = measuring(SystemType::SplitPhase);
    split.goToHead("B PHASE");
    split.press(Key::Right, 5);
    CHECK(split.text() == "VBC ----");

    Bench pair = measuring(SystemType::SinglePhaseLl);
    pair.goToHead("A PHASE");
    pair.press(Key::Right, 5);
    CHECK(pair.text() == "VAB 481.0");
    pair.press(Key::Right);
    CHECK(pair.text() == "VLN ----");
}

TEST_CASE("an undeterminable frequency and a meter that has not measured yet show dashes") {
    Bench bench = measuring(SystemType::Wye);
    bench.control.values.cycle.isFrequencyValid = false;
    bench.press(Key::Right, 10);
    CHECK(bench.text() == "HZ ----");
    bench.press(Key::Left, 2);
    bench.control.values.isMeasuring = false;
    CHECK(bench.text() == "KWh ----");
}

TEST_CASE("units and letters light with the value they belong to") {
    Bench bench = measuring(SystemType::Wye);
    CHECK(bench.has("k"));
    CHECK(bench.has("Wh"));
    CHECK(bench.has("a"));
    CHECK(bench.has("c"));
    CHECK_FALSE(bench.has("avg"));
    bench.press(Key::Right); // 123456 kVAh went up a prefix.
    CHECK(bench.has("M"));
    CHECK_FALSE(bench.has("k"));
    CHECK(bench.has("VAh"));
    bench.press(Key::Right, 5);
    CHECK(bench.text() == "A 4.00");
    CHECK(bench.has("A"));
    CHECK(bench.has("avg"));
    CHECK_FALSE(bench.has("k"));
    bench.goToHead("B PHASE");
    bench.press(Key::Right, 5);
    CHECK(bench.has("V"));
    CHECK_FALSE(bench.has("a"));
    CHECK(bench.has("b"));
    CHECK(bench.has("c"));
    bench.goToHead("M");
    bench.press(Key::Right);
    CHECK(bench.text() == "W 5.00");
    CHECK(bench.has("demand"));
    CHECK(bench.has("max"));
    bench.goToHead("D");
    bench.press(Key::Right);
    CHECK(bench.text() == "W 2.00");
    CHECK(bench.has("demand"));
    CHECK_FALSE(bench.has("max"));
}

TEST_CASE("the alert menu names the phases concerned") {
    Bench bench = measuring(SystemType::Wye);
    bench.goToHead("ALERT");
    CHECK(screensOf(bench) == Texts{"PLOSS nonE", "LOWPF nonE", "F ERR nonE", "I OVR nonE",
                                    "V OVR nonE", "PULSE nonE"});
    CHECK_FALSE(bench.has("wrench"));
    // Bits of register 146 by the guide: 8 PLOSS A, 10 PLOSS C, 12 LOWPF B, 6 frequency,
    // 3 to 5 current, 1 voltage B, 14 pulse overrun.
    bench.control.values.alerts =
        1U << 8U | 1U << 10U | 1U << 12U | 1U << 6U | 7U << 3U | 1U << 1U | 1U << 14U;
    CHECK(screensOf(bench) ==
          Texts{"PLOSS AC", "LOWPF b", "F ERR YES", "I OVR AbC", "V OVR b", "PULSE YES"});
    CHECK(bench.has("wrench"));
    bench.control.values.alerts = 1U << 15U;
    bench.press(Key::Right, 6);
    CHECK(bench.text() == "PULSE ConF");
}

TEST_CASE("the info menu tells model versions and serial number") {
    Bench bench = measuring(SystemType::Wye);
    bench.control.unit.serialNumber = 0x4E36C14C;
    bench.goToHead("INFO");
    CHECK(screensOf(bench) == Texts{"MODEL S4000r", "OS 2.115", "RS 1.011", "SN 4E36", "SN C14C"});
    bench.control.unit.serialNumber = 0x0055ABD9;
    CHECK(screensOf(bench) == Texts{"MODEL S4000r", "OS 2.115", "RS 1.011", "SN 0055", "SN Abd9"});
}

TEST_CASE("left goes up and at the top goes home and data screens lead to the next head") {
    Bench bench = measuring(SystemType::Wye);
    bench.press({Key::Minus, Key::Right, Key::Right});
    CHECK(bench.text() == "VAR 20.00");
    bench.press(Key::Minus);
    CHECK(bench.text() == "B PHASE");
    bench.press({Key::Right, Key::Right, Key::Plus});
    CHECK(bench.text() == "A PHASE");
    bench.press({Key::Right, Key::Right, Key::Left});
    CHECK(bench.text() == "A PHASE");
    bench.press(Key::Left);
    CHECK(bench.text() == "KWh 0.49");
    bench.press(Key::Plus); // Round the top list's end.
    CHECK(bench.text() == "SETUP");
    bench.press(Key::Left);
    CHECK(bench.text() == "KWh 0.49");
}

TEST_CASE("the setup list has all its screens in their order") {
    Bench bench = measuring(SystemType::Wye);
    bench.goToSetup("S COM");
    Texts heads;
    do {
        heads.push_back(bench.text());
        bench.press(Key::Minus);
    } while (bench.label() != "S COM" && heads.size() < 20);
    CHECK(heads == Texts{"S COM", "S CT", "S SYS", "S PT", "S V", "S PWR", "S PLOS", "S PULS",
                         "S DEM", "S UNIT", "S PASS"});
    bench.press(Key::Plus);
    CHECK(bench.text() == "S PASS");
}

TEST_CASE("all labels can be drawn") {
    for (std::uint8_t head = 0; head < static_cast<std::uint8_t>(TopHead::Count); ++head) {
        Texts labels;
        for (const DisplayUnits units : {DisplayUnits::Iec, DisplayUnits::Ieee}) {
            Settings settings;
            settings.displayUnits = units;
            labels.emplace_back(headLabel(static_cast<TopHead>(head), settings));
            for (const DataScreen& screen : dataScreensOf(static_cast<TopHead>(head))) {
                labels.emplace_back(screenLabel(screen, units, true));
                labels.emplace_back(screenLabel(screen, units, false));
            }
        }
        for (const ParameterHead& inner : parameterHeadsOf(static_cast<TopHead>(head))) {
            labels.emplace_back(inner.label);
            for (const ParameterScreen& screen : inner.screens) {
                labels.emplace_back(screen.label);
                labels.emplace_back(screenLabel(screen, SystemType::SinglePhaseLn, false));
            }
        }
        for (const std::string& label : labels) {
            CAPTURE(label);
            CHECK(label.size() <= kLabelCells);
            for (const char character : label) {
                CHECK((character == ' ' || labelSegments(character) != 0));
            }
        }
    }
}
