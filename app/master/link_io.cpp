// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/link_io.hpp"

#include "sim/live/base/tcp_connect.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
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

int readyFor(int fd, short events, MasterTime deadline) {
    return sim::live::readyFor(
        fd, events,
        std::chrono::ceil<std::chrono::microseconds>(deadline).time_since_epoch().count());
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

} // namespace

sim::Result<FileDescriptor> connectTcp(const HostPort& address, std::chrono::milliseconds timeout) {
    const sim::live::WallUs deadline =
        sim::live::wallNow() + std::chrono::microseconds(timeout).count();
    auto connected = sim::live::connectTcp(address.host, address.port, deadline);
    if (!connected) {
        const sim::live::ConnectFailure& failure = connected.error();
        return failed(failure.lookup != 0
                          ? std::string("cannot be opened: ") + ::gai_strerror(failure.lookup)
                          : connectionText(failure.code, timeout));
    }
    const int on = 1; // A request is one small segment; it is not to wait for more.
    static_cast<void>(::setsockopt(connected->get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on));
    return std::move(*connected);
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
