// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Endpoints that come and go while the meters run, and lines of many meters. CT size 100 A and
// address 1 are the factory settings of the guide; register 131 is at protocol address 130.
#include "sim/live/meter_series.hpp"
#include "sim/twin/simulation.hpp"
#include "tests/live/live_meter.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>
#include <future>
#include <set>

using meter::sim::Result;
using meter::sim::live::Endpoint;
using meter::sim::live::EndpointRequest;
using meter::sim::live::EndpointType;
using meter::sim::live::Engine;
using meter::sim::live::meterSeries;
using meter::test::Bytes;
using meter::test::ByteStream;
using meter::test::eventually;
using meter::test::kReadType;
using meter::test::kTypeIsWye;
using meter::test::LiveMeter;
using meter::test::liveScenario;
using meter::test::privateOptions;
using meter::test::readRequest;

namespace {

Result<int> add(Engine& engine, const EndpointRequest& request) {
    std::promise<Result<int>> answer;
    engine.addEndpoint(request, [&](Result<int> done) { answer.set_value(std::move(done)); });
    return answer.get_future().get();
}

Result<void> remove(Engine& engine, int id) {
    std::promise<Result<void>> answer;
    engine.removeEndpoint(id, [&](Result<void> done) { answer.set_value(std::move(done)); });
    return answer.get_future().get();
}

EndpointRequest socketRequest(EndpointType type, const std::string& host) {
    EndpointRequest request;
    request.type = type;
    request.address = {.host = host, .port = 0, .isDefault = false};
    return request;
}

} // namespace

TEST_CASE("An endpoint that is added to a running engine is served until it is removed") {
    LiveMeter meter;
    const Result<int> id =
        add(meter.engine(), socketRequest(EndpointType::RtuOverTcp, "127.0.0.1"));
    REQUIRE(id.has_value());
    REQUIRE(meter.engine().endpoints().size() == 2);
    CHECK(meter.engine().endpoints()[1].id == *id);
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-rtu-tcp"));
    CHECK(client.exchange(kReadType, 7) == kTypeIsWye);

    REQUIRE(remove(meter.engine(), *id).has_value());
    CHECK(client.isClosed());
    CHECK(meter.engine().endpoints().size() == 1);
    const Result<void> again = remove(meter.engine(), *id);
    REQUIRE_FALSE(again.has_value());
    CHECK(again.error().text.find("no endpoint with the number") != std::string::npos);
}

TEST_CASE("An endpoint that cannot be had says why and the others stay") {
    LiveMeter meter;
    const auto port = static_cast<std::uint16_t>(meter.portOf("modbus-tcp"));
    EndpointRequest taken = socketRequest(EndpointType::ModbusTcp, "127.0.0.1");
    taken.address.port = port;
    const Result<int> second = add(meter.engine(), taken);
    REQUIRE_FALSE(second.has_value());
    CHECK(second.error().text.find("choose another port") != std::string::npos);
    const Result<int> named =
        add(meter.engine(), socketRequest(EndpointType::ModbusTcp, "some-host.example"));
    REQUIRE_FALSE(named.has_value());
    CHECK(named.error().text.find("not a numeric address") != std::string::npos);
    EndpointRequest device;
    device.type = EndpointType::Serial;
    device.path = "/dev/null";
    CHECK_FALSE(add(meter.engine(), device).has_value());
    ByteStream client = ByteStream::tcp(port);
    CHECK(client.exchange(readRequest(9, 1, 130, 1), 11) ==
          Bytes{0, 9, 0, 0, 0, 5, 1, 3, 2, 0, 100});
}

TEST_CASE("A virtual port can be added and its link goes with it") {
    const meter::test::ScratchDirectory directory;
    LiveMeter meter;
    EndpointRequest request;
    request.type = EndpointType::Pty;
    request.path = directory.path("meter");
    const Result<int> id = add(meter.engine(), request);
    REQUIRE(id.has_value());
    {
        ByteStream master = ByteStream::port(request.path);
        CHECK(master.exchange(kReadType, 7) == kTypeIsWye);
    }
    REQUIRE(remove(meter.engine(), *id).has_value());
    CHECK_FALSE(std::filesystem::is_symlink(request.path));
}

TEST_CASE("A snapshot tells who is connected and what passed through each endpoint") {
    meter::sim::live::EngineOptions options = privateOptions();
    options.rtuOverTcp = options.tcp;
    LiveMeter meter(options);
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    for (int i = 0; i < 3; ++i) {
        REQUIRE(client.exchange(readRequest(9, 1, 130, 1), 11).size() == 11);
    }
    // Register 59 999 is a hole: an exception.
    REQUIRE(client.exchange(readRequest(9, 1, 59'999, 1), 9).size() == 9);
    const auto isTold = [&] {
        const auto snapshot = meter.snapshot();
        const Endpoint& tcp = snapshot.endpoints->at(0);
        return tcp.peers.size() == 1 && tcp.peers[0].starts_with("127.0.0.1:") &&
               tcp.counters.requests == 4 && tcp.counters.answers == 4 &&
               tcp.counters.exceptions == 1 && snapshot.endpoints->at(1).counters.requests == 0;
    };
    CHECK(eventually(isTold));
    client.close();
    CHECK(eventually([&] { return meter.snapshot().endpoints->at(0).peers.empty(); }));
}

TEST_CASE("A new baud rate of the meter is that of its virtual port") {
    const meter::test::ScratchDirectory directory;
    meter::sim::live::EngineOptions options = privateOptions();
    options.tcp.reset();
    options.ptyLink = directory.path("meter");
    LiveMeter meter(options);
    // That the keys change it is a test of the panel; here it is changed in the meter's state.
    meter.engine().post([](meter::sim::Simulation& simulation) {
        meter::MeterState state = simulation.meter().state();
        state.readings.settings.baudRate = 9600;
        simulation.meter().restore(state);
    });
    CHECK(eventually([&] { return meter.engine().endpoints()[0].detail == "9600 8N1"; }));
    CHECK(eventually([&] {
        ByteStream master = ByteStream::port(*options.ptyLink);
        return master.exchange(kReadType, 7) == kTypeIsWye;
    }));
}

TEST_CASE("A series of meters differs in address and serial number and load") {
    meter::sim::Scenario first = liveScenario();
    first.meter.installerSettings.modbusAddress = 10;
    first.meter.serialNumber = 1000;
    const auto series = meterSeries(first, 238);
    REQUIRE(series.has_value());
    REQUIRE(series->size() == 238);
    CHECK(series->front().world == first.world);
    CHECK(series->back().meter.installerSettings.modbusAddress == 247);
    CHECK(series->back().meter.serialNumber == 1237);
    std::set<double> currents;
    for (const meter::sim::Scenario& scenario : *series) {
        const double current = scenario.world.load.currentA[0];
        CHECK(current >= 25.0);
        CHECK(current <= 50.0);
        CHECK(scenario.world.load.currentA[2] == current);
        currents.insert(current);
    }
    CHECK(currents.size() == 238);
    CHECK(meterSeries(first, 238)->at(100).world == series->at(100).world);

    const auto tooMany = meterSeries(first, 239);
    REQUIRE_FALSE(tooMany.has_value());
    CHECK(tooMany.error().text.find("247 is the last") != std::string::npos);
    CHECK_FALSE(meterSeries(first, 0).has_value());
}

TEST_CASE("Each meter of a series answers at its own address") {
    auto series = meterSeries(liveScenario(), 20);
    REQUIRE(series.has_value());
    LiveMeter meter(privateOptions(), std::move(*series));
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    // What tells them apart is the average current of their loads.
    std::set<Bytes> answers;
    for (std::uint8_t unit = 1; unit <= 20; ++unit) {
        const Bytes answer = client.exchange(readRequest(7, unit, 276, 2), 13);
        REQUIRE(answer.size() == 13);
        REQUIRE(answer[6] == unit);
        REQUIRE(answer[7] == 3);
        answers.insert(Bytes(answer.begin() + 9, answer.end()));
    }
    CHECK(answers.size() == 20);
    // Unit 21 is not there: exception 0x0B.
    CHECK(client.exchange(readRequest(7, 21, 276, 2), 9).back() == 0x0B);
}
