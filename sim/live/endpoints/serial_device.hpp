// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A real serial device, opened and set up by libmodbus: raw, the meter's baud rate and parity,
// RS-485 direction control where the driver has it, lowest latency. One program at a time.

#include "core/settings/settings.hpp"
#include "sim/base/result.hpp"
#include "sim/live/base/file_descriptor.hpp"

#include <memory>
#include <string>

namespace meter::sim::live {

class SerialDevice final {
public:
    /// What is wrong comes with its remedy: missing, no rights, busy, no serial port.
    [[nodiscard]] static Result<SerialDevice> open(const std::string& path, const Settings& meter);

    ~SerialDevice();
    SerialDevice(SerialDevice&&) noexcept;
    SerialDevice& operator=(SerialDevice&&) noexcept;

    [[nodiscard]] int fd() const;

    /// The driver switches the direction of an RS-485 line.
    [[nodiscard]] bool isDriverSwitched() const { return m_isDriverSwitched; }

    /// No real device: one of a pair of virtual ports, on which bytes come in lumps.
    [[nodiscard]] bool isVirtual() const { return m_isVirtual; }

private:
    struct Context;
    explicit SerialDevice(std::unique_ptr<Context> context);

    std::unique_ptr<Context> m_context;
    bool m_isDriverSwitched = false;
    bool m_isVirtual = false;
};

} // namespace meter::sim::live
