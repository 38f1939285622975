// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/control/control_server.hpp"

#include "sim/live/control/control_connection.hpp"
#include "sim/live/control/json_rpc.hpp"

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>
#include <utility>

namespace meter::sim::live {
namespace {

constexpr int kAcceptCountMax = 16;

/// The mode of the file keeps others out; this keeps out whom a folder's rules let in anyway.
bool isOurUser(const FileDescriptor& client) {
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(client.get(), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
           peer.uid == ::geteuid();
}

void sendRefusal(const FileDescriptor& client, std::string text) {
    const RpcRequest nobodys;
    const std::string line =
        rpcText(rpcResponse(nobodys, std::unexpected(RpcError{.code = RpcCode::Refused,
                                                              .text = std::move(text)}))) +
        "\n";
    // A client that does not fetch even this much learns it from the end of the connection.
    static_cast<void>(::send(client.get(), line.data(), line.size(), MSG_NOSIGNAL | MSG_DONTWAIT));
}

} // namespace

ControlServer::ControlServer(ControlParts parts, ControlSocket socket)
    : m_parts(parts), m_socket(std::move(socket)) {}

ControlServer::~ControlServer() {
    m_parts.loop.remove(m_socket.fd(), *this);
    for (const auto& connection : m_connections) {
        connection->stop();
    }
}

Result<void> ControlServer::start() {
    return m_parts.loop.add(m_socket.fd(), EPOLLIN, *this);
}

void ControlServer::onReady(std::uint32_t /*events*/) {
    for (int i = 0; i < kAcceptCountMax; ++i) {
        FileDescriptor client(
            ::accept4(m_socket.fd(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (client.isOpen()) {
            accept(std::move(client));
        } else if (SpareDescriptor::isNeededFor(errno)) {
            return refuseForWantOfDescriptors();
        } else if (errno != ECONNABORTED && errno != EINTR) {
            return;
        }
    }
}

void ControlServer::accept(FileDescriptor client) {
    if (!isOurUser(client)) {
        m_parts.log.add("refused a control client of another user");
        return;
    }
    if (m_connections.size() >= kClientCountMax) {
        sendRefusal(client, std::to_string(kClientCountMax) +
                                " clients control this twin already; close one");
        return;
    }
    auto connection = std::make_shared<ControlConnection>(*this, std::move(client));
    if (const Result<void> started = connection->start(); !started) {
        m_parts.log.add("refused a control client: " + started.error().text);
        return;
    }
    m_connections.push_back(std::move(connection));
}

void ControlServer::refuseForWantOfDescriptors() {
    m_spare.refuseOneAt(m_socket.fd());
    m_parts.log.add("refused a control client: this process has no file descriptors left");
}

void ControlServer::forget(const ControlConnection& connection) {
    std::erase_if(m_connections,
                  [&connection](const auto& one) { return one.get() == &connection; });
}

} // namespace meter::sim::live
