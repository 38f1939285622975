// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the engine's loop asks of every endpoint: when time matters to it, and to be told then.

#include "sim/live/wall_clock.hpp"

namespace meter::sim::live {

class LiveEndpoint {
public:
    LiveEndpoint() = default;
    virtual ~LiveEndpoint() = default;
    LiveEndpoint(const LiveEndpoint&) = delete;
    LiveEndpoint& operator=(const LiveEndpoint&) = delete;

    [[nodiscard]] virtual WallUs nextDeadline() const = 0; ///< kNever: none.
    virtual void onTime(WallUs now) = 0;                   ///< At or after the deadline.
};

} // namespace meter::sim::live
