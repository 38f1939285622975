// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/classroom/line_socket.hpp"

#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <utility>

namespace meter::sim::live {

namespace {

constexpr std::size_t kOutMax = std::size_t{8} << 20U;
constexpr std::size_t kChunk = std::size_t{16} << 10U;
constexpr int kChunksAtOnce = 16; ///< Others want to be served, too.

bool isOnlyWaiting() {
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

} // namespace

LineSocket::LineSocket(FileDescriptor fd, std::size_t lineMax)
    : m_fd(std::move(fd)), m_lineMax(lineMax) {}

bool LineSocket::receive() {
    std::array<char, kChunk> chunk{};
    for (int count = 0; count < kChunksAtOnce; ++count) {
        const ssize_t got = ::recv(m_fd.get(), chunk.data(), chunk.size(), 0);
        if (got == 0 || (got < 0 && !isOnlyWaiting())) {
            return false;
        }
        if (got < 0) {
            break;
        }
        m_in.append(chunk.data(), static_cast<std::size_t>(got));
        const std::size_t end = m_in.rfind('\n');
        const std::size_t open = end == std::string::npos ? m_in.size() : m_in.size() - end - 1;
        if (open > m_lineMax) {
            return false;
        }
    }
    return true;
}

std::optional<std::string> LineSocket::nextLine() {
    const std::size_t end = m_in.find('\n');
    if (end == std::string::npos || end > m_lineMax) {
        return std::nullopt;
    }
    std::string line = m_in.substr(0, end);
    m_in.erase(0, end + 1);
    return line;
}

bool LineSocket::send(const std::string& line) {
    if (m_out.size() - m_sent + line.size() > kOutMax) {
        return false;
    }
    m_out += line;
    m_out += '\n';
    return flush();
}

bool LineSocket::flush() {
    while (isWaiting()) {
        const ssize_t sent =
            ::send(m_fd.get(), m_out.data() + m_sent, m_out.size() - m_sent, MSG_NOSIGNAL);
        if (sent < 0) {
            return isOnlyWaiting();
        }
        m_sent += static_cast<std::size_t>(sent);
    }
    m_out.clear();
    m_sent = 0;
    return true;
}

} // namespace meter::sim::live
