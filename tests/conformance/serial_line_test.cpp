// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The serial line to the microsecond: Modbus over Serial Line V1.02, clauses 2.4, 2.5.1 and
// 2.5.1.1. Times are worked out here from bits and baud rates, not by the code under test.
#include "tests/conformance/meter_on_line.hpp"
#include "tests/support/catch.hpp"

#include <array>

using namespace meter;
using namespace meter::sim;
using namespace meter::test;

namespace {

constexpr std::string_view kRead = "01 03 00 82 00 01";    // register 131: the CT size
constexpr std::string_view kReadAnswer = "01 03 02 00 64"; // 100 A
constexpr std::array<std::uint16_t, 6> kBauds = {1200, 2400, 4800, 9600, 19'200, 38'400};

/// Rounded up.
LineUs bitsUs(LineUs bits, LineUs baud) {
    return (bits * 1'000'000 + baud - 1) / baud;
}

/// t3.5 in µs: 38.5 bits, rounded up; fixed above 19200 baud (clause 2.5.1.1).
LineUs silenceUs(std::uint32_t baud) {
    return baud > 19'200 ? 1750 : (38'500'000 + baud - 1) / baud;
}

/// t1.5 in µs: 16.5 bits.
LineUs gapUs(std::uint32_t baud) {
    return baud > 19'200 ? 750 : (16'500'000 + baud - 1) / baud;
}

Scenario scenarioAt(std::uint16_t baud, Parity parity) {
    Scenario scenario = wyeScenario();
    scenario.meter.installerSettings.baudRate = baud;
    scenario.meter.installerSettings.parity = parity;
    return scenario;
}

struct Timed {
    LineUs requestEndUs = 0;
    LineReply reply;
};

Timed timedRead(MeterOnLine& subject) {
    const LineUs requestEndUs = subject.master.send(frameOf(kRead));
    subject.wait(kTimeoutUs);
    const std::vector<LineReply> replies = subject.master.takeReplies();
    REQUIRE(replies.size() == 1);
    return {requestEndUs, replies.front()};
}

} // namespace

TEST_CASE("G15 G16 G17 the answer begins 3.5 characters after the request at every baud rate") {
    for (const std::uint16_t baud : kBauds) {
        CAPTURE(baud);
        MeterOnLine subject(scenarioAt(baud, Parity::None));
        const LineUs sentUs = subject.line.now();
        const Timed timed = timedRead(subject);
        // 8 and 7 characters of 10 bits: 8N1.
        const LineUs lineUs = sentUs > 0 ? timed.requestEndUs - sentUs : 0;
        CHECK(lineUs == bitsUs(80, baud));
        CHECK(timed.reply.beginUs - timed.requestEndUs == silenceUs(baud));
        CHECK(timed.reply.beginUs - timed.requestEndUs <= 50'000);
        CHECK(timed.reply.endUs - timed.reply.beginUs == bitsUs(70, baud));
        CHECK(timed.reply.pauseMaxUs == 0);
    }
}

TEST_CASE("G16 a declared answer delay comes on top of the silence") {
    MeterOnLine subject(scenarioAt(9600, Parity::Even), 30'000);
    const Timed timed = timedRead(subject);
    CHECK(timed.reply.beginUs - timed.requestEndUs == 4011 + 30'000); // 38.5 bits at 9600 baud
    CHECK(timed.reply.endUs - timed.reply.beginUs == 8021);           // 77 bits
}

TEST_CASE("G09 requests that are 3.5 characters apart are served one by one") {
    for (const std::uint16_t baud : kBauds) {
        MeterOnLine subject(scenarioAt(baud, Parity::Even));
        CAPTURE(baud);
        // The second begins as early as it may behind the first answer.
        CHECK(subject.ask(kRead) == kReadAnswer);
        const LineUs beforeUs = subject.line.now();
        CHECK(subject.ask(kRead) == kReadAnswer);
        // 88 bits, silence, 77 bits, silence; each rounded up by itself.
        const LineUs charactersUs = bitsUs(88, baud) + bitsUs(77, baud);
        CHECK(subject.line.now() - beforeUs == charactersUs + 2 * silenceUs(baud));
    }
}

TEST_CASE("G11 a pause of more than 1.5 characters within a request spoils it") {
    for (const std::uint16_t baud : kBauds) {
        for (const Parity parity : {Parity::None, Parity::Odd}) {
            CAPTURE(baud, static_cast<int>(parity));
            MeterOnLine subject(scenarioAt(baud, parity));
            const std::vector<std::byte> frame = frameOf(kRead);
            const std::span<const std::byte> bytes(frame);
            const auto inTwo = [&](LineUs pauseUs) {
                const LineUs endUs = subject.master.send(bytes.first(3));
                subject.master.sendAt(endUs + pauseUs, bytes.subspan(3));
                subject.wait(kTimeoutUs);
                return subject.master.takeReplies().size();
            };
            CHECK(inTwo(gapUs(baud)) == 1);
            CHECK(inTwo(gapUs(baud) + 1) == 0);
            CHECK(inTwo(silenceUs(baud) - 1) == 0);
            CHECK(inTwo(0) == 1);
        }
    }
}

TEST_CASE("G12 requests closer than 3.5 characters are silence to both") {
    for (const std::uint16_t baud : kBauds) {
        CAPTURE(baud);
        MeterOnLine subject(scenarioAt(baud, Parity::None));
        for (const LineUs pauseUs : {LineUs{0}, gapUs(baud), silenceUs(baud) - 1}) {
            const LineUs endUs = subject.master.send(frameOf(kRead));
            subject.master.sendAt(endUs + pauseUs, frameOf(kRead));
            subject.wait(kTimeoutUs);
            CHECK(subject.master.takeReplies().empty());
        }
        CHECK(subject.ask(kRead) == kReadAnswer);
    }
}

TEST_CASE("G13 the meter understands its own baud rate and parity with one or two stop bits") {
    constexpr std::array<Parity, 3> kParities = {Parity::None, Parity::Even, Parity::Odd};
    int answered = 0;
    for (const Parity meterParity : kParities) {
        for (const std::uint16_t masterBaud : kBauds) {
            for (const Parity masterParity : kParities) {
                for (const std::uint8_t stopBits : {std::uint8_t{1}, std::uint8_t{2}}) {
                    MeterOnLine subject(scenarioAt(9600, meterParity), 0,
                                        LineFormat{masterBaud, masterParity, stopBits});
                    const bool isSame = masterBaud == 9600 && masterParity == meterParity;
                    CAPTURE(masterBaud, static_cast<int>(masterParity),
                            static_cast<int>(meterParity), static_cast<int>(stopBits));
                    CHECK(subject.ask(kRead) == (isSame ? kReadAnswer : ""));
                    answered += isSame ? 1 : 0;
                }
            }
        }
    }
    CHECK(answered == 3 * 2);
}

TEST_CASE("G14 a line error in any character discards the frame and the next one is served") {
    MeterOnLine subject(scenarioAt(19'200, Parity::Even));
    const std::vector<std::byte> write = frameOf("01 06 00 82 00 C8"); // CT size 200 A
    for (std::size_t damaged = 0; damaged < write.size(); ++damaged) {
        subject.master.sendDamaged(write, damaged);
        subject.wait(kSecondUs);
        CHECK(subject.master.takeReplies().empty());
        CHECK(subject.ask(kRead) == kReadAnswer);
    }
    CHECK(subject.ask("01 06 00 82 00 C8") == "01 06 00 82 00 C8");
}

TEST_CASE("G18 what arrives while the meter answers is lost and the next request served") {
    for (const std::uint16_t baud : kBauds) {
        CAPTURE(baud);
        MeterOnLine subject(scenarioAt(baud, Parity::None));
        // 90 registers of floats: an answer of 185 characters, and a write in the midst of it.
        const LineUs endUs = subject.master.send(subject.readFrame(257, 90));
        subject.master.sendAt(endUs + silenceUs(baud) + durationUs({baud, Parity::None, 1}, 50),
                              frameOf("01 06 00 82 00 C8"));
        subject.wait(kTimeoutUs);
        for (const LineReply& heard : subject.master.takeReplies()) {
            CHECK_FALSE(hasCrc(heard.frame)); // What stood before and behind the write.
        }
        CHECK(subject.ask(kRead) == kReadAnswer);
    }
}

TEST_CASE("G18 the meter listens again as soon as its answer ended") {
    // 125 words without parity: 255 characters of 10 bits, after which 3.5 characters suffice.
    for (const std::uint16_t baud : kBauds) {
        CAPTURE(baud);
        Scenario scenario = scenarioAt(baud, Parity::None);
        scenario.meter.rules.holes = HoleRule::Fill;
        MeterOnLine subject(scenario);
        REQUIRE(subject.read(1, 125).size() == 125);
        const LineUs beforeUs = subject.line.now();
        CHECK(subject.ask(kRead) == kReadAnswer);
        CHECK(subject.line.now() - beforeUs ==
              bitsUs(80, baud) + bitsUs(70, baud) + 2 * silenceUs(baud));
    }
}

TEST_CASE("G19 after a kilobyte of garbage and 3.5 characters of silence a request is served") {
    MeterOnLine subject(scenarioAt(19'200, Parity::None));
    std::vector<std::byte> garbage(1000);
    for (std::size_t i = 0; i < garbage.size(); ++i) {
        garbage[i] = static_cast<std::byte>(i * 37 + i / 7);
    }
    subject.master.send(garbage);
    CHECK(subject.ask(kRead) == kReadAnswer);
}

TEST_CASE("Noise on the idle line costs single requests and never answers or acts") {
    MeterOnLine subject(scenarioAt(19'200, Parity::None));
    const Settings before = subject.meter().readings().settings;
    subject.line.addNoise(
        {.beginUs = 0, .endUs = 600 * kSecondUs, .pauseMeanUs = 30'000, .format = {}, .seed = 7});
    int answered = 0;
    int wrong = 0;
    constexpr int kRequests = 1000;
    for (int i = 0; i < kRequests; ++i) {
        const auto reply = subject.master.exchange(frameOf(kRead), 100'000);
        if (reply && hasCrc(reply->frame)) {
            ++answered;
            wrong += toHex(reply->frame).substr(0, 14) == kReadAnswer ? 0 : 1;
        }
    }
    // 15 characters and three silences are 13.8 ms. Pauses uniform from 0 to 60 ms leave
    // (1 − 13.8/60)² = 59 % of such windows without noise; the silence before is often kept.
    CHECK(answered > kRequests / 2);
    CHECK(answered < kRequests * 4 / 5);
    CHECK(wrong == 0);
    CHECK(subject.meter().readings().settings == before);
    subject.line.runUntil(601 * kSecondUs);
    CHECK(subject.ask(kRead) == kReadAnswer);
}

TEST_CASE("Two meters of the same address spoil each other's answers") {
    SerialLine line;
    OneMeter first(line, wyeScenario(9), 0);
    OneMeter second(line, wyeScenario(9), 0);
    LineMaster master(line, {});
    line.runUntil(3 * kSecondUs);
    CHECK_FALSE(master.exchange(frameOf("09 03 00 82 00 01"), kSecondUs).has_value());
    // Both act on a write all the same.
    CHECK_FALSE(master.exchange(frameOf("09 06 00 82 00 C8"), kSecondUs).has_value());
    CHECK(first.simulation.meter().readings().settings.ctPrimaryA == 200);
    CHECK(second.simulation.meter().readings().settings.ctPrimaryA == 200);
}

TEST_CASE("A meter without power is silent and comes back") {
    MeterOnLine subject;
    World world = subject.one.simulation.world();
    world.installation.isControlPowerOn = false;
    subject.one.simulation.setWorld(world);
    subject.wait(kSecondUs);
    CHECK(subject.ask(kRead) == "");
    world.installation.isControlPowerOn = true;
    subject.one.simulation.setWorld(world);
    subject.wait(3 * kSecondUs);
    CHECK(subject.ask(kRead) == kReadAnswer);
}

TEST_CASE("Where two senders overlap the characters of both are garbled and no others") {
    SerialLine line;
    LineMaster first(line, {9600, Parity::None, 1});
    LineMaster second(line, {9600, Parity::None, 1});
    LineMaster listener(line, {9600, Parity::None, 1});
    std::vector<SerialLine::Character> heard;
    line.onCharacter(
        [&heard](const SerialLine::Character& character) { heard.push_back(character); });
    // Characters of 1041.67 µs: the third of the one (2084 to 3125) meets the first of the other
    // (2500 to 3542).
    const LineUs firstEndUs = first.sendAt(0, fromHex("01 02 F3"));
    const LineUs secondEndUs = second.sendAt(2'500, fromHex("3F 05"));
    CHECK(firstEndUs == 3'125);
    CHECK(secondEndUs == 2'500 + 2'084);
    line.runUntil(kSecondUs);
    REQUIRE(heard.size() == 5);
    const std::array<bool, 5> isGarbled = {false, false, true, true, false};
    for (std::size_t i = 0; i < heard.size(); ++i) {
        CAPTURE(i, heard[i].sender, heard[i].beginUs);
        CHECK(heard[i].isGarbled == isGarbled[i]);
    }
    CHECK(heard[2].byte == std::byte{0x33}); // F3 and 3F: what both leave standing
    CHECK(heard[3].byte == std::byte{0x33});
    CHECK(listener.takeReplies().empty());
}
