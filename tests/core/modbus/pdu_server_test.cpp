// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Functions 03 and 04, exceptions and their precedence. Requests and answers are written out as
// the Modbus Application Protocol has them; row ids are those of the project's requirements.
#include "core/modbus/pdu_server.hpp"

#include "core/registers/register_map.hpp"
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

std::string serve(FakeMeterControl& control, std::span<const std::byte> request) {
    std::array<std::byte, kPduSizeMax> response{};
    return toHex(servePdu(control, request, response));
}

std::string serve(FakeMeterControl& control, std::string_view request) {
    return serve(control, std::span<const std::byte>(fromHex(request)));
}

std::vector<std::byte> readRequest(unsigned function, unsigned address, unsigned quantity) {
    std::vector<std::byte> request;
    for (const unsigned value :
         {function, address >> 8U, address & 0xFFU, quantity >> 8U, quantity & 0xFFU}) {
        request.push_back(static_cast<std::byte>(value));
    }
    return request;
}

} // namespace

TEST_CASE("A01 every other function is refused with exception 01") {
    FakeMeterControl control;
    int refusedCount = 0;
    for (unsigned function = 1; function <= 127; ++function) {
        std::vector<std::byte> request = {static_cast<std::byte>(function)};
        const std::string answer = serve(control, request);
        const std::vector<std::byte> expected = {static_cast<std::byte>(function | 0x80U),
                                                 std::byte{1}};
        if (answer == toHex(expected)) {
            ++refusedCount;
        } else {
            CHECK((function == 3 || function == 4 || function == 6 || function == 16 ||
                   function == 17 || function == 43));
        }
    }
    CHECK(refusedCount == 127 - 6);
}

TEST_CASE("A02 an exception answer is the function with its high bit and one code") {
    FakeMeterControl control;
    CHECK(serve(control, "01 00 00 00 01") == "81 01");
}

TEST_CASE("A03 function codes that do not exist get no normal answer") {
    FakeMeterControl control;
    CHECK(serve(control, "00 00 00 00 01") == "80 01");
    CHECK(serve(control, "83 00 00 00 01") == "83 01");
    CHECK(serve(control, "FF") == "FF 01");
    CHECK(serve(control, "") == "");
}

TEST_CASE("A04 functions 03 and 04 return the same words") {
    FakeMeterControl control;
    control.values.cycle.realPowerW = 12'345.0;
    for (const RegisterRow& row : kRegisterMap) {
        if (row.variant() == Variant::Standard) {
            const auto holding = serve(control, readRequest(3, row.number - 1U, row.words));
            const auto input = serve(control, readRequest(4, row.number - 1U, row.words));
            CHECK(holding.substr(0, 2) == "03");
            CHECK(input.substr(0, 2) == "04");
            CHECK(holding.substr(2) == input.substr(2));
        }
    }
    // 12.345 kW in IEEE 754 single precision, by Python's struct.
    CHECK(serve(control, "03 01 04 00 02") == "03 04 41 45 85 1F");
    CHECK(serve(control, "04 01 04 00 02") == "04 04 41 45 85 1F");
}

TEST_CASE("A05 A11 words go out with the high byte first") {
    FakeMeterControl control;
    CHECK(serve(control, "03 00 82 00 01") == "03 02 00 64"); // register 131 = 100
    CHECK(serve(control, "03 00 89 00 01") == "03 02 FF FE"); // register 138 = −2
}

TEST_CASE("A06 the more significant word has the lower number") {
    FakeMeterControl control;
    control.values.energy.real.units = 36'000ULL * 0x1234'5678ULL; // 0.01 kWh counts
    CHECK(serve(control, "03 00 00 00 02") == "03 04 12 34 56 78");
    control.values.cycle.realPowerW = 1000.0;
    CHECK(serve(control, "04 01 04 00 02") == "04 04 3F 80 00 00"); // 1.0 kW, IEEE 754
}

TEST_CASE("A10 register 129 reads zero right after a command") {
    FakeMeterControl control;
    CHECK(serve(control, "06 00 80 75 7E") == "06 00 80 75 7E");
    CHECK(serve(control, "03 00 80 00 01") == "03 02 00 00");
}

TEST_CASE("A17 a register outside the map is refused with exception 02") {
    FakeMeterControl control;
    CHECK(serve(control, "03 23 27 00 01") == "83 02");
    control.factoryValues.rules.holes = HoleRule::Fill;
    CHECK(serve(control, "03 23 27 00 01") == "03 02 80 00");
}

TEST_CASE("B01 a read request of another length is refused with exception 03") {
    FakeMeterControl control;
    CHECK(serve(control, "03 00 00 00") == "83 03");
    CHECK(serve(control, "03 00 00 00 01 00") == "83 03");
    CHECK(serve(control, "03") == "83 03");
    CHECK(serve(control, "04 00 00 00 01 00") == "84 03");
}

TEST_CASE("B02 and B08 quantities up to 125 are answered with twice as many bytes") {
    FakeMeterControl control;
    control.factoryValues.rules.holes = HoleRule::Fill; // no area has 125 registers in a row
    for (const unsigned quantity : {1U, 2U, 60U, 124U, 125U}) {
        std::array<std::byte, kPduSizeMax> response{};
        const auto answer = servePdu(control, readRequest(3, 0, quantity), response);
        REQUIRE(answer.size() == 2 + 2 * quantity);
        CHECK(std::to_integer<unsigned>(answer[1]) == 2 * quantity);
    }
}

TEST_CASE("B03 quantity zero is refused with exception 03") {
    FakeMeterControl control;
    CHECK(serve(control, "03 00 00 00 00") == "83 03");
}

TEST_CASE("B04 quantities above 125 are refused with exception 03") {
    FakeMeterControl control;
    for (unsigned quantity = 126; quantity <= 0xFFFF; ++quantity) {
        if (serve(control, readRequest(3, 0, quantity)) != "83 03") {
            FAIL("quantity " << quantity);
        }
    }
}

TEST_CASE("B05 a bad quantity wins over a bad address") {
    FakeMeterControl control;
    CHECK(serve(control, readRequest(3, 9000, 0)) == "83 03");
    CHECK(serve(control, readRequest(3, 9000, 126)) == "83 03");
}

TEST_CASE("B06 a read that ends beyond the map is refused with exception 02") {
    FakeMeterControl control;
    CHECK(serve(control, readRequest(3, 340, 20)) == "83 02");
    CHECK(serve(control, readRequest(3, 345, 1)).substr(0, 5) == "03 02");
    CHECK(serve(control, readRequest(3, 345, 2)) == "83 02");
}

TEST_CASE("B07 the last address does not wrap to the first") {
    FakeMeterControl control;
    CHECK(serve(control, readRequest(3, 0xFFFF, 2)) == "83 02");
    control.factoryValues.rules.holes = HoleRule::Fill;
    CHECK(serve(control, readRequest(3, 0xFFFF, 2)) == "83 02");
    CHECK(serve(control, readRequest(3, 0xFFFF, 1)) == "03 02 80 00");
}

TEST_CASE("B09 all floats come in one answer") {
    FakeMeterControl control;
    std::array<std::byte, kPduSizeMax> response{};
    CHECK(servePdu(control, readRequest(3, 256, 90), response).size() == 2 + 180);
}

TEST_CASE("I01 I02 D06 the earlier check wins in every pair") {
    FakeMeterControl control;
    // Function before shape, shape before quantity and address, address before value.
    CHECK(serve(control, "05 00") == "85 01");
    CHECK(serve(control, "03 23 27 00") == "83 03");
    CHECK(serve(control, "03 23 27 00 00") == "83 03");
    CHECK(serve(control, "10 23 27 00 01 03 00 00 00") == "90 03");
    CHECK(serve(control, "10 23 27 00 01 02 FF FF") == "90 02");
    CHECK(serve(control, "10 00 81 00 02 04 00 0D 00 00") == "90 03"); // value, both writable
    CHECK(serve(control, "10 00 82 00 02 04 00 00 00 00") == "90 02"); // bad value before 132
    CHECK(serve(control, "06 23 27 00 0D") == "86 02");                // no quantity
}

TEST_CASE("J03 every address and quantity is answered as the map says") {
    FakeMeterControl control;
    std::array<bool, 65'537> isDefined{};
    for (const RegisterRow& row : kRegisterMap) {
        for (unsigned i = 0; row.variant() == Variant::Standard && i < row.words; ++i) {
            isDefined[row.number + i] = true;
        }
    }
    // How many defined registers follow each other from a number on.
    std::array<unsigned, 65'538> runLength{};
    for (std::size_t number = 65'536; number > 0; --number) {
        runLength[number] = isDefined[number] ? runLength[number + 1] + 1 : 0;
    }
    std::array<std::byte, kPduSizeMax> response{};
    for (unsigned address = 0; address <= 0xFFFF; ++address) {
        for (const unsigned quantity : {1U, 2U, 125U}) {
            const auto answer = servePdu(control, readRequest(3, address, quantity), response);
            const bool isRead = answer.size() == 2 + 2 * quantity;
            const bool isRefused = toHex(answer) == "83 02";
            if (isRead == isRefused || isRead != (runLength[address + 1] >= quantity)) {
                FAIL("address " << address << " quantity " << quantity);
            }
        }
    }
}

TEST_CASE("A meter that does not measure yet does not answer") {
    FakeMeterControl control;
    control.values.isMeasuring = false;
    CHECK(serve(control, "03 00 00 00 02") == "");
    CHECK(serve(control, "11") == "");
    CHECK(serve(control, "05 00") == "");
    CHECK(serve(control, "06 00 81 00 1F") == "");
    CHECK(control.values.settings.systemType == SystemType::Wye);
}
