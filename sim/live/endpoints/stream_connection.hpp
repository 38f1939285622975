// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One client of a stream server: what is spoken with it, and what it has not yet fetched. While
// a client leaves its answers lying, nothing more is read from it. Answers that are planned for
// later wait here; the order of the answers is that of the requests. A client that has sent many
// requests waits in the server's queue after each of them.

#include "sim/live/base/file_descriptor.hpp"
#include "sim/live/base/poll_loop.hpp"
#include "sim/live/endpoints/stream_session.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace meter::sim::live {

class StreamServer;

class StreamConnection final : private Pollable, private StreamReply {
public:
    StreamConnection(StreamServer& server, FileDescriptor fd, std::string peer);

    Result<void> start();
    void stop(); ///< Leaves the loop and closes.

    [[nodiscard]] WallUs lastActive() const { return m_lastActive; }

    [[nodiscard]] std::uint64_t lastActivity() const { return m_lastActivity; }

    [[nodiscard]] const std::string& peer() const { return m_peer; }

    [[nodiscard]] WallUs nextDeadline() const;
    void onTime(WallUs now); ///< At or after the deadline.
    void onTurn(WallUs now); ///< Its turn in the server's queue, which it has left.
    void onNoise(std::span<const std::byte> bytes);

private:
    /// So that looking through what is no request takes little of a turn.
    static constexpr std::size_t kReadSizeMax = 1024;
    /// Beyond this much unfetched output the client is not read any more.
    static constexpr std::size_t kOutputSizeMax = 65'536;

    /// Part of an answer that a fault of the line holds back.
    struct Later {
        WallUs due = 0;
        bool isReset = false;
        std::vector<std::byte> bytes;
    };

    void onReady(std::uint32_t events) override;
    void answer(const AnswerPlan& plan, WallUs now) override;
    void append(std::span<const std::byte> bytes) override;

    void reset() override { m_isResetDue = true; }

    [[nodiscard]] LineClient client() const override;

    void readSome();
    void endInput(WallUs now);
    [[nodiscard]] bool serveOne(WallUs now); ///< False: the connection has ended.
    void delay(const AnswerPlan& plan, WallUs now);
    void releaseDue(WallUs now);
    [[nodiscard]] bool flush(); ///< False: the connection is gone.
    void flushAndGoOn();
    void finish(const char* why);
    void noteCut(int reason);
    void updateInterest();

    [[nodiscard]] bool isAllSaid() const { return m_output.empty() && m_later.empty(); }

    [[nodiscard]] bool hasRoom() const {
        return m_output.size() - m_sentSize + m_laterSize < kOutputSizeMax;
    }

    StreamServer& m_server;
    FileDescriptor m_fd;
    std::string m_peer;
    std::vector<std::byte> m_output;
    std::size_t m_sentSize = 0; ///< Of m_output.
    std::deque<Later> m_later;
    std::size_t m_laterSize = 0; ///< Bytes in it.
    std::uint32_t m_interest = 0;
    bool m_isInputEnded = false;
    bool m_isSlowTold = false;
    WallUs m_lastAnswer = 0;
    bool m_hasMore = false;  ///< More requests may lie in the session.
    bool m_isQueued = false; ///< Waits for its turn in the server's queue.
    bool m_isResetDue = false;
    WallUs m_lastActive = 0;
    std::uint64_t m_lastActivity = 0; ///< Of all connections of the server.
    std::unique_ptr<StreamSession> m_session;
};

} // namespace meter::sim::live
