// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/metrics/metrics_server.hpp"

#include "sim/live/metrics/metrics_text.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <utility>

namespace meter::sim::live {
namespace {

constexpr std::size_t kRequestSizeMax = 8192;

std::string response(const char* status, const char* type, const std::string& body) {
    return std::string("HTTP/1.1 ") + status + "\r\nContent-Type: " + type +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" +
           body;
}

std::string answerTo(const std::string& request, ControlledTwin& twin) {
    const std::string line = request.substr(0, request.find("\r\n"));
    const bool isPath = line.starts_with("GET /metrics ") || line.starts_with("GET /metrics?");
    if (isPath) {
        return response("200 OK", "text/plain; version=0.0.4; charset=utf-8", metricsText(twin));
    }
    return line.starts_with("GET ")
               ? response("404 Not Found", "text/plain", "the metrics are at /metrics\n")
               : response("405 Method Not Allowed", "text/plain", "GET /metrics\n");
}

} // namespace

/// One connection: a request comes in, an answer goes out, then it is over.
class MetricsServer::Client final : private Pollable {
public:
    Client(PollLoop& loop, ControlledTwin& twin, FileDescriptor fd)
        : m_loop(loop), m_twin(twin), m_fd(std::move(fd)) {}

    ~Client() {
        if (m_isListed) {
            m_loop.remove(m_fd.get(), *this);
        }
    }

    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    bool start() {
        m_isListed = m_loop.add(m_fd.get(), EPOLLIN, *this).has_value();
        return m_isListed;
    }

    [[nodiscard]] bool isOver() const { return m_isOver; }

private:
    void onReady(std::uint32_t /*events*/) override {
        if (m_isOver) {
            return;
        }
        if (m_answer.empty()) {
            fetch();
        }
        if (!m_answer.empty()) {
            send();
        }
        if (m_isOver) {
            m_loop.remove(m_fd.get(), *this); // Its owner tidies up with the next client.
            m_isListed = false;
            m_fd.reset();
        }
    }

    void fetch() {
        std::array<char, 4096> chunk{};
        const ssize_t size = ::recv(m_fd.get(), chunk.data(), chunk.size(), 0);
        if (size > 0) {
            m_request.append(chunk.data(), static_cast<std::size_t>(size));
        } else if (size == 0 || (errno != EAGAIN && errno != EINTR)) {
            m_isOver = true;
            return;
        }
        if (m_request.find("\r\n\r\n") != std::string::npos) {
            m_answer = answerTo(m_request, m_twin);
            m_loop.modify(m_fd.get(), EPOLLOUT, *this);
        }
        m_isOver = m_answer.empty() && m_request.size() > kRequestSizeMax;
    }

    void send() {
        const ssize_t size =
            ::send(m_fd.get(), m_answer.data() + m_sent, m_answer.size() - m_sent, MSG_NOSIGNAL);
        if (size >= 0) {
            m_sent += static_cast<std::size_t>(size);
        }
        const bool hasFailed = size < 0 && errno != EAGAIN && errno != EINTR;
        m_isOver = hasFailed || m_sent == m_answer.size();
    }

    PollLoop& m_loop;
    ControlledTwin& m_twin;
    FileDescriptor m_fd;
    std::string m_request;
    std::string m_answer;
    std::size_t m_sent = 0;
    bool m_isListed = false;
    bool m_isOver = false;
};

MetricsServer::MetricsServer(PollLoop& loop, ControlledTwin& twin, ListeningSocket socket)
    : m_loop(loop), m_twin(twin), m_socket(std::move(socket)) {}

MetricsServer::~MetricsServer() {
    m_loop.remove(m_socket.fd.get(), *this);
}

Result<void> MetricsServer::start() {
    return m_loop.add(m_socket.fd.get(), EPOLLIN, *this);
}

void MetricsServer::sweep() {
    std::erase_if(m_clients, [](const auto& client) { return client->isOver(); });
    if (m_clients.size() >= kClientCountMax) {
        m_clients.erase(m_clients.begin());
    }
}

void MetricsServer::onReady(std::uint32_t /*events*/) {
    sweep();
    FileDescriptor fd(::accept4(m_socket.fd.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (!fd.isOpen()) {
        return;
    }
    auto client = std::make_unique<Client>(m_loop, m_twin, std::move(fd));
    if (client->start()) {
        m_clients.push_back(std::move(client));
    }
}

} // namespace meter::sim::live
