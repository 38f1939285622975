// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// J01, J02: whatever comes, answers are legal for their request and refused writes change
// nothing.
#include "core/base/crc16.hpp"
#include "core/modbus/pdu_server.hpp"
#include "core/modbus/rtu_framer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fake_meter_control.hpp"
#include "tests/support/hex.hpp"
#include "tests/support/legal_answer.hpp"

#include <array>

namespace {

using namespace meter;
using namespace meter::modbus;
using meter::test::FakeMeterControl;
using meter::test::isLegalAnswer;
using meter::test::toHex;
using meter::test::valueAt;

/// Deterministic: the same frames in every run (Knuth's MMIX constants).
class Generator {
public:
    unsigned next(unsigned bound) {
        m_state = m_state * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
        return static_cast<unsigned>((m_state >> 33U) % bound);
    }

private:
    std::uint64_t m_state = 2115;
};

/// The length that the function has, low addresses, few registers, small words.
void makePlausible(Generator& random, std::vector<std::byte>& request) {
    const unsigned function = valueAt(request, 0);
    const unsigned quantity = 1 + random.next(4);
    const bool isMultiple = function == 16;
    request.resize(function == 17 ? 1 : function == 43 ? 4 : isMultiple ? 6 + 2 * quantity : 5);
    if (function == 17) {
        return;
    }
    if (function == 43) {
        request[1] = std::byte{0x0E};
        return;
    }
    request[1] = std::byte{0};
    request[2] = static_cast<std::byte>(random.next(160));
    request[3] = std::byte{0};
    request[4] = static_cast<std::byte>(isMultiple ? quantity : random.next(50));
    for (std::size_t i = 5; i < request.size(); ++i) {
        request[i] = static_cast<std::byte>(i % 2 == 0 ? 0U : random.next(100));
    }
    if (isMultiple) {
        request[5] = static_cast<std::byte>(2 * quantity);
    }
}

std::vector<std::byte> randomRequest(Generator& random) {
    constexpr std::array<unsigned, 8> kFunctions = {3, 4, 6, 16, 17, 43, 16, 6};
    std::vector<std::byte> request(1 + random.next(20));
    if (random.next(50) == 0) {
        request.resize(1 + random.next(253));
    }
    for (std::byte& byte : request) {
        byte = static_cast<std::byte>(random.next(256));
    }
    if (random.next(4) != 0) {
        request[0] = static_cast<std::byte>(kFunctions[random.next(kFunctions.size())]);
    }
    if (random.next(2) != 0) {
        makePlausible(random, request);
    }
    return request;
}

} // namespace

TEST_CASE("J01 I03 I04 random requests get legal answers and refused ones change nothing") {
    Generator random;
    FakeMeterControl control;
    std::array<std::byte, kPduSizeMax> response{};
    int normalCount = 0;
    for (int i = 0; i < 100'000; ++i) {
        const std::vector<std::byte> request = randomRequest(random);
        const Settings before = control.values.settings;
        const int commandsBefore = control.commandCount();
        const auto answer = servePdu(control, request, response);
        if (!isLegalAnswer(request, answer)) {
            FAIL(toHex(request) << " was answered by " << toHex(answer));
        }
        const bool isNormal = valueAt(answer, 0) < 0x80U;
        normalCount += isNormal ? 1 : 0;
        if (!isNormal &&
            (control.values.settings != before || control.commandCount() != commandsBefore)) {
            FAIL(toHex(request) << " was refused but acted");
        }
    }
    CHECK(normalCount > 1000); // the generator reaches the inner parts
}

TEST_CASE("J01 I05 random frames with and without CRC are answered legally or not at all") {
    Generator random;
    FakeMeterControl control;
    std::array<std::byte, kAduRtuSizeMax> response{};
    for (int i = 0; i < 100'000; ++i) {
        std::vector<std::byte> frame = randomRequest(random);
        frame.insert(frame.begin(), static_cast<std::byte>(random.next(3)));
        const bool hasCrc = random.next(2) != 0;
        const unsigned crc = hasCrc ? crc16(frame) : random.next(65'536);
        frame.push_back(static_cast<std::byte>(crc & 0xFFU));
        frame.push_back(static_cast<std::byte>(crc >> 8U));
        const auto answer = serveFrame(control, 1, frame, response);
        if (answer.empty()) {
            continue;
        }
        const bool isWhole = answer.size() >= 5 && valueAt(answer, 0) == 1 && hasValidCrc(answer);
        const auto request = std::span<const std::byte>(frame).subspan(1, frame.size() - 3);
        const bool isDue = hasValidCrc(frame) && valueAt(frame, 0) == 1;
        if (!isWhole || !isDue || !isLegalAnswer(request, answer.subspan(1, answer.size() - 3))) {
            FAIL(toHex(frame) << " was answered by " << toHex(answer));
        }
    }
}

TEST_CASE("J02 every function in every length is answered legally") {
    FakeMeterControl control;
    std::array<std::byte, kPduSizeMax> response{};
    for (unsigned function = 0; function <= 255; ++function) {
        for (std::size_t size = 1; size <= kPduSizeMax; ++size) {
            std::vector<std::byte> request(size);
            request[0] = static_cast<std::byte>(function);
            if (!isLegalAnswer(request, servePdu(control, request, response))) {
                FAIL("function " << function << " of " << size << " bytes");
            }
        }
    }
}
