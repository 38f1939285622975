// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/control/control_connection.hpp"

#include "sim/live/control/control_methods.hpp"
#include "sim/live/control/control_server.hpp"

#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <utility>

namespace meter::sim::live {

ControlConnection::ControlConnection(ControlServer& server, FileDescriptor fd)
    : m_server(server), m_fd(std::move(fd)) {}

Result<void> ControlConnection::start() {
    m_interest = EPOLLIN;
    return m_server.parts().loop.add(m_fd.get(), m_interest, *this);
}

void ControlConnection::stop() {
    if (m_fd.isOpen()) {
        m_server.parts().loop.remove(m_fd.get(), *this);
        m_fd.reset();
    }
    m_isGone = true;
}

bool ControlConnection::isFull() const {
    return m_output.size() >= kOutputSizeMax;
}

void ControlConnection::onReady(std::uint32_t events) {
    const std::shared_ptr<ControlConnection> self = shared_from_this(); // It may end here.
    if ((events & EPOLLOUT) != 0U) {
        flush();
    }
    if ((events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0U) {
        readSome();
    }
    if ((events & (EPOLLHUP | EPOLLERR)) != 0U) {
        m_isGone = true;
    }
    serveLines();
    review();
}

void ControlConnection::readSome() {
    std::array<char, 4096> chunk; // NOLINT(*-pro-type-member-init)
    while (m_input.size() <= kLineSizeMax) {
        const ssize_t size = ::recv(m_fd.get(), chunk.data(), chunk.size(), 0);
        if (size > 0) {
            m_input.append(chunk.data(), static_cast<std::size_t>(size));
            continue;
        }
        if (size == 0) {
            m_isInputEnded = true;
        } else if (errno == EINTR) {
            continue;
        } else if (errno != EAGAIN) {
            m_isInputEnded = true;
            m_isGone = true;
        }
        return;
    }
}

void ControlConnection::serveLines() {
    std::string line;
    while (!m_isBusy && !isFull() && takeLine(line)) {
        if (line.find_first_not_of(" \t\r") != std::string::npos) {
            begin(parseRpc(line));
        }
    }
}

bool ControlConnection::takeLine(std::string& line) {
    const std::size_t end = m_input.find('\n');
    if (m_isSkipping) {
        m_isSkipping = end == std::string::npos;
        m_input.erase(0, m_isSkipping ? end : end + 1);
        return !m_isSkipping && takeLine(line);
    }
    if (end != std::string::npos && end <= kLineSizeMax) {
        line = m_input.substr(0, end);
        m_input.erase(0, end + 1);
        return true;
    }
    if (end != std::string::npos || m_input.size() > kLineSizeMax) {
        m_isSkipping = true;
        const RpcRequest nobodys;
        send(rpcResponse(nobodys, std::unexpected(RpcError{
                                      .code = RpcCode::ParseError,
                                      .text = "a line has at most " + std::to_string(kLineSizeMax) +
                                              " bytes; this one was skipped"})));
        return takeLine(line);
    }
    if (m_isInputEnded && !m_input.empty()) {
        line = std::exchange(m_input, {}); // The last one, without an end.
        return true;
    }
    return false;
}

void ControlConnection::begin(RpcMessage message) {
    m_message = std::move(message);
    m_requestIndex = 0;
    m_responses = Json::array();
    m_isBusy = true;
    runRequests();
}

/// An outcome may come within the call or later; in either case onOutcome() goes on.
void ControlConnection::runRequests() {
    m_isRunning = true;
    std::size_t asked = m_requestIndex;
    while (m_requestIndex < m_message.requests.size() && asked == m_requestIndex) {
        ++asked;
        const auto onDone = [weak = weak_from_this()](const RpcOutcome& outcome) {
            if (const auto self = weak.lock()) {
                self->onOutcome(outcome);
            }
        };
        const auto isThere = [weak = weak_from_this()] {
            const auto self = weak.lock();
            return self && !self->m_isGone;
        };
        runControlMethod(m_server.parts().twin, m_message.requests[m_requestIndex],
                         {.done = onDone, .isThere = isThere});
    }
    m_isRunning = false;
    if (m_requestIndex < m_message.requests.size()) {
        return;
    }
    m_isBusy = false;
    if (m_message.isBatch && !m_responses.empty()) {
        send(m_responses);
    }
}

void ControlConnection::onOutcome(const RpcOutcome& outcome) {
    const Json response = rpcResponse(m_message.requests[m_requestIndex], outcome);
    if (!response.is_null() && m_message.isBatch) {
        m_responses.push_back(response);
    } else if (!response.is_null()) {
        send(response);
    }
    ++m_requestIndex;
    if (!m_isRunning) {
        runRequests();
        serveLines();
        review();
    }
}

void ControlConnection::send(const Json& json) {
    if (!m_isGone) {
        m_output += rpcText(json) + "\n";
        flush();
    }
}

void ControlConnection::flush() {
    std::size_t sent = 0;
    while (sent < m_output.size() && !m_isGone) {
        const ssize_t size = ::send(m_fd.get(), m_output.data() + sent, m_output.size() - sent,
                                    MSG_NOSIGNAL | MSG_DONTWAIT);
        if (size > 0) {
            sent += static_cast<std::size_t>(size);
        } else if (errno == EAGAIN) {
            break;
        } else if (errno != EINTR) {
            m_isGone = true;
        }
    }
    m_output.erase(0, sent);
}

void ControlConnection::review() {
    if (!m_fd.isOpen() && !m_isGone) {
        return;
    }
    if (m_isGone) {
        m_output.clear();
        // Its hang-up would wake the loop for ever.
        stop();
        if (!m_isBusy) {
            m_server.forget(*this);
        }
        return;
    }
    if (m_isInputEnded && !m_isBusy && m_output.empty() && m_input.empty()) {
        stop();
        m_server.forget(*this);
        return;
    }
    const bool isReading = !m_isInputEnded && !m_isBusy && !isFull();
    const std::uint32_t interest =
        (isReading ? EPOLLIN : 0U) | (m_output.empty() ? 0U : static_cast<std::uint32_t>(EPOLLOUT));
    if (interest != m_interest) {
        m_interest = interest;
        m_server.parts().loop.modify(m_fd.get(), interest, *this);
    }
}

} // namespace meter::sim::live
