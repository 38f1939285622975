// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/twin/stimulus_recorder.hpp"

#include "sim/base/quantity.hpp"
#include "sim/twin/simulation.hpp"

#include <algorithm>

namespace meter::sim {

namespace {

using Stroke = PressAction::Stroke;

/// The one key edge that an entry is; null otherwise.
const PressAction::Press* edgeOf(const TimelineEntry& entry) {
    const auto* const press = std::get_if<PressAction>(&entry.action);
    const bool isEdge = press != nullptr && press->presses.size() == 1 &&
                        press->presses.front().stroke != Stroke::Press;
    return isEdge ? &press->presses.front() : nullptr;
}

bool isAlone(const std::vector<TimelineEntry>& entries, std::size_t index) {
    return std::ranges::count(entries, entries[index].at, &TimelineEntry::at) == 1;
}

/// A key that went down and up again with nothing else at either sample was held: a shorter word
/// for the same edges.
std::vector<TimelineEntry> withHolds(const std::vector<TimelineEntry>& entries) {
    std::vector<TimelineEntry> result;
    std::vector<bool> isTaken(entries.size());
    for (std::size_t down = 0; down < entries.size(); ++down) {
        if (isTaken[down]) {
            continue;
        }
        result.push_back(entries[down]);
        const PressAction::Press* const edge = edgeOf(entries[down]);
        if (edge == nullptr || edge->stroke != Stroke::Down || !isAlone(entries, down)) {
            continue;
        }
        for (std::size_t up = down + 1; up < entries.size(); ++up) {
            const PressAction::Press* const next = edgeOf(entries[up]);
            if (next == nullptr || next->key != edge->key) {
                continue;
            }
            if (next->stroke == Stroke::Up && isAlone(entries, up)) {
                isTaken[up] = true;
                result.back().action = PressAction{
                    .presses = {{.key = edge->key, .hold = entries[up].at - entries[down].at}}};
            }
            break;
        }
    }
    return result;
}

bool hasPresses(const std::vector<TimelineEntry>& timeline) {
    return std::ranges::any_of(timeline, [](const TimelineEntry& entry) {
        return std::holds_alternative<PressAction>(entry.action);
    });
}

} // namespace

StimulusRecorder::~StimulusRecorder() {
    end();
}

void StimulusRecorder::begin(Simulation& simulation) {
    end();
    m_simulation = &simulation;
    m_entries.clear();
    m_notes.clear();
    m_base = simulation.scenario();
    m_countBefore = simulation.stimulusCount();
    if (simulation.now() > 0 && m_countBefore > 0) {
        m_notes.push_back("the recording began at " + numberText(secondsOf(simulation.now())) +
                          " s; what was done before that is not in it");
    }
    const Readings& readings = simulation.meter().readings();
    Settings& settings = m_base.meter.installerSettings;
    if (simulation.now() == 0 && simulation.meter().isPowered() && readings.powerUpCount > 1) {
        settings = readings.settings;
        m_notes.emplace_back("the meter began with stored settings and counters; the scenario "
                             "begins with its settings, and with energies of 0");
    }
    simulation.setStimulusObserver(this);
}

void StimulusRecorder::end() {
    if (m_simulation != nullptr) {
        m_endedAt = m_simulation->now();
        m_simulation->setStimulusObserver(nullptr);
        m_simulation = nullptr;
    }
}

void StimulusRecorder::onStimulus(const TimelineEntry& entry) {
    m_entries.push_back(entry);
}

void StimulusRecorder::onUnrecordable(SampleTime at, const std::string& what) {
    m_notes.push_back("at " + numberText(secondsOf(at)) + " s " + what);
}

void StimulusRecorder::onRewind(std::uint64_t count) {
    if (count < m_countBefore) {
        m_notes.emplace_back("the meter was rewound to before the recording began");
    }
    const std::uint64_t kept = count > m_countBefore ? count - m_countBefore : 0;
    m_entries.resize(std::min<std::size_t>(m_entries.size(), static_cast<std::size_t>(kept)));
}

Scenario StimulusRecorder::scenario() const {
    Scenario scenario = m_base;
    const SampleTime last = m_entries.empty() ? 0 : m_entries.back().at;
    const SampleTime now = m_simulation != nullptr ? m_simulation->now() : m_endedAt;
    const SampleTime end = std::max<SampleTime>({now, last, 1});
    std::erase_if(scenario.timeline, [end](const TimelineEntry& entry) { return entry.at > end; });
    std::erase_if(scenario.expect, [end](const Expectation& one) { return one.to > end; });
    const bool isPlain = !hasPresses(scenario.timeline);
    // Behind the scenario's own entries: at one sample they come first.
    const std::vector<TimelineEntry> done = isPlain ? withHolds(m_entries) : m_entries;
    scenario.timeline.insert(scenario.timeline.end(), done.begin(), done.end());
    scenario.duration = end;
    return scenario;
}

} // namespace meter::sim
