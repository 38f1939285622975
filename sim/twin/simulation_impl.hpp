// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The inside of a Simulation, for the files that make it up: simulation.cpp advances it,
// simulation_stimuli.cpp is what can be done to it from outside.

#include "sim/device/control_power_supply.hpp"
#include "sim/grid/waveform_synthesis.hpp"
#include "sim/installation/signal_path.hpp"
#include "sim/replay/replay_player.hpp"
#include "sim/scenario/start_energies.hpp"
#include "sim/twin/register_write.hpp"
#include "sim/twin/simulation.hpp"
#include "sim/twin/timeline_player.hpp"

#include <array>
#include <cstddef>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace meter::sim {

inline constexpr SampleTime kNever = std::numeric_limits<SampleTime>::max();
inline constexpr std::size_t kChunkLength = 3 * kBlockLength; ///< Samples at a time: 0.1 s.
inline constexpr std::size_t kMessageCountMax = 1000;

/// The meter that is wired in.
struct FittedMeter {
    Factory factory{};
    Accuracy accuracy = Accuracy::Ideal;
};

struct Simulation::State {
    SampleTime now = 0;
    World world{};
    bool isWorldChanged = false;
    SampleTime stretchEnd = 0;
    FittedMeter fitted{};
    MeterState meter{};
    ContactLog::Values contacts{};
    std::vector<std::byte> memory;
    TimelinePlayer::State timeline;
    LineFaultPlayer::State lineFaults;
    WaveformSynthesis::State synthesis;
    ControlPowerSupply::State supply;
    ControlPower judgedPower{};
    std::uint64_t stimulusCount = 0;
    SampleTime settledAt = -1;
};

struct Simulation::Impl final : TimelineTarget {
    Impl(Scenario theScenario, NvMemory& theMemory)
        : scenario(std::move(theScenario))
        , memory(theMemory)
        , meter({.nvStorage = memory, .serial = line, .display = display, .contacts = contacts},
                scenario.meter)
        , fitted{.factory = scenario.meter, .accuracy = scenario.accuracy}
        , errors(inputErrorsOf(scenario.accuracy, scenario.meter.serialNumber))
        , synthesis(scenario.seed)
        , player(scenario.replay)
        , timeline(scenario.timeline)
        , lineFaults(scenario.seed, scenario.meter.serialNumber)
        , world(scenario.world) {
        if (scenario.replay != nullptr) {
            for (const std::string& note : scenario.replay->notes()) {
                tell(note);
            }
            for (const Error& warning : scenario.replay->warnings()) {
                tell(warning.message());
            }
        }
        storeStartEnergies(scenario, memory);
        beginStretch();
        runSamples(0); // A meter with control power is up before the first sample.
    }

    void advanceTo(SampleTime target);
    void beginStretch();
    [[nodiscard]] World worldAt(SampleTime at) const;
    [[nodiscard]] SignalRecipe recipeAt(SampleTime at) const;
    void watchSupply();
    void supplyAt(SampleTime first, std::span<double> volts);
    void runSamples(SampleTime count);
    void startMeter();
    void fit(const FittedMeter& wanted);
    void swapMeter(const SwapAction& action) override;
    void feed(std::size_t count);

    World& changeWorld() override {
        isWorldChanged = true;
        return world;
    }

    [[nodiscard]] World currentWorld() const override { return faultyWorldAt(now); }

    [[nodiscard]] World faultyWorldAt(SampleTime at) const {
        World later = worldAt(at);
        timeline.layFaults(now, at, later);
        return later;
    }

    void onKey(Key key, bool isDown) override { meter.onKey(key, isDown); }

    void writeRegisters(const WriteAction& action) override {
        for (std::string& message : writeAsMaster(meter, action.registers)) {
            tell(std::move(message));
        }
    }

    void beginLineFaults(const LineAction& action, std::optional<SampleTime> length) override {
        lineFaults.apply(action, now, length);
    }

    void saveBookmark(const std::string& name) override { bookmarks[name] = snapshot(); }

    void tell(std::string message) override {
        if (refusals != nullptr) {
            refusals->push_back(message);
        }
        if (messages.size() < kMessageCountMax) {
            messages.push_back({.at = now, .text = std::move(message)});
        }
    }

    [[nodiscard]] std::shared_ptr<const State> snapshot() const;
    void restore(const State& state);
    void settle();
    void note(TimelineAction action);
    void note(const TimelineEntry& entry);

    Scenario scenario;
    NvMemory& memory;
    ContactLog contacts;
    UnwatchedDisplay display;
    LineOut line;
    Meter meter;
    FittedMeter fitted;
    InputErrors errors;
    WaveformSynthesis synthesis;
    ReplayPlayer player;
    ControlPowerSupply supply;
    ControlPower judgedPower{}; ///< What the supply's window was filled for.
    TimelinePlayer timeline;
    LineFaultPlayer lineFaults;
    FrameSource frameSource;
    std::vector<std::pair<std::string, FrameObserver>> frameObservers; ///< By name.

    World world;
    bool isWorldChanged = false;
    SampleTime now = 0;
    SampleTime stretchEnd = 0; ///< Until then the recipe of the synthesis holds.

    std::vector<std::function<void(const Simulation&)>> observers;
    const Simulation* self = nullptr; ///< For the observers; moves with its owner.
    std::vector<Message> messages;
    std::vector<std::string>* refusals = nullptr; ///< Of the entry that is being performed.
    std::map<std::string, std::shared_ptr<const State>> bookmarks;
    StimulusObserver* stimulusObserver = nullptr;
    std::uint64_t stimulusCount = 0;
    SampleTime settledAt = -1; ///< Where the timeline has acted ahead of what comes from outside.
    std::array<SampleFrame, kChunkLength> frames{};
    std::array<double, kChunkLength> supplyVolts{};
};

} // namespace meter::sim
