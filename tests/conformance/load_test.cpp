// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Requirements J at their full counts, on a whole meter. What is legal is judged from the
// Modbus Application Protocol (legal_answer.hpp) and from the guide's list of registers.
#include "core/modbus/pdu_server.hpp"
#include "sim/base/random.hpp"
#include "tests/conformance/meter_on_line.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/legal_answer.hpp"

#include <array>
#include <functional>
#include <map>

using namespace meter;
using namespace meter::sim;
using namespace meter::test;

namespace {

using Bytes = std::vector<std::byte>;

struct Subject {
    explicit Subject(const Scenario& scenario = wyeScenario()) : simulation(scenario, memory) {
        simulation.step(3 * kSamplesPerSecond);
    }

    Meter& meter() { return simulation.meter(); }

    std::span<const std::byte> serve(std::span<const std::byte> frame) {
        return meter().serveFrame(frame, response);
    }

    [[nodiscard]] bool isLike(const Readings& before, const Bytes& bytesBefore) {
        const Readings& now = meter().readings();
        return now.settings == before.settings && now.energyResetCount == before.energyResetCount &&
               now.powerUpCount == before.powerUpCount && memory.bytes() == bytesBefore;
    }

    NvMemory memory;
    Simulation simulation;
    std::array<std::byte, modbus::kAduRtuSizeMax> response{};
};

std::byte randomByte(Random& random) {
    return static_cast<std::byte>(random.below(256));
}

/// Half of them meant for registers that exist, in the shape of their function.
Bytes randomRequest(Random& random) {
    constexpr std::array<unsigned, 6> kFunctions = {3, 4, 6, 16, 17, 43};
    Bytes request(1 + random.below(random.below(20) == 0 ? 253 : 12));
    for (std::byte& byte : request) {
        byte = randomByte(random);
    }
    if (random.below(4) == 0) {
        return request;
    }
    const unsigned function = kFunctions[random.below(kFunctions.size())];
    request.assign(1, static_cast<std::byte>(function));
    if (function == 17) {
        return request;
    }
    if (function == 43) {
        request.insert(request.end(), {std::byte{0x0E}, randomByte(random), randomByte(random)});
        return request;
    }
    const auto quantity = static_cast<unsigned>(1 + random.below(4));
    const auto address =
        static_cast<unsigned>(random.below(2) == 0 ? random.below(350) : 128 + random.below(26));
    const auto word = [&] {
        return static_cast<unsigned>(random.below(random.below(2) == 0 ? 65'536 : 500));
    };
    const auto append = [&request](unsigned value) {
        request.push_back(static_cast<std::byte>(value >> 8U));
        request.push_back(static_cast<std::byte>(value & 0xFFU));
    };
    append(address);
    append(function == 6 ? word() : quantity);
    if (function == 16) {
        request.push_back(static_cast<std::byte>(2 * quantity));
        for (unsigned i = 0; i < quantity; ++i) {
            append(word());
        }
    }
    return request;
}

bool isLegalFrame(std::span<const std::byte> frame, std::span<const std::byte> answer) {
    if (answer.empty()) {
        return true;
    }
    return hasCrc(frame) && answer.size() <= 256 && answer.size() >= 5 && hasCrc(answer) &&
           valueAt(answer, 0) == 1 && valueAt(frame, 0) == 1 &&
           isLegalAnswer(frame.subspan(1, frame.size() - 3), answer.subspan(1, answer.size() - 3));
}

using Accepts = std::function<bool(unsigned)>;

Accepts within(unsigned least, unsigned most) {
    return [=](unsigned word) {
        return word >= least && word <= most;
    };
}

Accepts oneOf(std::vector<unsigned> list) {
    return [list = std::move(list)](unsigned word) {
        return std::ranges::find(list, word) != list.end();
    };
}

/// The guide's point map, range column; a meter with PT 1:1 and 104 kW.
std::map<std::uint16_t, Accepts> acceptanceTable() {
    return {{130, oneOf({10, 11, 12, 31, 40})},
            {131, within(20, 5000)},
            {133, within(1, 32'000)},
            {134, within(82, 660)},
            {137, within(0, 1)},
            {142, within(1, 99)},
            {143, within(1, 99)},
            {144, oneOf({10'000, 1000, 100, 10})},
            {149, within(1, 6)},
            {150,
             [](unsigned word) {
                 return word == 0 || (word >= 10 && word <= 32'767);
             }},
            {151, within(0, 32'767)}, // And the 0 that it reads (decision D-530).
            {152, within(0, 32'767)}};
}

} // namespace

TEST_CASE("J01 I03 I04 I05 a million random frames bring legal answers or silence") {
    Subject subject;
    Random random(streamOf(1, "J01"));
    constexpr int kFrames = 1'000'000;
    int answered = 0;
    int accepted = 0;
    Bytes bytesBefore = subject.memory.bytes();
    Readings before = subject.meter().readings();
    for (int i = 0; i < kFrames; ++i) {
        Bytes frame = randomRequest(random);
        constexpr std::array<unsigned, 4> kUnits = {1, 1, 0, 2};
        frame.insert(frame.begin(), static_cast<std::byte>(kUnits[random.below(4)]));
        if (random.below(2) == 0) {
            frame = withCrc(frame);
        }
        const auto answer = subject.serve(frame);
        if (!isLegalFrame(frame, answer)) {
            FAIL(toHex(frame) << " was answered by " << toHex(answer));
        }
        answered += answer.empty() ? 0 : 1;
        const bool isWrite =
            frame.size() > 1 && (valueAt(frame, 1) == 6 || valueAt(frame, 1) == 16);
        const bool isRefused = !answer.empty() && (valueAt(answer, 1) & 0x80U) != 0;
        const bool mayAct = hasCrc(frame) && valueAt(frame, 0) < 2 && isWrite && !isRefused;
        if (!mayAct && !subject.isLike(before, bytesBefore)) {
            FAIL(toHex(frame) << " acted without right");
        }
        if (mayAct) {
            accepted += answer.empty() ? 0 : 1;
            bytesBefore = subject.memory.bytes();
            before = subject.meter().readings();
        }
        if (i % 10'000 == 0) {
            subject.simulation.step(kSamplesPerSecond);
            bytesBefore = subject.memory.bytes();
            before = subject.meter().readings();
        }
    }
    CHECK(answered > kFrames / 8);
    CHECK(accepted > 1000); // The generator reaches the inner parts.
}

TEST_CASE("J02 every function in every length is answered legally or not at all") {
    Subject subject;
    Random random(streamOf(2, "J02"));
    for (unsigned function = 0; function <= 255; ++function) {
        for (std::size_t size = 1; size <= modbus::kPduSizeMax; ++size) {
            for (const bool isRandom : {false, true}) {
                Bytes frame(1 + size);
                frame[0] = std::byte{1};
                for (std::size_t i = 2; isRandom && i < frame.size(); ++i) {
                    frame[i] = randomByte(random);
                }
                frame[1] = static_cast<std::byte>(function);
                frame = withCrc(frame);
                const auto answer = subject.serve(frame);
                const bool isDue = function >= 1 && function < 128 && size == 1 && function != 3 &&
                                   function != 4 && function != 6 && function != 16 &&
                                   function != 43;
                if (!isLegalFrame(frame, answer) || (isDue && answer.empty())) {
                    FAIL(toHex(frame) << " was answered by " << toHex(answer));
                }
            }
        }
    }
}

TEST_CASE("J03 every address with 1 and 2 and 125 registers is refused where the guide has none") {
    Subject subject;
    // Areas of the standard model: guide, point map; 7001 is the OS version.
    const auto last = [](unsigned number) -> unsigned {
        return number <= 52                     ? 52
               : number >= 129 && number <= 154 ? 154
               : number >= 257 && number <= 346 ? 346
               : number == 7001                 ? 7001
                                                : 0;
    };
    for (unsigned address = 0; address <= 0xFFFF; ++address) {
        for (const unsigned quantity : {1U, 2U, 125U}) {
            const Bytes pdu = {std::byte{3}, static_cast<std::byte>(address >> 8U),
                               static_cast<std::byte>(address & 0xFFU), std::byte{0},
                               static_cast<std::byte>(quantity)};
            const auto answer = subject.meter().servePdu(pdu, subject.response);
            const bool isThere = last(address + 1) >= address + quantity;
            if (isThere ? answer.size() != 2 + 2 * quantity : toHex(answer) != "83 02") {
                FAIL("address " << address << " quantity " << quantity);
            }
        }
    }
}

TEST_CASE("J04 C04 every word to every writable register is taken or refused by the guide") {
    Scenario scenario = wyeScenario();
    scenario.meter.installerSettings = Settings{};
    Subject subject(scenario);
    const auto fresh = subject.simulation.snapshot();
    const auto write = [&subject](unsigned number, unsigned word) {
        const unsigned address = number - 1;
        const Bytes pdu = {std::byte{6}, static_cast<std::byte>(address >> 8U),
                           static_cast<std::byte>(address & 0xFFU),
                           static_cast<std::byte>(word >> 8U),
                           static_cast<std::byte>(word & 0xFFU)};
        return toHex(subject.meter().servePdu(pdu, subject.response).first(2));
    };
    const auto table = acceptanceTable();
    for (std::uint16_t number = 1; number <= 400; ++number) {
        const auto entry = table.find(number);
        if (number == 129) {
            continue; // Commands: C11, C12.
        }
        for (unsigned word = 0; word <= 0xFFFF; word += entry == table.end() ? 257U : 1U) {
            const std::string answer = write(number, word);
            const bool isTaken = answer.substr(0, 2) == "06";
            const std::string refusal = entry == table.end() ? "86 02" : "86 03";
            const bool isExpected = entry != table.end() && entry->second(word);
            if (isTaken != isExpected || (!isTaken && answer != refusal)) {
                FAIL("register " << number << " word " << word << ": " << answer);
            }
            if (isTaken) {
                subject.simulation.restore(*fresh);
            }
        }
    }
    CHECK(subject.meter().readings().settings == Settings{});
}

TEST_CASE("J05 pauses of up to 1.5 characters anywhere in a request change nothing") {
    Random random(streamOf(5, "J05"));
    MeterOnLine whole;
    MeterOnLine pieces;
    constexpr LineUs kGapUs = 859; // 16.5 bits at 19200 baud, rounded down
    int answered = 0;
    for (int i = 0; i < 3000; ++i) {
        Bytes request = randomRequest(random);
        request.insert(request.begin(), std::byte{1});
        const std::string expected = whole.ask(request);
        const Bytes frame = withCrc(request);
        const std::span<const std::byte> bytes(frame);
        static_cast<void>(pieces.master.takeReplies());
        LineUs endUs = pieces.master.send(bytes.first(1));
        for (std::size_t at = 1; at < frame.size();) {
            const std::size_t size = std::min<std::size_t>(1 + random.below(9), frame.size() - at);
            endUs = pieces.master.sendAt(endUs + random.below(kGapUs + 1), bytes.subspan(at, size));
            at += size;
        }
        pieces.line.runUntil(endUs + kTimeoutUs / 10);
        std::string heard;
        for (const LineReply& reply : pieces.master.takeReplies()) {
            REQUIRE(hasCrc(reply.frame));
            heard += toHex(std::span(reply.frame).first(reply.frame.size() - 2));
        }
        // What is measured differs by time, its length and the rest do not.
        const bool isRead = valueAt(request, 1) == 3 || valueAt(request, 1) == 4;
        if (isRead ? heard.size() != expected.size() : heard != expected) {
            FAIL(toHex(request) << ": " << expected << " and in pieces " << heard);
        }
        answered += heard.empty() ? 0 : 1;
    }
    CHECK(answered > 1000);
}
