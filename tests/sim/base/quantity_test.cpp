// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/base/quantity.hpp"

#include "tests/support/catch.hpp"

#include <array>
#include <string>

using namespace meter::sim;

namespace {

struct Written {
    std::string_view text;
    double value;
    Dimension dimension;
};

} // namespace

TEST_CASE("every unit of the format becomes its base unit") {
    // Prefixes are the SI's; the list of units is that of the scenario format.
    constexpr std::array kWritten = {
        Written{"480 V", 480.0, Dimension::Voltage},
        Written{"13.8 kV", 13800.0, Dimension::Voltage},
        Written{"5mV", 0.005, Dimension::Voltage},
        Written{"1.5 kA", 1500.0, Dimension::Current},
        Written{"250 mA", 0.25, Dimension::Current},
        Written{"2 MW", 2e6, Dimension::RealPower},
        Written{"3 kVA", 3000.0, Dimension::ApparentPower},
        Written{"4 kVAR", 4000.0, Dimension::ReactivePower},
        Written{"4 var", 4.0, Dimension::ReactivePower},
        Written{"1 MWh", 1e6, Dimension::RealEnergy},
        Written{"1 kVAh", 1000.0, Dimension::ApparentEnergy},
        Written{"1 kVARh", 1000.0, Dimension::ReactiveEnergy},
        Written{"60 Hz", 60.0, Dimension::Frequency},
        Written{"-120 deg", -120.0, Dimension::Angle},
        Written{"250 ms", 0.25, Dimension::Time},
        Written{"2 min", 120.0, Dimension::Time},
        Written{"1 h", 3600.0, Dimension::Time},
        Written{"12 cycles", 12.0, Dimension::Cycles},
        Written{"25 C", 25.0, Dimension::Temperature},
        Written{"3 %", 3.0, Dimension::Percent},
        Written{"  7  ", 7.0, Dimension::None},
        Written{"+1e3 V", 1000.0, Dimension::Voltage},
    };
    for (const Written& written : kWritten) {
        INFO(written.text);
        const Result<Quantity> quantity = parseQuantity(written.text);
        REQUIRE(quantity.has_value());
        CHECK(quantity->value == written.value);
        CHECK(quantity->dimension == written.dimension);
    }
}

TEST_CASE("what is no number with a unit is refused") {
    for (const char* const text : {"", " ", "V", "twelve", "nan", "inf", "-inf V", "0x10", "1e999",
                                   "1 volt", "1 kv", "1..2", "--3", "+-3", "1 V 2", "1e308 kV"}) {
        INFO(text);
        const Result<Quantity> quantity = parseQuantity(text);
        REQUIRE_FALSE(quantity.has_value());
        CHECK_FALSE(quantity.error().text.empty());
    }
}

TEST_CASE("an unknown unit is named together with the known ones") {
    const Result<Quantity> quantity = parseQuantity("5 volts");
    REQUIRE_FALSE(quantity.has_value());
    CHECK(quantity.error().text.find("`volts`") != std::string::npos);
    CHECK(quantity.error().text.find("Hz") != std::string::npos);
}

TEST_CASE("a power factor becomes the angle by which the current lags") {
    // acos 0.5 = 60 degrees; acos 0.9 = 25.841933 degrees (tables).
    CHECK(parsePowerFactor("0.5 lagging").value() == Approx(60.0).epsilon(1e-12));
    CHECK(parsePowerFactor("0.9 lagging").value() == Approx(25.841932763).epsilon(1e-9));
    CHECK(parsePowerFactor("0.9 leading").value() == Approx(-25.841932763).epsilon(1e-9));
    CHECK(parsePowerFactor("1").value() == 0.0);
    CHECK(parsePowerFactor("0 lagging").value() == Approx(90.0).epsilon(1e-12));
}

TEST_CASE("a power factor without a direction or out of range is refused") {
    for (const char* const text :
         {"0.9", "1.1 lagging", "-0.9 lagging", "0.9 late", "", "lagging"}) {
        INFO(text);
        CHECK_FALSE(parsePowerFactor(text).has_value());
    }
}

TEST_CASE("numbers are printed so that they read back the same") {
    CHECK(numberText(0.1) == "0.1");
    CHECK(numberText(1e6) == "1000000");
    CHECK(numberText(0.0) == "0");
    CHECK(numberText(0.1F) == "0.1");
    CHECK(numberText(16777216.0F) == "16777216");
    for (const double value : {1.0 / 3.0, 1e-9, 6.02e23, 276.99997}) {
        CHECK(parseNumber(numberText(value)) == value);
    }
}
