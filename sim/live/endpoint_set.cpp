// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/endpoint_set.hpp"

#include "sim/live/listening_socket.hpp"
#include "sim/live/pty_endpoint.hpp"

#include <algorithm>
#include <utility>

namespace meter::sim::live {

std::string Endpoint::line() const {
    return kind + ' ' + address + (detail.empty() ? std::string{} : ' ' + detail);
}

Result<void> EndpointSet::open(const EngineOptions& options) {
    Result<AddressFilter> allowed = AddressFilter::of(options.allowedCidrs);
    if (!allowed) {
        return std::unexpected(allowed.error());
    }
    m_filter = std::move(*allowed);
    Result<void> done;
    if (options.tcp) {
        done = openStream(*options.tcp, StreamDress::ModbusTcp);
    }
    if (done && options.ptyLink && !options.ptyLink->empty()) {
        done = openPty(*options.ptyLink);
    }
    if (done && options.rtuOverTcp) {
        done = openStream(*options.rtuOverTcp, StreamDress::RtuOverTcp);
    }
    return done;
}

void EndpointSet::close() {
    m_endpoints.clear();
}

Result<void> EndpointSet::openStream(const TcpAddress& address, StreamDress dress) {
    Result<ListeningSocket> listening = listenOn(address);
    if (!listening) {
        return std::unexpected(listening.error());
    }
    Endpoint description{
        dress == StreamDress::ModbusTcp ? "modbus-tcp" : "modbus-rtu-tcp", listening->address, {}};
    const StreamParts parts{.loop = m_parts.loop,
                            .line = m_parts.line,
                            .log = m_parts.log,
                            .filter = m_filter,
                            .name = description.line(),
                            .dress = dress,
                            .idleTimeoutUs = m_parts.idleTimeoutUs};
    auto server = std::make_unique<StreamServer>(parts, std::move(listening->fd));
    if (const Result<void> started = server->start(); !started) {
        return started;
    }
    add(std::move(server), std::move(description));
    return {};
}

Result<void> EndpointSet::openPty(const std::string& link) {
    Result<PseudoTerminal> terminal = PseudoTerminal::open(m_parts.line.settings());
    if (!terminal) {
        return std::unexpected(terminal.error());
    }
    Result<PortLink> name = PortLink::make(link, terminal->path(), m_parts.serialNumber);
    if (!name) {
        return std::unexpected(name.error());
    }
    auto endpoint = std::make_unique<PtyEndpoint>(
        PtyParts{m_parts.loop, m_parts.line, m_parts.log, m_parts.pacing}, std::move(*terminal),
        std::move(*name));
    if (const Result<void> started = endpoint->start(); !started) {
        return started;
    }
    Endpoint description{"modbus-rtu", endpoint->path(), lineText(m_parts.line.settings())};
    add(std::move(endpoint), std::move(description));
    return {};
}

void EndpointSet::add(std::unique_ptr<LiveEndpoint> endpoint, Endpoint description) {
    m_endpoints.push_back(std::move(endpoint));
    const std::scoped_lock lock(m_mutex);
    m_list.push_back(std::move(description));
}

std::vector<Endpoint> EndpointSet::list() const {
    const std::scoped_lock lock(m_mutex);
    return m_list;
}

WallUs EndpointSet::nextDeadline() const {
    WallUs deadline = kNever;
    for (const auto& endpoint : m_endpoints) {
        deadline = std::min(deadline, endpoint->nextDeadline());
    }
    return deadline;
}

void EndpointSet::serveTime(WallUs now) {
    for (const auto& endpoint : m_endpoints) {
        if (endpoint->nextDeadline() <= now) {
            endpoint->onTime(now);
        }
    }
}

} // namespace meter::sim::live
