// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the engine's loop asks of every endpoint: when time matters to it, to be called then, and
// what a viewer should know of it.

#include "sim/live/base/wall_clock.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace meter::sim::live {

class LiveEndpoint {
public:
    LiveEndpoint() = default;
    virtual ~LiveEndpoint() = default;
    LiveEndpoint(const LiveEndpoint&) = delete;
    LiveEndpoint& operator=(const LiveEndpoint&) = delete;

    [[nodiscard]] virtual WallUs nextDeadline() const = 0; ///< kNever: none.
    virtual void onTime(WallUs now) = 0;                   ///< At or after the deadline.
    /// Somebody changed the meters' baud rate or parity at their keys.
    virtual void onLineSetting() = 0;
    /// Bytes that nobody sent, for those who listen to a serial line on which nobody talks.
    virtual void onNoise(std::span<const std::byte> bytes) = 0;
    /// Who is connected.
    [[nodiscard]] virtual std::vector<std::string> peers() const = 0;
    /// Why nobody can be served now; empty: all is well.
    [[nodiscard]] virtual std::string trouble() const = 0;
};

} // namespace meter::sim::live
