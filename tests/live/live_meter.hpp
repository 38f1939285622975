// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A running engine on endpoints of its own, and clients that speak to it in bytes. Everything
// waits for conditions with a deadline, never for time to pass.

#include "sim/live/base/file_descriptor.hpp"
#include "sim/live/engine.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meter::test {

using Bytes = std::vector<std::uint8_t>;

inline constexpr std::chrono::milliseconds kDeadline{5000};
/// So long nothing comes where nothing may come.
inline constexpr std::chrono::milliseconds kSilence{150};

/// Asks unit 1 for register 130 over RTU; the answer of a factory-new meter: 40, a wye.
inline const Bytes kReadType = {0x01, 0x03, 0x00, 0x81, 0x00, 0x01, 0xD4, 0x22};
inline const Bytes kTypeIsWye = {0x01, 0x03, 0x02, 0x00, 0x28, 0xB8, 0x5A};

/// True as soon as `condition` holds; false if it does not within the deadline.
[[nodiscard]] bool eventually(const std::function<bool()>& condition,
                              std::chrono::milliseconds deadline = kDeadline);

/// A wye of 277 V with 50 A, CT 100 A, on endpoints that nobody else has.
[[nodiscard]] sim::Scenario liveScenario();
[[nodiscard]] sim::live::EngineOptions privateOptions();

/// A directory that goes away with everything in it.
class ScratchDirectory {
public:
    ScratchDirectory();
    ~ScratchDirectory();
    ScratchDirectory(const ScratchDirectory&) = delete;
    ScratchDirectory& operator=(const ScratchDirectory&) = delete;

    [[nodiscard]] std::string path(const std::string& name) const { return m_path + "/" + name; }

private:
    std::string m_path;
};

/// An engine that has started and whose meter measures.
class LiveMeter {
public:
    explicit LiveMeter(const sim::live::EngineOptions& options = privateOptions(),
                       std::vector<sim::Scenario> scenarios = {liveScenario()});

    [[nodiscard]] sim::live::Engine& engine() { return *m_engine; }

    /// The address of the first endpoint of a kind: "modbus-tcp".
    [[nodiscard]] std::string addressOf(const std::string& kind) const;
    [[nodiscard]] int portOf(const std::string& kind) const;
    /// A snapshot; its log lines are kept as well.
    sim::live::Snapshot snapshot();
    [[nodiscard]] bool hasLogged(const std::string& part);

private:
    std::unique_ptr<sim::live::Engine> m_engine;
    std::string m_log;
};

/// The end of a TCP connection or of a port, as bytes.
class ByteStream {
public:
    /// A small receive buffer makes a client that fetches nothing felt soon.
    [[nodiscard]] static ByteStream tcp(int port, int receiveBufferSize = 0);
    /// Opens a port as a program does that sets nothing; see also `baudRate`.
    [[nodiscard]] static ByteStream port(const std::string& path);

    /// What the test has opened itself.
    [[nodiscard]] static ByteStream over(sim::live::FileDescriptor fd) {
        return ByteStream(std::move(fd));
    }

    [[nodiscard]] int fd() const { return m_fd.get(); }

    void send(const Bytes& bytes); ///< All of them; a connection closed by the meter is no error.
    /// Sends `block` again and again until the other end takes no more; how many bytes it took.
    [[nodiscard]] std::size_t sendUntilRefused(const Bytes& block);
    /// Reads `count` bytes; fewer if the stream ends or the deadline passes.
    [[nodiscard]] Bytes receive(std::size_t count, std::chrono::milliseconds deadline = kDeadline);
    [[nodiscard]] Bytes exchange(const Bytes& request, std::size_t answerSize);
    [[nodiscard]] bool isClosed(std::chrono::milliseconds deadline = kDeadline);
    void setLine(std::uint32_t baudRate, bool isParityOdd = false, bool isInputChecked = false);

    void close() { m_fd.reset(); }

private:
    explicit ByteStream(sim::live::FileDescriptor fd) : m_fd(std::move(fd)) {}

    sim::live::FileDescriptor m_fd;
};

/// MBAP request: read `quantity` holding registers from protocol address `address`.
[[nodiscard]] Bytes readRequest(std::uint16_t transaction,
                                std::uint8_t unit,
                                std::uint16_t address,
                                std::uint16_t quantity);

} // namespace meter::test
