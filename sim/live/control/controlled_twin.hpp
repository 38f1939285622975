// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a control socket steers: a running twin, seen from its own thread. The engine is one; a
// test may be another.

#include "sim/base/result.hpp"
#include "sim/live/base/pacing.hpp"
#include "sim/live/line/endpoint.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace meter::sim {
class LessonSession;
class Simulation;
} // namespace meter::sim

namespace meter::sim::live {

class Course;
class TrafficRing;

class ControlledTwin {
public:
    using Done = std::function<void(Result<void>)>;

    [[nodiscard]] virtual std::vector<Simulation>& meters() = 0; ///< Never empty.
    [[nodiscard]] virtual Pacing& pace() = 0;
    [[nodiscard]] virtual Course& way() = 0;
    [[nodiscard]] virtual std::vector<Endpoint> openEndpoints() const = 0;
    [[nodiscard]] virtual LineCounters lineCounters() const = 0;

    /// The frames on the wire; null: nobody keeps them.
    [[nodiscard]] virtual std::shared_ptr<TrafficRing> traffic() const { return nullptr; }

    /// The lesson that the twin is; null: none.
    [[nodiscard]] virtual LessonSession* lesson() { return nullptr; }

    /// So much meter time at once, also while paused; `done` comes when it has passed, later.
    virtual void stepThen(SampleTime samples, Done done) = 0;

protected:
    ~ControlledTwin() = default;
};

} // namespace meter::sim::live
