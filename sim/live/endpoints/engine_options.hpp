// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a live engine is started with: its endpoints, its speed, where it keeps its state.

#include "sim/live/lesson/live_lesson.hpp"
#include "sim/live/line/endpoint.hpp"

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meter::sim::live {

class TrafficRing;

struct EngineOptions {
    std::optional<TcpAddress> tcp = TcpAddress{};
    std::optional<TcpAddress> rtuOverTcp;
    std::optional<TcpAddress> rfc2217;
    std::optional<std::string> serialDevice;
    /// Link to the pseudo-terminal; empty path = none, "auto" = a stable name of our choice.
    std::optional<std::string> ptyLink = "auto";
    std::vector<EndpointRequest> more; ///< Further endpoints of any kind.
    std::optional<unsigned> ptyMode;   ///< Rights of virtual ports, as chmod takes them.
    std::optional<std::string> ptyGroup;
    std::size_t clientCountMax = kClientCountDefault; ///< Of each endpoint over TCP.
    WhenFull whenFull = WhenFull::CloseOldest;
    std::vector<std::string> allowedCidrs; ///< Who gets in; empty = everybody who can reach us.
    double speed = 1.0;
    /// TCP clients that neither send nor fetch anything for so long are closed; the longest
    /// time there is: never.
    std::chrono::microseconds idleTimeout = std::chrono::minutes(5);
    std::optional<std::string> stateDirectory; ///< --state DIR.
    bool isStateReset = false;                 ///< --reset-state.
    std::optional<std::string> controlPath;    ///< --control PATH.
    std::optional<LessonPlan> lesson;          ///< The first meter is a lesson.
    std::optional<TcpAddress> metrics;         ///< --metrics HOST:PORT.
    /// Where the frames on the wire go; null: a ring of the engine's own.
    std::shared_ptr<TrafficRing> traffic;
};

} // namespace meter::sim::live
