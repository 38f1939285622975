// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A TCP socket that listens, by the port rules of `serve`: an asked-for port that is taken is
// an error, the default one gives way to the next free one, 0 is any free one.

#include "sim/base/result.hpp"
#include "sim/live/base/file_descriptor.hpp"
#include "sim/live/line/endpoint.hpp"

#include <string>

namespace meter::sim::live {

struct ListeningSocket {
    FileDescriptor fd;
    std::string address; ///< As bound: "127.0.0.1:1502".
};

[[nodiscard]] Result<ListeningSocket> listenOn(const TcpAddress& wanted);

} // namespace meter::sim::live
