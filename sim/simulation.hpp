// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The only loop: advances grid, installation and meter by samples, carries out the timeline at
// its exact samples, keeps what the contacts did. Deterministic: the same scenario and seed
// give the same bytes at any speed and in slices of any size. Copyable state: see snapshot().

#include "core/meter.hpp"
#include "sim/device/virtual_meter.hpp"
#include "sim/scenario/scenario.hpp"

#include <functional>
#include <memory>
#include <string>

namespace meter::sim {

class Simulation final {
public:
    /// `nvMemory` outlives the simulation; it holds what a meter keeps without power.
    Simulation(Scenario scenario, NvMemory& nvMemory);
    ~Simulation();
    Simulation(Simulation&&) noexcept;
    Simulation& operator=(Simulation&&) noexcept;

    void step(std::int64_t samples);  ///< Advance; slices of any size give the same result.
    void runUntil(SampleTime time);
    [[nodiscard]] SampleTime now() const;

    [[nodiscard]] Meter& meter();
    [[nodiscard]] const Meter& meter() const;
    [[nodiscard]] const Scenario& scenario() const;
    [[nodiscard]] const ContactLog& contacts() const;

    [[nodiscard]] const World& world() const;
    void setWorld(const World& world); ///< From the next sample on.

    /// Called after each whole second of meter time (the state "at" that second), before the
    /// timeline's entries of that second act.
    void onSecond(std::function<void(const Simulation&)> observer);

    /// Everything that can change, as a value behind a shared pointer; a copy is cheap.
    struct State;
    [[nodiscard]] std::shared_ptr<const State> snapshot() const;
    void restore(const State& state);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace meter::sim
