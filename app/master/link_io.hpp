// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reading, writing and connecting with a deadline, on descriptors that do not block. The other
// side may vanish at any moment: that is an error, never a signal.

#include "app/base/text_values.hpp"
#include "app/master/master_link.hpp"
#include "sim/live/base/file_descriptor.hpp"

#include <chrono>

namespace meter::app {

/// Connected to the first address of the host that takes the connection in time.
sim::Result<sim::live::FileDescriptor> connectTcp(const HostPort& address,
                                                  std::chrono::milliseconds timeout);

sim::Result<void> sendAll(int fd, std::span<const std::byte> bytes, MasterTime deadline);

/// As MasterLink::receive().
sim::Result<LinkBytes> receiveSome(int fd, MasterTime deadline);

/// Blocks this thread.
void pauseFor(std::chrono::milliseconds time);

} // namespace meter::app
