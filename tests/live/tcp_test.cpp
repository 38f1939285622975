// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows in the names (H02 …) are those of docs/modbus-conformance.md. Frames are
// built by hand from Modbus Messaging on TCP/IP V1.0b, clause 3.1.
#include "tests/live/live_meter.hpp"
#include "tests/support/catch.hpp"

#include <modbus/modbus.h>

#include <array>
#include <bit>

using meter::test::Bytes;
using meter::test::ByteStream;
using meter::test::eventually;
using meter::test::kDeadline;
using meter::test::LiveMeter;
using meter::test::privateOptions;
using meter::test::readRequest;

namespace {

// Register 131 is at protocol address 130; the CT size is 100 A by factory default (guide).
constexpr std::uint16_t kCtSizeAddress = 130;
const Bytes kCtSizeAnswer = {0, 9, 0, 0, 0, 5, 1, 3, 2, 0, 100};

struct ModbusContext {
    explicit ModbusContext(modbus_t* opened) : handle(opened) {}

    ~ModbusContext() {
        modbus_close(handle);
        modbus_free(handle);
    }

    ModbusContext(const ModbusContext&) = delete;
    ModbusContext& operator=(const ModbusContext&) = delete;
    modbus_t* handle;
};

} // namespace

TEST_CASE("A libmodbus master reads over TCP what the snapshot says") {
    LiveMeter meter;
    meter.engine().setPaused(true);
    REQUIRE(eventually([&] { return meter.snapshot().isPaused; }));
    const meter::sim::live::Snapshot snapshot = meter.snapshot();

    const ModbusContext master(modbus_new_tcp("127.0.0.1", meter.portOf("modbus-tcp")));
    modbus_set_slave(master.handle, 1);
    REQUIRE(modbus_connect(master.handle) == 0);
    // Registers 271/272: L-N voltage average in V as a float, most significant first (guide).
    std::array<std::uint16_t, 2> words{};
    REQUIRE(modbus_read_registers(master.handle, 270, 2, words.data()) == 2);
    const auto bits = (static_cast<std::uint32_t>(words[0]) << 16U) | words[1];
    const auto voltageV = std::bit_cast<float>(bits);
    CHECK(voltageV == static_cast<float>(snapshot.readings.cycle.voltageLnAverageV));
    CHECK(static_cast<double>(voltageV) == Approx(277.0).margin(1.4)); // 0.5 % of what is there.
}

TEST_CASE("H02 transaction and unit are echoed") {
    LiveMeter meter;
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    const Bytes answer = client.exchange(readRequest(0xBEEF, 255, kCtSizeAddress, 1), 11);
    CHECK(answer == Bytes{0xBE, 0xEF, 0, 0, 0, 5, 255, 3, 2, 0, 100});
}

TEST_CASE("H03 a frame of another protocol is skipped and the next one served") {
    LiveMeter meter;
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    Bytes foreign = readRequest(1, 1, kCtSizeAddress, 1);
    foreign[3] = 1;
    client.send(foreign);
    CHECK(client.exchange(readRequest(9, 1, kCtSizeAddress, 1), 11) == kCtSizeAnswer);
}

TEST_CASE("H05 an impossible length closes the connection") {
    LiveMeter meter;
    const auto length = GENERATE(0, 1, 255, 65535);
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    client.send({0, 1, 0, 0, static_cast<std::uint8_t>(length / 256),
                 static_cast<std::uint8_t>(length % 256), 1, 3, 0, 0, 0, 1});
    CHECK(client.isClosed());
    CHECK(meter.hasLogged("no Modbus TCP frame"));
}

TEST_CASE("What was asked before an impossible length is still answered") {
    LiveMeter meter;
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    Bytes bytes = readRequest(9, 1, kCtSizeAddress, 1);
    bytes.insert(bytes.end(), {0, 10, 0, 0, 0, 0, 1});
    CHECK(client.exchange(bytes, 11) == kCtSizeAnswer);
    CHECK(client.isClosed());
}

TEST_CASE("H06 a request in segments of one byte is served") {
    LiveMeter meter;
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    for (const std::uint8_t byte : readRequest(9, 1, kCtSizeAddress, 1)) {
        client.send({byte});
    }
    CHECK(client.receive(11) == kCtSizeAnswer);
}

TEST_CASE("H06 pipelined requests are answered in order each with its transaction") {
    LiveMeter meter;
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    constexpr int kCount = 2000; // More than one read and more than the socket's comfort.
    Bytes requests;
    Bytes expected;
    for (int i = 0; i < kCount; ++i) {
        const Bytes request = readRequest(static_cast<std::uint16_t>(i), 1, kCtSizeAddress, 1);
        requests.insert(requests.end(), request.begin(), request.end());
        Bytes answer = kCtSizeAnswer;
        answer[0] = request[0];
        answer[1] = request[1];
        expected.insert(expected.end(), answer.begin(), answer.end());
    }
    client.send(requests);
    CHECK(client.receive(expected.size()) == expected);
}

TEST_CASE("H09 an absent unit is answered with exception 0B") {
    LiveMeter meter;
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    CHECK(client.exchange(readRequest(7, 77, kCtSizeAddress, 1), 9) ==
          Bytes{0, 7, 0, 0, 0, 3, 77, 0x83, 0x0B});
}

TEST_CASE("H10 units 0 and 255 reach the only meter") {
    LiveMeter meter;
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    for (const std::uint8_t unit : {std::uint8_t{0}, std::uint8_t{255}}) {
        Bytes expected = kCtSizeAnswer;
        expected[6] = unit;
        CHECK(client.exchange(readRequest(9, unit, kCtSizeAddress, 1), 11) == expected);
    }
}

TEST_CASE("Several meters are told apart by unit and 0 and 255 then reach none") {
    meter::sim::Scenario second = meter::test::liveScenario();
    second.meter.installerSettings.modbusAddress = 2;
    second.meter.installerSettings.ctPrimaryA = 400;
    LiveMeter meter(privateOptions(), {meter::test::liveScenario(), second});
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    CHECK(client.exchange(readRequest(9, 1, kCtSizeAddress, 1), 11) == kCtSizeAnswer);
    CHECK(client.exchange(readRequest(9, 2, kCtSizeAddress, 1), 11) ==
          Bytes{0, 9, 0, 0, 0, 5, 2, 3, 2, 1, 0x90});
    CHECK(client.exchange(readRequest(9, 0, kCtSizeAddress, 1), 9) ==
          Bytes{0, 9, 0, 0, 0, 3, 0, 0x83, 0x0B});
}

TEST_CASE("H11 two hundred and fifty six clients are served at once") {
    LiveMeter meter;
    std::vector<ByteStream> clients;
    for (int i = 0; i < 256; ++i) {
        clients.push_back(ByteStream::tcp(meter.portOf("modbus-tcp")));
    }
    for (ByteStream& client : clients) {
        client.send(readRequest(9, 1, kCtSizeAddress, 1));
    }
    int served = 0;
    for (ByteStream& client : clients) {
        served += client.receive(11) == kCtSizeAnswer ? 1 : 0;
    }
    CHECK(served == 256);
    CHECK(eventually([&] { return meter.snapshot().line.clients == 256; }));
    clients.clear();
    CHECK(eventually([&] { return meter.snapshot().line.clients == 0; }));
}

TEST_CASE("H12 one connection too many closes the one that was idle longest") {
    LiveMeter meter;
    std::vector<ByteStream> clients;
    for (int i = 0; i < 320; ++i) {
        clients.push_back(ByteStream::tcp(meter.portOf("modbus-tcp")));
    }
    // All but the second have spoken since.
    for (std::size_t i = 0; i < clients.size(); ++i) {
        if (i != 1) {
            REQUIRE(clients[i].exchange(readRequest(9, 1, kCtSizeAddress, 1), 11) == kCtSizeAnswer);
        }
    }
    ByteStream last = ByteStream::tcp(meter.portOf("modbus-tcp"));
    CHECK(last.exchange(readRequest(9, 1, kCtSizeAddress, 1), 11) == kCtSizeAnswer);
    CHECK(clients[1].isClosed());
    CHECK(clients[0].exchange(readRequest(9, 1, kCtSizeAddress, 1), 11) == kCtSizeAnswer);
    CHECK(meter.hasLogged("idle longest"));
}

TEST_CASE("An idle connection is closed after the time-out and a busy one is not") {
    meter::sim::live::EngineOptions options = privateOptions();
    options.idleTimeout = std::chrono::milliseconds(300);
    LiveMeter meter(options);
    ByteStream idle = ByteStream::tcp(meter.portOf("modbus-tcp"));
    ByteStream busy = ByteStream::tcp(meter.portOf("modbus-tcp"));
    CHECK(eventually([&] {
        REQUIRE(busy.exchange(readRequest(9, 1, kCtSizeAddress, 1), 11) == kCtSizeAnswer);
        return idle.isClosed(std::chrono::milliseconds(1));
    }));
    CHECK(busy.exchange(readRequest(9, 1, kCtSizeAddress, 1), 11) == kCtSizeAnswer);
}

TEST_CASE("H13 a client that breaks off inside a write changes nothing") {
    LiveMeter meter;
    // FC 16: register 131 (CT size) := 200, one register.
    const Bytes write = {0, 1, 0, 0, 0, 9, 1, 0x10, 0, 130, 0, 1, 2, 0, 200};
    for (std::size_t size = 1; size < write.size(); ++size) {
        ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
        client.send(Bytes(write.begin(), write.begin() + static_cast<std::ptrdiff_t>(size)));
    }
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    CHECK(client.exchange(readRequest(9, 1, kCtSizeAddress, 1), 11) == kCtSizeAnswer);
}

TEST_CASE("H15 a client that never fetches its answers is not read any more and delays nobody") {
    LiveMeter meter;
    ByteStream greedy = ByteStream::tcp(meter.portOf("modbus-tcp"), 4096);
    Bytes requests;
    for (int i = 0; i < 1000; ++i) {
        const Bytes request = readRequest(9, 1, kCtSizeAddress, 1);
        requests.insert(requests.end(), request.begin(), request.end());
    }
    // Our buffers and the kernel's are bounded: at some point no more is taken.
    const std::size_t sent = greedy.sendUntilRefused(requests);
    REQUIRE(sent < (256U << 20U));
    ByteStream other = ByteStream::tcp(meter.portOf("modbus-tcp"));
    CHECK(other.exchange(readRequest(9, 1, kCtSizeAddress, 1), 11) == kCtSizeAnswer);
    // What it asked for is all there once it fetches.
    const std::size_t whole = sent / 12 * kCtSizeAnswer.size();
    CHECK(greedy.receive(whole, 4 * kDeadline).size() == whole);
}

TEST_CASE("A megabyte of garbage harms nobody") {
    meter::sim::live::EngineOptions options = privateOptions();
    options.rtuOverTcp =
        meter::sim::live::TcpAddress{.host = "127.0.0.1", .port = 0, .isDefault = false};
    LiveMeter meter(options);
    const char* const kind = GENERATE("modbus-tcp", "modbus-rtu-tcp");
    ByteStream other = ByteStream::tcp(meter.portOf("modbus-tcp"));
    ByteStream noisy = ByteStream::tcp(meter.portOf(kind));
    std::uint32_t state = 12345;
    for (int block = 0; block < 256; ++block) {
        Bytes garbage(4096);
        for (std::uint8_t& byte : garbage) {
            state = state * 1664525U + 1013904223U; // Numerical Recipes' generator.
            byte = static_cast<std::uint8_t>(state >> 24U);
        }
        noisy.send(garbage);
        REQUIRE(other.exchange(readRequest(9, 1, kCtSizeAddress, 1), 11) == kCtSizeAnswer);
    }
    ByteStream next = ByteStream::tcp(meter.portOf("modbus-tcp"));
    CHECK(next.exchange(readRequest(9, 1, kCtSizeAddress, 1), 11) == kCtSizeAnswer);
}

TEST_CASE("While the meter has no power its requests are dropped") {
    LiveMeter meter;
    meter.engine().setControlPower(false);
    REQUIRE(eventually([&] { return !meter.snapshot().isPowered; }));
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    const std::uint64_t dropped = meter.snapshot().line.dropped;
    client.send(readRequest(1, 1, kCtSizeAddress, 1));
    REQUIRE(eventually([&] { return meter.snapshot().line.dropped > dropped; }));
    meter.engine().setControlPower(true);
    REQUIRE(eventually([&] { return meter.snapshot().readings.isMeasuring; }));
    // The next answer is that of the next request: the lost one is not made up for.
    CHECK(client.exchange(readRequest(9, 1, kCtSizeAddress, 1), 11) == kCtSizeAnswer);
}

TEST_CASE("Only allowed networks get in") {
    meter::sim::live::EngineOptions options = privateOptions();
    options.allowedCidrs = {"192.0.2.0/24"}; // Documentation addresses: not this machine.
    LiveMeter meter(options);
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    CHECK(client.isClosed());
    CHECK(meter.hasLogged("refused 127.0.0.1"));
}

TEST_CASE("RTU over TCP answers golden frames and recovers after half a frame") {
    meter::sim::live::EngineOptions options = privateOptions();
    options.tcp = std::nullopt;
    options.rtuOverTcp =
        meter::sim::live::TcpAddress{.host = "127.0.0.1", .port = 0, .isDefault = false};
    LiveMeter meter(options);
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-rtu-tcp"));
    // Read register 130 (system type 40): CRCs computed by an independent program (pymodbus).
    const Bytes request = {0x01, 0x03, 0x00, 0x81, 0x00, 0x01, 0xD4, 0x22};
    const Bytes answer = {0x01, 0x03, 0x02, 0x00, 0x28, 0xB8, 0x5A};
    CHECK(client.exchange(request, 7) == answer);
    client.send({0x01, 0x03, 0x00});
    Bytes received;
    CHECK(eventually([&] {
        client.send(request); // Until the pause after the half frame has passed, it is garbage.
        received = client.receive(7, std::chrono::milliseconds(50));
        return received == answer;
    }));
}
