// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// J04: every writable register takes exactly the words that this table, written from the guide's
// point map alone, allows for a meter with factory settings.
#include "core/registers/register_bank.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fake_meter_control.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace {

using namespace meter;
using meter::modbus::ExceptionCode;
using meter::test::FakeMeterControl;

using Accepts = std::function<bool(unsigned)>;

Accepts within(unsigned least, unsigned most) {
    return [=](unsigned word) {
        return word >= least && word <= most;
    };
}

Accepts oneOf(std::vector<unsigned> list) {
    return [list = std::move(list)](unsigned word) {
        return std::find(list.begin(), list.end(), word) != list.end();
    };
}

std::map<std::uint16_t, Accepts> acceptanceTable() {
    return {
        {129, oneOf({30'078, 21'211, 21'212, 16'498})},
        {130, oneOf({10, 11, 12, 31, 40})},
        {131, within(20, 5000)},
        {133, within(1, 32'000)},
        {134, within(82, 660)}, // PT ratio 1
        {137, within(0, 1)},
        {142, within(1, 99)},
        {143, within(1, 99)},
        {144, oneOf({10'000, 1000, 100, 10})}, // 104 kW: 10 Wh keep up at 100 ms
        {149, within(1, 6)},
        {150,
         [](unsigned word) {
             return word == 0 || (word >= 10 && word <= 32'767);
         }},
        {151, within(0, 32'767)}, // And the 0 that it reads (decision D-530).
        {152, within(0, 32'767)},
    };
}

} // namespace

TEST_CASE("J04 C05 C10 each register takes exactly the words of the point map") {
    const auto table = acceptanceTable();
    for (std::uint32_t number = 1; number <= 400; ++number) {
        const auto entry = table.find(static_cast<std::uint16_t>(number));
        FakeMeterControl control;
        const Settings factory = control.values.settings;
        for (unsigned word = 0; word <= 0xFFFF; ++word) {
            const auto value = static_cast<std::uint16_t>(word);
            const ExceptionCode code = writeRegisters(control, number, {&value, 1});
            const ExceptionCode expected = entry == table.end()  ? ExceptionCode::IllegalDataAddress
                                           : entry->second(word) ? ExceptionCode::None
                                                                 : ExceptionCode::IllegalDataValue;
            if (code != expected) {
                FAIL("register " << number << " word " << word << " gave "
                                 << static_cast<int>(code));
            }
            if (code == ExceptionCode::None) {
                std::uint16_t readBack = 0;
                REQUIRE(readRegisters(control, number, {&readBack, 1}) == ExceptionCode::None);
                const bool isReadAsZero = number == 129 || number == 151;
                if (readBack != (isReadAsZero ? 0 : value)) {
                    FAIL("register " << number << " wrote " << word << " read " << readBack);
                }
                control.configure(factory);
            } else if (control.values.settings != factory) {
                FAIL("register " << number << " kept the refused word " << word);
            }
        }
    }
}
