// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Modbus over TCP for many clients at once, in one of three framings: Modbus TCP (MBAP header),
// RTU frames with CRC, as serial device servers speak it, or a serial port by RFC 2217. Nothing
// here blocks: a client that is slow, silent or sends garbage has its own bounded buffers and
// delays nobody; of those that send requests as fast as they can, each has one served in turn.

#include "sim/live/base/event_log.hpp"
#include "sim/live/base/pacing.hpp"
#include "sim/live/base/poll_loop.hpp"
#include "sim/live/base/spare_descriptor.hpp"
#include "sim/live/endpoints/address_filter.hpp"
#include "sim/live/endpoints/listening_socket.hpp"
#include "sim/live/endpoints/live_endpoint.hpp"
#include "sim/live/line/meter_line.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace meter::sim::live {

class StreamConnection;
class StreamReply;
class StreamSession;

struct StreamParts {
    PollLoop& loop;
    MeterLine& line;
    EventLog& log;
    const AddressFilter& filter;
    LineCounters& counters;
    const Pacing& pacing;
    std::string name;     ///< Of the endpoint: "modbus-tcp 127.0.0.1:1502".
    EndpointType type;    ///< ModbusTcp, RtuOverTcp or Rfc2217.
    WallUs idleTimeoutUs; ///< kNever: none is closed for being idle.
    std::size_t clientCountMax = kClientCountDefault;
    WhenFull whenFull = WhenFull::CloseOldest;
    Simulation* meter = nullptr; ///< The only one behind it; null: the line.
    WallUs* earliest = nullptr;  ///< Told of each deadline, for who looks after many servers.
};

class StreamServer final : public LiveEndpoint, private Pollable {
public:
    StreamServer(StreamParts parts, FileDescriptor listener);
    ~StreamServer() override;

    Result<void> start();

    [[nodiscard]] WallUs nextDeadline() const override;
    void onTime(WallUs now) override;

    void onLineSetting() override {} ///< Judged at each request.

    void onNoise(std::span<const std::byte> bytes) override;
    [[nodiscard]] std::vector<std::string> peers() const override;

    [[nodiscard]] std::string trouble() const override { return {}; }

    // For its connections.
    [[nodiscard]] const StreamParts& parts() const { return m_parts; }

    void close(StreamConnection& connection);

    /// It has more requests than the one that was served, and waits for its turn.
    void enqueue(StreamConnection& connection) {
        m_queue.push_back(&connection);
        if (m_parts.earliest != nullptr) {
            *m_parts.earliest = 0;
        }
    }

    [[nodiscard]] std::unique_ptr<StreamSession> makeSession(StreamReply& reply,
                                                             const std::string& peer) const;

    /// Numbers what connections do: what is done within one turn of the loop has one time.
    [[nodiscard]] std::uint64_t nextActivity() { return ++m_activityCount; }

    /// A connection wants to be called at this time.
    void expect(WallUs deadline) {
        m_nextTimed = std::min(m_nextTimed, deadline);
        if (m_parts.earliest != nullptr) {
            *m_parts.earliest = std::min(*m_parts.earliest, deadline);
        }
    }

    /// The earliest of those; idle and closed ones do not count.
    [[nodiscard]] WallUs nextTimed() const { return m_queue.empty() ? m_nextTimed : 0; }

private:
    void onReady(std::uint32_t events) override;
    void accept(FileDescriptor client, const sockaddr_storage& peer);
    [[nodiscard]] bool closeLongestIdle(const char* why);
    [[nodiscard]] bool makeRoom(FileDescriptor& client, const std::string& peer);
    void serveTimed(WallUs now);
    void serveQueue();
    void closeIdle(WallUs now);
    void refuseForWantOfDescriptors();

    StreamParts m_parts;
    FileDescriptor m_listener;
    SpareDescriptor m_spare;
    std::vector<std::unique_ptr<StreamConnection>> m_connections;
    /// Closed ones stay until the next turn of the loop: one may be closing itself.
    std::vector<std::unique_ptr<StreamConnection>> m_closed;
    std::deque<StreamConnection*> m_queue; ///< With more requests, one a turn; each once.
    std::deque<FileDescriptor> m_ignored;  ///< Accepted and never answered.
    WallUs m_nextIdleCheck = 0;
    std::uint64_t m_activityCount = 0;
    WallUs m_nextTimed = kNever; ///< No connection's deadline is earlier.
    std::string m_lastRefused;
    bool m_isFullTold = false; ///< Since the last client that was served left.
};

} // namespace meter::sim::live
