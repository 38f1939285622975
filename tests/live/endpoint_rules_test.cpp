// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ports and links as `serve` promises them (docs on the command line).
#include "tests/live/live_meter.hpp"
#include "tests/support/catch.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

using meter::sim::live::Engine;
using meter::sim::live::EngineOptions;
using meter::sim::live::TcpAddress;
using meter::test::LiveMeter;
using meter::test::liveScenario;
using meter::test::privateOptions;
using meter::test::ScratchDirectory;

namespace fs = std::filesystem;

namespace {

std::size_t openDescriptorCount() {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator("/proc/self/fd")) {
        ++count;
    }
    return count;
}

std::string startError(const EngineOptions& options) {
    Engine engine({liveScenario()}, options);
    const auto started = engine.start();
    return started ? std::string{} : started.error().text;
}

EngineOptions ptyOnly(const std::string& link) {
    EngineOptions options = privateOptions();
    options.tcp = std::nullopt;
    options.ptyLink = link;
    return options;
}

} // namespace

TEST_CASE("A port that was asked for and is taken is an error that names it") {
    LiveMeter first;
    const auto port = static_cast<std::uint16_t>(first.portOf("modbus-tcp"));
    EngineOptions options = privateOptions();
    options.tcp = TcpAddress{.host = "127.0.0.1", .port = port, .isDefault = false};
    const std::string error = startError(options);
    CHECK(error.find("127.0.0.1:" + std::to_string(port)) != std::string::npos);
    CHECK(error.find("choose another port") != std::string::npos);
}

TEST_CASE("A default port that is taken gives way to the next free one") {
    LiveMeter first;
    const int port = first.portOf("modbus-tcp");
    EngineOptions options = privateOptions();
    options.tcp = TcpAddress{
        .host = "127.0.0.1", .port = static_cast<std::uint16_t>(port), .isDefault = true};
    LiveMeter second(options);
    CHECK(second.portOf("modbus-tcp") > port);
    CHECK(second.portOf("modbus-tcp") <= port + 200);
}

TEST_CASE("An address that is not ours is an error") {
    EngineOptions options = privateOptions();
    // TEST-NET-1: no machine has it.
    options.tcp = TcpAddress{.host = "192.0.2.1", .port = 0, .isDefault = false};
    CHECK(startError(options).find("192.0.2.1") != std::string::npos);
    options.tcp->host = "no such host";
    CHECK(startError(options).find("no such host") != std::string::npos);
}

TEST_CASE("A link that is an ordinary file is left alone and an error") {
    const ScratchDirectory directory;
    const std::string link = directory.path("meter");
    std::ofstream(link) << "mine";
    CHECK(startError(ptyOnly(link)).find(link) != std::string::npos);
    std::string content;
    std::ifstream(link) >> content;
    CHECK(content == "mine");
}

TEST_CASE("A link of another running meter is an error") {
    const ScratchDirectory directory;
    const std::string link = directory.path("meter");
    const LiveMeter first(ptyOnly(link));
    CHECK(startError(ptyOnly(link)).find("another metertwin serves at " + link) !=
          std::string::npos);
    CHECK(fs::is_symlink(link));
}

TEST_CASE("A link that a dead program left behind is taken over") {
    const ScratchDirectory directory;
    const std::string link = directory.path("meter");
    fs::create_symlink("/dev/pts/999999", link);
    const LiveMeter meter(ptyOnly(link));
    CHECK(fs::exists(link));
}

TEST_CASE("The link is removed at the end") {
    const ScratchDirectory directory;
    const std::string link = directory.path("meter");
    {
        LiveMeter meter(ptyOnly(link));
        CHECK(fs::is_symlink(link));
        meter.engine().stop();
        CHECK_FALSE(fs::is_symlink(link));
    }
}

TEST_CASE("Two meters without a name for their link get two names") {
    const ScratchDirectory directory;
    REQUIRE(::setenv("XDG_RUNTIME_DIR", directory.path(".").c_str(), 1) == 0);
    const LiveMeter first(ptyOnly("auto"));
    const LiveMeter second(ptyOnly("auto"));
    CHECK(first.addressOf("modbus-rtu") == directory.path("./metertwin/4E36C14C"));
    CHECK(second.addressOf("modbus-rtu") == directory.path("./metertwin/4E36C14C-2"));
}

TEST_CASE("A wrong network is told in words") {
    EngineOptions options = privateOptions();
    options.allowedCidrs = {"10.0.0.0/33"};
    CHECK(startError(options).find("'10.0.0.0/33' is not a network") != std::string::npos);
}

TEST_CASE("Meters on one line must differ in address and agree in baud rate") {
    meter::sim::Scenario second = liveScenario();
    Engine sameAddress({liveScenario(), second}, privateOptions());
    auto started = sameAddress.start();
    REQUIRE_FALSE(started.has_value());
    CHECK(started.error().text.find("same address 1") != std::string::npos);
    second.meter.installerSettings.modbusAddress = 2;
    second.meter.installerSettings.baudRate = 9600;
    Engine otherBaudRate({liveScenario(), second}, privateOptions());
    started = otherBaudRate.start();
    REQUIRE_FALSE(started.has_value());
    CHECK(started.error().text.find("19200 8N1 and 9600 8N1") != std::string::npos);
}

TEST_CASE("Starting and stopping leaves no descriptor open") {
    const ScratchDirectory directory;
    const auto runOnce = [&] {
        EngineOptions options = ptyOnly(directory.path("meter"));
        options.tcp = TcpAddress{.host = "127.0.0.1", .port = 0, .isDefault = false};
        options.rtuOverTcp = options.tcp;
        LiveMeter meter(options);
        auto client = meter::test::ByteStream::tcp(meter.portOf("modbus-tcp"));
        auto master = meter::test::ByteStream::port(meter.addressOf("modbus-rtu"));
        meter.engine().stop();
    };
    runOnce(); // What libraries open once for ever is open from here on.
    const std::size_t before = openDescriptorCount();
    for (int i = 0; i < 5; ++i) {
        runOnce();
    }
    CHECK(openDescriptorCount() == before);
}
