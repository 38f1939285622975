// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Functions 06 and 16.
#include "core/modbus/pdu_server.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fake_meter_control.hpp"
#include "tests/support/hex.hpp"

#include <array>

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

} // namespace

TEST_CASE("C01 a single write is echoed") {
    FakeMeterControl control;
    CHECK(serve(control, "06 00 81 00 1F") == "06 00 81 00 1F");
    CHECK(control.values.settings.systemType == SystemType::Delta);
}

TEST_CASE("C02 and C03 and C06 undefined and read-only and float registers refuse writes") {
    FakeMeterControl control;
    CHECK(serve(control, "06 23 27 00 00") == "86 02");
    CHECK(serve(control, "06 FF FF 00 00") == "86 02");
    CHECK(serve(control, "06 00 02 00 00") == "86 02"); // 3
    CHECK(serve(control, "06 01 00 00 00") == "86 02"); // 257
    CHECK(serve(control, "06 00 83 00 01") == "86 02"); // 132
}

TEST_CASE("C04 refused values leave the old ones") {
    FakeMeterControl control;
    const Settings before = control.values.settings;
    for (const char* request : {
             "06 00 81 00 0D", // system type 13
             "06 00 81 01 28", // 296 = 40 in its low byte
             "06 00 82 00 13", // CT 19
             "06 00 82 13 89", // CT 5001
             "06 00 84 00 00", // PT 0
             "06 00 84 7D 01", // PT 320.01
             "06 00 85 02 95", // 661 V
             "06 00 88 00 02", // units 2
             "06 00 8D 00 00", // threshold 0 %
             "06 00 8E 00 64", // threshold 100 %
             "06 00 8F 00 63", // 99 Wh
             "06 00 94 00 00", // 0 sub-intervals
             "06 00 94 00 07", // 7
             "06 00 95 00 09", // 9 s
             "06 00 96 80 00", // 151: 32768
         }) {
        INFO(request);
        CHECK(serve(control, request) == "86 03");
    }
    CHECK(control.values.settings == before);
    CHECK(control.applyCount == 0);
}

TEST_CASE("C07 a single write of another length is refused with exception 03") {
    FakeMeterControl control;
    CHECK(serve(control, "06 00 81 00") == "86 03");
    CHECK(serve(control, "06 00 81 00 1F 00") == "86 03");
    CHECK(control.values.settings.systemType == SystemType::Wye);
}

TEST_CASE("C12 other words to the command register are refused with exception 03") {
    FakeMeterControl control;
    CHECK(serve(control, "06 00 80 30 39") == "86 03");
    CHECK(serve(control, "06 00 80 00 00") == "86 03");
    CHECK(control.commandCount() == 0);
}

TEST_CASE("D01 D10 a multiple write answers with address and quantity") {
    FakeMeterControl control;
    CHECK(serve(control, "10 00 94 00 02 04 00 03 01 2C") == "10 00 94 00 02");
    CHECK(control.values.settings.demandSubintervals == 3);
    CHECK(control.values.settings.demandSubintervalLengthS == 300);
    CHECK(control.applyCount == 1); // one new demand set-up
}

TEST_CASE("D02 and D03 and D04 bad quantities and byte counts are refused with exception 03") {
    FakeMeterControl control;
    CHECK(serve(control, "10 00 94 00 00 00") == "90 03");
    CHECK(serve(control, "10 00 94 00 02 03 00 03 01") == "90 03");
    CHECK(serve(control, "10 00 94 00 01 04 00 03 01 2C") == "90 03");
    std::string request = "10 00 94 00 7C F6"; // 124 registers, 246 bytes
    for (int i = 0; i < 246; ++i) {
        request += " 00";
    }
    CHECK(serve(control, request) == "90 03");
    CHECK(control.applyCount == 0);
}

TEST_CASE("D03 quantity 123 is not refused for its size") {
    FakeMeterControl control;
    std::string request = "10 00 94 00 7B F6";
    for (int i = 0; i < 246; ++i) {
        request += " 00";
    }
    CHECK(serve(control, request) == "90 02"); // 153 is read-only
}

TEST_CASE("D05 a multiple write of another length is refused with exception 03") {
    FakeMeterControl control;
    CHECK(serve(control, "10 00 94 00 02 04 00 03 01") == "90 03");
    CHECK(serve(control, "10 00 94 00 02 04 00 03 01 2C 00") == "90 03");
    CHECK(serve(control, "10 00 94 00 02") == "90 03");
    CHECK(control.applyCount == 0);
}

TEST_CASE("D07 and D09 a run with a register that cannot be written is refused whole") {
    FakeMeterControl control;
    control.values.powerUpCount = 9;
    CHECK(serve(control, "10 00 97 00 03 06 00 01 00 00 00 00") == "90 02");       // 152–154
    CHECK(serve(control, "10 00 81 00 04 08 00 0A 00 C8 00 00 00 64") == "90 02"); // 130–133
    CHECK(control.values.powerUpCount == 9);
    CHECK(control.values.settings == Settings{});
}

TEST_CASE("D11 PT ratio and system voltage fit in one request") {
    FakeMeterControl control;
    CHECK(serve(control, "10 00 84 00 02 04 01 90 09 60") == "10 00 84 00 02"); // 4.00, 2400 V
    CHECK(control.values.settings.systemVoltageV == 2400);
}

TEST_CASE("The power-up counter takes what is written and 151 takes it without effect") {
    FakeMeterControl control;
    CHECK(serve(control, "06 00 97 12 34") == "06 00 97 12 34");
    CHECK(control.values.powerUpCount == 0x1234);
    CHECK(serve(control, "06 00 97 80 00") == "86 03");
    CHECK(serve(control, "06 00 96 7F FF") == "06 00 96 7F FF");
    CHECK(serve(control, "06 00 96 00 00") == "06 00 96 00 00");
    CHECK(serve(control, "03 00 96 00 01") == "03 02 00 00");
}

TEST_CASE("The word 200 of register 133 is a PT ratio of 2 to 1") {
    FakeMeterControl control; // Guide: "entering 200 yields a potential transformer ratio of 2:1".
    CHECK(serve(control, "06 00 84 00 C8") == "06 00 84 00 C8");
    CHECK(control.values.settings.ptRatioHundredths == 200);
    CHECK(control.values.configuration.ptRatio == 2.0);
}

TEST_CASE("The block 149 to 152 can be written back as it was read") {
    FakeMeterControl control;
    control.values.powerUpCount = 7;
    CHECK(serve(control, "03 00 94 00 04") == "03 08 00 01 03 84 00 00 00 07");
    CHECK(serve(control, "10 00 94 00 04 08 00 01 03 84 00 00 00 07") == "10 00 94 00 04");
    CHECK(control.values.settings == Settings{});
    CHECK(control.values.powerUpCount == 7);
}

TEST_CASE("B10 a failure of the storage is exception 04") {
    FakeMeterControl control;
    control.storageStatus = Status::WriteFailed;
    CHECK(serve(control, "06 00 81 00 1F") == "86 04");
}
