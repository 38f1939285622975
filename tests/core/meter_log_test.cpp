// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The logging variant as a master sees it: requests in, answers out, sub-intervals of 10 s, power
// that goes. Register N is at protocol address N − 1. Expected values follow from the meaning of
// registers 155–178 and 8000–13759 by hand.

#include "core/meter.hpp"
#include "core/registers/register_map.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/roomy_nv_memory.hpp"

#include <array>
#include <memory>
#include <vector>

using namespace meter;
using meter::test::RoomyNvMemory;

namespace {

using Words = std::vector<std::uint16_t>;

constexpr std::uint16_t kNothing = 0x8000;
constexpr std::size_t kSubintervalS = 10;

class DeafPorts final : public SerialOut, public DisplayOut, public ContactsOut {
public:
    void send(std::span<const std::byte>) override {}

    void show(const Glass&) override {}

    void setEnergyPulse(bool, SampleTime) override {}

    void setAlarm(bool, SampleTime) override {}
};

Factory loggingFactory() {
    Factory factory;
    factory.variant = Variant::Logging;
    factory.installerSettings.demandSubintervalLengthS = kSubintervalS;
    // What is known without a measurement: count, second and minute, length of a sub-interval.
    factory.installerSettings.logPointers = {161, 157, 150, 30, 37, 38, 39, 155, 156, 157};
    return factory;
}

std::vector<std::byte> pduOf(std::uint8_t function, const Words& words) {
    std::vector<std::byte> pdu{std::byte{function}};
    for (const std::uint16_t word : words) {
        pdu.push_back(static_cast<std::byte>(word >> 8));
        pdu.push_back(static_cast<std::byte>(word & 0xFFU));
    }
    return pdu;
}

/// A meter on the bench, a second after power came at sample 0 unless told otherwise.
struct Bench {
    explicit Bench(const Factory& factory = loggingFactory())
        : meter({.nvStorage = memory, .serial = ports, .display = ports, .contacts = ports},
                factory) {
        meter.powerUp(0);
    }

    void run(SampleTime samples) {
        const std::vector<SampleFrame> frames(static_cast<std::size_t>(samples));
        meter.onSamples(frames);
    }

    void runSubintervals(int count) {
        run(count * static_cast<SampleTime>(kSubintervalS) * kSamplesPerSecond);
    }

    /// The answer's exception code, 0 if it is none.
    unsigned ask(const std::vector<std::byte>& request) {
        answer = meter.servePdu(request, response);
        REQUIRE(answer.size() >= 2);
        const bool isException = (std::to_integer<unsigned>(answer[0]) & 0x80U) != 0;
        return isException ? std::to_integer<unsigned>(answer[1]) : 0U;
    }

    Words read(unsigned number, std::uint16_t count, std::uint8_t function = 3) {
        REQUIRE(ask(pduOf(function, {static_cast<std::uint16_t>(number - 1), count})) == 0);
        REQUIRE(answer.size() == 2U + 2U * count);
        Words words;
        for (std::size_t i = 2; i < answer.size(); i += 2) {
            words.push_back(static_cast<std::uint16_t>(std::to_integer<unsigned>(answer[i]) << 8U |
                                                       std::to_integer<unsigned>(answer[i + 1])));
        }
        return words;
    }

    unsigned readCode(unsigned number, std::uint16_t count) {
        return ask(pduOf(3, {static_cast<std::uint16_t>(number - 1), count}));
    }

    /// Function 6.
    unsigned write(unsigned number, std::uint16_t word) {
        return ask(pduOf(6, {static_cast<std::uint16_t>(number - 1), word}));
    }

    /// Function 16.
    unsigned writeAll(unsigned number, const Words& words) {
        std::vector<std::byte> pdu = pduOf(
            16, {static_cast<std::uint16_t>(number - 1), static_cast<std::uint16_t>(words.size())});
        pdu.push_back(static_cast<std::byte>(2 * words.size()));
        const std::vector<std::byte> data = pduOf(0, words);
        pdu.insert(pdu.end(), data.begin() + 1, data.end());
        return ask(pdu);
    }

    /// The newest entries of a column; the page is 0 again afterwards.
    Words column(std::uint16_t page, std::uint16_t count) {
        REQUIRE(write(158, page) == 0);
        Words words = read(8000, count);
        REQUIRE(write(158, 0) == 0);
        return words;
    }

    RoomyNvMemory memory;
    DeafPorts ports;
    Meter meter;
    std::array<std::byte, modbus::kPduSizeMax> response{};
    std::span<const std::byte> answer;
};

} // namespace

TEST_CASE("An entry is written at the end of each sub-interval") {
    Bench bench;
    bench.runSubintervals(3);
    CHECK(bench.column(1, 4) == Words{2, 1, 0, kNothing});                // 161 before the entry
    CHECK(bench.column(2, 4) == Words{0x1E00, 0x1400, 0x0A00, kNothing}); // 30 s, 20 s, 10 s
    CHECK(bench.column(3, 2) == Words{10, 10});
    CHECK(bench.column(8, 1) == Words{0x0101});
    CHECK(bench.column(9, 1) == Words{0});
    CHECK(bench.read(161, 8) == Words{3, 0, 0, 0, 0, 0, 0, 0});
    CHECK(bench.read(160, 1) == Words{0});
    CHECK(bench.memory.logWrites == 3);
}

TEST_CASE("Both read functions show any part of the buffer and nothing beyond") {
    Bench bench;
    bench.runSubintervals(3);
    REQUIRE(bench.write(158, 1) == 0);
    CHECK(bench.read(8001, 2, 4) == Words{1, 0});
    CHECK(bench.read(8002, 125) == [] {
        Words words(125, kNothing);
        words[0] = 0;
        return words;
    }());
    CHECK(bench.read(13759, 1) == Words{kNothing});
    CHECK(bench.readCode(13760, 1) == 2);
    CHECK(bench.readCode(13759, 2) == 2);
    CHECK(bench.readCode(7999, 2) == 2);
    CHECK(bench.readCode(8000, 126) == 3);
    CHECK(bench.write(8000, 1) == 2);
}

TEST_CASE("A sub-interval that a command closes makes an entry") {
    Bench bench;
    bench.run(2 * kSamplesPerSecond);
    REQUIRE(bench.writeAll(150, {0}) == 0); // sync to comms
    bench.run(15 * kSamplesPerSecond);
    CHECK(bench.read(161, 1) == Words{0});
    REQUIRE(bench.write(129, 21211) == 0);
    bench.run(kSamplesPerSecond);
    CHECK(bench.read(161, 1) == Words{1});
    CHECK(bench.column(2, 2) == Words{0x1200, kNothing}); // 18 s
}

TEST_CASE("A pointer may name every readable register and no other") {
    Bench bench;
    bench.run(kSamplesPerSecond);
    int wrongCount = 0;
    for (unsigned number = 0; number <= 0xFFFF; ++number) {
        const bool isReadable = registerRowAt(number) != nullptr;
        const unsigned code = bench.write(172, static_cast<std::uint16_t>(number));
        wrongCount += code == (isReadable ? 0U : 3U) ? 0 : 1;
    }
    CHECK(wrongCount == 0);
    CHECK(bench.writeAll(169, {1, 2, 29, 30, 37, 38, 39, 155, 156, 53}) == 3);
    CHECK(bench.read(169, 1) == Words{161}); // All or none.
    CHECK(bench.writeAll(169, {1, 2, 29, 30, 37, 38, 39, 155, 156, 157}) == 0);
    CHECK(bench.read(169, 10) == Words{1, 2, 29, 30, 37, 38, 39, 155, 156, 157});
    CHECK(bench.write(168, 1) == 2);
    CHECK(bench.write(179, 1) == 2);
}

TEST_CASE("A pointer takes either half of a long register") {
    Bench bench;
    bench.run(kSamplesPerSecond);
    // 7001 = 2115 (V2.115); 259 and 260, real energy as a float, are 0.0; 129 reads 0.
    REQUIRE(bench.writeAll(169, {7001, 259, 260, 129, 8000}) == 0);
    bench.runSubintervals(1);
    CHECK(bench.column(1, 1) == Words{2115});
    CHECK(bench.column(2, 1) == Words{0});
    CHECK(bench.column(3, 1) == Words{0});
    CHECK(bench.column(4, 1) == Words{0});
    CHECK(bench.column(5, 1) == Words{kNothing});
}

TEST_CASE("The clock is written whole or not at all") {
    Bench bench;
    bench.run(kSamplesPerSecond);
    CHECK(bench.read(155, 4) == Words{0x0101, 0x0000, 0x0100, 0});
    CHECK(bench.writeAll(155, {0x1D02, 0x1719, 0x3B3B}) == 3); // 29 February 2025
    CHECK(bench.read(155, 3) == Words{0x0101, 0x0000, 0x0100});
    CHECK(bench.read(160, 1) == Words{0});
    CHECK(bench.writeAll(155, {0x1D02, 0x1718, 0x3B3B}) == 0); // 2024, a second before March
    bench.run(kSamplesPerSecond);
    CHECK(bench.read(155, 3) == Words{0x0103, 0x0018, 0x0000});
    CHECK(bench.read(160, 1) == Words{0x20});
    CHECK(bench.write(155, 0x2002) == 3);
    CHECK(bench.write(157, 0x0F1E) == 0);
    CHECK(bench.read(157, 1) == Words{0x0F1E});
}

TEST_CASE("Status tells collisions resets and changes to a master") {
    Bench bench;
    bench.runSubintervals(1);
    REQUIRE(bench.write(158, 1) == 0);
    bench.runSubintervals(1);
    CHECK(bench.read(160, 2) == Words{0x02, 1});
    bench.runSubintervals(1);
    CHECK(bench.read(160, 2) == Words{0x06, 1});
    CHECK(bench.read(8000, 2) == Words{0, kNothing});
    REQUIRE(bench.write(158, 0) == 0);
    bench.runSubintervals(1);
    CHECK(bench.read(160, 2) == Words{0, 3});
    CHECK(bench.column(2, 4) == Words{0x2800, 0x1400, 0x0A00, kNothing}); // 40, 20, 10 s
    REQUIRE(bench.write(129, 16640) == 0);
    CHECK(bench.read(160, 2) == Words{0x08, 0});
    CHECK(bench.column(2, 1) == Words{kNothing});
    bench.runSubintervals(1);
    CHECK(bench.read(160, 2) == Words{0x08, 1});
    bench.runSubintervals(1);
    CHECK(bench.read(160, 2) == Words{0, 2});
    REQUIRE(bench.write(131, 200) == 0); // Another CT: the sub-interval starts anew.
    CHECK(bench.read(160, 1) == Words{0x10});
    REQUIRE(bench.write(159, 2) == 0); // Halted.
    bench.runSubintervals(2);
    CHECK(bench.read(160, 2) == Words{0, 2});
    CHECK(bench.write(159, 4) == 3);
    CHECK(bench.write(160, 0) == 2);
    CHECK(bench.write(161, 0) == 2);
}

TEST_CASE("A single shot counts and stops as its configuration says") {
    Bench bench;
    bench.run(kSamplesPerSecond);
    REQUIRE(bench.write(159, 1) == 0);
    bench.runSubintervals(2);
    CHECK(bench.read(159, 3) == Words{1, 0, 2});
}

TEST_CASE("The log outlives a power loss and its clock does not") {
    Bench bench;
    bench.runSubintervals(2);
    REQUIRE(bench.writeAll(155, {0x0F06, 0x0A1A, 0x0000}) == 0);
    REQUIRE(bench.write(158, 1) == 0);
    SECTION("with the warning") {
        bench.meter.powerFail();
        bench.run(kSamplesPerSecond);
    }
    SECTION("without") {}
    bench.meter.powerUp(bench.meter.now());
    bench.run(2 * kSamplesPerSecond);
    CHECK((bench.read(160, 1)[0] & 0x10U) == 0x10U);
    CHECK(bench.read(161, 1) == Words{2});
    CHECK(bench.read(155, 2) == Words{0x0101, 0x0000});
    CHECK(bench.read(158, 1) == Words{0});
    CHECK(bench.column(2, 3) == Words{0x1400, 0x0A00, kNothing});
    bench.runSubintervals(1);
    CHECK(bench.column(1, 4) == Words{2, 1, 0, kNothing});
}

TEST_CASE("A power cut at any byte of a sub-interval's writes loses at most its entry") {
    Bench bench;
    bench.runSubintervals(4);
    // Up to the last sample of the next sub-interval, from where each attempt starts.
    bench.run(static_cast<SampleTime>(kSubintervalS) * kSamplesPerSecond - 1);
    const MeterState before = bench.meter.state();
    const std::vector<std::byte> memoryBefore = bench.memory.bytes;
    bool wasShown = false;
    int lostCount = 0;
    for (std::uint64_t cut = 0; !wasShown; ++cut) {
        REQUIRE(cut < 1'000); // An entry and an image are far less.
        bench.memory.bytes = memoryBefore;
        bench.meter.restore(before);
        bench.memory.bytesUntilCut = cut;
        bench.run(1);
        bench.memory.restorePower();
        bench.meter.powerUp(bench.meter.now());
        bench.run(2 * kSamplesPerSecond);
        const Words shown = bench.column(1, 6);
        wasShown = shown[0] == 4;
        lostCount += wasShown ? 0 : 1;
        const Words expected =
            wasShown ? Words{4, 3, 2, 1, 0, kNothing} : Words{3, 2, 1, 0, kNothing, kNothing};
        REQUIRE(shown == expected);
    }
    CHECK(lostCount > 28); // Not before entry and image are whole.
}

TEST_CASE("Both images lost start the log anew") {
    Bench bench;
    bench.runSubintervals(3);
    bench.memory.bytes[20] ^= std::byte{1};
    bench.memory.bytes[kNvImageSize + 20] ^= std::byte{1};
    bench.meter.powerUp(bench.meter.now());
    bench.run(2 * kSamplesPerSecond);
    CHECK(bench.read(160, 2) == Words{0x18, 0});
    CHECK(bench.column(1, 1) == Words{kNothing});
}

TEST_CASE("A restart that storage refuses logs nothing before it is stored") {
    Bench bench;
    bench.runSubintervals(2);
    bench.memory.refusesImages = true;
    REQUIRE(bench.write(129, 16640) == 0);
    bench.runSubintervals(1);
    CHECK(bench.read(160, 2) == Words{0x18, 0});
    CHECK(bench.memory.logWrites == 2);
    bench.memory.refusesImages = false;
    bench.runSubintervals(2); // Stored with the first of them, logged with the second.
    CHECK(bench.read(161, 1) == Words{1});
}

TEST_CASE("The standard variant has none of this and leaves a log as it is") {
    Bench logging;
    logging.runSubintervals(2);
    Factory factory = loggingFactory();
    factory.variant = Variant::Standard;
    Bench standard(factory);
    standard.memory = logging.memory;
    standard.memory.logWrites = 0;
    standard.meter.powerUp(0);
    standard.runSubintervals(2);
    CHECK(standard.readCode(155, 1) == 2);
    CHECK(standard.readCode(8000, 1) == 2);
    CHECK(standard.write(129, 16640) == 3);
    CHECK(standard.memory.logWrites == 0);
    logging.memory = standard.memory;
    logging.meter.powerUp(0);
    logging.run(kSamplesPerSecond);
    CHECK(logging.column(1, 3) == Words{1, 0, kNothing});
}

TEST_CASE("A state that is restored has the log's state of then") {
    Bench bench;
    bench.runSubintervals(1);
    const MeterState then = bench.meter.state();
    bench.runSubintervals(2);
    CHECK(bench.read(161, 1) == Words{3});
    bench.meter.restore(then);
    CHECK(bench.read(161, 1) == Words{1});
    CHECK(bench.column(1, 2) == Words{0, kNothing});
}

TEST_CASE("The log takes next to no RAM") {
    CHECK(sizeof(LogRecorder) <= 32);
}
