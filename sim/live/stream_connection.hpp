// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One client of a stream server: what it has sent and not yet been served, what it has not yet
// fetched. While a client leaves its answers lying, nothing more is read from it.

#include "core/modbus/rtu_framer.hpp"
#include "sim/live/file_descriptor.hpp"
#include "sim/live/stream_server.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace meter::sim::live {

class StreamConnection final : private Pollable {
public:
    StreamConnection(StreamServer& server, FileDescriptor fd, std::string peer);

    Result<void> start();
    void stop(); ///< Leaves the loop and closes.

    [[nodiscard]] WallUs lastActive() const { return m_lastActive; }

    [[nodiscard]] const std::string& peer() const { return m_peer; }

    [[nodiscard]] WallUs framerDeadline() const;
    void onFramerTime(WallUs now); ///< A pause ends what is unfinished (RTU).

private:
    static constexpr std::size_t kReadSizeMax = 4096;
    /// Beyond this much unfetched output the client is not read any more.
    static constexpr std::size_t kOutputSizeMax = 65'536;

    void onReady(std::uint32_t events) override;
    void readSome();
    [[nodiscard]] bool consumeMbap(std::span<const std::byte> received);
    void consumeRtu(std::span<const std::byte> received, WallUs now);
    void serveFrames(WallUs now);
    [[nodiscard]] Asker asker() const;
    void send(const AnswerPlan& plan);
    void append(std::span<const std::byte> bytes);
    [[nodiscard]] bool flush(); ///< False: the connection is gone.
    void finish(const char* why);
    void updateInterest();

    StreamServer& m_server;
    FileDescriptor m_fd;
    std::string m_peer;
    std::vector<std::byte> m_input; ///< The beginning of a frame, Modbus TCP.
    modbus::RelaxedRtuFramer m_framer;
    std::vector<std::byte> m_output;
    std::size_t m_sentSize = 0; ///< Of m_output.
    std::uint32_t m_interest = 0;
    bool m_isInputEnded = false;
    WallUs m_lastActive = 0;
};

} // namespace meter::sim::live
