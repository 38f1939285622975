// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/master/tcp_link.hpp"

#include "app/master/link_io.hpp"

namespace meter::app {

sim::Result<void> TcpLink::open() {
    m_fd.reset();
    auto connected = connectTcp(m_address, m_timeout);
    if (!connected) {
        return std::unexpected(connected.error());
    }
    m_fd = std::move(*connected);
    return {};
}

sim::Result<void> TcpLink::send(std::span<const std::byte> bytes, MasterTime deadline) {
    return sendAll(m_fd.get(), bytes, deadline);
}

sim::Result<LinkBytes> TcpLink::receive(MasterTime deadline) {
    return receiveSome(m_fd.get(), deadline);
}

void TcpLink::pause(std::chrono::milliseconds time) {
    pauseFor(time);
}

} // namespace meter::app
