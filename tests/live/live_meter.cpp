// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/live_meter.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <asm/termbits.h>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <netinet/in.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <thread>

namespace meter::test {
namespace {

using Clock = std::chrono::steady_clock;

int remainingMs(Clock::time_point end) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
    return static_cast<int>(std::max<std::chrono::milliseconds::rep>(0, left.count()));
}

} // namespace

bool eventually(const std::function<bool()>& condition, std::chrono::milliseconds deadline) {
    const Clock::time_point end = Clock::now() + deadline;
    while (!condition()) {
        if (Clock::now() > end) {
            return false;
        }
        std::this_thread::yield();
    }
    return true;
}

sim::Scenario liveScenario() {
    sim::Scenario scenario;
    scenario.name = "live";
    scenario.world.source.voltageV = {277.0, 277.0, 277.0};
    scenario.world.load.currentA = {50.0, 50.0, 50.0};
    scenario.world.line.isPaced = false;
    return scenario;
}

sim::live::EngineOptions privateOptions() {
    sim::live::EngineOptions options;
    options.tcp = sim::live::TcpAddress{.host = "127.0.0.1", .port = 0, .isDefault = false};
    options.ptyLink = std::nullopt;
    options.speed = 50.0; // The second that a meter boots is over in 20 ms.
    return options;
}

ScratchDirectory::ScratchDirectory() {
    std::string pattern = (std::filesystem::temp_directory_path() / "metertwin-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    m_path = pattern;
}

ScratchDirectory::~ScratchDirectory() {
    std::error_code error;
    std::filesystem::remove_all(m_path, error);
}

LiveMeter::LiveMeter(const sim::live::EngineOptions& options, std::vector<sim::Scenario> scenarios)
    : m_engine(std::make_unique<sim::live::Engine>(std::move(scenarios), options)) {
    const auto started = m_engine->start();
    INFO((started ? std::string{} : started.error().text));
    REQUIRE(started.has_value());
    REQUIRE(eventually([&] { return m_engine->snapshot().readings.isMeasuring; }));
}

std::string LiveMeter::addressOf(const std::string& kind) const {
    for (const sim::live::Endpoint& endpoint : m_engine->endpoints()) {
        if (endpoint.kind == kind) {
            return endpoint.address;
        }
    }
    return {};
}

int LiveMeter::portOf(const std::string& kind) const {
    const std::string address = addressOf(kind);
    return std::atoi(address.substr(address.rfind(':') + 1).c_str());
}

sim::live::Snapshot LiveMeter::snapshot() {
    sim::live::Snapshot snapshot = m_engine->snapshot();
    for (const sim::live::LogLine& line : snapshot.log) {
        m_log += line.text + '\n';
    }
    return snapshot;
}

bool LiveMeter::hasLogged(const std::string& part) {
    return eventually([&] {
        snapshot();
        return m_log.find(part) != std::string::npos;
    });
}

ByteStream ByteStream::tcp(int port, int receiveBufferSize) {
    sim::live::FileDescriptor fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    REQUIRE(fd.isOpen());
    if (receiveBufferSize > 0) {
        REQUIRE(::setsockopt(fd.get(), SOL_SOCKET, SO_RCVBUF, &receiveBufferSize,
                             sizeof receiveBufferSize) == 0);
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(fd.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    return ByteStream(std::move(fd));
}

ByteStream ByteStream::port(const std::string& path) {
    sim::live::FileDescriptor fd(::open(path.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK));
    INFO(path);
    REQUIRE(fd.isOpen());
    return ByteStream(std::move(fd));
}

void ByteStream::send(const Bytes& bytes) {
    std::size_t sent = 0;
    const Clock::time_point end = Clock::now() + kDeadline;
    while (sent < bytes.size()) {
        pollfd state{m_fd.get(), POLLOUT, 0};
        REQUIRE(::poll(&state, 1, remainingMs(end)) == 1);
        ssize_t size = ::send(m_fd.get(), bytes.data() + sent, bytes.size() - sent,
                              MSG_NOSIGNAL | MSG_DONTWAIT);
        if (size < 0 && errno == ENOTSOCK) {
            size = ::write(m_fd.get(), bytes.data() + sent, bytes.size() - sent);
        }
        if (size < 0 && errno != EAGAIN) {
            return;
        }
        sent += static_cast<std::size_t>(std::max<ssize_t>(size, 0));
    }
}

std::size_t ByteStream::sendUntilRefused(const Bytes& block) {
    constexpr std::size_t kFarTooMuch = 256U << 20U;
    constexpr int kPatienceMs = 100;
    std::size_t sent = 0;
    while (sent < kFarTooMuch) {
        pollfd state{m_fd.get(), POLLOUT, 0};
        if (::poll(&state, 1, kPatienceMs) != 1) {
            return sent;
        }
        const std::size_t first = sent % block.size();
        const ssize_t size = ::send(m_fd.get(), block.data() + first, block.size() - first,
                                    MSG_NOSIGNAL | MSG_DONTWAIT);
        REQUIRE((size >= 0 || errno == EAGAIN));
        sent += static_cast<std::size_t>(std::max<ssize_t>(size, 0));
    }
    return sent;
}

Bytes ByteStream::receive(std::size_t count, std::chrono::milliseconds deadline) {
    Bytes bytes;
    const Clock::time_point end = Clock::now() + deadline;
    while (bytes.size() < count) {
        pollfd state{m_fd.get(), POLLIN, 0};
        if (::poll(&state, 1, remainingMs(end)) != 1) {
            break;
        }
        std::array<std::uint8_t, 4096> chunk{};
        const ssize_t size =
            ::read(m_fd.get(), chunk.data(), std::min(chunk.size(), count - bytes.size()));
        if (size <= 0) {
            break;
        }
        bytes.insert(bytes.end(), chunk.begin(), chunk.begin() + size);
    }
    return bytes;
}

Bytes ByteStream::exchange(const Bytes& request, std::size_t answerSize) {
    send(request);
    return receive(answerSize);
}

bool ByteStream::isClosed(std::chrono::milliseconds deadline) {
    const Clock::time_point end = Clock::now() + deadline;
    std::array<std::uint8_t, 4096> chunk{};
    pollfd state{m_fd.get(), POLLIN, 0};
    while (::poll(&state, 1, remainingMs(end)) == 1) {
        if (::read(m_fd.get(), chunk.data(), chunk.size()) <= 0) {
            return true;
        }
    }
    return false;
}

void ByteStream::setLine(std::uint32_t baudRate, bool isParityOdd, bool isInputChecked) {
    termios2 state{};
    REQUIRE(::ioctl(m_fd.get(), TCGETS2, &state) == 0);
    state.c_iflag = isInputChecked ? INPCK : 0U;
    state.c_oflag = 0;
    state.c_lflag = 0;
    state.c_cflag = CS8 | CREAD | CLOCAL | BOTHER | (isParityOdd ? PARODD : 0U);
    state.c_ispeed = state.c_ospeed = baudRate;
    REQUIRE(::ioctl(m_fd.get(), TCSETS2, &state) == 0);
}

Bytes readRequest(std::uint16_t transaction,
                  std::uint8_t unit,
                  std::uint16_t address,
                  std::uint16_t quantity) {
    const auto high = [](std::uint16_t value) {
        return static_cast<std::uint8_t>(value >> 8);
    };
    const auto low = [](std::uint16_t value) {
        return static_cast<std::uint8_t>(value & 0xFF);
    };
    return {high(transaction), low(transaction), 0, 0, 0, 6, unit, 3, high(address), low(address),
            high(quantity),    low(quantity)};
}

} // namespace meter::test
