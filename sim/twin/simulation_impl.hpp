// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The inside of a Simulation, for the files that make it up: simulation.cpp advances it,
// simulation_stimuli.cpp is what can be done to it from outside.

#include "sim/grid/known_directions.hpp"
#include "sim/grid/signal_recipe.hpp"
#include "sim/twin/known_seconds.hpp"
#include "sim/twin/register_write.hpp"
#include "sim/twin/simulation.hpp"
#include "sim/twin/twin_state.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace meter::sim {

inline constexpr SampleTime kNever = std::numeric_limits<SampleTime>::max();
inline constexpr std::size_t kChunkLength = 3 * kBlockLength; ///< Samples at a time: 0.1 s.
inline constexpr std::size_t kMessageCountMax = 1000;

struct Simulation::State {
    TwinState twin;
    MeterState meter{};
    MemoryImage memory;
};

struct Simulation::Impl final : TimelineTarget {
    Impl(Scenario theScenario, NvMemory& theMemory);

    void advanceTo(SampleTime target);
    void beginStretch();
    [[nodiscard]] SampleTime nextProfileTime() const;
    [[nodiscard]] bool areProfilesStill() const;
    [[nodiscard]] World worldAt(SampleTime at) const;
    [[nodiscard]] const SignalRecipe& recipeAt(SampleTime at);
    void watchSupply();
    void supplyAt(SampleTime first, std::span<double> volts);
    [[nodiscard]] bool isSecondUndisturbed() const;
    [[nodiscard]] const Meter::KnownSecond* beginSecond();
    void runSamples(SampleTime count);
    void damageSupply();
    void startMeter();
    void construct(const Factory& factory);
    void fit(const FittedMeter& wanted);
    void exchangeMemory(std::uint32_t serialNumber);
    void putBackMemories(const TwinState& earlier);
    void swapMeter(const SwapAction& action) override;
    void feed(std::size_t count);

    World& changeWorld() override {
        twin.isWorldChanged = true;
        return twin.world;
    }

    [[nodiscard]] World currentWorld() const override { return faultyWorldAt(twin.now); }

    [[nodiscard]] World faultyWorldAt(SampleTime at) const {
        World later = worldAt(at);
        twin.timeline.layFaults(twin.now, at, later);
        return later;
    }

    void onKey(Key key, bool isDown) override { meter.onKey(key, isDown); }

    void writeRegisters(const WriteAction& action) override {
        for (std::string& message : writeAsMaster(meter, action.registers)) {
            report(std::move(message));
        }
    }

    void beginLineFaults(const LineAction& action, std::optional<SampleTime> length) override {
        twin.lineFaults.apply(action, twin.now, length);
        noteLineFaults();
    }

    void saveBookmark(const std::string& name) override { bookmarks[name] = snapshot(); }

    void report(std::string message) override {
        if (refusals != nullptr) {
            refusals->push_back(message);
        }
        if (messages.size() < kMessageCountMax) {
            messages.push_back({.at = twin.now, .text = std::move(message)});
        }
    }

    [[nodiscard]] std::shared_ptr<const State> snapshot() const;
    void restore(const State& state);
    void rebuild(const State& state);
    void settle();
    void note(TimelineAction action);
    void note(const TimelineEntry& entry);

    void noteLineFaults() {
        if (lineFaultFlag != nullptr) {
            *lineFaultFlag = true;
        }
    }

    const std::shared_ptr<const Scenario> scenario;
    TwinState twin;

    // The meter and what is at its ports; the meter and its memory hold their own state.
    NvMemory& memory;
    UnwatchedDisplay display;
    LineOut line;
    Meter meter;

    /// What the folder of a meter held when it was first put in: so it is again if that is
    /// repeated.
    std::map<std::uint32_t, MemoryImage> found;

    // Who looks on.
    FrameSource frameSource;
    std::vector<std::pair<std::string, FrameObserver>> frameObservers; ///< By name.
    std::vector<std::function<void(const Simulation&)>> observers;
    const Simulation* self = nullptr; ///< For the observers; moves with its owner.
    StimulusObserver* stimulusObserver = nullptr;
    bool* lineFaultFlag = nullptr;

    // What there is to tell, and to go back to: going back leaves it.
    std::vector<Message> messages;
    std::vector<std::string>* refusals = nullptr; ///< Of the entry that is being performed.
    std::map<std::string, std::shared_ptr<const State>> bookmarks;

    // What saves computing, and changes nothing.
    struct MadeRecipe {
        World world;
        InputErrors errors;
        SignalRecipe recipe;
    };

    std::optional<MadeRecipe> lastRecipe; ///< A stretch begins with that which the last ended with.
    KnownDirections directions;
    KnownSeconds knownSeconds;
    const Meter::KnownSecond* knownSecond =
        nullptr; ///< Of the running second, while it is left out.
    std::int64_t knownSecondCount = 0;

    // Room for the samples of one call.
    std::array<SampleFrame, kChunkLength> frames{};
    std::array<double, kChunkLength> supplyVolts{};
};

} // namespace meter::sim
