// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A TCP connection as a master's link, for Modbus TCP and for RTU frames over TCP.

#include "app/base/text_values.hpp"
#include "app/master/master_link.hpp"
#include "sim/live/base/file_descriptor.hpp"

namespace meter::app {

class TcpLink final : public MasterLink {
public:
    TcpLink(HostPort address, std::chrono::milliseconds timeout)
        : m_address(std::move(address)), m_timeout(timeout) {}

    sim::Result<void> open() override;

    void close() override { m_fd.reset(); }

    [[nodiscard]] bool isOpen() const override { return m_fd.isOpen(); }

    sim::Result<void> send(std::span<const std::byte> bytes, MasterTime deadline) override;
    sim::Result<LinkBytes> receive(MasterTime deadline) override;
    void pause(std::chrono::milliseconds time) override;

    [[nodiscard]] std::string place() const override { return m_address.text(); }

private:
    HostPort m_address;
    std::chrono::milliseconds m_timeout; ///< For the connection to come about.
    sim::live::FileDescriptor m_fd;
};

} // namespace meter::app
