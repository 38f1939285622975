// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A serial port by RFC 2217, asked in bytes. The Modbus frames are those of the conformance list
// (CRCs of an independent program).
#include "tests/live/live_meter.hpp"
#include "tests/support/catch.hpp"

#include <array>

using meter::test::Bytes;
using meter::test::ByteStream;
using meter::test::kReadType;
using meter::test::kSilence;
using meter::test::kTypeIsWye;
using meter::test::LiveMeter;

namespace {

meter::sim::live::EngineOptions rfc2217Only() {
    meter::sim::live::EngineOptions options = meter::test::privateOptions();
    options.rfc2217 = options.tcp;
    options.tcp.reset();
    return options;
}

/// A client that has set the port: SET-BAUDRATE, SET-DATASIZE, SET-PARITY, each acknowledged.
void setPort(ByteStream& port, std::uint16_t baudRate, std::uint8_t dataBits, std::uint8_t parity) {
    const Bytes set = {255,
                       250,
                       44,
                       1,
                       0,
                       0,
                       static_cast<std::uint8_t>(baudRate >> 8U),
                       static_cast<std::uint8_t>(baudRate),
                       255,
                       240,
                       255,
                       250,
                       44,
                       2,
                       dataBits,
                       255,
                       240,
                       255,
                       250,
                       44,
                       3,
                       parity,
                       255,
                       240};
    Bytes acknowledged = set;
    for (const std::size_t command : {3U, 13U, 20U}) {
        acknowledged[command] = static_cast<std::uint8_t>(acknowledged[command] + 100);
    }
    REQUIRE(port.exchange(set, set.size()) == acknowledged);
}

LiveMeter evenMeter() {
    meter::sim::Scenario scenario = meter::test::liveScenario();
    scenario.meter.installerSettings.parity = meter::Parity::Even;
    return LiveMeter(rfc2217Only(), {scenario});
}

} // namespace

TEST_CASE("An RFC 2217 client that sets nothing is understood") {
    LiveMeter meter(rfc2217Only());
    ByteStream port = ByteStream::tcp(meter.portOf("modbus-rtu-rfc2217"));
    CHECK(port.exchange(kReadType, 7) == kTypeIsWye);
    const auto endpoint = meter.engine().endpoints().at(0);
    CHECK(endpoint.line() == "modbus-rtu-rfc2217 " + endpoint.address + " 19200 8N1");
}

TEST_CASE("RFC 2217 clients are understood at the meter's baud rate and parity only") {
    struct Setting {
        std::uint16_t baudRate;
        std::uint8_t dataBits;
        std::uint8_t parity;
        const char* complaint;
    };

    // RFC 2217: 1 none, 2 odd, 3 even, 4 mark, 5 space. The meter is set to 19200 8E1.
    const std::array settings = {
        Setting{19200, 8, 3, ""},
        Setting{9600, 8, 3, "the master is set to 9600 baud, the meter to 19200"},
        Setting{19200, 8, 1, "the master's parity is none, the meter's is even"},
        Setting{19200, 8, 2, "the master's parity is odd, the meter's is even"},
        Setting{19200, 8, 4, "the master's parity is mark, the meter's is even"},
        Setting{19200, 7, 3, "the master is set to 7 data bits, the meter to 8"},
    };
    LiveMeter meter = evenMeter();
    for (const Setting& setting : settings) {
        const std::string complaint = setting.complaint;
        CAPTURE(setting.baudRate, setting.dataBits, setting.parity);
        ByteStream port = ByteStream::tcp(meter.portOf("modbus-rtu-rfc2217"));
        setPort(port, setting.baudRate, setting.dataBits, setting.parity);
        if (complaint.empty()) {
            CHECK(port.exchange(kReadType, 7) == kTypeIsWye);
            continue;
        }
        port.send(kReadType);
        CHECK(port.receive(1, kSilence).empty());
        CHECK(meter.hasLogged(complaint));
    }
}

TEST_CASE("Setting the port right in mid-stream makes the next request understood") {
    LiveMeter meter(rfc2217Only());
    ByteStream port = ByteStream::tcp(meter.portOf("modbus-rtu-rfc2217"));
    setPort(port, 9600, 8, 1);
    port.send(kReadType);
    CHECK(port.receive(1, kSilence).empty());
    setPort(port, 19200, 8, 1);
    CHECK(port.exchange(kReadType, 7) == kTypeIsWye);
    CHECK(meter.hasLogged("is understood again"));
}

TEST_CASE("A byte 255 in an answer is doubled") {
    LiveMeter meter(rfc2217Only());
    ByteStream port = ByteStream::tcp(meter.portOf("modbus-rtu-rfc2217"));
    // Report ID, guide: 247, 0xFF, text. CRC of 01 11 is C0 2C.
    port.send({0x01, 0x11, 0xC0, 0x2C});
    const Bytes answer = port.receive(6);
    REQUIRE(answer.size() == 6);
    CHECK(Bytes(answer.begin() + 3, answer.end()) == Bytes{247, 255, 255});
}

TEST_CASE("RFC 2217 clients have settings of their own") {
    LiveMeter meter(rfc2217Only());
    ByteStream wrong = ByteStream::tcp(meter.portOf("modbus-rtu-rfc2217"));
    ByteStream right = ByteStream::tcp(meter.portOf("modbus-rtu-rfc2217"));
    setPort(wrong, 1200, 8, 1);
    setPort(right, 19200, 8, 1);
    wrong.send(kReadType);
    CHECK(right.exchange(kReadType, 7) == kTypeIsWye);
    CHECK(wrong.receive(1, kSilence).empty());
}
