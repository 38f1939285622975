// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What was done to one meter from outside since the twin began, so that the past can be
// simulated again and a scenario written that repeats it. Bounded: beyond the limit the journal
// begins anew, and says so.

#include "sim/stimulus/stimulus_observer.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace meter::sim {
class Simulation;
} // namespace meter::sim

namespace meter::sim::live {

class StimulusJournal final : public StimulusObserver {
public:
    static constexpr std::size_t kEntryCountMax = 100'000;

    using Entries = std::vector<TimelineEntry>;

    [[nodiscard]] const Entries& entries() const { return m_entries; }

    /// Those behind the first `count` of all stimuli.
    [[nodiscard]] Entries entriesSince(std::uint64_t count) const;

    /// Returning to a state that had these.
    void replace(Entries entries) { m_entries = std::move(entries); }

    /// True once after it had to restart.
    [[nodiscard]] bool takeOverflow() { return std::exchange(m_hasOverflowed, false); }

    /// Everything since the beginning is there.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }

    /// Hears all that the journal hears, after it; null: nobody. It outlives the journal.
    void setListener(StimulusObserver* listener) { m_listener = listener; }

    /// What no timeline can say.
    [[nodiscard]] const std::vector<std::string>& notes() const { return m_notes; }

    void onStimulus(const TimelineEntry& entry) override;
    void onUnrecordable(SampleTime at, const std::string& what) override;
    void onRewind(std::uint64_t count) override;

private:
    StimulusObserver* m_listener = nullptr;
    Entries m_entries;
    std::uint64_t m_countBefore = 0; ///< Stimuli before the first entry.
    bool m_hasOverflowed = false;
    bool m_isWhole = true;
    std::vector<std::string> m_notes;
};

/// The scenario of a simulation with what the journal has: it repeats what happened.
[[nodiscard]] Scenario repeatingScenario(Simulation& meter, StimulusJournal& journal);

} // namespace meter::sim::live
