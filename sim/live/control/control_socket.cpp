// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/control/control_socket.hpp"

#include "sim/live/base/system_error.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace meter::sim::live {
namespace {

constexpr int kBacklog = 128; ///< Whoever does not wait must not be turned away for a moment.

Result<sockaddr_un> addressOf(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.empty()) {
        return std::unexpected(Error{"the path of the control socket is missing", {}});
    }
    if (path.size() >= sizeof address.sun_path || path.find('\0') != std::string::npos) {
        return std::unexpected(Error{"the path of a local socket has at most " +
                                         std::to_string(sizeof address.sun_path - 1) +
                                         " bytes; choose a shorter one than " + path.substr(0, 200),
                                     {}});
    }
    std::ranges::copy(path, address.sun_path);
    return address;
}

FileDescriptor newSocket() {
    return FileDescriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
}

/// Makes room where a dead program left its socket.
Result<void> removeStale(const std::string& path) {
    struct stat state {};

    if (::lstat(path.c_str(), &state) != 0) {
        return {}; // Nothing there, or bind() says what is wrong.
    }
    if (!S_ISSOCK(state.st_mode) || state.st_uid != ::geteuid()) {
        return std::unexpected(Error{"--control: " + path +
                                         " is not ours; remove it if nothing uses it, or choose "
                                         "another path",
                                     {}});
    }
    if (connectControl(path) || errno != ECONNREFUSED) {
        return std::unexpected(Error{"--control: a program listens at " + path +
                                         " already; end that program, or choose another path",
                                     {}});
    }
    if (::unlink(path.c_str()) != 0) {
        return std::unexpected(systemError("--control: cannot remove the old " + path));
    }
    return {};
}

} // namespace

Result<FileDescriptor> connectControl(const std::string& path) {
    const Result<sockaddr_un> address = addressOf(path);
    if (!address) {
        return std::unexpected(address.error());
    }
    FileDescriptor fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const auto* const generic = reinterpret_cast<const sockaddr*>(&*address);
    if (!fd.isOpen() || ::connect(fd.get(), generic, sizeof *address) != 0) {
        const int reason = errno;
        fd.reset();
        errno = reason; // The caller may want to know whether nobody listens.
        return std::unexpected(systemError("cannot reach a twin at " + path, reason));
    }
    return fd;
}

Result<ControlSocket> ControlSocket::listenAt(const std::string& path) {
    const Result<sockaddr_un> address = addressOf(path);
    if (!address) {
        return std::unexpected(Error{"--control: " + address.error().text, {}});
    }
    if (const Result<void> removed = removeStale(path); !removed) {
        return std::unexpected(removed.error());
    }
    ControlSocket socket;
    socket.m_listener = newSocket();
    const auto* const generic = reinterpret_cast<const sockaddr*>(&*address);
    if (!socket.m_listener.isOpen() ||
        ::bind(socket.m_listener.get(), generic, sizeof *address) != 0) {
        Error error = systemError("--control: cannot make " + path);
        error.text += errno == ENOENT ? "; make its folder first" : "; choose another path";
        return std::unexpected(std::move(error));
    }
    socket.m_path = path; // From here on it is removed.

    struct stat state {};

    // Nobody can connect before listen(), so that the mode is right in time.
    if (::chmod(path.c_str(), S_IRUSR | S_IWUSR) != 0 || ::lstat(path.c_str(), &state) != 0) {
        return std::unexpected(systemError("--control: cannot keep others out of " + path));
    }
    socket.m_device = state.st_dev;
    socket.m_inode = state.st_ino;
    if (::listen(socket.m_listener.get(), kBacklog) != 0) {
        return std::unexpected(systemError("--control: cannot listen at " + path));
    }
    return socket;
}

ControlSocket::ControlSocket(ControlSocket&& other) noexcept
    : m_listener(std::move(other.m_listener))
    , m_path(std::exchange(other.m_path, {}))
    , m_device(other.m_device)
    , m_inode(other.m_inode) {}

ControlSocket::~ControlSocket() {
    struct stat state {};

    if (m_path.empty() || ::lstat(m_path.c_str(), &state) != 0) {
        return;
    }
    if (state.st_dev == m_device && state.st_ino == m_inode) {
        ::unlink(m_path.c_str());
    }
}

} // namespace meter::sim::live
