// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The same requests in the two framings of the wire: RTU on the simulated line, and MBAP.
#include "core/modbus/mbap.hpp"
#include "tests/conformance/golden_exchanges.hpp"
#include "tests/conformance/meter_on_line.hpp"
#include "tests/support/catch.hpp"

#include <array>

using namespace meter;
using namespace meter::sim;
using namespace meter::test;

namespace {

Scenario factoryScenario() {
    Scenario scenario = wyeScenario();
    scenario.meter.installerSettings = Settings{};
    return scenario;
}

/// The answer to a request in Modbus TCP framing, header included.
std::string askInMbap(Meter& meter, std::string_view header, std::string_view pdu) {
    const std::vector<std::byte> bytes =
        fromHex(std::string(header) + std::string(" ") + std::string(pdu));
    const modbus::MbapResult parsed = modbus::parseMbap(bytes);
    if (parsed.verdict != modbus::MbapVerdict::Frame || parsed.size != bytes.size()) {
        return "no frame";
    }
    std::array<std::byte, modbus::kAduTcpSizeMax> adu{};
    const auto answer = meter.servePdu(parsed.pdu, std::span(adu).subspan(modbus::kMbapHeaderSize));
    return toHex(modbus::writeMbap(adu, parsed.header.transaction, parsed.header.unit, answer));
}

std::string mbapHeader(std::string_view pdu) {
    const auto length = static_cast<std::byte>(1 + (pdu.size() + 1) / 3);
    return "AB CD 00 00 00 " + toHex(std::array{length}) + " 01";
}

} // namespace

TEST_CASE("B01 to F11 of the requirements hold on the line") {
    MeterOnLine subject(factoryScenario());
    for (const GoldenExchange& golden : kGoldenExchanges) {
        INFO(golden.id << ": " << golden.request);
        const std::string expected =
            golden.isSilentOnLine ? "" : "01 " + std::string(golden.answer);
        CHECK(subject.ask("01 " + std::string(golden.request)) == expected);
    }
}

TEST_CASE("H01 H02 H04 H07 H08 the same answers come in Modbus TCP framing") {
    MeterOnLine subject(factoryScenario());
    for (const GoldenExchange& golden : kGoldenExchanges) {
        INFO(golden.id << ": " << golden.request);
        CHECK(askInMbap(subject.meter(), mbapHeader(golden.request), golden.request) ==
              mbapHeader(golden.answer) + " " + std::string(golden.answer));
    }
}

TEST_CASE("H08 a PDU that is longer than its function has exception 03 over TCP") {
    MeterOnLine subject;
    // Length 7 instead of 6: unit, function and 5 bytes more than the 4 that it has.
    CHECK(askInMbap(subject.meter(), "00 01 00 00 00 07 01", "03 00 82 00 01 00") ==
          "00 01 00 00 00 03 01 83 03");
    CHECK(subject.ask("01 03 00 82 00 01 00") == "");
}

TEST_CASE("B02 B08 B09 a read of 125 registers makes an answer of 255 characters") {
    Scenario scenario = factoryScenario();
    scenario.meter.rules.holes = HoleRule::Fill;
    MeterOnLine subject(scenario);
    for (const std::uint16_t count : {std::uint16_t{1}, std::uint16_t{2}, std::uint16_t{60},
                                      std::uint16_t{124}, std::uint16_t{125}}) {
        const auto reply = subject.master.exchange(subject.readFrame(257, count), kTimeoutUs);
        REQUIRE(reply.has_value());
        CHECK(reply->frame.size() == 5U + 2U * count);
        CHECK(std::to_integer<unsigned>(reply->frame[2]) == 2U * count);
        CHECK(hasCrc(reply->frame));
    }
}

TEST_CASE("I05 G02 every exception on the line has a valid CRC and a bad one gets none") {
    MeterOnLine subject;
    for (unsigned function = 1; function < 128; ++function) {
        const std::vector<std::byte> request = {std::byte{1}, static_cast<std::byte>(function)};
        const std::string answer = subject.ask(request);
        // Known functions have another length than this one; 17 has it.
        const bool isKnown = function == 3 || function == 4 || function == 6 || function == 16 ||
                             function == 17 || function == 43;
        const auto exception = static_cast<std::byte>(function | 0x80U);
        CHECK((isKnown || answer == "01 " + toHex(std::array{exception, std::byte{1}})));
    }
    const std::vector<std::byte> write = frameOf("01 06 00 82 00 C8");
    for (std::size_t bit = 0; bit < 8 * write.size(); ++bit) {
        std::vector<std::byte> damaged = write;
        damaged[bit / 8] ^= static_cast<std::byte>(1U << (bit % 8));
        CHECK_FALSE(subject.master.exchange(damaged, kSecondUs / 10).has_value());
    }
    CHECK(subject.read(131, 1) == std::vector<std::uint16_t>{100});
}

TEST_CASE("I04 two hundred exceptions leave registers and demand and energy as they were") {
    const auto wordsAfter = [](bool isAsked, NvMemory& memory) {
        Simulation simulation(wyeScenario(), memory);
        simulation.step(3 * kSamplesPerSecond);
        std::array<std::byte, modbus::kPduSizeMax> response{};
        std::vector<std::string> words;
        for (int round = 0; round < 4; ++round) {
            for (const GoldenExchange& golden : kGoldenExchanges) {
                if (isAsked && golden.answer.size() == 5) { // Two bytes: an exception.
                    const auto answer =
                        simulation.meter().servePdu(fromHex(golden.request), response);
                    // Some would be accepted by a meter with factory settings alone.
                    REQUIRE(toHex(answer) == golden.answer);
                }
                simulation.step(kSamplesPerSecond / 3);
            }
        }
        for (const char* const read : {"03 00 00 00 34", "03 00 80 00 1A", "03 01 00 00 5A"}) {
            words.push_back(toHex(simulation.meter().servePdu(fromHex(read), response)));
        }
        return words;
    };
    NvMemory asked;
    NvMemory alone;
    CHECK(wordsAfter(true, asked) == wordsAfter(false, alone));
    CHECK(asked.bytes() == alone.bytes());
}
