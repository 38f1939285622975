// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/registers/read_plan.hpp"

#include "tests/support/catch.hpp"

#include <array>
#include <bit>
#include <string>

using namespace meter::sim;

// Numbers, formats and scales below are those of the guide's point map.

namespace {

std::vector<ReadRequest> requestsOf(const std::vector<std::string>& texts) {
    std::vector<ReadRequest> requests;
    for (const std::string& text : texts) {
        requests.push_back(*readRequestOf(text));
    }
    return requests;
}

std::vector<RegisterRange> rangesOf(const std::vector<std::string>& texts) {
    return missingRanges(requestsOf(texts), {});
}

std::string errorOf(const std::string& text) {
    const auto request = readRequestOf(text);
    return request ? "" : request.error().text;
}

void putFloat(RegisterWords& known, std::uint16_t number, float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    known.put(number, std::array{static_cast<std::uint16_t>(bits >> 16U),
                                 static_cast<std::uint16_t>(bits & 0xFFFFU)});
}

} // namespace

TEST_CASE("a number alone stands for the whole value there") {
    CHECK(readRequestOf("26")->count == 1);
    CHECK(readRequestOf("1")->count == 2);
    CHECK(readRequestOf("257")->count == 2);
    CHECK(readRequestOf("2")->count == 1); // The low half of real energy.
    CHECK(readRequestOf("20000")->count == 1);
}

TEST_CASE("a count is of registers and starts at the integer of a name") {
    const auto byNumber = readRequestOf("257:90");
    REQUIRE(byNumber);
    CHECK(byNumber->number == 257);
    CHECK(byNumber->count == 90);
    const auto byName = readRequestOf("voltage_ab:3");
    REQUIRE(byName);
    CHECK(byName->number == 16);
    CHECK(byName->count == 3);
    CHECK(byName->name.empty());
}

TEST_CASE("a name without a count is left to the finer of its registers") {
    CHECK(readRequestOf("voltage_ab")->name == "voltage_ab");
}

TEST_CASE("what cannot be asked for is refused") {
    for (const char* wrong : {"", ":", "26:", "26:0", "26:x", "0", "65536", "65535:2", "nothing"}) {
        CAPTURE(wrong);
        CHECK_FALSE(readRequestOf(wrong));
    }
}

TEST_CASE("numbers of other ways to count are met with the register that they mean") {
    for (const char* text :
         {"40293", "4x293", "4X293", "0x124", "400293", "30293", "3x293", "40293:2"}) {
        CAPTURE(text);
        CHECK(errorOf(text).find("that is register 293") != std::string::npos);
    }
    CHECK(errorOf("7001").empty());
    CHECK(errorOf("0x").find("that is register") == std::string::npos);
}

TEST_CASE("neighbours are read in one request and others are not") {
    // Floats of voltage A-N, B-N, C-N: 293, 295, 297; frequency 307.
    CHECK(rangesOf({"voltage_cn", "voltage_an", "voltage_bn", "frequency"}) ==
          std::vector<RegisterRange>{{293, 6}, {307, 2}});
    CHECK(rangesOf({"131", "133", "130"}) == std::vector<RegisterRange>{{130, 2}, {133, 1}});
    CHECK(rangesOf({"130", "130", "130:3"}) == std::vector<RegisterRange>{{130, 3}});
}

TEST_CASE("integers bring their scale factors along") {
    CHECK(rangesOf({"19"}) == std::vector<RegisterRange>{{19, 1}, {138, 4}});
    CHECK(rangesOf({"131"}) == std::vector<RegisterRange>{{131, 1}});
    CHECK(rangesOf({"137", "19"}) == std::vector<RegisterRange>{{19, 1}, {137, 5}});
}

TEST_CASE("no request has more than 125 registers or ends within a value") {
    CHECK(rangesOf({"257:90"}) == std::vector<RegisterRange>{{257, 90}});
    CHECK(rangesOf({"10000:250"}) == std::vector<RegisterRange>{{10000, 125}, {10125, 125}});
    // The float of apparent energy is 259/260: 135 + 125 would take half of it.
    CHECK(rangesOf({"135:130"}).front() == RegisterRange{135, 124});
}

TEST_CASE("an energy is read from its integer once a float is too coarse for it") {
    RegisterWords known;
    const auto requests = requestsOf({"real_energy"});
    CHECK(missingRanges(requests, known) == std::vector<RegisterRange>{{138, 4}, {257, 2}});
    known.put(138, std::array<std::uint16_t, 4>{0xFFFE, 0xFFFF, 0xFFFF, 0xFFFE}); // E = -2
    putFloat(known, 257, 1000.0F);
    CHECK(missingRanges(requests, known).empty());
    CHECK(*valuesOf(requests, known).front().value == 1000.0);
    putFloat(known, 257, 167'772.17F); // Above 2^24 counts of 0.01 kWh.
    CHECK(missingRanges(requests, known) == std::vector<RegisterRange>{{1, 2}});
    known.put(1, std::array<std::uint16_t, 2>{0x0100, 0x0001});
    const auto values = valuesOf(requests, known);
    REQUIRE(values.size() == 1);
    CHECK(values.front().number == 1);
    CHECK(numberTextOf(values.front()) == "167772.17");
}

TEST_CASE("values come in the order in which they were asked") {
    RegisterWords known;
    putFloat(known, 293, 277.0F);
    known.put(130, std::array<std::uint16_t, 2>{40, 400});
    const auto values = valuesOf(requestsOf({"131", "voltage_an", "130"}), known);
    REQUIRE(values.size() == 3);
    CHECK(values[0].name == "ct_primary");
    CHECK(*values[1].value == 277.0);
    CHECK(numberTextOf(values[1]) == "277");
    CHECK(values[2].name == "system_type");
}
