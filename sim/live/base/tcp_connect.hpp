// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Connecting and waiting with a deadline, for whoever is the client of a connection. Descriptors
// do not block; nothing here sends or receives.

#include "sim/live/base/file_descriptor.hpp"
#include "sim/live/base/wall_clock.hpp"

#include <cstdint>
#include <expected>
#include <string>

namespace meter::sim::live {

/// What the descriptor became ready for before the deadline; 0: nothing. What is wrong with it
/// shows at the next read or write.
[[nodiscard]] int readyFor(int fd, short events, WallUs deadline);

struct ConnectFailure {
    int lookup = 0; ///< Of getaddrinfo(): the host has no address. 0: it has one.
    int code = 0;   ///< errno of the address that was tried last; ETIMEDOUT at the deadline.
};

/// Connected to the first address of the host that takes the connection in time.
[[nodiscard]] std::expected<FileDescriptor, ConnectFailure>
connectTcp(const std::string& host, std::uint16_t port, WallUs deadline);

} // namespace meter::sim::live
