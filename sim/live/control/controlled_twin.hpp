// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a control socket steers: a running twin, seen from its own thread. The engine is one; a
// test may be another.

#include "sim/base/result.hpp"
#include "sim/live/base/pacing.hpp"
#include "sim/live/line/endpoint.hpp"
#include "sim/live/line/request_tally.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace meter::sim {
class LessonSession;
class Simulation;
} // namespace meter::sim

namespace meter::sim::live {

class LiveRun;
class TrafficJudge;
class TrafficRing;

class ControlledTwin {
public:
    using Done = std::function<void(Result<void>)>;

    [[nodiscard]] virtual std::vector<Simulation>& meters() = 0; ///< Never empty.
    [[nodiscard]] virtual Pacing& pace() = 0;
    [[nodiscard]] virtual LiveRun& liveRun() = 0;
    [[nodiscard]] virtual std::vector<Endpoint> openEndpoints() const = 0;
    [[nodiscard]] virtual LineCounters lineCounters() const = 0;

    /// What was asked; null: nobody counts.
    [[nodiscard]] virtual const RequestTally* requests() const { return nullptr; }

    /// The frames on the wire; null: nobody keeps them.
    [[nodiscard]] virtual std::shared_ptr<TrafficRing> traffic() const { return nullptr; }

    /// What is found about the masters; null: nobody judges them.
    [[nodiscard]] virtual TrafficJudge* judge() { return nullptr; }

    /// The lesson that the twin is; null: none.
    [[nodiscard]] virtual LessonSession* lesson() { return nullptr; }

    /// Somebody who waits for a step.
    struct Waiter {
        Done done;
        std::function<bool()> isThere; ///< False: nobody waits any more. Empty: always there.
    };

    /// So much meter time at once, also while paused; `done` comes when it has passed, later.
    /// When nobody is there any more, it ends where it is.
    virtual void stepThen(SampleTime samples, Waiter waiter) = 0;
    /// Ends the steps that are under way, and tells those who wait for them why; how many.
    virtual std::size_t endSteps(const std::string& why) = 0;
    /// Meter time of all steps that has still to pass.
    [[nodiscard]] virtual SampleTime stepsLeft() const = 0;

protected:
    ~ControlledTwin() = default;
};

} // namespace meter::sim::live
