// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything by which a line of meters can be reached: opened by the engine's options, listed,
// told when their time comes. Touched by the engine's thread only, but for the list.

#include "sim/live/address_filter.hpp"
#include "sim/live/engine.hpp"
#include "sim/live/event_log.hpp"
#include "sim/live/live_endpoint.hpp"
#include "sim/live/meter_line.hpp"
#include "sim/live/pacing.hpp"
#include "sim/live/poll_loop.hpp"
#include "sim/live/stream_server.hpp"

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace meter::sim::live {

struct EndpointParts {
    PollLoop& loop;
    MeterLine& line;
    EventLog& log;
    const Pacing& pacing;
    WallUs idleTimeoutUs;
    std::uint32_t serialNumber; ///< Of the first meter: names its virtual port.
};

class EndpointSet final {
public:
    explicit EndpointSet(const EndpointParts& parts) : m_parts(parts) {}

    /// Opens what the options name, in the order in which `serve` prints them.
    Result<void> open(const EngineOptions& options);
    void close();

    [[nodiscard]] std::vector<Endpoint> list() const; ///< From any thread.

    [[nodiscard]] WallUs nextDeadline() const;
    void serveTime(WallUs now);

private:
    Result<void> openStream(const TcpAddress& address, StreamDress dress);
    Result<void> openPty(const std::string& link);
    void add(std::unique_ptr<LiveEndpoint> endpoint, Endpoint description);

    EndpointParts m_parts;
    AddressFilter m_filter;
    std::vector<std::unique_ptr<LiveEndpoint>> m_endpoints;
    mutable std::mutex m_mutex; ///< Guards the list.
    std::vector<Endpoint> m_list;
};

} // namespace meter::sim::live
