// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Words as a master reads them → values in the unit of the point map.
#include "sim/registers/register_value.hpp"

#include "sim/registers/register_names.hpp"
#include "tests/support/catch.hpp"

#include <vector>

namespace {

using namespace meter;

constexpr ScaleFactors kScales{.current = -2, .voltage = -1, .power = 1, .energy = 3};

std::optional<double> value(std::uint32_t number, std::vector<std::uint16_t> words) {
    return valueOf(*registerRowAt(number), words, kScales);
}

std::optional<std::uint16_t> word(std::uint32_t number, double value) {
    return wordOf(*registerRowAt(number), value, kScales);
}

} // namespace

TEST_CASE("Integer words are scaled by the meter's own factors") {
    CHECK(value(22, {1234}) == 12.34);
    CHECK(value(16, {4801}) == 480.1);
    CHECK(value(3, {17}) == 170.0);
    CHECK(value(1, {1, 2}) == 65'538'000.0);
    CHECK(value(6, {9876}) == 0.9876);
    CHECK(value(26, {5999}) == 59.99);
    CHECK(value(133, {400}) == 4.0);
    CHECK(value(138, {0xFFFE}) == -2.0);
    CHECK(value(43, {1, 0}) == 65'536.0);
}

TEST_CASE("Float words are the value") {
    CHECK(value(261, {0x4145, 0x999A}) == Approx(12.35).epsilon(1e-7)); // IEEE 754 by hand
    CHECK_FALSE(value(261, {0x7FC0, 0x0000}));
}

TEST_CASE("Invalid marks have no value where they cannot be one") {
    CHECK_FALSE(value(17, {0x8000}));
    CHECK_FALSE(value(49, {0x8000, 0}));           // invalid in type 10
    CHECK(value(43, {0x8000, 0}) == 2147483648.0); // a counter that has come so far
    CHECK(value(146, {0x8000}) == 32'768.0);       // alert 15 alone
    CHECK_FALSE(value(1, {0}));                    // half of a pair
    CHECK_FALSE(value(3, {}));
}

TEST_CASE("Values become words only where they fit a step") {
    CHECK(word(133, 4.0) == 400);
    CHECK(word(133, 0.29) == 29); // 0.29 × 100 is 28.999… in binary
    CHECK_FALSE(word(133, 0.295));
    CHECK(word(131, 200.0) == 200);
    CHECK_FALSE(word(131, 200.5));
    CHECK_FALSE(word(131, -1.0));
    CHECK_FALSE(word(131, 65'536.0));
    CHECK_FALSE(word(3, 1.0)); // read-only
}

TEST_CASE("Scale factors come from the words of registers 138 to 141") {
    const std::vector<std::uint16_t> words = {0xFFFE, 0xFFFF, 0, 4};
    const ScaleFactors scales = scaleFactorsFrom(words);
    CHECK(scales.current == -2);
    CHECK(scales.voltage == -1);
    CHECK(scales.power == 0);
    CHECK(scales.energy == 4);
}
