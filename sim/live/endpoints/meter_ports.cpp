// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/endpoints/meter_ports.hpp"

#include "sim/live/endpoints/listening_socket.hpp"
#include "sim/twin/simulation.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstdint>
#include <utility>

namespace meter::sim::live {
namespace {

constexpr WallUs kRoundUs = 100'000;
constexpr std::size_t kPortMax = 65535;

Result<TcpAddress> addressFurtherOn(TcpAddress address, std::size_t index) {
    in_addr first{};
    if (::inet_pton(AF_INET, address.host.c_str(), &first) != 1) {
        return std::unexpected(Error{"'" + address.host +
                                     "+' takes an IPv4 address, as in "
                                     "127.0.1.1+:502"});
    }
    const std::uint64_t wanted = std::uint64_t{ntohl(first.s_addr)} + index;
    if (wanted > UINT32_MAX) {
        return std::unexpected(Error{"the addresses from " + address.host + " on are too few"});
    }
    const in_addr place{.s_addr = htonl(static_cast<std::uint32_t>(wanted))};
    std::array<char, INET_ADDRSTRLEN> text{};
    ::inet_ntop(AF_INET, &place, text.data(), text.size());
    address.host = text.data();
    return address;
}

} // namespace

Result<TcpAddress> placeOfMeter(const TcpAddress& first, std::size_t index) {
    TcpAddress place = first;
    place.isDefault = false;
    place.spread = TcpSpread::None;
    if (first.spread == TcpSpread::Hosts) {
        return addressFurtherOn(place, index);
    }
    if (first.port == 0) {
        return place; // Any free one for each.
    }
    if (first.port + index > kPortMax) {
        return std::unexpected(Error{"the ports from " + std::to_string(first.port) +
                                     " on end at 65535 before every meter has one; begin lower, "
                                     "or give each an address of its own: HOST+:PORT"});
    }
    place.port = static_cast<std::uint16_t>(first.port + index);
    return place;
}

Result<void> MeterPorts::open(const TcpAddress& first,
                              std::vector<Simulation>& meters,
                              const StreamParts& parts) {
    m_ports.reserve(meters.size());
    for (std::size_t i = 0; i < meters.size(); ++i) {
        const Result<TcpAddress> place = placeOfMeter(first, i);
        if (!place) {
            return std::unexpected(place.error());
        }
        Result<ListeningSocket> listening = listenOn(*place);
        if (!listening) {
            return std::unexpected(listening.error());
        }
        auto counters = std::make_unique<LineCounters>();
        const StreamParts own{.loop = parts.loop,
                              .line = parts.line,
                              .log = parts.log,
                              .filter = parts.filter,
                              .counters = *counters,
                              .pacing = parts.pacing,
                              .name = "modbus-tcp " + listening->address,
                              .type = EndpointType::ModbusTcp,
                              .idleTimeoutUs = parts.idleTimeoutUs,
                              .clientCountMax = parts.clientCountMax,
                              .whenFull = parts.whenFull,
                              .meter = &meters[i],
                              .earliest = &m_earliest};
        auto server = std::make_unique<StreamServer>(own, std::move(listening->fd));
        if (const Result<void> started = server->start(); !started) {
            return started;
        }
        m_ports.push_back({.counters = std::move(counters),
                           .address = std::move(listening->address),
                           .server = std::move(server)});
    }
    return {};
}

WallUs MeterPorts::nextDeadline() const {
    return m_ports.empty() ? kNever : std::min(m_earliest, m_nextRound);
}

void MeterPorts::onTime(WallUs now) {
    m_earliest = kNever; // A client that is not served now states its time again.
    m_nextRound = now + kRoundUs;
    for (const Port& port : m_ports) {
        if (port.server->nextDeadline() <= now) {
            port.server->onTime(now);
        }
        m_earliest = std::min(m_earliest, port.server->nextTimed());
    }
}

void MeterPorts::list(std::vector<Endpoint>& rows) const {
    for (const Port& port : m_ports) {
        Endpoint& row = rows.emplace_back();
        row.kind = "modbus-tcp";
        row.address = port.address;
        row.counters = *port.counters;
        row.peers = port.server->peers();
        row.counters.clients = static_cast<int>(row.peers.size());
    }
}

} // namespace meter::sim::live
