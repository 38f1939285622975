// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Carries out a scenario's timeline at its exact samples. At one sample: ramps that arrive,
// then what goes back to what it was, then entries in the order of the file, then keys.
//
// Faults are layers over the world that `set` acts on: they come and go without a trace.
// Temporary values are layers: when one ends below another that still lasts, nothing shows,
// and the later one goes back to what was under both. A lasting set takes the place of all.
//
// The player is a value: it shares the entries, and a copy goes on as the original would.

#include "sim/scenario/scenario.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace meter::sim {

/// What a timeline acts on.
class TimelineTarget {
public:
    /// Changed in place; counts from the next sample on.
    virtual World& changeWorld() = 0;
    /// As it is now, ramps, profile and faults included.
    [[nodiscard]] virtual World currentWorld() const = 0;
    virtual void onKey(Key key, bool isDown) = 0;
    virtual void writeRegisters(const WriteAction& action) = 0;
    virtual void saveBookmark(const std::string& name) = 0;
    /// Another meter takes the place of the one that is there.
    virtual void swapMeter(const SwapAction& action) = 0;
    /// Faults of the communication line; without a length they last.
    virtual void beginLineFaults(const LineAction& action, std::optional<SampleTime> length) = 0;
    /// Something did not work that the scenario asked for.
    virtual void report(std::string message) = 0;

protected:
    ~TimelineTarget() = default;
};

/// What a profile drives.
enum class ProfileSide : std::uint8_t { Load, Source };

class TimelinePlayer final {
public:
    struct Cursor {
        SampleTime next = 0;
        std::optional<int> left; ///< Times still to come; none = for ever.
    };

    struct Ramp {
        std::string key;
        double from = 0.0;
        double to = 0.0;
        SampleTime begin = 0;
        SampleTime end = 0;
    };

    /// A value that goes back to what it was.
    struct Return {
        SampleTime at = 0;
        std::string key; ///< Empty: control power.
        double value = 0.0;
    };

    struct KeyEvent {
        SampleTime at = 0;
        Key key = Key::Plus;
        bool isDown = false;
    };

    using Entries = std::vector<TimelineEntry>;

    explicit TimelinePlayer(std::shared_ptr<const Entries> entries);

    /// The next sample at which something is to be done; none: nothing ever.
    [[nodiscard]] std::optional<SampleTime> nextEvent() const;
    /// The next one at which the world changes of itself: a ramp arrives, something goes back, a
    /// fault turns. Entries to come are no turns: until one acts, nothing is to be seen of it.
    [[nodiscard]] std::optional<SampleTime> nextTurn() const;
    /// Does everything that is due.
    void act(SampleTime now, TimelineTarget& target);
    /// Does what one entry says, whatever its `at`; the entries of the scenario stay as they are.
    void perform(const TimelineEntry& entry, SampleTime now, TimelineTarget& target);

    [[nodiscard]] const std::vector<Ramp>& ramps() const { return m_ramps; }

    [[nodiscard]] bool isRamping() const { return !m_ramps.empty(); }

    /// Something changes gradually: a ramp, or a fault with a course of its own.
    [[nodiscard]] bool isMoving(SampleTime now) const;

    /// Begins a fault by hand. With `length` it ends by itself.
    void apply(const ApplyAction& action, SampleTime now, const World& below);
    /// Ends the faults of this name, all of them if it is empty; false if there was none.
    bool clear(const std::string& name);

    /// In the order in which they came; later ones lie on top.
    [[nodiscard]] const std::vector<ActiveFault>& faults() const { return m_faults; }

    /// Lays the faults that act now over a world at the same or a later time.
    void layFaults(SampleTime now, SampleTime at, World& world) const;

    /// Sets what is ramped to its value at a time.
    void applyRamps(SampleTime at, World& world) const;

    /// True while load or source are what somebody set and not what their profile says.
    [[nodiscard]] bool isProfileHeld(ProfileSide side) const;

    /// Bytes of the lists that a copy takes along.
    [[nodiscard]] std::size_t listSize() const;

    void replaceProfile(ProfileSide side) {
        m_isProfileReplaced[static_cast<std::size_t>(side)] = true;
    }

private:
    void performSet(const TimelineEntry& entry,
                    const SetAction& action,
                    SampleTime now,
                    TimelineTarget& target);
    void endFaults(SampleTime now, TimelineTarget& target);
    void performPower(const TimelineEntry& entry,
                      const PowerAction& action,
                      SampleTime now,
                      TimelineTarget& target);
    void queueKeys(const PressAction& action, SampleTime now, TimelineTarget& target);
    [[nodiscard]] std::optional<SampleTime> endOfPresses(Key key) const;
    void queueKey(const KeyEvent& event);
    void noteReturn(const TimelineEntry& entry, std::string key, double value, SampleTime now);
    void endRamps(SampleTime now, TimelineTarget& target);
    void endTemporaries(SampleTime now, TimelineTarget& target);
    void pressKeys(SampleTime now, TimelineTarget& target);

    std::shared_ptr<const Entries> m_entries;
    std::vector<Cursor> m_cursors; ///< One per entry.
    std::vector<Ramp> m_ramps;
    std::vector<Return> m_returns;     ///< In the order in which they were made.
    std::vector<KeyEvent> m_keys;      ///< By time.
    std::vector<ActiveFault> m_faults; ///< In the order in which they came.
    SampleTime m_acted = -1;           ///< Turns of faults up to here are done.
    /// By side: a lasting set of the load's current or angle, of the source's voltage or frequency.
    std::array<bool, 2> m_isProfileReplaced{};
};

} // namespace meter::sim
