// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A serial port as a master's link. libmodbus sets it up (raw, 8 data bits, one stop bit) and
// sets it back; the bytes are ours.

#include "app/master/master_link.hpp"

#include <memory>

namespace meter::app {

struct SerialParameters {
    std::string device;
    int baud = 19200;
    char parity = 'N'; ///< N, E or O.
};

/// Of a line with these parameters.
[[nodiscard]] LinkTiming linkTimingOf(int baud, char parity);

class SerialLink final : public MasterLink {
public:
    explicit SerialLink(SerialParameters parameters);
    ~SerialLink() override;

    sim::Result<void> open() override;
    void close() override;
    [[nodiscard]] bool isOpen() const override;
    sim::Result<void> send(std::span<const std::byte> bytes, MasterTime deadline) override;
    sim::Result<LinkBytes> receive(MasterTime deadline) override;
    void pause(std::chrono::milliseconds time) override;

    [[nodiscard]] std::string place() const override { return m_parameters.device; }

private:
    struct Port;

    SerialParameters m_parameters;
    std::unique_ptr<Port> m_port;
};

} // namespace meter::app
