// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything of a simulation that can change while it runs, but for the meter's own state and
// its memory, which their owners keep: a snapshot is a copy of these three. Whatever is added
// to a simulation and changes belongs here, never beside it: then going back forgets nothing.
// What is large (recording, timeline, recipes of the signals) is shared by all copies and is
// never changed.

#include "sim/device/control_power_supply.hpp"
#include "sim/device/virtual_meter.hpp"
#include "sim/grid/waveform_synthesis.hpp"
#include "sim/installation/input_stage.hpp"
#include "sim/line/line_fault_player.hpp"
#include "sim/replay/replay_player.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/twin/timeline_player.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

namespace meter::sim {

/// A meter's stored memory at one moment.
using MemoryImage = std::shared_ptr<const std::vector<std::byte>>;

/// The meter that is wired in.
struct FittedMeter {
    FittedMeter(const Factory& itsFactory, Accuracy itsAccuracy)
        : factory(itsFactory)
        , accuracy(itsAccuracy)
        , errors(inputErrorsOf(itsAccuracy, itsFactory.serialNumber)) {}

    Factory factory;
    Accuracy accuracy;
    InputErrors errors;
};

struct TwinState {
    explicit TwinState(const std::shared_ptr<const Scenario>& scenario)
        : world(scenario->world)
        , fitted(scenario->meter, scenario->accuracy)
        , synthesis(scenario->seed)
        , replay(scenario->replay)
        , timeline(std::shared_ptr<const TimelinePlayer::Entries>(scenario, &scenario->timeline))
        , lineFaults(scenario->seed, scenario->meter.serialNumber) {}

    SampleTime now = 0;
    World world;
    bool isWorldChanged = false;
    SampleTime stretchEnd = 0; ///< Until then the recipe of the synthesis holds.
    FittedMeter fitted;
    WaveformSynthesis synthesis;
    ReplayPlayer replay;
    ControlPowerSupply supply;
    Installation fedBy{};       ///< What is fitted between supply and meter, faults included.
    ControlPower judgedPower{}; ///< What the supply's window was filled for.
    ContactLog contacts;
    TimelinePlayer timeline;
    LineFaultPlayer lineFaults;
    /// Where memories are kept in folders: those of the meters that were taken out, by serial
    /// number.
    std::map<std::uint32_t, MemoryImage> putAway;
    std::uint64_t stimulusCount = 0;
    SampleTime settledAt = -1; ///< Where the timeline has acted ahead of what comes from outside.
};

/// About how many bytes a copy of the state takes, lists included.
[[nodiscard]] std::size_t sizeOf(const TwinState& state);

} // namespace meter::sim
