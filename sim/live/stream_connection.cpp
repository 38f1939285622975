// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/stream_connection.hpp"

#include "core/modbus/mbap.hpp"
#include "sim/live/system_error.hpp"

#include <algorithm>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace meter::sim::live {

StreamConnection::StreamConnection(StreamServer& server, FileDescriptor fd, std::string peer)
    : m_server(server)
    , m_fd(std::move(fd))
    , m_peer(std::move(peer))
    , m_framer(server.parts().line.settings().baudRate)
    , m_lastActive(wallNow()) {
    // An answer is one small segment; waiting for more to send would only delay it.
    const int on = 1;
    ::setsockopt(m_fd.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

Result<void> StreamConnection::start() {
    m_interest = EPOLLIN;
    return m_server.parts().loop.add(m_fd.get(), m_interest, *this);
}

void StreamConnection::stop() {
    if (m_fd.isOpen()) {
        m_server.parts().loop.remove(m_fd.get(), *this);
        m_fd.reset();
    }
}

void StreamConnection::onReady(std::uint32_t events) {
    if ((events & EPOLLOUT) != 0U && !flush()) {
        return finish("");
    }
    if ((events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0U && !m_isInputEnded) {
        return readSome();
    }
    if (m_isInputEnded && m_output.empty()) {
        return finish("");
    }
    updateInterest();
}

void StreamConnection::readSome() {
    std::array<std::byte, kReadSizeMax> chunk; // NOLINT(*-pro-type-member-init): read fills it.
    const ssize_t size = ::recv(m_fd.get(), chunk.data(), chunk.size(), 0);
    if (size < 0) {
        if (errno != EAGAIN && errno != EINTR) {
            finish("");
        }
        return;
    }
    m_lastActive = m_server.parts().loop.now();
    if (size == 0) {
        // The client has said all it wants to; what it has asked for is still sent.
        m_isInputEnded = true;
    } else {
        const auto received = std::span(chunk).first(static_cast<std::size_t>(size));
        if (m_server.parts().dress == StreamDress::RtuOverTcp) {
            consumeRtu(received, m_lastActive);
        } else if (!consumeMbap(received)) {
            static_cast<void>(flush()); // What was asked before the mistake.
            return finish("sent a length that no Modbus TCP frame has");
        }
    }
    if (!flush() || (m_isInputEnded && m_output.empty())) {
        return finish("");
    }
    updateInterest();
}

bool StreamConnection::consumeMbap(std::span<const std::byte> received) {
    MeterLine& line = m_server.parts().line;
    if (!m_input.empty()) {
        m_input.insert(m_input.end(), received.begin(), received.end());
        received = m_input;
    }
    while (!received.empty()) {
        const modbus::MbapResult result = modbus::parseMbap(received);
        if (result.verdict == modbus::MbapVerdict::NeedMore) {
            break;
        }
        if (result.verdict == modbus::MbapVerdict::Close) {
            line.drop(asker(), received, "no Modbus TCP frame has this length");
            return false;
        }
        if (result.verdict == modbus::MbapVerdict::Frame) {
            send(line.answerTcp(asker(), result.header, result.pdu));
        } else {
            line.drop(asker(), received.first(std::min(result.size, received.size())),
                      "the protocol is not Modbus");
        }
        received = received.subspan(std::min(result.size, received.size()));
    }
    const std::vector<std::byte> rest(received.begin(), received.end());
    m_input = rest; // `received` may lie in m_input itself.
    return true;
}

void StreamConnection::consumeRtu(std::span<const std::byte> received, WallUs now) {
    for (const std::byte byte : received) {
        m_framer.onByte(byte, static_cast<std::uint64_t>(now));
        serveFrames(now);
    }
}

void StreamConnection::serveFrames(WallUs now) {
    for (auto frame = m_framer.nextFrame(static_cast<std::uint64_t>(now)); !frame.empty();
         frame = m_framer.nextFrame(static_cast<std::uint64_t>(now))) {
        send(m_server.parts().line.answerRtu(asker(), frame, std::nullopt));
    }
}

WallUs StreamConnection::framerDeadline() const {
    const bool isWaiting =
        m_server.parts().dress == StreamDress::RtuOverTcp && m_framer.isUnfinished();
    return isWaiting ? static_cast<WallUs>(m_framer.deadlineUs()) : kNever;
}

void StreamConnection::onFramerTime(WallUs now) {
    serveFrames(now);
    if (!flush()) {
        return finish("");
    }
    updateInterest();
}

Asker StreamConnection::asker() const {
    const StreamParts& parts = m_server.parts();
    return {.endpoint = parts.name, .peer = m_peer, .counters = &parts.counters};
}

void StreamConnection::send(const AnswerPlan& plan) {
    append(plan.plain);
}

void StreamConnection::append(std::span<const std::byte> bytes) {
    m_output.insert(m_output.end(), bytes.begin(), bytes.end());
}

bool StreamConnection::flush() {
    while (m_sentSize < m_output.size()) {
        const ssize_t sent = ::send(m_fd.get(), m_output.data() + m_sentSize,
                                    m_output.size() - m_sentSize, MSG_NOSIGNAL);
        if (sent < 0) {
            if (errno == EINTR) {
                continue;
            }
            return errno == EAGAIN;
        }
        m_sentSize += static_cast<std::size_t>(sent);
        m_lastActive = m_server.parts().loop.now();
    }
    m_output.clear();
    m_sentSize = 0;
    return true;
}

void StreamConnection::updateInterest() {
    const std::size_t waiting = m_output.size() - m_sentSize;
    std::uint32_t interest = waiting > 0 ? static_cast<std::uint32_t>(EPOLLOUT) : 0U;
    if (!m_isInputEnded && waiting < kOutputSizeMax) {
        interest |= EPOLLIN;
    }
    if (interest != m_interest) {
        m_interest = interest;
        m_server.parts().loop.modify(m_fd.get(), interest, *this);
    }
}

void StreamConnection::finish(const char* why) {
    if (*why != '\0') {
        m_server.parts().log.add("closed " + m_peer + ": it " + why);
    }
    m_server.close(*this);
}

} // namespace meter::sim::live
