// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the registers of a whole meter hold (requirements A) and what writing them does (C),
// asked on the simulated line or by PDU. Expected values are closed forms of what is connected
// (IEEE 1459) and the guide's formulas, worked out in each case.
#include "core/registers/register_map.hpp"
#include "tests/conformance/meter_on_line.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/master.hpp"

#include <cmath>
#include <numbers>
#include <set>

using namespace meter;
using namespace meter::sim;
using namespace meter::test;

namespace {

constexpr SampleTime kSecond = kSamplesPerSecond;

/// P in kW of 277 V, 50 A and 25° in each of three phases.
double realPowerKw() {
    return 3.0 * 277.0 * 50.0 * std::cos(25.0 * std::numbers::pi / 180.0) / 1000.0;
}

struct OffLine {
    explicit OffLine(Scenario scenario = wyeScenario()) : simulation(std::move(scenario), memory) {
        simulation.step(3 * kSecond);
    }

    Meter& meter() { return simulation.meter(); }

    float floatAt(std::uint16_t number) { return floatOf(readByPdu(meter(), number, 2), 0); }

    void setCurrentA(double currentA) {
        World world = simulation.world();
        world.load.currentA = {currentA, currentA, currentA};
        simulation.setWorld(world);
    }

    NvMemory memory;
    Simulation simulation;
};

/// Every register that can be read, area by area.
Words allWords(Meter& meter) {
    Words all;
    for (const auto& [first, count] :
         {std::pair<std::uint16_t, std::uint16_t>{1, 52}, {129, 26}, {257, 90}, {7001, 1}}) {
        const Words words = readByPdu(meter, first, count);
        REQUIRE(words.size() == count);
        all.insert(all.end(), words.begin(), words.end());
    }
    return all;
}

} // namespace

TEST_CASE("A07 floats are the nearest IEEE 754 single of what was measured") {
    OffLine subject;
    for (int second = 0; second < 30; ++second) {
        subject.setCurrentA(1.0 + 3.1 * second);
        subject.simulation.step(2 * kSecond);
        const MeasuredCycle& cycle = subject.meter().readings().cycle;
        CHECK(subject.floatAt(261) == static_cast<float>(cycle.realPowerW / 1000.0));
        CHECK(subject.floatAt(271) == static_cast<float>(cycle.voltageLnAverageV));
        CHECK(subject.floatAt(273) == static_cast<float>(cycle.currentAverageA));
        const double appliedKw = realPowerKw() * (1.0 + 3.1 * second) / 50.0;
        CHECK(static_cast<double>(subject.floatAt(261)) == Approx(appliedKw).epsilon(2e-4));
    }
    // Sign 0, exponent 10000111, mantissa of 1.08203125: 277 V as IEEE 754 has it.
    const Words words = readByPdu(subject.meter(), 271, 2);
    CHECK(static_cast<double>(floatOf(words, 0)) == Approx(277.0).epsilon(1e-4));
    CHECK((words[0] == 0x438A || words[0] == 0x4389)); // 277.0 is 43 8A 80 00
}

TEST_CASE("A14 fifty reads a second during load steps show whole one second updates") {
    OffLine subject;
    Random random(streamOf(14, "load steps"));
    std::set<std::uint32_t> seen;
    Words ofThisSecond;
    for (int poll = 0; poll < 50 * 60; ++poll) {
        if (random.chance(0.1)) {
            subject.setCurrentA(random.uniform(1.0, 110.0));
        }
        subject.simulation.step(kSecond * (poll + 1) / 50 - kSecond * poll / 50);
        const Words words = readByPdu(subject.meter(), 257, 90);
        REQUIRE(words.size() == 90);
        const auto valueOf = [&words](int number) {
            return static_cast<double>(floatOf(words, static_cast<std::size_t>(number - 257)));
        };
        // Total and phases of real power, each rounded to 24 bits: 2^-24 of 100 kW is 6 mW.
        const double sumKw = valueOf(275) + valueOf(277) + valueOf(279);
        REQUIRE(std::fabs(valueOf(261) - sumKw) <= 2e-7 * std::fabs(sumKw) + 1e-9);
        if (poll % 50 == 49 || ofThisSecond.empty()) { // The update was at the end of this step.
            ofThisSecond = words;
            seen.insert(longOf(words, 4));
        }
        REQUIRE(words == ofThisSecond);
    }
    CHECK(seen.size() > 50); // The load did change.
}

TEST_CASE("A15 and A16 halves and a thousand reads of everything leave the meter as it was") {
    OffLine asked;
    OffLine alone;
    for (int round = 0; round < 250; ++round) {
        static_cast<void>(allWords(asked.meter()));
        CHECK(readByPdu(asked.meter(), 257, 1).size() == 1);
        CHECK(readByPdu(asked.meter(), 258, 1).size() == 1);
        std::array<std::byte, 256> response{};
        static_cast<void>(asked.meter().servePdu(fromHex("11"), response));
        static_cast<void>(asked.meter().servePdu(fromHex("2B 0E 01 00"), response));
        asked.simulation.step(kSecond / 4);
        alone.simulation.step(kSecond / 4);
    }
    CHECK(allWords(asked.meter()) == allWords(alone.meter()));
    CHECK(asked.memory.bytes() == alone.memory.bytes());
    CHECK(asked.simulation.contacts().values().energyPulses ==
          alone.simulation.contacts().values().energyPulses);
}

TEST_CASE("C15 address and baud rate and parity and passwords are in no register") {
    Scenario other = wyeScenario(77);
    other.meter.installerSettings.baudRate = 9600;
    other.meter.installerSettings.parity = Parity::Odd;
    other.meter.installerSettings.setupPassword = 12'345;
    other.meter.installerSettings.resetPassword = 54'321;
    OffLine first;
    OffLine second(other);
    CHECK(allWords(first.meter()) == allWords(second.meter()));
    // Nor anywhere else: every other address is refused.
    int readable = 0;
    for (std::uint32_t number = 1; number <= 0xFFFF; ++number) {
        readable += static_cast<int>(
            readByPdu(second.meter(), static_cast<std::uint16_t>(number), 1).size());
    }
    CHECK(readable == 52 + 26 + 90 + 1);
}

TEST_CASE("C05 every accepted word is in the next answer on the line") {
    struct Write {
        std::uint16_t number;
        std::vector<std::uint16_t> words;
    };

    MeterOnLine subject;
    for (const Write& write :
         {Write{130, {10, 11, 12, 31, 40}}, Write{131, {20, 5000, 400}}, Write{133, {1, 32'000}},
          Write{133, {100}}, Write{134, {82, 660, 480}}, Write{137, {0, 1}},
          Write{142, {1, 99, 10}}, Write{143, {1, 99, 25}}, Write{144, {10'000, 1000}},
          Write{149, {6, 1}}, Write{150, {0, 10, 32'767, 900}}, Write{152, {0, 32'767, 5}}}) {
        for (const std::uint16_t word : write.words) {
            CAPTURE(write.number, word);
            CHECK(subject.write(write.number, word).empty());
            CHECK(subject.read(write.number, 1) == Words{word});
        }
    }
}

TEST_CASE("C09 what depends on the configuration is new in the answer after the write") {
    MeterOnLine subject; // 480 V L-L, 100 A: √3·480·100 = 83.1 kW
    const auto read = [&](std::uint16_t number) {
        return subject.read(number, 1).at(0);
    };
    const auto maxPowerKw = [&] {
        const auto exponent = static_cast<std::int16_t>(read(140));
        return read(135) * std::pow(10.0, exponent);
    };
    CHECK(subject.write(144, 10).empty());
    CHECK(maxPowerKw() == Approx(83.1384).epsilon(1e-3));
    // 1 800 000 × 10 Wh ÷ 100 ms = 180 kW keep up, ÷ 250 ms = 72 kW do not (guide, 145).
    CHECK(read(145) == 100);
    CHECK((read(146) & 0x8000U) == 0);

    CHECK(subject.write(131, 5000).empty()); // √3·480·5000 = 4157 kW
    CHECK(maxPowerKw() == Approx(4156.92).epsilon(1e-3));
    CHECK((read(146) & 0x8000U) != 0); // Even 10 ms keep up with 1800 kW only.
    CHECK(subject.write(144, 1000).empty());
    CHECK(read(145) == 250); // 1 800 000 × 1000 ÷ 250 = 7200 kW; ÷ 500 = 3600 kW
    CHECK((read(146) & 0x8000U) == 0);

    CHECK(subject.write(130, 10).empty()); // one phase, 480 V L-N: 480·5000 = 2400 kW
    CHECK(maxPowerKw() == Approx(2400.0).epsilon(1e-3));
    CHECK(read(145) == 500);
    CHECK(subject.write(133, 200).empty());
    CHECK(subject.write(134, 960).empty());
    CHECK(maxPowerKw() == Approx(4800.0).epsilon(1e-3));
}

TEST_CASE("C10 the sub-interval length takes 0 and 10 to 32767 seconds") {
    MeterOnLine subject;
    for (const std::uint16_t accepted : Words{0, 10, 11, 900, 32'767}) {
        CAPTURE(accepted);
        CHECK(subject.write(150, accepted).empty());
        for (const std::uint16_t refused : Words{1, 5, 9, 32'768, 65'535}) {
            CAPTURE(refused);
            CHECK(subject.write(150, refused) == "01 86 03");
            CHECK(subject.read(150, 1) == Words{accepted});
        }
    }
}

TEST_CASE("A10 and C12 the command register reads 0 and refuses other words") {
    MeterOnLine subject;
    for (const std::uint16_t command : Words{30'078, 21'211, 21'212, 16'498}) {
        CHECK(subject.write(129, command).empty());
        CHECK(subject.read(129, 1) == Words{0});
    }
    CHECK(subject.read(147, 1) == Words{1});
    for (const std::uint16_t refused : Words{0, 1, 12'345, 16'640, 65'535}) {
        CHECK(subject.write(129, refused) == "01 86 03");
    }
    CHECK(subject.read(147, 1) == Words{1});
}

TEST_CASE("C11 energies and pulse counters are cleared at once and each clearing counts") {
    Scenario scenario = wyeScenario();
    scenario.meter.installerSettings.pulseEnergyWh = 10;
    OffLine subject(scenario);
    subject.simulation.step(60 * kSecond + 1000);
    CHECK(static_cast<double>(subject.floatAt(257)) ==
          Approx(realPowerKw() * 63.0 / 3600.0).epsilon(1e-3)); // since power came: 0.66 kWh
    CHECK(longOf(readByPdu(subject.meter(), 43, 2), 0) > 50);
    CHECK(writeByPdu(subject.meter(), 129, 16'498));
    CHECK(longOf(readByPdu(subject.meter(), 43, 2), 0) == 0);
    CHECK(static_cast<double>(subject.floatAt(257)) > 0.5);
    CHECK(writeByPdu(subject.meter(), 129, 30'078));
    for (const std::uint16_t number : Words{1, 27, 29, 47, 49, 51}) {
        CHECK(longOf(readByPdu(subject.meter(), number, 2), 0) == 0);
    }
    CHECK(subject.floatAt(257) == 0.0F);
    CHECK(readByPdu(subject.meter(), 147, 1) == Words{1});
    CHECK(writeByPdu(subject.meter(), 129, 30'078));
    CHECK(readByPdu(subject.meter(), 147, 1) == Words{2});
}

TEST_CASE("C11 demand commands act at the end of the running second") {
    OffLine subject; // 3 s have passed; the sub-interval is 900 s
    subject.simulation.step(10 * kSecond + 700);
    CHECK(subject.floatAt(325) == 0.0F);
    CHECK(writeByPdu(subject.meter(), 129, 21'211));
    subject.simulation.step(kSecond - 701);
    CHECK(subject.floatAt(325) == 0.0F); // One sample before the second ends.
    subject.simulation.step(1);
    CHECK(static_cast<double>(subject.floatAt(325)) == Approx(realPowerKw()).epsilon(2e-4));
    CHECK(static_cast<double>(subject.floatAt(331)) == Approx(realPowerKw()).epsilon(2e-4));

    // A lower present demand, then 21212: the maximum comes down to it.
    subject.setCurrentA(10.0);
    subject.simulation.step(11 * kSecond);
    CHECK(writeByPdu(subject.meter(), 129, 21'211));
    subject.simulation.step(2 * kSecond);
    const double lowKw = realPowerKw() / 5.0;
    CHECK(static_cast<double>(subject.floatAt(325)) == Approx(lowKw).epsilon(0.01));
    CHECK(static_cast<double>(subject.floatAt(331)) == Approx(realPowerKw()).epsilon(2e-4));
    subject.simulation.step(300);
    CHECK(writeByPdu(subject.meter(), 129, 21'212));
    subject.simulation.step(kSecond - 301);
    CHECK(static_cast<double>(subject.floatAt(331)) == Approx(realPowerKw()).epsilon(2e-4));
    subject.simulation.step(1);
    CHECK(subject.floatAt(331) == subject.floatAt(325));
}

TEST_CASE("C13 a demand command that comes again within 10 s is accepted and does nothing") {
    OffLine subject;
    subject.simulation.step(5 * kSecond);
    CHECK(writeByPdu(subject.meter(), 129, 21'211));
    subject.simulation.step(kSecond);
    const float first = subject.floatAt(325);
    CHECK(static_cast<double>(first) == Approx(realPowerKw()).epsilon(2e-4));
    subject.setCurrentA(10.0);
    for (int i = 0; i < 2; ++i) { // 5 and 9 s after the first
        subject.simulation.step(i == 0 ? 4 * kSecond : 4 * kSecond - 1);
        CHECK(writeByPdu(subject.meter(), 129, 21'211));
        subject.simulation.step(i == 0 ? 0 : 1);
        CHECK(subject.floatAt(325) == first);
    }
    subject.simulation.step(kSecond); // 10 s after it
    CHECK(subject.floatAt(325) == first);
    CHECK(writeByPdu(subject.meter(), 129, 21'211));
    subject.simulation.step(kSecond);
    CHECK(static_cast<double>(subject.floatAt(325)) == Approx(realPowerKw() / 5.0).epsilon(0.01));
}

TEST_CASE("C14 a power cut keeps what the point map calls non-volatile and nothing else") {
    OffLine subject;
    for (const auto& [number, word] : {std::pair<std::uint16_t, std::uint16_t>{130, 31},
                                       {131, 250},
                                       {133, 200},
                                       {134, 480},
                                       {137, 0},
                                       {142, 20},
                                       {143, 30},
                                       {144, 10'000},
                                       {149, 3},
                                       {150, 60}}) {
        REQUIRE(writeByPdu(subject.meter(), number, word));
    }
    REQUIRE(writeByPdu(subject.meter(), 129, 30'078));
    subject.simulation.step(200 * kSecond); // Three sub-intervals: present and maximum demand.
    REQUIRE(subject.floatAt(325) > 0.0F);
    World world = subject.simulation.world();
    world.installation.isControlPowerOn = false;
    world.load.currentA = {0.0, 0.0, 0.0};
    const Words before = allWords(subject.meter());
    subject.simulation.setWorld(world);
    subject.simulation.step(5 * kSecond);
    CHECK(readByPdu(subject.meter(), 1, 1).empty()); // Silence without power.
    world.installation.isControlPowerOn = true;
    subject.simulation.setWorld(world);
    subject.simulation.step(3 * kSecond);
    const Words after = allWords(subject.meter());

    const auto indexOf = [](unsigned number) {
        return number <= 52 ? number - 1 : number <= 154 ? number - 129 + 52 : number - 257 + 78;
    };
    int kept = 0;
    for (const RegisterRow& row : kRegisterMap) {
        if (row.variant() != Variant::Standard || row.number > 346 || !row.isNonVolatile()) {
            continue;
        }
        for (unsigned word = 0; word < row.words; ++word) {
            const unsigned number = row.number + word;
            const std::size_t index = indexOf(number);
            CAPTURE(number);
            CHECK(after[index] == before[index] + (number == 152 ? 1 : 0)); // It counts.
            ++kept;
        }
    }
    CHECK(kept == 59); // Words that registers.csv calls NV, the log's apart.
    // Not kept: what is measured, and the present demand.
    for (const unsigned number : {37U, 38U, 39U, 325U, 326U, 22U, 299U, 300U}) {
        CAPTURE(number);
        CHECK(after[indexOf(number)] == 0);
    }
}
