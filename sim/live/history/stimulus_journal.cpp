// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/history/stimulus_journal.hpp"

#include "sim/base/quantity.hpp"
#include "sim/twin/simulation.hpp"
#include "sim/twin/stimulus_recorder.hpp"

#include <algorithm>

namespace meter::sim::live {
namespace {

constexpr std::size_t kNoteCountMax = 100;

} // namespace

StimulusJournal::Entries StimulusJournal::entriesSince(std::uint64_t count) const {
    const std::uint64_t skipped = count > m_countBefore ? count - m_countBefore : 0;
    const std::size_t first = std::min<std::size_t>(m_entries.size(), skipped);
    return {m_entries.begin() + static_cast<std::ptrdiff_t>(first), m_entries.end()};
}

void StimulusJournal::onStimulus(const TimelineEntry& entry) {
    if (m_entries.size() >= kEntryCountMax) {
        m_countBefore += m_entries.size();
        m_entries.clear();
        m_hasOverflowed = true;
        m_isWhole = false;
    }
    m_entries.push_back(entry);
    if (m_listener != nullptr) {
        m_listener->onStimulus(entry);
    }
}

void StimulusJournal::onUnrecordable(SampleTime at, const std::string& what) {
    if (m_notes.size() < kNoteCountMax) {
        m_notes.push_back("at " + numberText(secondsOf(at)) + " s " + what);
    }
    if (m_listener != nullptr) {
        m_listener->onUnrecordable(at, what);
    }
}

void StimulusJournal::onRewind(std::uint64_t count) {
    const std::uint64_t kept = count > m_countBefore ? count - m_countBefore : 0;
    m_entries.resize(std::min<std::size_t>(m_entries.size(), kept));
    if (m_listener != nullptr) {
        m_listener->onRewind(count);
    }
}

Scenario repeatingScenario(Simulation& meter, StimulusJournal& journal) {
    StimulusRecorder recorder;
    recorder.begin(meter);
    for (const TimelineEntry& entry : journal.entries()) {
        recorder.onStimulus(entry);
    }
    Scenario scenario = recorder.scenario();
    recorder.end();
    meter.setStimulusObserver(&journal);
    return scenario;
}

} // namespace meter::sim::live
