// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/endpoints/stream_server.hpp"

#include "sim/live/base/system_error.hpp"
#include "sim/live/endpoints/rfc2217_session.hpp"
#include "sim/live/endpoints/stream_connection.hpp"

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>
#include <utility>

namespace meter::sim::live {
namespace {

constexpr WallUs kIdleCheckUs = 1'000'000;
constexpr int kAcceptCountMax = 64; ///< At one go, so that a storm of clients delays nobody.
/// For those in the queue; then the wire is looked at for others.
constexpr WallUs kTurnUs = 300;
constexpr std::size_t kTurnsPerLook = 8; ///< At the clock.
constexpr std::size_t kIgnoredCountMax = 256;

} // namespace

StreamServer::StreamServer(StreamParts parts, FileDescriptor listener)
    : m_parts(std::move(parts)), m_listener(std::move(listener)) {}

StreamServer::~StreamServer() {
    if (m_listener.isOpen()) {
        m_parts.loop.remove(m_listener.get(), *this);
    }
    while (!m_connections.empty()) {
        close(*m_connections.back());
    }
}

Result<void> StreamServer::start() {
    return m_parts.loop.add(m_listener.get(), EPOLLIN, *this);
}

void StreamServer::onReady(std::uint32_t /*events*/) {
    for (int i = 0; i < kAcceptCountMax; ++i) {
        sockaddr_storage peer{};
        socklen_t size = sizeof peer;
        FileDescriptor client(::accept4(m_listener.get(), reinterpret_cast<sockaddr*>(&peer), &size,
                                        SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (client.isOpen()) {
            accept(std::move(client), peer);
        } else if (SpareDescriptor::isNeededFor(errno)) {
            return refuseForWantOfDescriptors();
        } else if (errno != ECONNABORTED && errno != EINTR) {
            return;
        }
    }
}

void StreamServer::accept(FileDescriptor client, const sockaddr_storage& peer) {
    const std::string peerText = addressText(peer);
    if (!m_parts.filter.isAllowed(peer)) {
        const std::string host = peerText.substr(0, peerText.rfind(':'));
        if (host != m_lastRefused) {
            m_parts.log.add("refused " + host + ": not in an allowed network");
            m_lastRefused = host;
        }
        return;
    }
    if (m_connections.size() >= m_parts.clientCountMax && !makeRoom(client, peerText)) {
        return;
    }
    auto connection = std::make_unique<StreamConnection>(*this, std::move(client), peerText);
    if (const Result<void> started = connection->start(); !started) {
        m_parts.log.add("refused " + peerText + ": " + started.error().text);
        return;
    }
    m_connections.push_back(std::move(connection));
    m_parts.line.addClient();
}

/// False: the client is not served.
bool StreamServer::makeRoom(FileDescriptor& client, const std::string& peer) {
    if (m_parts.whenFull == WhenFull::CloseOldest) {
        return closeLongestIdle("idle longest, and one more client came");
    }
    const bool isIgnored = m_parts.whenFull == WhenFull::Ignore;
    if (!m_isFullTold) {
        m_isFullTold = true;
        m_parts.log.add((isIgnored ? "not answering " : "refused ") + peer + ": " +
                        std::to_string(m_parts.clientCountMax) +
                        " clients are connected, no more are served");
    }
    if (isIgnored) {
        if (m_ignored.size() >= kIgnoredCountMax) {
            m_ignored.pop_front();
        }
        m_ignored.push_back(std::move(client));
    }
    return false;
}

bool StreamServer::closeLongestIdle(const char* why) {
    const auto longest = std::ranges::min_element(
        m_connections, {}, [](const auto& connection) { return connection->lastActivity(); });
    if (longest == m_connections.end()) {
        return false;
    }
    m_parts.log.add("closed " + (*longest)->peer() + ": " + why);
    close(**longest);
    return true;
}

void StreamServer::refuseForWantOfDescriptors() {
    m_spare.refuseOneAt(m_listener.get());
    static_cast<void>(
        closeLongestIdle("idle longest, and this process has no file descriptors left"));
}

void StreamServer::close(StreamConnection& connection) {
    const auto found = std::ranges::find(m_connections, &connection,
                                         [](const auto& owner) { return owner.get(); });
    if (found == m_connections.end()) {
        return;
    }
    connection.stop();
    m_isFullTold = false;
    std::erase(m_queue, &connection);
    m_parts.line.removeClient();
    m_closed.push_back(std::move(*found));
    *found = std::move(m_connections.back());
    m_connections.pop_back();
}

void StreamServer::onNoise(std::span<const std::byte> bytes) {
    for (std::size_t i = m_connections.size(); i-- > 0;) {
        m_connections[i]->onNoise(bytes);
    }
}

std::vector<std::string> StreamServer::peers() const {
    std::vector<std::string> peers;
    peers.reserve(m_connections.size());
    for (const auto& connection : m_connections) {
        peers.push_back(connection->peer());
    }
    return peers;
}

std::unique_ptr<StreamSession> StreamServer::makeSession(StreamReply& reply,
                                                         const std::string& peer) const {
    switch (m_parts.type) {
    case EndpointType::RtuOverTcp:
        return std::make_unique<RtuSession>(SessionParts{m_parts.line, m_parts.log, reply});
    case EndpointType::Rfc2217:
        return std::make_unique<Rfc2217Session>(Rfc2217Parts{m_parts.line, m_parts.log,
                                                             m_parts.counters, m_parts.pacing,
                                                             m_parts.name, peer},
                                                reply);
    default:
        return std::make_unique<MbapSession>(SessionParts{m_parts.line, m_parts.log, reply});
    }
}

WallUs StreamServer::nextDeadline() const {
    if (!m_closed.empty() || !m_queue.empty()) {
        return 0;
    }
    return m_connections.empty() && m_ignored.empty() ? kNever
                                                      : std::min(m_nextIdleCheck, m_nextTimed);
}

void StreamServer::serveTimed(WallUs now) {
    m_nextTimed = kNever;
    // Backwards: closing one moves the last one into its place.
    for (std::size_t i = m_connections.size(); i-- > 0;) {
        if (m_connections[i]->nextDeadline() <= now) {
            m_connections[i]->onTime(now);
        }
    }
    for (const auto& connection : m_connections) {
        expect(connection->nextDeadline());
    }
}

/// One request of each that waits, as far as the time for a turn goes.
void StreamServer::serveQueue() {
    const WallUs begin = wallNow();
    const std::size_t count = m_queue.size();
    for (std::size_t i = 0; i < count && !m_queue.empty(); ++i) {
        if (i % kTurnsPerLook == kTurnsPerLook - 1 && wallNow() - begin >= kTurnUs) {
            return;
        }
        StreamConnection& next = *m_queue.front();
        m_queue.pop_front();
        next.onTurn(begin);
    }
}

void StreamServer::closeIdle(WallUs now) {
    m_nextIdleCheck = now + std::min(kIdleCheckUs, m_parts.idleTimeoutUs / 4);
    std::erase_if(m_ignored, [](const FileDescriptor& client) {
        std::byte byte{};
        return ::recv(client.get(), &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
    });
    if (m_parts.idleTimeoutUs == kNever) {
        return;
    }
    for (std::size_t i = m_connections.size(); i-- > 0;) {
        if (now - m_connections[i]->lastActive() >= m_parts.idleTimeoutUs) {
            m_parts.log.add("closed " + m_connections[i]->peer() + ": idle");
            close(*m_connections[i]);
        }
    }
}

void StreamServer::onTime(WallUs now) {
    m_closed.clear();
    serveQueue();
    if (m_nextTimed <= now) {
        serveTimed(now);
    }
    if (m_nextIdleCheck <= now) {
        closeIdle(now);
    }
}

} // namespace meter::sim::live
