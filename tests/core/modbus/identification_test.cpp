// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Function 17 and 43/14: who the meter says it is.
#include "core/modbus/device_identity.hpp"
#include "core/modbus/pdu_server.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fake_meter_control.hpp"
#include "tests/support/hex.hpp"

#include <array>
#include <string>

namespace {

using namespace meter;
using namespace meter::modbus;
using meter::test::FakeMeterControl;
using meter::test::fromHex;
using meter::test::toHex;

std::string serve(FakeMeterControl& control, std::string_view request) {
    std::array<std::byte, kPduSizeMax> response{};
    return toHex(servePdu(control, fromHex(request), response));
}

std::string textOf(std::string_view text) {
    return toHex(std::as_bytes(std::span(text)));
}

std::string objects(unsigned first) {
    constexpr std::array<std::string_view, 3> kTexts = {"Leviton", "Series 4000", "V02.115"};
    constexpr std::array<std::string_view, 3> kHeads = {" 00 07 ", " 01 0B ", " 02 07 "};
    std::string text;
    for (unsigned object = first; object < 3; ++object) {
        text += std::string(kHeads[object]) + textOf(kTexts[object]);
    }
    return text;
}

} // namespace

TEST_CASE("E01 E02 E03 report ID names the full data set") {
    FakeMeterControl control;
    CHECK(serve(control, "11") ==
          "11 30 F7 FF " + textOf("Leviton Series 4000R Power Meter Full Data Set"));
}

TEST_CASE("E04 the reset system reports itself at once and answers nothing else") {
    FakeMeterControl control;
    control.factoryValues.bootSystem = BootSystem::Reset;
    control.values.isMeasuring = false;
    const std::string text =
        "Leviton Series 4000R Power Meter - RESET SYSTEM RUNNING RS Version 1.011";
    REQUIRE(text.size() == 72);
    CHECK(serve(control, "11") == "11 4A F7 00 " + textOf(text)); // 72 + 2 bytes follow
    CHECK(serve(control, "03 00 00 00 02") == "");
    CHECK(serve(control, "06 00 81 00 1F") == "");
    CHECK(serve(control, "2B 0E 01 00") == "");
    CHECK(serve(control, "05 00") == "");
}

TEST_CASE("E05 report ID with data is refused with exception 03") {
    FakeMeterControl control;
    CHECK(serve(control, "11 00") == "91 03");
}

TEST_CASE("F01 F02 F03 F04 F05 F12 the basic stream has three objects and conformity 1") {
    FakeMeterControl control;
    CHECK(serve(control, "2B 0E 01 00") == "2B 0E 01 01 00 00 03" + objects(0));
}

TEST_CASE("F06 an unknown object starts again at the first") {
    FakeMeterControl control;
    for (const char* request : {"2B 0E 01 03", "2B 0E 01 37", "2B 0E 01 FF"}) {
        CHECK(serve(control, request) == "2B 0E 01 01 00 00 03" + objects(0));
    }
}

TEST_CASE("F07 the stream may begin at a later object") {
    FakeMeterControl control;
    CHECK(serve(control, "2B 0E 01 01") == "2B 0E 01 01 00 00 02" + objects(1));
    CHECK(serve(control, "2B 0E 01 02") == "2B 0E 01 01 00 00 01" + objects(2));
}

TEST_CASE("F08 higher streams are answered at the basic level with their code echoed") {
    FakeMeterControl control;
    CHECK(serve(control, "2B 0E 02 00") == "2B 0E 02 01 00 00 03" + objects(0));
    CHECK(serve(control, "2B 0E 03 00") == "2B 0E 03 01 00 00 03" + objects(0));
}

TEST_CASE("F09 and F10 individual access and unknown codes are refused with exception 03") {
    FakeMeterControl control;
    for (const char* request :
         {"2B 0E 04 00", "2B 0E 04 09", "2B 0E 00 00", "2B 0E 05 00", "2B 0E FF 00"}) {
        CHECK(serve(control, request) == "AB 03");
    }
}

TEST_CASE("F11 other MEI types are refused with exception 01 whatever their length") {
    FakeMeterControl control;
    CHECK(serve(control, "2B 0D 01 00") == "AB 01");
    CHECK(serve(control, "2B 00") == "AB 01");
    CHECK(serve(control, "2B 0D 01 02 03 04 05 06") == "AB 01");
    CHECK(serve(control, "2B") == "AB 03");
    CHECK(serve(control, "2B 0E 01") == "AB 03");
    CHECK(serve(control, "2B 0E 01 00 00") == "AB 03");
}

TEST_CASE("F13 version texts are register 7001 in thousands and the rest") {
    const auto text = [](std::uint16_t version) {
        const auto characters = versionText(version);
        return std::string(characters.data(), characters.size());
    };
    CHECK(text(12'345) == "V12.345"); // the guide's example
    CHECK(text(5'012) == "V05.012");
    CHECK(text(2'115) == "V02.115");
    CHECK(text(0) == "V00.000");
    CHECK(text(65'535) == "V65.535");
}
