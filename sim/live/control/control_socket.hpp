// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A local socket at a path, for its user only: mode 0600, removed at the end. What a dead
// program left there is replaced; a file of somebody else, or a socket that somebody listens
// on, is an error.

#include "sim/base/result.hpp"
#include "sim/live/base/file_descriptor.hpp"

#include <string>
#include <sys/types.h>

namespace meter::sim::live {

class ControlSocket final {
public:
    [[nodiscard]] static Result<ControlSocket> listenAt(const std::string& path);
    ControlSocket(ControlSocket&& other) noexcept;
    ControlSocket& operator=(ControlSocket&&) = delete;
    ~ControlSocket();

    [[nodiscard]] int fd() const { return m_listener.get(); }

    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    ControlSocket() = default;

    FileDescriptor m_listener;
    std::string m_path; ///< Empty: moved away.
    dev_t m_device = 0; ///< Of the file that we made: only that one is removed.
    ino_t m_inode = 0;
};

/// Connects to such a socket; for clients and for telling whether somebody listens.
[[nodiscard]] Result<FileDescriptor> connectControl(const std::string& path);

} // namespace meter::sim::live
