// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/base/tcp_connect.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <memory>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>

namespace meter::sim::live {
namespace {

/// 0, or what is wrong with the connection.
int connectOne(int fd, const addrinfo& address, WallUs deadline) {
    if (::connect(fd, address.ai_addr, address.ai_addrlen) == 0) {
        return 0;
    }
    if (errno != EINPROGRESS) {
        return errno;
    }
    if (readyFor(fd, POLLOUT, deadline) == 0) {
        return ETIMEDOUT;
    }
    int code = 0;
    socklen_t size = sizeof code;
    return ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &code, &size) == 0 ? code : errno;
}

} // namespace

int readyFor(int fd, short events, WallUs deadline) {
    while (true) {
        // Rounded up: a deadline is not to be met by asking a thousand times in its last
        // millisecond.
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(
            std::chrono::microseconds(deadline - wallNow()));
        const int wait = static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 1 << 30));
        pollfd state{.fd = fd, .events = events, .revents = 0};
        const int ready = ::poll(&state, 1, wait);
        if (ready >= 0 || errno != EINTR) {
            return ready == 0 ? 0 : state.revents | events;
        }
    }
}

std::expected<FileDescriptor, ConnectFailure>
connectTcp(const std::string& host, std::uint16_t port, WallUs deadline) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    const int lookup = ::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found);
    if (lookup != 0) {
        return std::unexpected(ConnectFailure{.lookup = lookup, .code = 0});
    }
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> addresses(found, &::freeaddrinfo);
    int code = ECONNREFUSED;
    for (const addrinfo* one = found; one != nullptr; one = one->ai_next) {
        FileDescriptor fd(::socket(one->ai_family, one->ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC,
                                   one->ai_protocol));
        code = fd.isOpen() ? connectOne(fd.get(), *one, deadline) : errno;
        if (code == 0) {
            return fd;
        }
    }
    return std::unexpected(ConnectFailure{.lookup = 0, .code = code});
}

} // namespace meter::sim::live
