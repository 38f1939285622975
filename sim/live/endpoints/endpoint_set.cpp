// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/endpoints/endpoint_set.hpp"

#include "sim/live/endpoints/listening_socket.hpp"
#include "sim/live/endpoints/pty_endpoint.hpp"
#include "sim/live/endpoints/serial_endpoint.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <utility>

namespace meter::sim::live {
namespace {

constexpr WallUs kPublishUs = 250'000;
constexpr std::size_t kRowsOfManyPorts = 100;
constexpr WallUs kNoiseLookUs = 5000; ///< About as often as the meters go forward.

/// By EndpointType, as `serve` prints them.
constexpr std::array<const char*, 5> kKinds = {"modbus-tcp", "modbus-rtu-tcp", "modbus-rtu-rfc2217",
                                               "modbus-rtu", "modbus-rtu"};

/// In which `serve` prints them.
constexpr std::array<EndpointType, 5> kOrder = {EndpointType::ModbusTcp, EndpointType::Pty,
                                                EndpointType::RtuOverTcp, EndpointType::Rfc2217,
                                                EndpointType::Serial};

bool hasLineSetting(EndpointType type) {
    return type == EndpointType::Rfc2217 || type == EndpointType::Pty ||
           type == EndpointType::Serial;
}

bool isSocket(EndpointType type) {
    return type != EndpointType::Pty && type != EndpointType::Serial;
}

bool isNumeric(const std::string& host) {
    std::array<std::byte, 16> address{};
    return host.empty() || host == "localhost" ||
           ::inet_pton(AF_INET, host.c_str(), address.data()) == 1 ||
           ::inet_pton(AF_INET6, host.c_str(), address.data()) == 1;
}

} // namespace

std::string Endpoint::line() const {
    return kind + ' ' + address + (detail.empty() ? std::string{} : ' ' + detail);
}

Result<void> EndpointSet::open(const EngineOptions& options) {
    Result<AddressFilter> allowed = AddressFilter::of(options.allowedCidrs);
    if (!allowed) {
        return std::unexpected(allowed.error());
    }
    m_filter = std::move(*allowed);
    m_options = options;
    std::vector<EndpointRequest> wanted;
    const auto wantSocket = [&](EndpointType type, const std::optional<TcpAddress>& address) {
        if (address) {
            EndpointRequest& request = wanted.emplace_back();
            request.type = type;
            request.address = *address;
        }
    };
    const auto wantPort = [&](EndpointType type, const std::optional<std::string>& path) {
        if (path && !path->empty()) {
            EndpointRequest& request = wanted.emplace_back();
            request.type = type;
            request.path = *path;
        }
    };
    if (options.tcp && options.tcp->spread != TcpSpread::None) {
        if (const Result<void> opened = openPorts(*options.tcp); !opened) {
            return opened;
        }
    } else {
        wantSocket(EndpointType::ModbusTcp, options.tcp);
    }
    wantPort(EndpointType::Pty, options.ptyLink);
    wantSocket(EndpointType::RtuOverTcp, options.rtuOverTcp);
    wantSocket(EndpointType::Rfc2217, options.rfc2217);
    wantPort(EndpointType::Serial, options.serialDevice);
    wanted.insert(wanted.end(), options.more.begin(), options.more.end());
    for (const EndpointType type : kOrder) {
        for (const EndpointRequest& request : wanted) {
            const Result<int> added = request.type == type ? add(request) : 0;
            if (!added) {
                return std::unexpected(added.error());
            }
        }
    }
    return {};
}

Result<void> EndpointSet::openPorts(const TcpAddress& first) {
    const StreamParts parts{.loop = m_parts.loop,
                            .line = m_parts.line,
                            .log = m_parts.log,
                            .filter = m_filter,
                            .counters = m_portCounters,
                            .pacing = m_parts.pacing,
                            .name = {},
                            .type = EndpointType::ModbusTcp,
                            .idleTimeoutUs = m_parts.idleTimeoutUs,
                            .clientCountMax = m_options.clientCountMax,
                            .whenFull = m_options.whenFull};
    const Result<void> opened = m_ports.open(first, m_parts.meters, parts);
    publish(wallNow());
    return opened;
}

void EndpointSet::close() {
    m_members.clear();
    m_ports = MeterPorts();
    publish(wallNow());
}

Result<int> EndpointSet::add(const EndpointRequest& request) {
    const Settings& settings = m_parts.line.settings();
    Member member{.counters = std::make_unique<LineCounters>(), .description = {}, .endpoint = {}};
    Endpoint& description = member.description;
    description.id = m_nextId;
    description.type = request.type;
    description.kind = kKinds[static_cast<std::size_t>(request.type)];
    description.detail = hasLineSetting(request.type) ? lineText(settings) : std::string{};
    Opened opened = open(member, request);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    member.endpoint = std::move(*opened);
    m_members.push_back(std::move(member));
    publish(wallNow());
    return m_nextId++;
}

Result<int> EndpointSet::addLive(const EndpointRequest& request) {
    if (isSocket(request.type) && !isNumeric(request.address.host)) {
        return std::unexpected(
            Error{"'" + request.address.host +
                  "' is not a numeric address; write it as in 127.0.0.1 or ::1 (or localhost)"});
    }
    return add(request);
}

Result<void> EndpointSet::remove(int id) {
    const auto found = std::ranges::find(
        m_members, id, [](const Member& member) { return member.description.id; });
    if (found == m_members.end()) {
        return std::unexpected(Error{"there is no endpoint with the number " + std::to_string(id) +
                                     "; it was removed before"});
    }
    m_members.erase(found);
    publish(wallNow());
    return {};
}

EndpointSet::Opened EndpointSet::open(Member& member, const EndpointRequest& request) {
    if (isSocket(request.type)) {
        return openStream(member, request);
    }
    return request.type == EndpointType::Pty ? openPty(member, request.path)
                                             : openSerial(member, request.path);
}

EndpointSet::Opened EndpointSet::openStream(Member& member, const EndpointRequest& request) {
    Result<ListeningSocket> listening = listenOn(request.address);
    if (!listening) {
        return std::unexpected(listening.error());
    }
    member.description.address = listening->address;
    const StreamParts parts{.loop = m_parts.loop,
                            .line = m_parts.line,
                            .log = m_parts.log,
                            .filter = m_filter,
                            .counters = *member.counters,
                            .pacing = m_parts.pacing,
                            .name = member.description.kind + ' ' + listening->address,
                            .type = request.type,
                            .idleTimeoutUs = m_parts.idleTimeoutUs,
                            .clientCountMax = m_options.clientCountMax,
                            .whenFull = m_options.whenFull};
    auto server = std::make_unique<StreamServer>(parts, std::move(listening->fd));
    if (const Result<void> started = server->start(); !started) {
        return std::unexpected(started.error());
    }
    return server;
}

EndpointSet::Opened EndpointSet::openPty(Member& member, const std::string& link) {
    Result<PseudoTerminal> terminal = PseudoTerminal::open(m_parts.line.settings());
    if (!terminal) {
        return std::unexpected(terminal.error());
    }
    if (const auto allowed = terminal->allow(m_options.ptyMode, m_options.ptyGroup); !allowed) {
        return std::unexpected(allowed.error());
    }
    Result<PortLink> name = PortLink::make(link, terminal->path(), m_parts.serialNumber);
    if (!name) {
        return std::unexpected(name.error());
    }
    auto endpoint = std::make_unique<PtyEndpoint>(
        PtyParts{m_parts.loop, m_parts.line, m_parts.log, *member.counters, m_parts.pacing},
        std::move(*terminal), std::move(*name));
    if (const Result<void> started = endpoint->start(); !started) {
        return std::unexpected(started.error());
    }
    member.description.address = endpoint->path();
    return endpoint;
}

EndpointSet::Opened EndpointSet::openSerial(Member& member, const std::string& device) {
    auto endpoint = std::make_unique<SerialEndpoint>(
        SerialParts{m_parts.loop, m_parts.line, m_parts.log, *member.counters, m_parts.pacing},
        device);
    if (const Result<void> started = endpoint->start(); !started) {
        return std::unexpected(started.error());
    }
    member.description.address = device;
    return endpoint;
}

void EndpointSet::followLineSetting() {
    const Settings& settings = m_parts.line.settings();
    if (settings.baudRate == m_baudRate && settings.parity == m_parity) {
        return;
    }
    const bool isFirst = m_baudRate == 0;
    m_baudRate = settings.baudRate;
    m_parity = settings.parity;
    for (Member& member : m_members) {
        if (hasLineSetting(member.description.type) && !isFirst) {
            member.description.detail = lineText(settings);
            member.endpoint->onLineSetting();
        }
    }
}

void EndpointSet::makeNoise() {
    for (const std::vector<std::byte>& burst : m_parts.line.takeNoise()) {
        for (const Member& member : m_members) {
            member.endpoint->onNoise(burst);
        }
    }
}

void EndpointSet::publish(WallUs now) {
    auto list = std::make_shared<List>();
    m_ports.list(*list);
    // Thousands of rows are made a little less often.
    m_nextPublish = now + kPublishUs * (list->size() > kRowsOfManyPorts ? 8 : 1);
    for (Member& member : m_members) {
        Endpoint& state = list->emplace_back(member.description);
        state.counters = *member.counters;
        state.peers = member.endpoint->peers();
        state.trouble = member.endpoint->trouble();
        state.counters.clients = static_cast<int>(state.peers.size());
    }
    const std::scoped_lock lock(m_mutex);
    m_list = std::move(list);
}

std::shared_ptr<const EndpointSet::List> EndpointSet::list() const {
    const std::scoped_lock lock(m_mutex);
    return m_list;
}

EndpointSet::List EndpointSet::current() const {
    List list = *this->list();
    for (Endpoint& endpoint : list) {
        if (hasLineSetting(endpoint.type)) {
            endpoint.detail = lineText(m_parts.line.settings());
        }
    }
    return list;
}

WallUs EndpointSet::nextDeadline() const {
    WallUs deadline = m_ports.nextDeadline();
    for (const Member& member : m_members) {
        deadline = std::min(deadline, member.endpoint->nextDeadline());
    }
    return deadline;
}

void EndpointSet::serveTime(WallUs now) {
    followLineSetting();
    for (const Member& member : m_members) {
        if (member.endpoint->nextDeadline() <= now) {
            member.endpoint->onTime(now);
        }
    }
    if (m_ports.nextDeadline() <= now) {
        m_ports.onTime(now);
    }
    if (m_nextNoise <= now) {
        m_nextNoise = now + kNoiseLookUs;
        makeNoise();
    }
    if (m_nextPublish <= now) {
        publish(now);
    }
}

} // namespace meter::sim::live
