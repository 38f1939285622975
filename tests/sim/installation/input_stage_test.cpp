// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Limits: the guide's accuracy of V and I (0.4 % + 0.015 %/°C from 25 °C) and of energy (class
// 0.5S of IEC 62053-22: 0.5 % at PF 1, 0.6 % at 0.5 inductive and 0.8 capacitive), reactive
// energy class 2 of IEC 62053-23 (2.0 % at sin φ 1 and 0.5, 2.5 % at 0.25).

#include "sim/installation/input_stage.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace meter;
using namespace meter::sim;

namespace {

constexpr double kDegree = std::numbers::pi / 180.0;

} // namespace

TEST_CASE("an ideal meter has no errors") {
    CHECK(inputErrorsOf(Accuracy::Ideal, 1234) == InputErrors{});
}

TEST_CASE("a serial number always has the same errors and others have others") {
    CHECK(inputErrorsOf(Accuracy::Class, 7) == inputErrorsOf(Accuracy::Class, 7));
    CHECK_FALSE(inputErrorsOf(Accuracy::Class, 7) == inputErrorsOf(Accuracy::Class, 8));
}

TEST_CASE("every serial number is inside the limits of the guide") {
    double largestGain = 0.0;
    for (std::uint32_t serial = 0; serial < 2000; ++serial) {
        const InputErrors errors = inputErrorsOf(Accuracy::Class, serial);
        for (std::size_t phase = 0; phase < kPhaseCount; ++phase) {
            const double voltage = errors.voltageGain[phase];
            const double current = errors.currentGain[phase];
            const double lead = errors.currentLeadDeg[phase] * kDegree;
            largestGain = std::max(largestGain, std::abs(voltage));
            REQUIRE(std::abs(voltage) < 0.004);
            REQUIRE(std::abs(current) < 0.004);
            REQUIRE(std::abs(errors.voltagePerC[phase]) < 0.00015);
            REQUIRE(std::abs(errors.currentPerC[phase]) < 0.00015);
            const double gain = (1.0 + voltage) * (1.0 + current);
            const auto realError = [&](double angleDeg) {
                return gain * std::cos(angleDeg * kDegree - lead) / std::cos(angleDeg * kDegree) -
                       1.0;
            };
            const auto reactiveError = [&](double sine) {
                return gain * std::sin(std::asin(sine) - lead) / sine - 1.0;
            };
            REQUIRE(std::abs(realError(0.0)) < 0.005);
            REQUIRE(std::abs(realError(60.0)) < 0.006);
            REQUIRE(std::abs(realError(-36.87)) < 0.006);
            REQUIRE(std::abs(reactiveError(1.0)) < 0.02);
            REQUIRE(std::abs(reactiveError(0.5)) < 0.02);
            REQUIRE(std::abs(reactiveError(0.25)) < 0.025);
        }
    }
    CHECK(largestGain > 0.002); // The errors are there.
}

TEST_CASE("gain follows the distance from 25 degrees") {
    CHECK(gainAt(0.001, 0.0001, 25.0) == Approx(1.001));
    CHECK(gainAt(0.001, 0.0001, 45.0) == Approx(1.003));
    CHECK(gainAt(0.001, 0.0001, 5.0) == Approx(0.999));
}
