// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and writing runs of registers; rules of docs/modbus-conformance.md and the point map.
#include "core/registers/register_bank.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/fake_meter_control.hpp"

#include <initializer_list>
#include <vector>

namespace {

using namespace meter;
using meter::modbus::ExceptionCode;
using meter::test::FakeMeterControl;

ExceptionCode
write(FakeMeterControl& control, std::uint32_t number, std::initializer_list<std::uint16_t> words) {
    return writeRegisters(control, number, {words.begin(), words.size()});
}

ExceptionCode read(FakeMeterControl& control, std::uint32_t number, std::size_t count) {
    std::vector<std::uint16_t> words(count);
    return readRegisters(control, number, words);
}

} // namespace

TEST_CASE("A15 half of a pair may be read alone") {
    FakeMeterControl control;
    control.values.energy.real.units = 36'000ULL * 0x0001'2345ULL;
    std::vector<std::uint16_t> both(2);
    std::vector<std::uint16_t> low(1);
    std::vector<std::uint16_t> across(3);
    REQUIRE(readRegisters(control, 1, both) == ExceptionCode::None);
    REQUIRE(readRegisters(control, 2, low) == ExceptionCode::None);
    REQUIRE(readRegisters(control, 2, across) == ExceptionCode::None);
    CHECK(both == std::vector<std::uint16_t>{0x0001, 0x2345});
    CHECK(low[0] == 0x2345);
    CHECK(across[0] == 0x2345);
    std::vector<std::uint16_t> high(1);
    REQUIRE(readRegisters(control, 1, high) == ExceptionCode::None);
    CHECK(high[0] == 0x0001);
}

TEST_CASE("A18 gaps and the log's registers are refused or filled as the rule says") {
    FakeMeterControl control;
    for (const std::uint32_t number :
         {53U, 128U, 155U, 178U, 256U, 347U, 7000U, 7002U, 8000U, 13'759U, 65'536U}) {
        INFO("register " << number);
        control.factoryValues.rules.holes = HoleRule::Exception;
        CHECK(read(control, number, 1) == ExceptionCode::IllegalDataAddress);
        control.factoryValues.rules.holes = HoleRule::Fill;
        std::vector<std::uint16_t> words(1);
        CHECK(readRegisters(control, number, words) == ExceptionCode::None);
        CHECK(words[0] == 0x8000);
    }
    CHECK(read(control, 65'536, 2) == ExceptionCode::IllegalDataAddress);
    CHECK(write(control, 53, {1}) == ExceptionCode::IllegalDataAddress);
}

TEST_CASE("D11 the voltage of a request is judged by the PT ratio of the same request") {
    FakeMeterControl control;
    CHECK(write(control, 134, {2400}) == ExceptionCode::IllegalDataValue);
    CHECK(write(control, 133, {400, 2400}) == ExceptionCode::None);
    CHECK(control.values.settings.ptRatioHundredths == 400);
    CHECK(control.values.settings.systemVoltageV == 2400);
}

TEST_CASE("C08 the voltage is judged whenever it is written, also unchanged") {
    FakeMeterControl control;
    CHECK(write(control, 133, {32'000}) == ExceptionCode::None); // whatever 134 holds: 600 V
    CHECK(write(control, 134, {600}) == ExceptionCode::IllegalDataValue);
    CHECK(write(control, 133, {100}) == ExceptionCode::None);
    CHECK(write(control, 134, {600}) == ExceptionCode::None);
}

TEST_CASE("C08 the limits are 82 and 660 V times the PT ratio") {
    FakeMeterControl control;
    CHECK(write(control, 134, {660}) == ExceptionCode::None);
    CHECK(write(control, 134, {661}) == ExceptionCode::IllegalDataValue);
    CHECK(write(control, 134, {82}) == ExceptionCode::None);
    CHECK(write(control, 134, {81}) == ExceptionCode::IllegalDataValue);
    CHECK(write(control, 133, {10'000}) == ExceptionCode::None); // 100:1
    CHECK(write(control, 134, {32'000}) == ExceptionCode::None);
    CHECK(write(control, 134, {8'199}) == ExceptionCode::IllegalDataValue);
    CHECK(write(control, 134, {32'001}) == ExceptionCode::IllegalDataValue);
}

TEST_CASE("D08 one refused value leaves every register and command of the request undone") {
    FakeMeterControl control;
    const Settings before = control.values.settings;
    CHECK(write(control, 149, {3, 5}) == ExceptionCode::IllegalDataValue);
    CHECK(write(control, 129, {30'078, 13}) == ExceptionCode::IllegalDataValue);
    CHECK(write(control, 149, {3, 300, 1, 32'768}) == ExceptionCode::IllegalDataValue);
    CHECK(write(control, 149, {3, 5, 0, 5}) == ExceptionCode::IllegalDataValue);
    CHECK(control.values.settings == before);
    CHECK(control.applyCount == 0);
    CHECK(control.commandCount() == 0);
    CHECK(control.values.powerUpCount == 0);
}

TEST_CASE("A request may carry a command and settings") {
    FakeMeterControl control;
    CHECK(write(control, 129, {16'498, 31, 200}) == ExceptionCode::None);
    CHECK(control.clearPulsesCount == 1);
    CHECK(control.commandCount() == 1);
    CHECK(control.values.settings.systemType == SystemType::Delta);
    CHECK(control.values.settings.ctPrimaryA == 200);
    CHECK(control.applyCount == 1);
}

TEST_CASE("C11 each command word does one thing") {
    FakeMeterControl control;
    CHECK(write(control, 129, {30'078}) == ExceptionCode::None);
    CHECK(control.clearEnergiesCount == 1);
    CHECK(write(control, 129, {21'211}) == ExceptionCode::None);
    CHECK(control.subintervalCount == 1);
    CHECK(write(control, 129, {21'212}) == ExceptionCode::None);
    CHECK(control.maxDemandResetCount == 1);
    CHECK(write(control, 129, {16'498}) == ExceptionCode::None);
    CHECK(control.clearPulsesCount == 1);
    CHECK(control.commandCount() == 4);
}

TEST_CASE("C09 what follows from the configuration is new at once") {
    FakeMeterControl control;
    CHECK(write(control, 131, {5000}) == ExceptionCode::None);
    std::vector<std::uint16_t> words(1);
    REQUIRE(readRegisters(control, 138, words) == ExceptionCode::None);
    // 1.2 × 5000 A = 6000 A: 0.1 A counts reach 3276.7 A, 1 A counts reach 32767 A.
    CHECK(words[0] == 0);
}

TEST_CASE("A pulse energy that cannot keep up is refused, also the one that stands there") {
    // √3 × 600 V × 5000 A = 5.196 MW; 10 ms: 1 800 000 × Wh ÷ 10 W, so 10 Wh reach 1.8 MW and
    // 100 Wh reach 18 MW (guide, register 145).
    FakeMeterControl control;
    CHECK(write(control, 144, {10}) == ExceptionCode::None);
    CHECK(write(control, 131, {5000}) == ExceptionCode::None);
    CHECK(write(control, 144, {10}) == ExceptionCode::IllegalDataValue);
    CHECK(write(control, 144, {100}) == ExceptionCode::None);
}

TEST_CASE("B10 storage that fails is told as device failure and nothing is done") {
    FakeMeterControl control;
    control.storageStatus = Status::WriteFailed;
    CHECK(write(control, 129, {30'078, 31}) == ExceptionCode::DeviceFailure);
    CHECK(control.commandCount() == 0);
    CHECK(control.values.settings.systemType == SystemType::Wye);
}

TEST_CASE("The logging variant has its registers in the data log and the settings") {
    FakeMeterControl control;
    control.hasLog = true;
    CHECK(read(control, 129, 50) == ExceptionCode::None); // 129–178 without a gap
    CHECK(write(control, 155, {0x0F06, 0x0A18, 0x1E2D}) == ExceptionCode::None);
    CHECK(control.log.words.at(156) == 0x0A18);
    CHECK(write(control, 158, {10}) == ExceptionCode::None);
    CHECK(write(control, 158, {11}) == ExceptionCode::IllegalDataValue);
    CHECK(write(control, 157, {0x0102, 11}) == ExceptionCode::IllegalDataValue);
    CHECK(control.log.words.at(157) == 0x1E2D);
    CHECK(write(control, 158, {3, 1}) == ExceptionCode::None);
    CHECK(control.log.words.at(158) == 3);
    CHECK(control.values.settings.logConfiguration == 1);
    CHECK(write(control, 159, {4}) == ExceptionCode::IllegalDataValue);
    CHECK(write(control, 160, {0}) == ExceptionCode::IllegalDataAddress);
    CHECK(write(control, 162, {0}) == ExceptionCode::IllegalDataAddress);
    CHECK(write(control, 169, {261}) == ExceptionCode::None);
    CHECK(control.values.settings.logPointers[0] == 261);
    CHECK(write(control, 169, {53}) == ExceptionCode::IllegalDataValue);
    CHECK(write(control, 178, {157}) == ExceptionCode::None);
    CHECK(write(control, 129, {16'640}) == ExceptionCode::None);
    CHECK(control.log.restartCount == 1);

    std::vector<std::uint16_t> words(2);
    REQUIRE(readRegisters(control, 13'758, words) == ExceptionCode::None);
    CHECK(words == std::vector<std::uint16_t>{5758, 5759});
    control.log.readCount = 0;
    CHECK(read(control, 13'758, 3) == ExceptionCode::IllegalDataAddress);
    CHECK(control.log.readCount == 0); // a refused read does not count as one
}

TEST_CASE("The standard variant knows neither the log nor its command") {
    FakeMeterControl control;
    CHECK(write(control, 129, {16'640}) == ExceptionCode::IllegalDataValue);
    CHECK(write(control, 155, {0x0101}) == ExceptionCode::IllegalDataAddress);
    CHECK(write(control, 169, {1}) == ExceptionCode::IllegalDataAddress);
}
