// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/register_request.hpp"

#include "tests/support/catch.hpp"

#include <string>

using namespace meter::app;

namespace {

std::string errorOf(const std::string& assignment) {
    const auto request = writeRequestOf(assignment);
    return request ? "" : request.error().text;
}

} // namespace

// Numbers, formats and ranges below are those of the guide's point map.

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

TEST_CASE("a value is written in the unit of the point map") {
    const auto ratio = writeRequestOf("pt_ratio=1.25");
    REQUIRE(ratio);
    CHECK(ratio->number == 133);
    CHECK(ratio->word == 125);
    const auto byNumber = writeRequestOf("131=400");
    REQUIRE(byNumber);
    CHECK(byNumber->name == "ct_primary");
    CHECK(byNumber->word == 400);
    CHECK(writeRequestOf("command=0x757E")->word == 30078);
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
    CHECK(errorOf("ct_primary").find("NAME=VALUE") != std::string::npos);
    CHECK(errorOf("20000=1.5").find("whole number") != std::string::npos);
}
