// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What carries a master's bytes: a TCP connection, a serial port, a serial port behind a server
// of RFC 2217. Bytes and deadlines only; framing and trust are the dialogue's. A fake one with a
// clock of its own lets tests try every rule without waiting.

#include "sim/base/result.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace meter::app {

using MasterClock = std::chrono::steady_clock;
using MasterTime = MasterClock::time_point;
using LinkBytes = std::vector<std::byte>;

class MasterLink {
public:
    virtual ~MasterLink() = default;
    MasterLink() = default;
    MasterLink(const MasterLink&) = delete;
    MasterLink& operator=(const MasterLink&) = delete;

    /// Opens or reopens. Errors come without the place.
    virtual sim::Result<void> open() = 0;
    virtual void close() = 0;
    [[nodiscard]] virtual bool isOpen() const = 0;

    /// All of it, or an error that means that the link is gone.
    virtual sim::Result<void> send(std::span<const std::byte> bytes, MasterTime deadline) = 0;
    /// What came, as soon as something did; empty: nothing until the deadline. An error means
    /// that the link is gone.
    virtual sim::Result<LinkBytes> receive(MasterTime deadline) = 0;

    [[nodiscard]] virtual MasterTime now() const { return MasterClock::now(); }

    virtual void pause(std::chrono::milliseconds time) = 0;

    /// "127.0.0.1:1502", "/dev/ttyUSB0".
    [[nodiscard]] virtual std::string place() const = 0;
};

/// What a serial line takes for a character, and for the silence between two frames (3.5
/// characters, 1750 µs at the least above 19200 baud). Both 0 where there is no line.
struct LinkTiming {
    std::chrono::microseconds character{0};
    std::chrono::microseconds silence{0};
};

} // namespace meter::app
