// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The transmitter of the RS-485 line. Whole frames; the host owns the driver-enable pin and
// waits for the end of the transmission.

#include <cstddef>
#include <span>

namespace meter {

class SerialOut {
public:
    virtual void send(std::span<const std::byte> frame) = 0;

protected:
    ~SerialOut() = default;
};

} // namespace meter
