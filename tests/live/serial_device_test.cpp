// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A serial device is played by a pseudo-terminal of the test's own: its master end is the wire.
// What silences mean on a real one is in rtu_port_test.cpp. Frames are those of the conformance
// list (CRCs of an independent program).
#include "tests/live/live_meter.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/file.h>

using meter::sim::live::FileDescriptor;
using meter::test::Bytes;
using meter::test::ByteStream;
using meter::test::eventually;
using meter::test::kReadType;
using meter::test::kTypeIsWye;
using meter::test::LiveMeter;
using meter::test::ScratchDirectory;

namespace {

/// An adapter that can be plugged in and pulled out: a link to a pseudo-terminal.
class Adapter {
public:
    explicit Adapter(std::string path) : m_path(std::move(path)) { plugIn(); }

    void plugIn() {
        FileDescriptor master(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK));
        REQUIRE(master.isOpen());
        REQUIRE(::grantpt(master.get()) == 0);
        REQUIRE(::unlockpt(master.get()) == 0);
        std::array<char, 64> name{};
        REQUIRE(::ptsname_r(master.get(), name.data(), name.size()) == 0);
        std::filesystem::create_symlink(name.data(), m_path);
        m_wire.emplace(ByteStream::over(std::move(master)));
    }

    void pullOut() {
        m_wire.reset();
        std::filesystem::remove(m_path);
    }

    [[nodiscard]] const std::string& path() const { return m_path; }

    [[nodiscard]] ByteStream& wire() { return *m_wire; }

private:
    std::string m_path;
    std::optional<ByteStream> m_wire;
};

meter::sim::live::EngineOptions serialOnly(const std::string& device) {
    meter::sim::live::EngineOptions options = meter::test::privateOptions();
    options.tcp.reset();
    options.serialDevice = device;
    return options;
}

std::string startError(const std::string& device) {
    meter::sim::live::Engine engine({meter::test::liveScenario()}, serialOnly(device));
    const auto started = engine.start();
    return started ? std::string{} : started.error().text;
}

struct SerialMeter {
    ScratchDirectory directory;
    Adapter adapter{directory.path("ttyUSB0")};
    LiveMeter meter{serialOnly(adapter.path())};
};

} // namespace

TEST_CASE("A master on a serial device is answered") {
    SerialMeter serial;
    CHECK(serial.adapter.wire().exchange(kReadType, 7) == kTypeIsWye);
    const auto endpoint = serial.meter.engine().endpoints().at(0);
    CHECK(endpoint.line() == "modbus-rtu " + serial.adapter.path() + " 19200 8N1");
}

TEST_CASE("On one end of a pair of virtual ports requests need no silence between them") {
    SerialMeter serial;
    Bytes glued = kReadType;
    glued.insert(glued.end(), {0x00, 0xFF, 0x13});
    glued.insert(glued.end(), kReadType.begin(), kReadType.end());
    serial.adapter.wire().send(glued);
    // This line has no pace: the first is answered before the second is looked at.
    CHECK(serial.adapter.wire().receive(7) == kTypeIsWye);
    CHECK(serial.adapter.wire().receive(7) == kTypeIsWye);
    CHECK(serial.adapter.wire().exchange(kReadType, 7) == kTypeIsWye);
}

TEST_CASE("A serial device that is unplugged and comes back is served again") {
    SerialMeter serial;
    REQUIRE(serial.adapter.wire().exchange(kReadType, 7) == kTypeIsWye);
    serial.adapter.pullOut();
    REQUIRE(serial.meter.hasLogged("the device is gone"));
    CHECK(eventually([&] { return !serial.meter.engine().endpoints().at(0).trouble.empty(); }));
    serial.adapter.plugIn();
    REQUIRE(serial.meter.hasLogged("is back: serving at 19200 8N1"));
    CHECK(eventually([&] { return serial.meter.engine().endpoints().at(0).trouble.empty(); }));
    CHECK(serial.adapter.wire().exchange(kReadType, 7) == kTypeIsWye);
}

TEST_CASE("A device that cannot be served is an error with its remedy") {
    const ScratchDirectory directory;
    CHECK(startError(directory.path("none")).find("is the adapter plugged in?") !=
          std::string::npos);
    std::ofstream(directory.path("file")) << "mine";
    CHECK(startError(directory.path("file")).find("is not a serial port") != std::string::npos);
    CHECK(startError("/dev/null").find("is not a serial port") != std::string::npos);
    CHECK(startError("/tmp").find("is not a serial port") != std::string::npos);

    const Adapter busy(directory.path("ttyUSB1"));
    const FileDescriptor other(::open(busy.path().c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC));
    REQUIRE(::flock(other.get(), LOCK_EX) == 0);
    CHECK(startError(busy.path()).find("is used by another program") != std::string::npos);
}
