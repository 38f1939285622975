// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/panel/value_text.hpp"

#include "core/panel/segment_font.hpp"
#include "sim/device/glass_text.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <limits>
#include <string>

using namespace meter;

namespace {

std::string textOf(const ValueText& text) {
    Glass glass;
    drawValue(glass, text);
    return sim::valueText(glass);
}

struct Row {
    double value;
    NumberFormat format;
    const char* text;
    int prefixSteps;
};

} // namespace

// Expected texts written by hand from the rules: at most five digits, as many decimals as fit
// up to the format's, rounded to nearest, the prefix goes up above 99999.
TEST_CASE("numbers keep as many digits as fit and never lose a high one") {
    constexpr NumberFormat kEnergy{.decimalsMax = 2, .prefixStepsMax = 1};
    constexpr NumberFormat kVolts{.decimalsMax = 1, .prefixStepsMax = 2};
    constexpr NumberFormat kFactor{.decimalsMax = 3};
    const Row row =
        GENERATE_REF(Row{0.0, kEnergy, "0.00", 0}, Row{0.49, kEnergy, "0.49", 0},
                     Row{0.004, kEnergy, "0.00", 0}, Row{0.005, kEnergy, "0.01", 0},
                     Row{12.34, kEnergy, "12.34", 0}, Row{999.99, kEnergy, "999.99", 0},
                     Row{999.994, kEnergy, "999.99", 0}, Row{999.996, kEnergy, "1000.0", 0},
                     Row{1234.56, kEnergy, "1234.6", 0}, Row{9999.94, kEnergy, "9999.9", 0},
                     Row{9999.96, kEnergy, "10000", 0}, Row{54321.4, kEnergy, "54321", 0},
                     Row{99999.0, kEnergy, "99999", 0}, Row{99999.4, kEnergy, "99999", 0},
                     Row{99999.5, kEnergy, "100.00", 1}, Row{100000.0, kEnergy, "100.00", 1},
                     Row{123456.0, kEnergy, "123.46", 1}, Row{1234567.0, kEnergy, "1234.6", 1},
                     Row{99999499.0, kEnergy, "99999", 1}, Row{99999500.0, kEnergy, "100000", 1},
                     Row{123456789.0, kEnergy, "123457", 1}, Row{999999499.0, kEnergy, "999999", 1},
                     Row{999999500.0, kEnergy, "oL", 0}, Row{1e300, kEnergy, "oL", 0},
                     Row{277.13, kVolts, "277.1", 0}, Row{480.0, kVolts, "480.0", 0},
                     Row{32000.0, kVolts, "32000", 0}, Row{128000.0, kVolts, "128.00", 1},
                     Row{1.0, kFactor, "1.000", 0}, Row{0.8665, kFactor, "0.867", 0},
                     Row{500.0, NumberFormat{}, "500", 0}, Row{-12.0, NumberFormat{}, "-12", 0},
                     Row{-0.001, kEnergy, "0.00", 0}, Row{-1.5, kVolts, "-1.5", 0});
    CAPTURE(row.value);
    const ValueText text = fitNumber(row.value, row.format);
    CHECK(textOf(text) == row.text);
    CHECK(text.prefixSteps == row.prefixSteps);
}

// A reader takes prefix and digits together; that number may differ from the value by half of
// the last digit that is shown, at worst 1 part in 20000 above one unit.
TEST_CASE("what is shown is the value within half a digit over the whole range") {
    constexpr NumberFormat kFormat{.decimalsMax = 2, .prefixStepsMax = 1};
    for (double value = 0.013; value < 9e8; value *= 1.00731) {
        const ValueText text = fitNumber(value, kFormat);
        const double shown = std::stod(textOf(text)) * (text.prefixSteps == 1 ? 1000.0 : 1.0);
        CAPTURE(value, shown);
        REQUIRE(std::fabs(shown - value) <= std::fmax(0.005, value / 20000.0) * 1.000001);
    }
}

// By hand: 3.6e6 Ws are a kWh; the digits are cut off, never rounded up.
TEST_CASE("energies are counted down to the last digit shown") {
    struct EnergyRow {
        std::uint64_t wattSeconds;
        std::uint8_t decimalsMax;
        const char* text;
        int prefixSteps;
    };

    const EnergyRow row = GENERATE(
        EnergyRow{0, 2, "0.00", 0}, EnergyRow{35'999, 2, "0.00", 0},
        EnergyRow{36'000, 2, "0.01", 0}, EnergyRow{199'440, 2, "0.05", 0}, // 0.0554 kWh
        EnergyRow{129'600, 3, "0.036", 0},                                 // 36 counts of 0.001 kWh
        EnergyRow{359'999'999, 2, "99.99", 0},                             // A hair below 100 kWh.
        EnergyRow{359'999'999, 3, "99.999", 0}, EnergyRow{360'000'000, 3, "100.00", 0},
        EnergyRow{3'599'999'999, 2, "999.99", 0}, EnergyRow{3'600'000'000, 2, "1000.0", 0},
        EnergyRow{359'999'999'999, 2, "99999", 0}, EnergyRow{360'000'000'000, 2, "100.00", 1},
        EnergyRow{444'444'120'000, 2, "123.45", 1},    // 123456.7 kWh
        EnergyRow{359'999'999'999'999, 2, "99999", 1}, // A hair below 100 GWh.
        EnergyRow{3'599'999'999'999'999, 2, "999999", 1},
        EnergyRow{3'600'000'000'000'000, 2, "oL", 0},
        EnergyRow{std::numeric_limits<std::uint64_t>::max(), 3, "oL", 0});
    CAPTURE(row.wattSeconds, row.decimalsMax);
    const ValueText text =
        fitEnergy(row.wattSeconds, {.decimalsMax = row.decimalsMax, .prefixStepsMax = 1});
    CHECK(textOf(text) == row.text);
    CHECK(text.prefixSteps == row.prefixSteps);
}

TEST_CASE("a value that is no number is never drawn as one") {
    CHECK(textOf(fitNumber(std::numeric_limits<double>::quiet_NaN(), {.decimalsMax = 2})) ==
          "----");
    CHECK(textOf(fitNumber(std::numeric_limits<double>::infinity(), {.decimalsMax = 2})) == "oL");
}

TEST_CASE("digit parameters show all their digits") {
    CHECK(textOf(fitDigits(5, 3, 0)) == "005");
    CHECK(textOf(fitDigits(100, 5, 2)) == "001.00");
    CHECK(textOf(fitDigits(10, 3, 2)) == "0.10");
    CHECK(textOf(fitDigits(0, 5, 0)) == "00000");
    CHECK(textOf(fitDigits(99999, 5, 0)) == "99999");
}

TEST_CASE("the words of the panel survive their segments") {
    const char* const word =
        GENERATE("SAvEd", "Error", "donE", "nv Err", "ConF", "nonE", "YES", "no", "odd", "EvEn",
                 "IEEE", "IEC", "3L-1n", "2L", "----", "S4000r", "AbC", "2.115", "oL");
    CHECK(textOf(fitWord(word)) == word);
}

// Shapes written down from the drawing of a seven-segment digit, a on top, clockwise, g bar.
TEST_CASE("digits have the usual seven-segment shapes") {
    CHECK(valueSegments('0') == 0b0111111);
    CHECK(valueSegments('1') == 0b0000110);
    CHECK(valueSegments('4') == 0b1100110);
    CHECK(valueSegments('7') == 0b0000111);
    CHECK(valueSegments('8') == 0b1111111);
    CHECK(valueSegments('-') == 0b1000000);
    CHECK(valueSegments('?') == 0);
    CHECK(valueSegments('\xFF') == 0);
}

TEST_CASE("no two characters of the label row look the same") {
    for (char first = '!'; first <= '~'; ++first) {
        for (char second = '!'; second < first; ++second) {
            if (labelSegments(first) != 0) {
                CAPTURE(first, second);
                REQUIRE(labelSegments(first) != labelSegments(second));
            }
        }
    }
}

TEST_CASE("icons are found by the names that scenarios use") {
    for (std::size_t i = 0; i < sim::kIconNames.size(); ++i) {
        CHECK(sim::iconOf(sim::kIconNames[i]) == static_cast<Icon>(i));
    }
    CHECK(sim::iconOf("a") == Icon::PhaseA);
    CHECK(sim::iconOf("A") == Icon::Ampere);
    CHECK_FALSE(sim::iconOf("hart").has_value());
    Glass glass;
    glass.isPowered = true;
    drawLabel(glass, "KWh");
    drawValue(glass, fitNumber(0.49, {.decimalsMax = 2}));
    glass.set(Icon::Kilo, true);
    glass.set(Icon::WattHour, true);
    CHECK(sim::glassText(glass) == "KWh 0.49 [k Wh]");
}
