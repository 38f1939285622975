// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/link_io.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <thread>
#include <unistd.h>

namespace meter::app {
namespace {

using sim::live::FileDescriptor;

std::unexpected<sim::Error> failed(std::string text) {
    return std::unexpected(sim::Error{.text = std::move(text), .place = {}});
}

/// What the descriptor became ready for before the deadline; 0: nothing. What is wrong with it
/// shows at the next read or write.
int readyFor(int fd, short events, MasterTime deadline) {
    while (true) {
        // Rounded up: a deadline is not to be met by asking a thousand times in its last
        // millisecond.
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - MasterClock::now());
        const int wait = static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 1 << 30));
        pollfd state{.fd = fd, .events = events, .revents = 0};
        const int ready = ::poll(&state, 1, wait);
        if (ready >= 0 || errno != EINTR) {
            return ready == 0 ? 0 : state.revents | events;
        }
    }
}

bool isTryAgain(int code) {
    return code == EAGAIN || code == EWOULDBLOCK || code == EINTR;
}

std::string lossText(int code) {
    if (code == ECONNRESET || code == EPIPE) {
        return "the other side reset the connection";
    }
    // A virtual port whose program has ended, an adapter that was pulled out.
    return code == EIO || code == ENXIO ? "the port is gone"
                                        : std::string("the link failed: ") + std::strerror(code);
}

std::string connectionText(int code, std::chrono::milliseconds timeout) {
    if (code == ECONNREFUSED) {
        return "connection refused; is a meter served there (metertwin-cli serve)?";
    }
    if (code == ETIMEDOUT) {
        return "no connection within " + std::to_string(timeout.count()) + " ms";
    }
    return std::string("cannot be opened: ") + std::strerror(code);
}

/// 0, or what is wrong with the connection.
int connectOne(int fd, const addrinfo& address, MasterTime deadline) {
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

sim::Result<FileDescriptor> connectTcp(const HostPort& address, std::chrono::milliseconds timeout) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    const int code =
        ::getaddrinfo(address.host.c_str(), std::to_string(address.port).c_str(), &hints, &found);
    if (code != 0) {
        return failed(std::string("cannot be opened: ") + ::gai_strerror(code));
    }
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> addresses(found, &::freeaddrinfo);
    const MasterTime deadline = MasterClock::now() + timeout;
    int reason = ECONNREFUSED;
    for (const addrinfo* one = found; one != nullptr; one = one->ai_next) {
        FileDescriptor fd(::socket(one->ai_family, one->ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC,
                                   one->ai_protocol));
        reason = fd.isOpen() ? connectOne(fd.get(), *one, deadline) : errno;
        if (reason == 0) {
            const int on = 1; // A request is one small segment; it is not to wait for more.
            static_cast<void>(::setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on));
            return fd;
        }
    }
    return failed(connectionText(reason, timeout));
}

sim::Result<void> sendAll(int fd, std::span<const std::byte> bytes, MasterTime deadline) {
    while (!bytes.empty()) {
        // No SIGPIPE from a socket; a serial port is none, and has no such signal.
        ssize_t sent = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == ENOTSOCK) {
            sent = ::write(fd, bytes.data(), bytes.size());
        }
        if (sent >= 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(sent));
        } else if (!isTryAgain(errno)) {
            return failed(lossText(errno));
        } else if (readyFor(fd, POLLOUT, deadline) == 0) {
            return failed("the port accepts no bytes; is another program blocking it?");
        }
    }
    return {};
}

sim::Result<LinkBytes> receiveSome(int fd, MasterTime deadline) {
    while (true) {
        const int ready = readyFor(fd, POLLIN, deadline);
        if (ready == 0) {
            return LinkBytes{};
        }
        LinkBytes bytes(1024);
        const ssize_t count = ::read(fd, bytes.data(), bytes.size());
        if (count > 0) {
            bytes.resize(static_cast<std::size_t>(count));
            return bytes;
        }
        if (count < 0 && !isTryAgain(errno)) {
            return failed(lossText(errno));
        }
        // A port that another program has emptied meanwhile gives no bytes, and no error.
        const bool isPort = ::isatty(fd) != 0;
        if (count == 0 && (!isPort || (ready & POLLHUP) != 0)) {
            return failed(isPort ? "the port is gone" : "the other side closed the connection");
        }
    }
}

void pauseFor(std::chrono::milliseconds time) {
    std::this_thread::sleep_for(time);
}

} // namespace meter::app
