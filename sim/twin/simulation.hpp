// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The only loop: advances grid, installation and meter by samples, carries out the timeline at
// its exact samples, keeps what the contacts did. Deterministic: the same scenario and seed
// give the same bytes at any speed and in slices of any size. Copyable state: see snapshot().

#include "core/meter.hpp"
#include "sim/device/virtual_meter.hpp"
#include "sim/line/line_fault_player.hpp"
#include "sim/scenario/scenario.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim {

class StimulusObserver;

class Simulation final {
public:
    /// `nvMemory` outlives the simulation; it holds what a meter keeps without power.
    Simulation(Scenario scenario, NvMemory& nvMemory);
    ~Simulation();
    Simulation(Simulation&&) noexcept;
    Simulation& operator=(Simulation&&) noexcept;

    void step(std::int64_t samples); ///< Advance; slices of any size give the same result.
    void runUntil(SampleTime time);
    [[nodiscard]] SampleTime now() const;
    /// Whole seconds so far that repeated the last one exactly and were not computed again. That
    /// is tried only while nobody looks at the frames, and in steps of whole seconds.
    [[nodiscard]] std::int64_t knownSecondCount() const;

    [[nodiscard]] Meter& meter();
    [[nodiscard]] const Meter& meter() const;
    [[nodiscard]] const Scenario& scenario() const;
    [[nodiscard]] const ContactLog& contacts() const;
    [[nodiscard]] const NvMemory& memory() const;

    /// Without the faults: what `set` and setWorld act on.
    [[nodiscard]] const World& world() const;
    /// From the next sample on, as if each value that differs were set by the timeline: it takes
    /// the place of what was to go back, and a load's current or angle that of the profile.
    /// Ramps of the timeline go on.
    void setWorld(const World& world);

    /// Does now what an entry of the timeline says, with its `for` and `ramp`; `at`, `every` and
    /// `times` do not count. What cannot be done goes to messages(), and comes back.
    std::vector<std::string> perform(const TimelineEntry& entry);

    /// A key goes down or up.
    void onKey(Key key, bool isDown);

    /// What a master asks, as Meter::servePdu and Meter::serveFrame: through here it is noticed.
    std::span<const std::byte> servePdu(std::span<const std::byte> request,
                                        std::span<std::byte> response);
    std::span<const std::byte> serveFrame(std::span<const std::byte> frame,
                                          std::span<std::byte> response);

    /// Hears what is done from outside; null: nobody. It outlives the simulation or is taken
    /// away.
    void setStimulusObserver(StimulusObserver* observer);
    /// How much was done from outside so far.
    [[nodiscard]] std::uint64_t stimulusCount() const;

    /// Begins a fault at the next sample, as the timeline's `apply` does (readFault).
    void applyFault(const ApplyAction& action);
    /// Ends the faults that were applied by this name, all of them if it is empty; false if
    /// there was none.
    bool clearFaults(const std::string& name);
    /// Those that last and those still to begin.
    [[nodiscard]] const std::vector<ActiveFault>& faults() const;
    /// The world with the faults laid over it: what the meter is connected to.
    [[nodiscard]] World faultyWorld() const;

    /// Begins faults of the communication line now, as the timeline's `line` does: without a
    /// length in place of those of the same kinds, with one laid over them.
    void applyLineFaults(const LineAction& action, std::optional<SampleTime> length);
    /// Ends those of one kind, or all; false if there was none.
    bool clearLineFaults(std::optional<LineFaultKind> kind);
    /// With what they did so far. Ended ones may still be listed until the next request.
    [[nodiscard]] const std::vector<LineFaultLayer>& lineFaults() const;
    /// For whoever carries answers: judges requests and alters what goes back.
    [[nodiscard]] LineFaultPlayer& lineFaultPlayer();
    /// Sets the flag whenever line faults begin, are cleared or brought back; null: nobody wants
    /// to know. It outlives the simulation or is taken away.
    void watchLineFaults(bool* flag);

    /// Address, baud rate and parity at once, which a person would set by the meter's keys; kept
    /// over a power failure. No scenario can say it: a recording only tells that it happened.
    void setLineSetting(std::uint8_t address, std::uint16_t baudRate, Parity parity);

    /// Called after each whole second of meter time (the state "at" that second), before the
    /// timeline's entries of that second act.
    void onSecond(std::function<void(const Simulation&)> observer);

    /// Where the meter's answers on the serial line go (Meter::onByte, onLineIdle).
    void setLineListener(LineOut::Listener listener);

    /// The samples of the inputs, from elsewhere than source and load: a recording. What it
    /// gives must depend on the sample number only. Empty: source and load again.
    using FrameSource = std::function<void(SampleTime first, std::span<SampleFrame> frames)>;
    void setFrameSource(FrameSource source);

    /// Called with what the converter delivered, before the meter has it: zeros without power.
    using FrameObserver =
        std::function<void(SampleTime first, std::span<const SampleFrame> frames)>;
    /// One observer for each name, called in the order they came. Empty: `who` no longer observes.
    /// Not to be called by an observer.
    void onFrames(std::string_view who, FrameObserver observer);

    /// What the timeline asked for and could not be done, in order.
    struct Message {
        SampleTime at = 0;
        std::string text;
    };

    [[nodiscard]] const std::vector<Message>& messages() const;
    /// Likewise; the list starts empty again. It is bounded, and a long run has more to report.
    [[nodiscard]] std::vector<Message> takeMessages();

    /// Everything that can change, as a value behind a shared pointer; a copy is cheap.
    struct State;
    [[nodiscard]] std::shared_ptr<const State> snapshot() const;
    void restore(const State& state);
    /// About how many bytes a snapshot takes, counted as if it shared nothing but the scenario.
    [[nodiscard]] static std::size_t sizeOf(const State& state);

    /// The last `save` of this name in the timeline; null if there was none.
    [[nodiscard]] std::shared_ptr<const State> bookmark(const std::string& name) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace meter::sim
