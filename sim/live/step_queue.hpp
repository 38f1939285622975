// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Meter time that clients of the control socket wait for, passed a slice at a time so that the
// wire is served in between.

#include "sim/base/sim_time.hpp"
#include "sim/live/control/controlled_twin.hpp"

#include <cstddef>
#include <deque>
#include <functional>
#include <string>

namespace meter::sim::live {

class StepQueue final {
public:
    using Waiter = ControlledTwin::Waiter;
    using Advance = std::function<void(SampleTime samples)>;

    void add(SampleTime samples, Waiter waiter);
    /// For a while, the shortest first: who waits for a second does not wait for somebody's day.
    void advance(const Advance& advance);
    /// Ends them all and tells those who wait why; how many.
    std::size_t end(const std::string& why);

    [[nodiscard]] bool isEmpty() const { return m_steps.empty(); }

    [[nodiscard]] SampleTime left() const; ///< Of all of them.

private:
    struct Step {
        SampleTime left = 0;
        Waiter waiter;
    };

    void endUnwanted();

    std::deque<Step> m_steps;
};

} // namespace meter::sim::live
