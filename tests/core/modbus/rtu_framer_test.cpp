// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The strict framer: silences of Modbus over Serial Line V1.02, clause 2.5.1.1.
#include "core/modbus/rtu_framer.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/hex.hpp"

#include <string_view>

namespace {

using namespace meter;
using namespace meter::modbus;
using meter::test::fromHex;
using meter::test::toHex;

constexpr std::string_view kRead = "01 03 00 00 00 02 C4 0B";

/// Sends characters without a pause between them, from a time on; gives the end of the last.
class Line {
public:
    explicit Line(RtuFramer& framer) : m_framer(framer) {}

    void send(std::string_view hex) {
        for (const std::byte byte : fromHex(hex)) {
            m_nowUs += m_framer.timing().characterUs;
            m_framer.onByte(byte, m_nowUs);
        }
    }

    void sendWithLineError(std::byte byte) {
        m_nowUs += m_framer.timing().characterUs;
        m_framer.onByte(byte, m_nowUs, true);
    }

    void pause(std::uint64_t us) { m_nowUs += us; }

    std::string frame() { return toHex(m_framer.frameAt(m_nowUs)); }

    std::string frameAfterSilence() {
        pause(m_framer.timing().silenceUs);
        return frame();
    }

private:
    RtuFramer& m_framer;
    std::uint64_t m_nowUs = 1'000'000;
};

} // namespace

TEST_CASE("G09 and G11 silences are 3.5 and 1.5 characters of 11 bits") {
    // 11 bits × 3.5 or 1.5 ÷ baud rate, in µs, rounded up.
    struct Case {
        std::uint32_t baud;
        std::uint32_t gapUs;
        std::uint32_t silenceUs;
    };

    for (const Case& entry :
         {Case{1200, 13'750, 32'084}, Case{2400, 6'875, 16'042}, Case{4800, 3'438, 8'021},
          Case{9600, 1'719, 4'011}, Case{19'200, 860, 2'006}}) {
        INFO(entry.baud);
        CHECK(lineTimingOf(entry.baud).gapUs == entry.gapUs);
        CHECK(lineTimingOf(entry.baud).silenceUs == entry.silenceUs);
    }
}

TEST_CASE("G10 above 19200 baud the silences are fixed") {
    CHECK(lineTimingOf(38'400).gapUs == 750);
    CHECK(lineTimingOf(38'400).silenceUs == 1'750);
    CHECK(lineTimingOf(38'400).characterUs == 287); // 286.5
}

TEST_CASE("G09 a frame ends after 3.5 characters of silence and not before") {
    for (const std::uint32_t baud : {1200U, 2400U, 4800U, 9600U, 19'200U, 38'400U}) {
        INFO(baud);
        RtuFramer framer(baud);
        Line line(framer);
        line.send(kRead);
        line.pause(framer.timing().silenceUs - 1);
        CHECK(line.frame() == "");
        line.pause(1);
        CHECK(line.frame() == kRead);
        CHECK(line.frame() == ""); // told once
    }
}

TEST_CASE("G11 a gap of more than 1.5 characters spoils the frame") {
    RtuFramer framer(9600);
    Line line(framer);
    line.send("01 03 00 00");
    line.pause(framer.timing().gapUs);
    line.send("00 02 C4 0B");
    CHECK(line.frameAfterSilence() == kRead);

    line.send("01 03 00 00");
    line.pause(framer.timing().gapUs + 1);
    line.send("00 02 C4 0B");
    CHECK(line.frameAfterSilence() == "");

    line.send(kRead); // the next one is whole again
    CHECK(line.frameAfterSilence() == kRead);
}

TEST_CASE("G12 requests closer than 3.5 characters are one frame or none") {
    RtuFramer framer(19'200);
    Line line(framer);
    line.send(kRead);
    line.send(kRead);
    CHECK(line.frameAfterSilence() == std::string(kRead) + " " + std::string(kRead));
    line.send(kRead);
    line.pause(framer.timing().silenceUs - 1);
    line.send(kRead);
    CHECK(line.frameAfterSilence() == "");
}

TEST_CASE("G14 a line error in any character discards the frame") {
    RtuFramer framer(19'200);
    const auto bytes = fromHex(kRead);
    for (std::size_t bad = 0; bad < bytes.size(); ++bad) {
        Line line(framer);
        framer.clear();
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            if (i == bad) {
                line.sendWithLineError(bytes[i]);
            } else {
                line.send(toHex(std::span(bytes).subspan(i, 1)));
            }
        }
        CHECK(line.frameAfterSilence() == "");
    }
}

TEST_CASE("G03 too short and too long frames are not told") {
    RtuFramer framer(19'200);
    Line line(framer);
    line.send("01 03 00");
    CHECK(line.frameAfterSilence() == "");
    for (int i = 0; i < 256; ++i) {
        line.send("55");
    }
    CHECK(line.frameAfterSilence().size() == 256 * 3 - 1);
    for (int i = 0; i < 257; ++i) {
        line.send("55");
    }
    CHECK(line.frameAfterSilence() == "");
}

TEST_CASE("G18 characters that arrive while the meter transmits are lost") {
    RtuFramer framer(9600);
    framer.setDeafUntil(1'000'000 + 4 * framer.timing().characterUs);
    Line line(framer);
    line.send(kRead); // the first three characters end before
    CHECK(line.frameAfterSilence() == "00 00 02 C4 0B");
    line.send(kRead);
    CHECK(line.frameAfterSilence() == kRead);
}

TEST_CASE("G19 after garbage and silence a request is served") {
    RtuFramer framer(19'200);
    Line line(framer);
    for (int i = 0; i < 1000; ++i) {
        line.send("A5");
    }
    CHECK(line.frameAfterSilence() == "");
    line.send(kRead);
    CHECK(line.frameAfterSilence() == kRead);
}

TEST_CASE("A host without a timer asks before the next character") {
    RtuFramer framer(19'200);
    Line line(framer);
    line.send(kRead);
    line.pause(framer.timing().silenceUs); // the next character begins now
    CHECK(line.frame() == kRead);
    line.send(kRead);
    CHECK(line.frameAfterSilence() == kRead);
}

TEST_CASE("Another baud rate forgets what is unfinished") {
    RtuFramer framer(19'200);
    Line line(framer);
    line.send(kRead);
    framer.setBaudRate(9600);
    CHECK(line.frameAfterSilence() == "");
    line.send(kRead);
    CHECK(line.frameAfterSilence() == kRead);
}
