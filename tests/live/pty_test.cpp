// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The golden frames are those of the conformance list (G, CRCs of an independent program); the
// line rules are those of docs on the wire: half duplex, baud and parity per request.
#include "tests/live/live_meter.hpp"
#include "tests/support/catch.hpp"

#include <modbus/modbus.h>

#include <array>
#include <chrono>
#include <filesystem>

using meter::test::Bytes;
using meter::test::ByteStream;
using meter::test::eventually;
using meter::test::kReadType;
using meter::test::kSilence;
using meter::test::kTypeIsWye;
using meter::test::LiveMeter;
using meter::test::ScratchDirectory;

namespace {

struct PtyMeter {
    explicit PtyMeter(meter::sim::Scenario scenario = meter::test::liveScenario())
        : meter(options(), {std::move(scenario)}) {}

    meter::sim::live::EngineOptions options() const {
        meter::sim::live::EngineOptions options = meter::test::privateOptions();
        options.tcp = std::nullopt;
        options.ptyLink = link;
        return options;
    }

    ScratchDirectory directory;
    std::string link = directory.path("meter");
    LiveMeter meter;
};

meter::sim::Scenario withParity(meter::Parity parity) {
    meter::sim::Scenario scenario = meter::test::liveScenario();
    scenario.meter.installerSettings.parity = parity;
    return scenario;
}

/// Reads the register through libmodbus, as mbpoll and many others do.
bool isReadByLibmodbus(const std::string& link, int baudRate, char parity) {
    modbus_t* const master = modbus_new_rtu(link.c_str(), baudRate, parity, 8, 1);
    modbus_set_slave(master, 1);
    modbus_set_response_timeout(master, 0, 300'000);
    std::array<std::uint16_t, 1> words{};
    const bool isRead = modbus_connect(master) == 0 &&
                        modbus_read_registers(master, 129, 1, words.data()) == 1 && words[0] == 40;
    modbus_close(master);
    modbus_free(master);
    return isRead;
}

} // namespace

TEST_CASE("A master that sets nothing is understood") {
    PtyMeter pty;
    ByteStream master = ByteStream::port(pty.link);
    CHECK(master.exchange(kReadType, 7) == kTypeIsWye);
}

TEST_CASE("The endpoint line names link and line setting") {
    PtyMeter pty(withParity(meter::Parity::Even));
    REQUIRE(pty.meter.engine().endpoints().size() == 1);
    CHECK(pty.meter.engine().endpoints()[0].line() == "modbus-rtu " + pty.link + " 19200 8E1");
}

TEST_CASE("Masters may open and close the port again and again") {
    PtyMeter pty;
    int readCount = 0;
    for (int i = 0; i < 60; ++i) {
        readCount += isReadByLibmodbus(pty.link, 19200, 'N') ? 1 : 0;
        ByteStream master = ByteStream::port(pty.link);
        readCount += master.exchange(kReadType, 7) == kTypeIsWye ? 1 : 0;
    }
    CHECK(readCount == 120);
    CHECK(eventually([&] { return pty.meter.snapshot().line.clients == 0; }));
}

TEST_CASE("A request of a program that closes at once still acts") {
    PtyMeter pty;
    {
        ByteStream master = ByteStream::port(pty.link);
        master.send({0x01, 0x06, 0x00, 0x81, 0x00, 0x1F, 0x98, 0x2A}); // Register 130 := 31.
    }
    CHECK(eventually([&] {
        return pty.meter.snapshot().readings.settings.systemType == meter::SystemType::Delta;
    }));
}

TEST_CASE("An answer that nobody fetched is not there for the next master") {
    PtyMeter pty;
    {
        ByteStream master = ByteStream::port(pty.link);
        const std::uint64_t answers = pty.meter.snapshot().line.answers;
        master.send(kReadType);
        REQUIRE(eventually([&] { return pty.meter.snapshot().line.answers > answers; }));
    }
    REQUIRE(eventually([&] { return pty.meter.snapshot().line.clients == 0; }));
    ByteStream next = ByteStream::port(pty.link);
    CHECK(next.receive(1, kSilence).empty());
    CHECK(next.exchange(kReadType, 7) == kTypeIsWye);
}

TEST_CASE("Another baud rate gets silence and one line in the log") {
    PtyMeter pty;
    ByteStream master = ByteStream::port(pty.link);
    master.setLine(9600);
    master.send(kReadType);
    master.send(kReadType);
    CHECK(master.receive(1, kSilence).empty());
    CHECK(pty.meter.hasLogged("set to 9600 baud, the meter to 19200"));
    int linesAfter = 0;
    master.send(kReadType);
    CHECK(master.receive(1, kSilence).empty());
    for (const auto& line : pty.meter.engine().snapshot().log) {
        linesAfter += line.text.find("9600") != std::string::npos ? 1 : 0;
    }
    CHECK(linesAfter == 0); // Once per change, not per frame.
    master.setLine(19200);
    CHECK(master.exchange(kReadType, 7) == kTypeIsWye);
    CHECK(pty.meter.hasLogged("understood again"));
}

TEST_CASE("Parity is judged by what a pseudo-terminal keeps") {
    // Columns: meter, PARODD seen, INPCK seen, understood (the rule of the wire page).
    struct Row {
        meter::Parity parity;
        bool isOdd;
        bool isChecked;
        bool isUnderstood;
    };

    const auto row = GENERATE(
        Row{meter::Parity::None, false, false, true}, Row{meter::Parity::None, true, false, false},
        Row{meter::Parity::None, false, true, false}, Row{meter::Parity::Even, false, false, true},
        Row{meter::Parity::Even, false, true, true}, Row{meter::Parity::Even, true, true, false},
        Row{meter::Parity::Odd, true, true, true}, Row{meter::Parity::Odd, true, false, true},
        Row{meter::Parity::Odd, false, false, false});
    PtyMeter pty(withParity(row.parity));
    ByteStream master = ByteStream::port(pty.link);
    master.setLine(19200, row.isOdd, row.isChecked);
    master.send(kReadType);
    const Bytes answer = row.isUnderstood ? master.receive(7) : master.receive(1, kSilence);
    CHECK(answer == (row.isUnderstood ? kTypeIsWye : Bytes{}));
}

TEST_CASE("libmodbus masters with each parity reach the meter that has it") {
    PtyMeter odd(withParity(meter::Parity::Odd));
    CHECK(isReadByLibmodbus(odd.link, 19200, 'O'));
    CHECK_FALSE(isReadByLibmodbus(odd.link, 19200, 'N'));
    PtyMeter even(withParity(meter::Parity::Even));
    CHECK(isReadByLibmodbus(even.link, 19200, 'E'));
    CHECK(isReadByLibmodbus(even.link, 19200, 'E')); // Twice: see pseudo_terminal.hpp.
}

TEST_CASE("Garbage and half a frame are forgotten after a pause") {
    PtyMeter pty;
    ByteStream master = ByteStream::port(pty.link);
    Bytes garbage(1000);
    for (std::size_t i = 0; i < garbage.size(); ++i) {
        garbage[i] = static_cast<std::uint8_t>(i * 7 + 3);
    }
    master.send(garbage);
    master.send({0x01, 0x03, 0x00});
    CHECK(eventually([&] {
        master.send(kReadType);
        return master.receive(7, std::chrono::milliseconds(50)) == kTypeIsWye;
    }));
}

TEST_CASE("G04 other addresses are met with silence and G06 broadcasts act without an answer") {
    PtyMeter pty;
    ByteStream master = ByteStream::port(pty.link);
    master.send({0x02, 0x03, 0x00, 0x81, 0x00, 0x01, 0xD4, 0x11});
    CHECK(master.receive(1, kSilence).empty());
    const std::uint16_t sizeBefore = pty.meter.snapshot().readings.settings.ctPrimaryA;
    REQUIRE(sizeBefore == 100);
    master.send({0x00, 0x06, 0x00, 0x82, 0x00, 0xC8, 0x29, 0xA5}); // Register 131 := 200.
    CHECK(eventually([&] { return pty.meter.snapshot().readings.settings.ctPrimaryA == 200; }));
    CHECK(master.receive(1, kSilence).empty());
}

TEST_CASE("A paced answer takes its time on the line") {
    meter::sim::Scenario scenario = meter::test::liveScenario();
    scenario.world.line.isPaced = true;
    scenario.meter.installerSettings.baudRate = 1200;
    PtyMeter pty(scenario);
    pty.meter.engine().setSpeed(1.0);
    REQUIRE(eventually([&] { return pty.meter.snapshot().speed == 1.0; }));
    ByteStream master = ByteStream::port(pty.link);
    const auto start = std::chrono::steady_clock::now();
    CHECK(master.exchange(kReadType, 7) == kTypeIsWye);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    // By hand: 8 characters of the request, 3.5 of silence and 7 of the answer, each 10 bits of
    // 1/1200 s: 154.2 ms. Never sooner; later only by what the machine is busy.
    CHECK(took.count() >= 154.0);
    CHECK(took.count() < 3000.0);
}

TEST_CASE("What comes while a paced answer goes out is lost") {
    meter::sim::Scenario scenario = meter::test::liveScenario();
    scenario.world.line.isPaced = true;
    scenario.meter.installerSettings.baudRate = 1200;
    PtyMeter pty(scenario);
    pty.meter.engine().setSpeed(1.0);
    REQUIRE(eventually([&] { return pty.meter.snapshot().speed == 1.0; }));
    ByteStream master = ByteStream::port(pty.link);
    Bytes answer = master.exchange(kReadType, 1);
    master.send(kReadType);
    const Bytes rest = master.receive(6);
    answer.insert(answer.end(), rest.begin(), rest.end());
    CHECK(answer == kTypeIsWye);
    CHECK(master.receive(1, kSilence).empty());
    CHECK(master.exchange(kReadType, 7) == kTypeIsWye);
}
