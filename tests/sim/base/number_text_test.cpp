// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Twice: with the texts of the standard library, and with those of the page for browsers.
#include "sim/base/number_text.hpp"

#include "tests/support/catch.hpp"

#include <limits>

using namespace meter::sim;

// The shortest texts are those of Ryu's paper (Adams 2018) and of Python's repr(); the fixed ones
// of printf (C17 7.21.6.1: correctly rounded).
TEST_CASE("a number's text is the shortest that reads back as the same value") {
    CHECK(numberText(0.1) == "0.1");
    CHECK(numberText(0.1F) == "0.1");
    CHECK(numberText(-2.5) == "-2.5");
    CHECK(numberText(0.0) == "0");
    CHECK(numberText(-0.0) == "-0");
    CHECK(numberText(1.0 / 3.0) == "0.3333333333333333");
    CHECK(numberText(1.0F / 3.0F) == "0.33333334");
    CHECK(numberText(5e-324) == "5e-324");
    CHECK(numberText(std::numeric_limits<double>::max()) == "1.7976931348623157e+308");
}

TEST_CASE("a number's text is plain from 0.00001 up to 10 to the 15th") {
    CHECK(numberText(1e6) == "1000000");
    CHECK(numberText(1e14) == "100000000000000");
    CHECK(numberText(1e-5) == "0.00001");
    CHECK(numberText(0.9e-5) == "9e-06");
    CHECK(numberText(1e22) == "1e+22");
}

TEST_CASE("a whole float is written with all its digits") {
    CHECK(numberText(16777216.0F) == "16777216");
    CHECK(numberText(123456792.0F) == "123456792");
}

TEST_CASE("the brief text has an exponent where that is shorter") {
    CHECK(briefNumberText(1e6F) == "1e+06");
    CHECK(briefNumberText(100000.0F) == "1e+05");
    CHECK(briefNumberText(12345.0F) == "12345");
    CHECK(briefNumberText(0.001F) == "0.001");
    CHECK(briefNumberText(0.0001F) == "1e-04");
    CHECK(briefNumberText(-277.5F) == "-277.5");
}

TEST_CASE("a fixed text is rounded to the nearest, a tie to even") {
    CHECK(fixedText(2.5, 0) == "2");
    CHECK(fixedText(0.125, 2) == "0.12");
    CHECK(fixedText(0.375, 2) == "0.38");
    CHECK(fixedText(-1.0, 3) == "-1.000");
    CHECK(fixedText(1e21, 1) == "1000000000000000000000.0");
}

TEST_CASE("a decimal is read as far as it goes") {
    double value = 0.0;
    CHECK(readDecimal("277 V", value) == 3);
    CHECK(value == 277.0);
    CHECK(readDecimal("1.5e3x", value) == 5);
    CHECK(value == 1500.0);
    CHECK(readDecimal("V", value) == 0);
    CHECK(readDecimal("1e999", value) == 0);
}
