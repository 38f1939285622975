// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Several meters on one line, each hearing what the others are asked and answer; and a meter
// whose communication settings a person changes while a master polls.
#include "sim/device/glass_text.hpp"
#include "tests/conformance/meter_on_line.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <memory>

using namespace meter;
using namespace meter::sim;
using namespace meter::test;

namespace {

/// Meters of the addresses 1 to `count` and a master, all set alike.
struct SharedLine {
    explicit SharedLine(unsigned count) : master(line, {}) {
        for (unsigned address = 1; address <= count; ++address) {
            Scenario scenario = wyeScenario(static_cast<std::uint8_t>(address));
            scenario.meter.installerSettings.ctPrimaryA = static_cast<std::uint16_t>(99 + address);
            meters.push_back(std::make_unique<OneMeter>(line, scenario, LineUs{0}));
        }
        line.onCharacter([this](const SerialLine::Character& character) {
            senders.push_back(character.sender);
        });
        line.runUntil(3 * kSecondUs);
    }

    [[nodiscard]] const Settings& settingsOf(unsigned address) const {
        return meters.at(address - 1)->simulation.meter().readings().settings;
    }

    std::string ask(std::string_view frame) {
        const auto reply = master.exchange(frameOf(frame), kSecondUs);
        return reply && hasCrc(reply->frame)
                   ? toHex(std::span(reply->frame).first(reply->frame.size() - 2))
                   : "";
    }

    SerialLine line;
    LineMaster master;
    std::vector<std::unique_ptr<OneMeter>> meters;
    std::vector<SerialLine::StationIndex> senders; ///< Of each character; 0 is the master.
};

/// Presses a key for 20 ms of meter time.
void press(MeterOnLine& subject, Key key) {
    constexpr LineUs kPressUs = 20'000;
    subject.one.station.followLine();
    subject.meter().onKey(key, true);
    subject.wait(kPressUs);
    subject.meter().onKey(key, false);
    subject.wait(kPressUs);
}

void pressUntil(MeterOnLine& subject, Key key, const std::string& label) {
    for (int i = 0; i < 40 && labelText(subject.meter().glass()) != label; ++i) {
        press(subject, key);
    }
    REQUIRE(labelText(subject.meter().glass()) == label);
}

/// Guide, setup: password 00000, head S COM, then from ADDR to BAUD and the next option down.
void chooseLowerBaudRate(MeterOnLine& subject) {
    pressUntil(subject, Key::Minus, "SETUP");
    for (int i = 0; i < 6; ++i) {
        press(subject, Key::Right);
    }
    pressUntil(subject, Key::Minus, "S COM");
    press(subject, Key::Right);
    REQUIRE(labelText(subject.meter().glass()) == "ADDR");
    pressUntil(subject, Key::Right, "BAUD");
    press(subject, Key::Minus);
    press(subject, Key::Right);
}

} // namespace

TEST_CASE("G20 the traffic of other units is never taken for a request") {
    SharedLine shared(5);
    const Settings before = shared.settingsOf(1);
    // Reads, writes, commands and identifications of the units 2 to 5, and what they answer.
    for (const char* const unit : {"02", "03", "04", "05"}) {
        for (const char* const request :
             {" 03 00 82 00 01", " 04 01 00 00 5A", " 06 00 82 00 C8", " 06 00 80 75 7E",
              " 10 00 94 00 02 04 00 03 01 2C", " 11", " 2B 0E 01 00", " 05 00 00 FF 00",
              " 06 00 82 00 00"}) {
            INFO(unit << request);
            CHECK(shared.ask(std::string(unit) + request).substr(0, 2) == unit);
        }
    }
    CHECK(shared.settingsOf(1) == before);
    CHECK(shared.meters[0]->simulation.meter().readings().energyResetCount == 0);
    CHECK(std::ranges::count(shared.senders, SerialLine::StationIndex{1}) == 0);
    CHECK(shared.settingsOf(2).ctPrimaryA == 200);
    CHECK(shared.ask("01 03 00 82 00 01") == "01 03 02 00 64");
}

TEST_CASE("G06 a broadcast reaches every meter of a line and none answers") {
    SharedLine shared(4);
    shared.senders.clear();
    CHECK(shared.ask("00 06 00 82 01 90") == "");
    for (unsigned address = 1; address <= 4; ++address) {
        CHECK(shared.settingsOf(address).ctPrimaryA == 400);
    }
    CHECK(std::ranges::count(shared.senders, SerialLine::StationIndex{0}) == 8);
    CHECK(shared.senders.size() == 8);
}

TEST_CASE("G24 sixty four units of a line are polled in the time that their characters take") {
    constexpr unsigned kUnits = 64;
    SharedLine shared(kUnits);
    const LineUs beginUs = shared.line.now();
    unsigned answered = 0;
    for (unsigned address = 1; address <= kUnits; ++address) {
        const std::vector<std::byte> unit = {static_cast<std::byte>(address)};
        // 45 floats, registers 257 to 346: the largest read of the map.
        const std::string answer = shared.ask(toHex(unit) + " 03 01 00 00 5A");
        answered += answer.size() == 3 * 183 - 1 ? 1U : 0U;
    }
    CHECK(answered == kUnits);
    // 8N1 at 19200 baud: 8 and 185 characters of 10 bits, and 38.5 bits of silence behind each,
    // every one of the four rounded up to a microsecond.
    constexpr LineUs kPollUs = 4'167 + 2'006 + 96'355 + 2'006;
    CHECK(shared.line.now() - beginUs == kUnits * kPollUs); // 6.7 s
}

TEST_CASE("G22 a new baud rate acts behind the answer that is on its way") {
    MeterOnLine subject;
    chooseLowerBaudRate(subject); // Takes effect when S COM is left.
    const LineUs requestEndUs = subject.master.send(subject.readFrame(257, 90));
    subject.line.runUntil(requestEndUs + 30'000);
    press(subject, Key::Left); // From the parity option back to its head,
    subject.one.station.followLine();
    subject.meter().onKey(Key::Left, true); // and out of S COM, in the midst of the answer.
    CHECK(subject.meter().readings().settings.baudRate == 9600);
    CHECK(subject.line.now() < requestEndUs + 2'006 + 96'355); // 38.5 bits, 1850 bits
    subject.wait(kTimeoutUs);
    const std::vector<LineReply> replies = subject.master.takeReplies();
    REQUIRE(replies.size() == 1);
    CHECK(hasCrc(replies.front().frame));
    CHECK(replies.front().frame.size() == 185);
    // From then on the old rate is not understood, and the new one is.
    CHECK(subject.ask("01 03 00 82 00 01") == "");
    subject.master.setFormat({9600, Parity::None, 1});
    CHECK(subject.ask("01 03 00 82 00 01") == "01 03 02 00 64");
}
