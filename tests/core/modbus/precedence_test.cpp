// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which check comes first: every request that breaks two rules at once, in each function that
// has them. Order by the Modbus Application Protocol, figures 13, 16 and 22.
#include "core/modbus/pdu_server.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fake_meter_control.hpp"
#include "tests/support/hex.hpp"

#include <array>

namespace {

using namespace meter;
using namespace meter::modbus;
using meter::test::FakeMeterControl;
using meter::test::toHex;

/// In the order in which they are checked.
enum Rule : unsigned { kFunction, kShape, kQuantity, kAddress, kValue, kExecution, kRuleCount };

constexpr std::array<unsigned, kRuleCount> kCodes = {1, 3, 3, 2, 3, 4};

struct Broken {
    std::array<bool, kRuleCount> isBroken{};

    bool operator[](Rule rule) const { return isBroken[rule]; }
};

void append(std::vector<std::byte>& request, unsigned word) {
    request.push_back(static_cast<std::byte>(word >> 8U));
    request.push_back(static_cast<std::byte>(word & 0xFFU));
}

/// A request of the function to register 130, or to 9001, which breaks these rules.
std::vector<std::byte> requestOf(unsigned function, const Broken& broken) {
    // 0x18 is a function that the meter does not have.
    std::vector<std::byte> request = {static_cast<std::byte>(broken[kFunction] ? 0x18 : function)};
    const unsigned address = broken[kAddress] ? 9000 : 129;
    const unsigned word = broken[kValue] ? 13 : 31;
    append(request, address);
    if (function == 6) {
        append(request, word);
    } else {
        append(request, broken[kQuantity] ? 0 : 1);
    }
    if (function == 16) {
        request.push_back(std::byte{2});
        append(request, word);
    }
    if (broken[kShape]) {
        request.pop_back();
    }
    return request;
}

std::string answerOf(unsigned function, const Broken& broken) {
    FakeMeterControl control;
    control.storageStatus = broken[kExecution] ? Status::WriteFailed : Status::Ok;
    std::array<std::byte, kPduSizeMax> response{};
    const std::string answer = toHex(servePdu(control, requestOf(function, broken), response));
    const bool isNormal = answer.substr(0, 1) < "8";
    CHECK((isNormal || control.values.settings == Settings{})); // I04
    return answer;
}

std::string exceptionOf(unsigned function, const Broken& broken, unsigned code) {
    const unsigned shown = (broken[kFunction] ? 0x18U : function) | 0x80U;
    return toHex(std::array{static_cast<std::byte>(shown), static_cast<std::byte>(code)});
}

} // namespace

TEST_CASE("I01 I02 I04 of two broken rules the one that is checked first is told") {
    struct Case {
        unsigned function;
        std::vector<Rule> rules; ///< That it has.
    };

    int pairs = 0;
    for (const Case& subject :
         {Case{3, {kFunction, kShape, kQuantity, kAddress}},
          Case{4, {kFunction, kShape, kQuantity, kAddress}},
          Case{6, {kFunction, kShape, kAddress, kValue, kExecution}},
          Case{16, {kFunction, kShape, kQuantity, kAddress, kValue, kExecution}}}) {
        CHECK(answerOf(subject.function, {}).substr(0, 1) < "8");
        for (std::size_t i = 0; i < subject.rules.size(); ++i) {
            for (std::size_t j = i; j < subject.rules.size(); ++j) {
                Broken broken;
                broken.isBroken[subject.rules[i]] = true;
                broken.isBroken[subject.rules[j]] = true;
                CAPTURE(subject.function, subject.rules[i], subject.rules[j]);
                CHECK(answerOf(subject.function, broken) ==
                      exceptionOf(subject.function, broken, kCodes[subject.rules[i]]));
                ++pairs;
            }
        }
    }
    CHECK(pairs == 10 + 10 + 15 + 21); // And each rule by itself.
}
