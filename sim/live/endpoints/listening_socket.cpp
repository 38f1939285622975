// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/endpoints/listening_socket.hpp"

#include "sim/live/base/system_error.hpp"
#include "sim/live/endpoints/address_filter.hpp"

#include <cerrno>
#include <memory>
#include <netdb.h>
#include <sys/socket.h>

namespace meter::sim::live {
namespace {

constexpr int kBacklog = 512;
constexpr int kNextPortCount = 200; ///< How far to look when the default port is taken.

using AddressList = std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)>;

std::string textOf(const TcpAddress& address) {
    const bool isSix = address.host.find(':') != std::string::npos;
    return (isSix ? "[" + address.host + "]" : address.host) + ":" + std::to_string(address.port);
}

Result<AddressList> resolve(const TcpAddress& wanted) {
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo* list = nullptr;
    const int code = ::getaddrinfo(wanted.host.empty() ? nullptr : wanted.host.c_str(),
                                   std::to_string(wanted.port).c_str(), &hints, &list);
    if (code != 0) {
        return std::unexpected(Error{
            "'" + wanted.host + "' is not an address of this machine: " + ::gai_strerror(code)});
    }
    return AddressList(list, &::freeaddrinfo);
}

/// The descriptor, or closed with errno telling why.
FileDescriptor tryListen(const addrinfo& address) {
    FileDescriptor fd(::socket(address.ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!fd.isOpen()) {
        return fd;
    }
    const int on = 1;
    ::setsockopt(fd.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (::bind(fd.get(), address.ai_addr, address.ai_addrlen) == 0 &&
        ::listen(fd.get(), kBacklog) == 0) {
        return fd;
    }
    const int reason = errno;
    fd.reset();
    errno = reason;
    return fd;
}

} // namespace

Result<ListeningSocket> listenOn(const TcpAddress& wanted) {
    const int tries = wanted.isDefault && wanted.port != 0 ? kNextPortCount : 1;
    TcpAddress candidate = wanted;
    int reason = 0;
    for (int i = 0; i < tries; ++i) {
        candidate.port = static_cast<std::uint16_t>(wanted.port + i);
        const Result<AddressList> list = resolve(candidate);
        if (!list) {
            return std::unexpected(list.error());
        }
        FileDescriptor fd = tryListen(**list);
        if (fd.isOpen()) {
            sockaddr_storage bound{};
            socklen_t size = sizeof bound;
            ::getsockname(fd.get(), reinterpret_cast<sockaddr*>(&bound), &size);
            return ListeningSocket{std::move(fd), addressText(bound)};
        }
        reason = errno;
        if (reason != EADDRINUSE) {
            break;
        }
    }
    Error error = systemError("cannot listen on " + textOf(wanted), reason);
    if (reason == EADDRINUSE) {
        error.text += "; choose another port, or 0 for any free one";
    } else if (reason == EACCES) {
        error.text += "; ports below 1024 need a privilege, 1502 does not";
    }
    return std::unexpected(error);
}

} // namespace meter::sim::live
