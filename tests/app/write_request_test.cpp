// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/write_request.hpp"

#include "tests/support/catch.hpp"

#include <cstdint>
#include <string>
#include <vector>

using namespace meter::app;

namespace {

std::string errorOf(const std::string& assignment) {
    const auto request = writeRequestOf(assignment);
    return request ? "" : request.error().text;
}

} // namespace

// Numbers, formats and ranges below are those of the guide's point map.

TEST_CASE("a name takes its value in its unit") {
    const auto ratio = writeRequestOf("pt_ratio=1.25");
    REQUIRE(ratio);
    CHECK(ratio->number == 133);
    CHECK(ratio->word == 125);
    CHECK(writeRequestOf("pt_ratio=2")->word == 200);
    CHECK(writeRequestOf("ct_primary=400 A")->word == 400);
    CHECK(writeRequestOf("system_voltage=0.48 kV")->word == 480);
    CHECK(writeRequestOf("command=0x757E")->word == 30078);
}

// Guide: "entering 200 yields a potential transformer ratio of 2:1".
TEST_CASE("a number takes the word of the register") {
    const auto ratio = writeRequestOf("133=200");
    REQUIRE(ratio);
    CHECK(ratio->word == 200);
    CHECK(ratio->value == 2.0);
    CHECK(ratio->unit == "ratio");
    const auto current = writeRequestOf("131=400");
    REQUIRE(current);
    CHECK(current->name == "ct_primary");
    CHECK(current->word == 400);
}

TEST_CASE("what the format can hold is sent and left to the meter") {
    CHECK(writeRequestOf("ct_primary=19")->word == 19);
    CHECK(writeRequestOf("system_type=13")->word == 13);
}

TEST_CASE("a number outside the map goes out as it is for the meter to answer") {
    const auto request = writeRequestOf("20000=65535");
    REQUIRE(request);
    CHECK(request->word == 65535);
    CHECK(request->name.empty());
    CHECK(writeRequestOf("2=1")->word == 1);
}

TEST_CASE("a mistake in an assignment is told with its remedy") {
    CHECK(errorOf("frequency=60").find("read-only") != std::string::npos);
    CHECK(errorOf("ct_primray=400").find("ct_primary") != std::string::npos);
    CHECK(errorOf("ct_primary=1.5").find("20..5000 A") != std::string::npos);
    CHECK(errorOf("ct_primary=400 V").find("in A") != std::string::npos);
    CHECK(errorOf("ct_primary").find("NAME=VALUE") != std::string::npos);
    CHECK(errorOf("20000=1.5").find("whole number") != std::string::npos);
    CHECK(errorOf("131=65536").find("whole number") != std::string::npos);
    CHECK(errorOf("40133=200").find("that is register 133") != std::string::npos);
}

TEST_CASE("the range in an error is in the unit that was used") {
    CHECK(errorOf("pt_ratio=0.005").find("pt_ratio takes 0.01..320 ratio") != std::string::npos);
    CHECK(errorOf("133=1.5").find("register 133 takes 1..32000 in steps of 0.01") !=
          std::string::npos);
}

TEST_CASE("neighbours of a list go out together in its order") {
    std::vector<WriteRequest> list;
    for (const char* text : {"130=40", "131=400", "133=100", "134=480", "133=200", "149=1"}) {
        list.push_back(*writeRequestOf(text));
    }
    const auto blocks = writeBlocksOf(list, true);
    REQUIRE(blocks.size() == 4);
    CHECK(blocks[0].number == 130);
    CHECK(blocks[0].words == std::vector<std::uint16_t>{40, 400});
    CHECK(blocks[1].words == std::vector<std::uint16_t>{100, 480});
    CHECK(blocks[2].number == 133);
    CHECK(blocks[3].number == 149);
    CHECK(writeBlocksOf(list, false).size() == list.size());
}
