// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Keeps what is done to a live simulation (keys, writes that were accepted, settings, faults,
// control power) with its sample, and gives a scenario that repeats it: every register of every
// second and both contacts are the same bytes. What masters read is not kept; it changes nothing
// but an icon on the glass.

#include "sim/stimulus/stimulus_observer.hpp"

#include <string>
#include <vector>

namespace meter::sim {

class Simulation;

class StimulusRecorder final : public StimulusObserver {
public:
    StimulusRecorder() = default;
    ~StimulusRecorder();
    StimulusRecorder(const StimulusRecorder&) = delete;
    StimulusRecorder& operator=(const StimulusRecorder&) = delete;

    /// From now on; best before anything was done. The simulation stays where it is and outlives
    /// the recorder, or end() comes first.
    void begin(Simulation& simulation);
    void end();

    [[nodiscard]] bool isRecording() const { return m_simulation != nullptr; }

    /// The scenario up to now; it ends where the simulation stands.
    [[nodiscard]] Scenario scenario() const;

    [[nodiscard]] std::size_t count() const { return m_entries.size(); }

    /// Why the scenario does not repeat everything, in sentences; empty: it does.
    [[nodiscard]] const std::vector<std::string>& notes() const { return m_notes; }

    void onStimulus(const TimelineEntry& entry) override;
    void onUnrecordable(SampleTime at, const std::string& what) override;
    void onRewind(std::uint64_t count) override;

private:
    Simulation* m_simulation = nullptr;
    SampleTime m_endedAt = 0;
    Scenario m_base;
    std::uint64_t m_countBefore = 0; ///< Stimuli that came before begin().
    std::vector<TimelineEntry> m_entries;
    std::vector<std::string> m_notes;
};

} // namespace meter::sim
