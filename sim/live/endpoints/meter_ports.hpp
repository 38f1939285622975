// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Modbus TCP for many meters, each at a port or an address of its own (`--tcp HOST:PORT+`,
// `--tcp HOST+:PORT`). Thousands of listeners are looked after together: who has nothing to do
// costs nothing but a place in a list.

#include "sim/live/endpoints/stream_server.hpp"

#include <cstddef>
#include <memory>
#include <vector>

namespace meter::sim {
class Simulation;
} // namespace meter::sim

namespace meter::sim::live {

/// The place of meter `index`: so many ports or addresses (IPv4) further on. An error says where
/// they end.
[[nodiscard]] Result<TcpAddress> placeOfMeter(const TcpAddress& first, std::size_t index);

class MeterPorts final {
public:
    MeterPorts() = default;

    /// One listener for each of the meters, which outlive this. `parts` lacks what is each
    /// one's own: counters, name and meter.
    Result<void>
    open(const TcpAddress& first, std::vector<Simulation>& meters, const StreamParts& parts);

    [[nodiscard]] WallUs nextDeadline() const;
    void onTime(WallUs now);

    /// As `serve` prints them, in the order of the meters.
    void list(std::vector<Endpoint>& rows) const;

private:
    struct Port {
        std::unique_ptr<LineCounters> counters; ///< Outlives the server, which counts in it.
        std::string address;
        std::unique_ptr<StreamServer> server;
    };

    std::vector<Port> m_ports;
    WallUs m_earliest = kNever; ///< Of what the connections wait for.
    WallUs m_nextRound = 0;     ///< When idle and closed connections are looked after.
};

} // namespace meter::sim::live
