// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A serial port served by RFC 2217 as a master's link. Opening it sets the port; a
// server that does not accept the settings, or is not one, is an error.

#include "app/base/text_values.hpp"
#include "app/master/com_port_client.hpp"
#include "app/master/master_link.hpp"
#include "sim/live/base/file_descriptor.hpp"

#include <optional>

namespace meter::app {

class Rfc2217Link final : public MasterLink {
public:
    struct Parameters {
        HostPort address;
        int baud = 19200;
        char parity = 'N';                       ///< N, E or O.
        std::chrono::milliseconds timeout{1000}; ///< For the connection and for the settings.
    };

    explicit Rfc2217Link(Parameters parameters) : m_parameters(std::move(parameters)) {}

    sim::Result<void> open() override;

    void close() override { m_fd.reset(); }

    [[nodiscard]] bool isOpen() const override { return m_fd.isOpen(); }

    sim::Result<void> send(std::span<const std::byte> bytes, MasterTime deadline) override;
    sim::Result<LinkBytes> receive(MasterTime deadline) override;
    void pause(std::chrono::milliseconds time) override;

    [[nodiscard]] std::string place() const override { return m_parameters.address.text(); }

private:
    sim::Result<void> negotiate(MasterTime deadline);
    /// Takes what comes apart until `isDone`; false: not in time.
    sim::Result<bool> listenUntil(MasterTime deadline, bool (*isDone)(const ComPortClient&));

    Parameters m_parameters;
    std::optional<ComPortClient> m_client;
    sim::live::FileDescriptor m_fd;
};

} // namespace meter::app
