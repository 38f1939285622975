// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/endpoints/stream_connection.hpp"

#include "sim/live/endpoints/stream_server.hpp"
#include "sim/traffic/traffic_remarks.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <utility>

namespace meter::sim::live {
namespace {

/// More than the kernel's buffers and so much of answers is not fetched.
constexpr std::size_t kSlowSize = 16'384;

} // namespace

StreamConnection::StreamConnection(StreamServer& server, FileDescriptor fd, std::string peer)
    : m_server(server)
    , m_fd(std::move(fd))
    , m_peer(std::move(peer))
    , m_lastActive(wallNow())
    , m_lastActivity(server.nextActivity())
    , m_session(server.makeSession(*this, m_peer)) {
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
    const bool isGone = (events & (EPOLLHUP | EPOLLERR)) != 0U;
    if (((events & EPOLLIN) != 0U || isGone) && !m_isInputEnded) {
        return readSome();
    }
    if (isGone) {
        noteCut(0);
        return finish(""); // Nobody is left to fetch what is still to be said.
    }
    flushAndGoOn();
}

void StreamConnection::readSome() {
    if (m_isQueued) {
        return; // What it sent before is served first, in its turn.
    }
    std::array<std::byte, kReadSizeMax> chunk; // NOLINT(*-pro-type-member-init): read fills it.
    const ssize_t size = ::recv(m_fd.get(), chunk.data(), chunk.size(), 0);
    if (size < 0) {
        const int reason = errno;
        if (reason != EAGAIN && reason != EINTR) {
            noteCut(reason);
            m_session->endInput(m_server.parts().loop.now());
            finish("");
        }
        return;
    }
    const WallUs now = m_server.parts().loop.now();
    m_lastActive = now;
    m_lastActivity = m_server.nextActivity();
    if (size == 0) {
        endInput(now);
        return flushAndGoOn();
    }
    m_session->take(std::span(chunk).first(static_cast<std::size_t>(size)), now);
    if (serveOne(now)) {
        flushAndGoOn();
    }
}

/// The client has said all it wants to; what it has asked for is still sent.
void StreamConnection::endInput(WallUs now) {
    m_isInputEnded = true;
    if (!m_hasMore) {
        m_session->endInput(now);
    }
}

bool StreamConnection::serveOne(WallUs now) {
    const StreamSession::Turn turn = m_session->serve(now);
    m_hasMore = turn == StreamSession::Turn::Served;
    if (turn == StreamSession::Turn::Close) {
        static_cast<void>(flush()); // What was asked before the mistake.
        finish("sent a length that no Modbus TCP frame has");
        return false;
    }
    if (m_isInputEnded && !m_hasMore) {
        m_session->endInput(now);
    }
    return true;
}

void StreamConnection::onTurn(WallUs now) {
    m_isQueued = false;
    m_lastActive = now;
    if (serveOne(now)) {
        flushAndGoOn();
    }
}

WallUs StreamConnection::nextDeadline() const {
    const WallUs session = m_session->nextDeadline();
    return m_later.empty() ? session : std::min(session, m_later.front().due);
}

void StreamConnection::onTime(WallUs now) {
    releaseDue(now);
    if (m_session->nextDeadline() <= now) {
        m_session->onTime(now);
        if (!m_isQueued && !serveOne(now)) {
            return;
        }
    }
    flushAndGoOn();
}

void StreamConnection::onNoise(std::span<const std::byte> bytes) {
    if (m_output.size() - m_sentSize < kOutputSizeMax) {
        m_session->onNoise(bytes, wallNow());
        flushAndGoOn();
    }
}

LineClient StreamConnection::client() const {
    const StreamParts& parts = m_server.parts();
    return {.endpoint = parts.name,
            .peer = m_peer,
            .counters = &parts.counters,
            .answerDelayUs = 0,
            .meter = parts.meter};
}

void StreamConnection::answer(const AnswerPlan& plan, WallUs now) {
    m_lastAnswer = now;
    append(plan.echo);
    if (plan.isPlain() && m_later.empty()) {
        append(plan.plain);
        return;
    }
    delay(plan, now);
}

/// A reset right behind an answer: it lay unread when the client closed.
void StreamConnection::noteCut(int reason) {
    constexpr WallUs kFetchUs = 1'000'000;
    const bool isUnread =
        m_lastAnswer != 0 && m_server.parts().loop.now() - m_lastAnswer < kFetchUs;
    if (!m_isResetDue && (m_sentSize < m_output.size() || (reason == ECONNRESET && isUnread))) {
        m_server.parts().line.noteEvent(client(), kCutFetchRemark);
    }
}

void StreamConnection::append(std::span<const std::byte> bytes) {
    m_output.insert(m_output.end(), bytes.begin(), bytes.end());
}

void StreamConnection::delay(const AnswerPlan& plan, WallUs now) {
    WallUs due = m_later.empty() ? now : std::max(now, m_later.back().due);
    if (plan.isPlain()) {
        m_later.push_back({due, false, {plan.plain.begin(), plan.plain.end()}});
        m_laterSize += plan.plain.size();
    } else if (plan.pieces.empty()) {
        m_later.push_back({due, true, {plan.plain.begin(), plan.plain.end()}});
        m_laterSize += plan.plain.size();
    }
    for (const AnswerPiece& piece : plan.pieces) {
        due += piece.pauseUs;
        const bool isLast = &piece == &plan.pieces.back();
        m_later.push_back({due, isLast && plan.isConnectionReset, piece.bytes});
        m_laterSize += piece.bytes.size();
    }
    releaseDue(now);
}

void StreamConnection::releaseDue(WallUs now) {
    while (!m_isResetDue && !m_later.empty() && m_later.front().due <= now) {
        append(m_later.front().bytes);
        m_laterSize -= m_later.front().bytes.size();
        m_isResetDue = m_later.front().isReset;
        m_later.pop_front();
    }
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

void StreamConnection::flushAndGoOn() {
    if (!flush()) {
        noteCut(errno);
        return finish("");
    }
    if (m_output.size() - m_sentSize > kSlowSize && !m_isSlowTold) {
        m_isSlowTold = true;
        m_server.parts().line.noteEvent(client(), kSlowFetchRemark);
    }
    if (m_isResetDue && m_output.empty()) {
        const linger hard{.l_onoff = 1, .l_linger = 0}; // The client sees a reset, no end.
        ::setsockopt(m_fd.get(), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        return finish("");
    }
    if (m_hasMore && !m_isQueued && hasRoom()) {
        m_isQueued = true;
        m_server.enqueue(*this);
    }
    if (m_isInputEnded && !m_hasMore && isAllSaid() && m_session->nextDeadline() == kNever) {
        return finish("");
    }
    updateInterest();
}

void StreamConnection::updateInterest() {
    const bool isUnsent = m_sentSize < m_output.size();
    std::uint32_t interest = isUnsent ? static_cast<std::uint32_t>(EPOLLOUT) : 0U;
    if (!m_isInputEnded && hasRoom()) {
        interest |= EPOLLIN;
    }
    if (interest != m_interest) {
        m_interest = interest;
        m_server.parts().loop.modify(m_fd.get(), interest, *this);
    }
    m_server.expect(nextDeadline());
}

void StreamConnection::finish(const char* why) {
    if (*why != '\0') {
        m_server.parts().log.add("closed " + m_peer + ": it " + why);
    }
    m_server.close(*this);
}

} // namespace meter::sim::live
