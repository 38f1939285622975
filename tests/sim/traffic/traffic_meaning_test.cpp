// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What frames mean. The plain frames are examples of the Modbus application protocol V1.1b3 and
// of the serial line guide V1.02; register names and scales are those of the installation guide.

#include "sim/traffic/traffic_meaning.hpp"

#include "tests/sim/traffic/frames.hpp"
#include "tests/support/catch.hpp"

using namespace meter::sim;

TEST_CASE("a read and its answer are told in names and units", "[traffic]") {
    // Register 19 is voltage A-N, in steps of 10^V (guide); V = -1: 2770 is 277.0 V.
    TrafficFrame request = tcpFrame(kRequest, {0, 7, 0, 0, 0, 6, 1, 3, 0, 18, 0, 1});
    TrafficFrame answer = tcpFrame(kAnswer, {0, 7, 0, 0, 0, 5, 1, 3, 2, 0x0A, 0xD2});
    request.scales = answer.scales = meter::ScaleFactors{-1, -1, -1, -1};
    const TrafficMeaning asked = meaningOf(request, nullptr);
    CHECK(asked.text == "read 19 voltage_an");
    CHECK(asked.unit == 1);
    CHECK(asked.function == 3);
    CHECK(asked.firstRegister == 19);
    CHECK(asked.registerCount == 1);
    CHECK(meaningOf(answer, &request).text == "voltage_an 277.0 V");
    CHECK_FALSE(isTrouble(answer, meaningOf(answer, &request)));

    answer.scales.reset();
    CHECK(meaningOf(answer, &request).text == "voltage_an 2770 (scale unknown)");
}

TEST_CASE("registers that the point map does not have are told by number", "[traffic]") {
    // Application protocol, 6.3: read 108-110, answer 555, 0 and 100.
    const TrafficFrame request = tcpFrame(kRequest, {0, 1, 0, 0, 0, 6, 17, 3, 0, 0x6B, 0, 3});
    const TrafficFrame answer =
        tcpFrame(kAnswer, {0, 1, 0, 0, 0, 9, 17, 3, 6, 0x02, 0x2B, 0x00, 0x00, 0x00, 0x64});
    CHECK(meaningOf(request, nullptr).text == "read 108–110");
    CHECK(meaningOf(answer, &request).text == "register 108 555, register 109 0, register 110 100");
    CHECK(meaningOf(answer, nullptr).text == "read holding registers: 3 words");
}

TEST_CASE("writes tell what is written", "[traffic]") {
    // CT size is register 131, 500 = 0x01F4; 149 and 150 are the demand's sub-intervals (guide).
    const TrafficFrame one = tcpFrame(kRequest, {0, 1, 0, 0, 0, 6, 1, 6, 0, 0x82, 0x01, 0xF4});
    CHECK(meaningOf(one, nullptr).text == "write ct_primary = 500 A");
    const TrafficFrame two =
        tcpFrame(kRequest, {0, 1, 0, 0, 0, 11, 1, 16, 0, 148, 0, 2, 4, 0, 3, 1, 44});
    CHECK(meaningOf(two, nullptr).text ==
          "write demand_subintervals = 3, demand_subinterval_length = 300 s");
    const TrafficFrame done = tcpFrame(kAnswer, {0, 1, 0, 0, 0, 6, 1, 16, 0, 148, 0, 2});
    CHECK(meaningOf(done, &two).text ==
          "written 149–150 demand_subintervals demand_subinterval_length");
}

TEST_CASE("an exception names itself and what was asked", "[traffic]") {
    const TrafficFrame request = tcpFrame(kRequest, {0, 1, 0, 0, 0, 6, 1, 3, 0, 18, 0, 1});
    const TrafficFrame answer = tcpFrame(kAnswer, {0, 1, 0, 0, 0, 3, 1, 0x83, 2});
    const TrafficMeaning meaning = meaningOf(answer, &request);
    CHECK(meaning.text == "exception 02 illegal data address (read 19 voltage_an)");
    CHECK(meaning.exception == 2);
    CHECK(meaning.function == 3);
    CHECK(meaning.firstRegister == 19);
    CHECK(isTrouble(answer, meaning));
}

TEST_CASE("the check sum of a serial frame is judged", "[traffic]") {
    // Serial line guide, appendix: the CRC of 02 07 is 0x1241, sent 41 12.
    const TrafficFrame right = rtuFrame(kRequest, {0x02, 0x07, 0x41, 0x12});
    CHECK(meaningOf(right, nullptr).text == "read exception status");
    CHECK(meaningOf(right, nullptr).fields.back().value == "0x1241, right");
    const TrafficFrame wrong = rtuFrame(kRequest, {0x02, 0x07, 0x41, 0x13});
    CHECK(meaningOf(wrong, nullptr).text == "bad CRC");
    CHECK(meaningOf(wrong, nullptr).isBroken);
    CHECK(meaningOf(wrong, nullptr).unit == 2);
}

TEST_CASE("fields lie side by side over the whole frame", "[traffic]") {
    const TrafficFrame request = tcpFrame(kRequest, {0, 7, 0, 0, 0, 6, 1, 3, 0, 18, 0, 1});
    const TrafficFrame answer = tcpFrame(kAnswer, {0, 7, 0, 0, 0, 5, 1, 3, 2, 0x0A, 0xD2});
    for (const TrafficFrame* frame : {&request, &answer}) {
        std::size_t at = 0;
        for (const TrafficField& field : meaningOf(*frame, &request).fields) {
            CHECK(field.offset == at);
            at += field.size;
        }
        CHECK(at == frame->bytes.size());
    }
}

TEST_CASE("whatever is cut short is told and nothing reads beyond it", "[traffic]") {
    const TrafficFrame request = tcpFrame(kRequest, {0, 1, 0, 0, 0, 6, 1, 3, 0, 18, 0, 1});
    for (unsigned function = 0; function < 256; ++function) {
        for (const TrafficDirection direction : {kRequest, kAnswer}) {
            TrafficFrame frame = tcpFrame(direction, {0, 1, 0, 0, 0, 2, 1, function});
            for (unsigned size = 2; size < 12; ++size) {
                INFO("function " << function << ", length " << size);
                frame.bytes[5] = static_cast<std::byte>(size);
                CHECK_FALSE(meaningOf(frame, &request).text.empty());
                for (const TrafficField& field : meaningOf(frame, &request).fields) {
                    CHECK(field.offset + field.size <= frame.bytes.size());
                }
                frame.bytes.push_back(std::byte{0xFF});
            }
        }
    }
}
