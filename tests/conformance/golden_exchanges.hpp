// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Requests and answers as the Modbus Application Protocol and the guide have them, without the
// framing of either wire. In this order: some write what later ones read. For a meter with factory
// settings (guide: wye, CT 100 A, 600 V, 1 sub-interval of 900 s).

#include <string_view>

namespace meter::test {

struct GoldenExchange {
    std::string_view id; ///< Of the requirement.
    std::string_view request;
    std::string_view answer;
    bool isSilentOnLine = false; ///< A length that does not fit: told over TCP only.
};

// "Leviton Series 4000R Power Meter Full Data Set", and the objects "Leviton", "Series 4000" and
// "V02.115" of register 7001 = 2115.
#define METER_TEST_REPORT                                                                          \
    "4C 65 76 69 74 6F 6E 20 53 65 72 69 65 73 20 34 30 30 30 52 20 50 6F 77 65 72 20 4D 65 74 "   \
    "65 72 20 46 75 6C 6C 20 44 61 74 61 20 53 65 74"
#define METER_TEST_OBJECT_1 " 01 0B 53 65 72 69 65 73 20 34 30 30 30"
#define METER_TEST_OBJECT_2 " 02 07 56 30 32 2E 31 31 35"
#define METER_TEST_OBJECTS " 00 07 4C 65 76 69 74 6F 6E" METER_TEST_OBJECT_1 METER_TEST_OBJECT_2

inline constexpr GoldenExchange kGoldenExchanges[] = {
    {"A01", "05 00 00 FF 00", "85 01"},
    {"A02", "01 00 00 00 01", "81 01"},
    {"B01", "03 00 82 00", "83 03", true},
    {"B01", "04 00 82 00 01 00", "84 03", true},
    {"B02", "03 00 82 00 01", "03 02 00 64"},
    {"B03", "03 00 00 00 00", "83 03"},
    {"B04", "03 00 00 00 7E", "83 03"},
    {"B04", "04 00 00 FF FF", "84 03"},
    {"B05", "03 23 28 00 00", "83 03"},
    {"B06", "03 01 53 00 14", "83 02"},
    {"B07", "03 FF FF 00 02", "83 02"},
    {"B08", "04 00 94 00 02", "04 04 00 01 03 84"},
    {"C01", "06 00 81 00 1F", "06 00 81 00 1F"},
    {"C05", "03 00 81 00 01", "03 02 00 1F"},
    {"C02", "06 23 28 00 00", "86 02"},
    {"C03", "06 00 02 00 00", "86 02"},
    {"C04", "06 00 81 00 0D", "86 03"},
    {"C04", "06 00 82 00 13", "86 03"},
    {"C04", "06 00 82 13 89", "86 03"},
    {"C04", "06 00 94 00 07", "86 03"},
    {"C04", "06 00 8D 00 64", "86 03"},
    {"C06", "06 01 00 00 00", "86 02"},
    {"C07", "06 00 81 00", "86 03", true},
    {"C07", "06 00 81 00 1F 00", "86 03", true},
    {"C08", "06 00 85 02 94", "06 00 85 02 94"},
    {"C08", "06 00 85 02 95", "86 03"},
    {"C10", "06 00 95 00 09", "86 03"},
    {"C12", "06 00 80 30 39", "86 03"},
    {"D01", "10 00 94 00 02 04 00 03 01 2C", "10 00 94 00 02"},
    {"D01", "03 00 94 00 02", "03 04 00 03 01 2C"},
    {"D02", "10 00 94 00 00 00", "90 03"},
    {"D03", "10 00 94 00 7C 02 00 00", "90 03"},
    {"D04", "10 00 94 00 02 03 00 03 01", "90 03"},
    {"D05", "10 00 94 00 02 04 00 03 01", "90 03", true},
    {"D05", "10 00 94 00 02 04 00 03 01 2C 00", "90 03", true},
    {"D06", "10 23 28 00 01 03 00 00 00", "90 03"},
    {"D07", "10 00 97 00 03 06 00 01 00 00 00 00", "90 02"},
    {"D08", "10 00 94 00 02 04 00 05 00 05", "90 03"},
    {"D08", "03 00 94 00 01", "03 02 00 03"},
    {"D09", "10 00 81 00 04 08 00 0A 00 C8 00 00 00 64", "90 02"},
    {"D11", "10 00 84 00 02 04 01 90 09 60", "10 00 84 00 02"},
    {"D11", "03 00 84 00 02", "03 04 01 90 09 60"},
    {"E01 E02 E03", "11", "11 30 F7 FF " METER_TEST_REPORT},
    {"E05", "11 00", "91 03", true},
    {"F01 F02 F03 F04 F05", "2B 0E 01 00", "2B 0E 01 01 00 00 03" METER_TEST_OBJECTS},
    {"F06", "2B 0E 01 37", "2B 0E 01 01 00 00 03" METER_TEST_OBJECTS},
    {"F07", "2B 0E 01 01", "2B 0E 01 01 00 00 02" METER_TEST_OBJECT_1 METER_TEST_OBJECT_2},
    {"F08", "2B 0E 02 00", "2B 0E 02 01 00 00 03" METER_TEST_OBJECTS},
    {"F08", "2B 0E 03 00", "2B 0E 03 01 00 00 03" METER_TEST_OBJECTS},
    {"F09", "2B 0E 04 00", "AB 03"},
    {"F10", "2B 0E 05 00", "AB 03"},
    {"F11", "2B 0D 01 00", "AB 01"},
};

#undef METER_TEST_REPORT
#undef METER_TEST_OBJECTS
#undef METER_TEST_OBJECT_1
#undef METER_TEST_OBJECT_2

} // namespace meter::test
