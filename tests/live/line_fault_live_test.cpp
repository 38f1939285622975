// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/line/traffic_ring.hpp"
#include "sim/scenario/yaml/line_fault_reader.hpp"
#include "sim/twin/simulation.hpp"
#include "tests/live/live_meter.hpp"
#include "tests/support/catch.hpp"

#include <chrono>
#include <future>

// Line faults as they come out of a running engine, byte for byte. Register 131 holds the CT
// size of 100 A (0x64) at the protocol's address 130, register 142 the threshold of 10 % at 141.

namespace meter::test {

namespace {

const Bytes kCtAnswer = {0, 7, 0, 0, 0, 5, 1, 3, 2, 0, 0x64};
const Bytes kCtRtuRequest = {1, 3, 0, 0x82, 0, 1, 0x24, 0x22};

/// Acts on the meter before it returns.
void act(LiveMeter& meter, std::function<void(sim::Simulation&)> action, std::size_t index = 0) {
    std::promise<void> done;
    meter.engine().post(index, [&done, action = std::move(action)](sim::Simulation& simulation) {
        action(simulation);
        done.set_value();
    });
    REQUIRE(done.get_future().wait_for(kDeadline) == std::future_status::ready);
}

void apply(LiveMeter& meter, const std::string& text, std::size_t index = 0) {
    const auto action = sim::parseLineFaults(text, 60.0);
    REQUIRE(action.has_value());
    act(
        meter,
        [action](sim::Simulation& simulation) {
            simulation.applyLineFaults(*action, std::nullopt);
        },
        index);
}

/// Of the meter's readings: whether a write has acted.
std::uint16_t thresholdOf(LiveMeter& meter) {
    std::uint16_t threshold = 0;
    act(meter, [&threshold](sim::Simulation& simulation) {
        threshold = simulation.meter().readings().settings.phaseLossVoltagePercent;
    });
    return threshold;
}

const Bytes kWriteThreshold = {0, 9, 0, 0, 0, 6, 1, 6, 0, 0x8D, 0, 30};

} // namespace

TEST_CASE("a running meter answers over TCP as its line faults say") {
    struct Case {
        std::string fault;
        Bytes answer;
    };

    const auto one = GENERATE(values<Case>({
        {"exception: 6", {0, 7, 0, 0, 0, 3, 1, 0x83, 6}},
        {"wrong_unit: {unit: 9}", {0, 7, 0, 0, 0, 5, 9, 3, 2, 0, 0x64}},
        {"truncate: {keep: 8}", {0, 7, 0, 0, 0, 5, 1, 3}},
        {"garbage: {bytes: AB CD}", {0xAB, 0xCD, 0, 7, 0, 0, 0, 5, 1, 3, 2, 0, 0x64}},
        {"garbage: {bytes: AB, where: after}", {0, 7, 0, 0, 0, 5, 1, 3, 2, 0, 0x64, 0xAB}},
        {"duplicate: true",
         {0, 7, 0, 0, 0, 5, 1, 3, 2, 0, 0x64, 0, 7, 0, 0, 0, 5, 1, 3, 2, 0, 0x64}},
        {"split: {pause: 5 ms, after: 3}", kCtAnswer},
        {"delay: 5 ms", kCtAnswer},
        {"noise: 10 ms", kCtAnswer}, // A stream has no idle line.
    }));
    INFO(one.fault);
    LiveMeter meter;
    apply(meter, one.fault);
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    CHECK(client.exchange(readRequest(7, 1, 130, 1), one.answer.size()) == one.answer);
}

TEST_CASE("a dropped answer leaves the next one in its place and its write has acted") {
    LiveMeter meter;
    apply(meter, "drop: {count: 1}");
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    client.send(kWriteThreshold);
    CHECK(client.exchange(readRequest(7, 1, 130, 1), kCtAnswer.size()) == kCtAnswer);
    CHECK(thresholdOf(meter) == 30);
}

TEST_CASE("the traffic tells of a dropped answer at its request and has no frame for it") {
    LiveMeter meter;
    apply(meter, "drop: {count: 1}");
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    client.send(kWriteThreshold);
    CHECK(client.exchange(readRequest(7, 1, 130, 1), kCtAnswer.size()) == kCtAnswer);
    const auto frames = meter.engine().traffic()->fetch(1, 10);
    REQUIRE(frames.size() == 3); // The write, the read, the answer to the read.
    CHECK(frames[0].remark == "no answer: a line fault");
    CHECK(frames[1].remark.empty());
    CHECK(frames[2].direction == sim::TrafficDirection::Answer);
    CHECK(frames[2].bytes.size() == kCtAnswer.size());
}

TEST_CASE("a mute meter hears no write and a refused one is not done either") {
    const auto* const fault = GENERATE("mute: {count: 1}", "exception: {code: 4, count: 1}");
    LiveMeter meter;
    apply(meter, fault);
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    client.send(kWriteThreshold);
    const Bytes refusal = {0, 9, 0, 0, 0, 3, 1, 0x86, 4};
    if (std::string(fault).starts_with("exception")) {
        CHECK(client.receive(refusal.size()) == refusal);
    }
    CHECK(client.exchange(readRequest(7, 1, 130, 1), kCtAnswer.size()) == kCtAnswer);
    CHECK(thresholdOf(meter) == 10);
}

TEST_CASE("a connection is reset instead of the answer or behind it") {
    LiveMeter meter;
    apply(meter, "reset: {count: 1}");
    ByteStream first = ByteStream::tcp(meter.portOf("modbus-tcp"));
    first.send(readRequest(7, 1, 130, 1));
    CHECK(first.receive(1).empty());
    CHECK(first.isClosed());
    apply(meter, "reset: {where: after}");
    ByteStream second = ByteStream::tcp(meter.portOf("modbus-tcp"));
    CHECK(second.exchange(readRequest(7, 1, 130, 1), kCtAnswer.size()) == kCtAnswer);
    CHECK(second.isClosed());
}

TEST_CASE("a stale answer bears the transaction it was made for") {
    LiveMeter meter;
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    REQUIRE(client.exchange(readRequest(7, 1, 130, 1), kCtAnswer.size()) == kCtAnswer);
    apply(meter, "stale: {count: 1}");
    CHECK(client.exchange(readRequest(8, 1, 141, 2), kCtAnswer.size()) == kCtAnswer);
    const Bytes sound = {0, 9, 0, 0, 0, 5, 1, 3, 2, 0, 10};
    CHECK(client.exchange(readRequest(9, 1, 141, 1), sound.size()) == sound);
}

TEST_CASE("a fixed delay is felt on the wall clock") {
    sim::live::EngineOptions options = privateOptions();
    options.speed = 1.0;
    LiveMeter meter(options);
    apply(meter, "delay: 150 ms");
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    const auto begin = std::chrono::steady_clock::now();
    CHECK(client.exchange(readRequest(7, 1, 130, 1), kCtAnswer.size()) == kCtAnswer);
    CHECK(std::chrono::steady_clock::now() - begin >= std::chrono::milliseconds(150));
}

TEST_CASE("a running meter answers RTU frames as its line faults say") {
    struct Case {
        std::string fault;
        Bytes answer;
    };

    // CRCs by the generator polynomial 0xA001, worked out apart.
    const auto one = GENERATE(values<Case>({
        {"exception: 6", {1, 0x83, 6, 0xC1, 0x32}},
        {"truncate: {keep: 4}", {1, 3, 2, 0}},
        {"duplicate: true", {1, 3, 2, 0, 0x64, 0xB9, 0xAF, 1, 3, 2, 0, 0x64, 0xB9, 0xAF}},
        {"garbage: {bytes: AB}", {0xAB, 1, 3, 2, 0, 0x64, 0xB9, 0xAF}},
        {"delay: 5 ms", {1, 3, 2, 0, 0x64, 0xB9, 0xAF}},
    }));
    INFO(one.fault);
    sim::live::EngineOptions options = privateOptions();
    options.rtuOverTcp = sim::live::TcpAddress{.host = "127.0.0.1", .port = 0, .isDefault = false};
    LiveMeter meter(options);
    apply(meter, one.fault);
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-rtu-tcp"));
    CHECK(client.exchange(kCtRtuRequest, one.answer.size()) == one.answer);
}

TEST_CASE("a fault with units acts on the meters that it names, whoever has it") {
    sim::Scenario first = liveScenario();
    sim::Scenario second = liveScenario();
    second.meter.installerSettings.modbusAddress = 2;
    second.meter.serialNumber = 2;
    LiveMeter meter(privateOptions(), {first, second});
    apply(meter, "exception: {code: 6, units: [2]}");
    ByteStream client = ByteStream::tcp(meter.portOf("modbus-tcp"));
    CHECK(client.exchange(readRequest(7, 1, 130, 1), kCtAnswer.size()) == kCtAnswer);
    const Bytes refusal = {0, 7, 0, 0, 0, 3, 2, 0x83, 6};
    CHECK(client.exchange(readRequest(7, 2, 130, 1), refusal.size()) == refusal);
}

} // namespace meter::test
