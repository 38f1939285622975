// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything by which a line of meters can be reached: opened by the engine's options or while
// it runs, listed, called when their time comes. Touched by the engine's thread only, but for the
// list.

#include "sim/live/base/event_log.hpp"
#include "sim/live/base/pacing.hpp"
#include "sim/live/base/poll_loop.hpp"
#include "sim/live/endpoints/address_filter.hpp"
#include "sim/live/endpoints/engine_options.hpp"
#include "sim/live/endpoints/live_endpoint.hpp"
#include "sim/live/endpoints/meter_ports.hpp"
#include "sim/live/endpoints/stream_server.hpp"
#include "sim/live/line/endpoint.hpp"
#include "sim/live/line/meter_line.hpp"

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
    std::vector<Simulation>& meters;
};

class EndpointSet final {
public:
    explicit EndpointSet(const EndpointParts& parts) : m_parts(parts) {}

    /// Opens what the options name, in the order in which `serve` prints them.
    Result<void> open(const EngineOptions& options);
    void close();

    /// One more; its id.
    Result<int> add(const EndpointRequest& request);
    /// While the engine runs: as add(), but names that only a name server knows are refused,
    /// since waiting for it would stop the meters.
    Result<int> addLive(const EndpointRequest& request);
    Result<void> remove(int id);

    using List = std::vector<Endpoint>;
    [[nodiscard]] std::shared_ptr<const List> list() const; ///< From any thread.
    /// The same with the line as the meters are set at this moment; engine's thread only.
    [[nodiscard]] List current() const;

    [[nodiscard]] WallUs nextDeadline() const;
    void serveTime(WallUs now);

private:
    struct Member {
        std::unique_ptr<LineCounters> counters; ///< Outlives the endpoint, which counts in it.
        Endpoint description;
        std::unique_ptr<LiveEndpoint> endpoint;
    };

    using Opened = Result<std::unique_ptr<LiveEndpoint>>;
    [[nodiscard]] Opened open(Member& member, const EndpointRequest& request);
    [[nodiscard]] Opened openStream(Member& member, const EndpointRequest& request);
    [[nodiscard]] Opened openPty(Member& member, const std::string& link);
    [[nodiscard]] Opened openSerial(Member& member, const std::string& device);
    Result<void> openPorts(const TcpAddress& first);
    void followLineSetting();
    void makeNoise();
    void publish(WallUs now);

    EndpointParts m_parts;
    AddressFilter m_filter;
    MeterPorts m_ports; ///< Of each meter, if that was asked for.
    LineCounters m_portCounters;
    EngineOptions m_options; ///< What holds for endpoints that come later, too.
    std::vector<Member> m_members;
    int m_nextId = 1;
    std::uint16_t m_baudRate = 0; ///< The line setting that the endpoints know of.
    Parity m_parity = Parity::None;
    WallUs m_nextPublish = 0;
    WallUs m_nextNoise = 0;
    mutable std::mutex m_mutex; ///< Guards the list.
    std::shared_ptr<const List> m_list = std::make_shared<const List>();
};

} // namespace meter::sim::live
