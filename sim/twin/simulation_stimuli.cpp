// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/keys/parameter_table.hpp"
#include "sim/stimulus/stimulus_observer.hpp"
#include "sim/stimulus/world_difference.hpp"
#include "sim/twin/simulation_impl.hpp"

#include <algorithm>
#include <utility>

namespace meter::sim {

/// What comes from outside acts behind what the timeline does at the same sample: so it does
/// when it is repeated as entries behind the scenario's own.
void Simulation::Impl::settle() {
    if (twin.settledAt == twin.now) {
        return;
    }
    twin.settledAt = twin.now;
    if (twin.timeline.nextEvent().value_or(kNever) <= twin.now) {
        twin.timeline.act(twin.now, *this);
    }
}

void Simulation::Impl::note(const TimelineEntry& entry) {
    ++twin.stimulusCount;
    if (stimulusObserver != nullptr) {
        TimelineEntry done = entry;
        done.at = twin.now;
        done.every.reset();
        done.times.reset();
        done.place = {};
        stimulusObserver->onStimulus(done);
    }
}

void Simulation::Impl::note(TimelineAction action) {
    TimelineEntry entry;
    entry.action = std::move(action);
    note(entry);
}

void Simulation::setWorld(const World& world) {
    m_impl->settle();
    World wanted = tidied(world);
    for (const TimelinePlayer::Ramp& ramp : m_impl->twin.timeline.ramps()) {
        if (const std::optional<double> present = parameter(m_impl->twin.world, ramp.key)) {
            static_cast<void>(setParameter(wanted, ramp.key, *present)); // It was set before.
        }
    }
    const auto actions = actionsBetween(m_impl->twin.world, wanted);
    if (actions) {
        for (const TimelineAction& action : *actions) {
            TimelineEntry entry;
            entry.action = action;
            perform(entry);
        }
        return;
    }
    const Load& before = m_impl->twin.world.load;
    if (world.load.currentA != before.currentA || world.load.laggingDeg != before.laggingDeg) {
        m_impl->twin.timeline.replaceProfile(ProfileSide::Load);
    }
    const Source& source = m_impl->twin.world.source;
    if (world.source.voltageV != source.voltageV ||
        world.source.frequencyHz != source.frequencyHz) {
        m_impl->twin.timeline.replaceProfile(ProfileSide::Source);
    }
    m_impl->changeWorld() = world;
    if (m_impl->stimulusObserver != nullptr) {
        m_impl->stimulusObserver->onUnrecordable(now(),
                                                 "values were set that a scenario cannot hold: one "
                                                 "is out of its range, or an order appears twice");
    }
}

std::vector<std::string> Simulation::perform(const TimelineEntry& entry) {
    m_impl->settle();
    m_impl->note(entry);
    std::vector<std::string> refusals;
    auto* const outer = std::exchange(m_impl->refusals, &refusals);
    m_impl->twin.timeline.perform(entry, m_impl->twin.now, *m_impl);
    m_impl->refusals = outer;
    return refusals;
}

void Simulation::applyFault(const ApplyAction& action) {
    TimelineEntry entry;
    entry.action = action;
    perform(entry);
}

bool Simulation::clearFaults(const std::string& name) {
    m_impl->settle();
    if (!m_impl->twin.timeline.clear(name)) {
        return false;
    }
    m_impl->changeWorld();
    m_impl->note(ClearAction{.name = name});
    return true;
}

void Simulation::applyLineFaults(const LineAction& action, std::optional<SampleTime> length) {
    TimelineEntry entry;
    entry.action = action;
    entry.forDuration = length;
    perform(entry);
}

bool Simulation::clearLineFaults(std::optional<LineFaultKind> kind) {
    m_impl->settle();
    LineAction ended;
    for (const LineFaultLayer& layer : m_impl->twin.lineFaults.layers()) {
        const bool isMeant = !kind || layer.kind == *kind;
        if (isMeant && std::ranges::find(ended.groups, layer.kind, &LineFaultGroup::kind) ==
                           ended.groups.end()) {
            ended.groups.push_back({.kind = layer.kind, .faults = {}});
        }
    }
    if (ended.groups.empty()) {
        return false;
    }
    applyLineFaults(ended, std::nullopt);
    return true;
}

void Simulation::setLineSetting(std::uint8_t address, std::uint16_t baudRate, Parity parity) {
    m_impl->settle();
    MeterState state = m_impl->meter.state();
    Settings& settings = state.readings.settings;
    settings.modbusAddress = address;
    settings.baudRate = baudRate;
    settings.parity = parity;
    m_impl->meter.restore(state);
    if (m_impl->stimulusObserver != nullptr) {
        m_impl->stimulusObserver->onUnrecordable(
            now(), "address, baud rate or parity were set past the meter's keys, which a scenario "
                   "cannot hold: set them in its `meter` block");
    }
}

void Simulation::onKey(Key key, bool isDown) {
    m_impl->settle();
    m_impl->note(PressAction{
        .presses = {{.key = key,
                     .hold = 0,
                     .stroke = isDown ? PressAction::Stroke::Down : PressAction::Stroke::Up}}});
    m_impl->meter.onKey(key, isDown);
}

std::span<const std::byte> Simulation::servePdu(std::span<const std::byte> request,
                                                std::span<std::byte> response) {
    std::optional<WriteAction> write = writeOf(request);
    if (write) {
        m_impl->settle();
    }
    const std::span<const std::byte> answer = m_impl->meter.servePdu(request, response);
    if (write && isAccepted(answer)) {
        m_impl->note(std::move(*write));
    }
    return answer;
}

std::span<const std::byte> Simulation::serveFrame(std::span<const std::byte> frame,
                                                  std::span<std::byte> response) {
    constexpr std::size_t kFrameSizeMin = 4; ///< Address, function and CRC.
    std::optional<WriteAction> write;
    if (frame.size() >= kFrameSizeMin) {
        write = writeOf(frame.subspan(1, frame.size() - 3));
    }
    if (write) {
        m_impl->settle();
    }
    const bool isBroadcast = write && isBroadcastHeard(m_impl->meter, frame);
    const std::span<const std::byte> answer = m_impl->meter.serveFrame(frame, response);
    if (isBroadcast || (write && answer.size() > 1 && isAccepted(answer.subspan(1)))) {
        m_impl->note(std::move(*write));
    }
    return answer;
}

void Simulation::setStimulusObserver(StimulusObserver* observer) {
    m_impl->stimulusObserver = observer;
}

std::uint64_t Simulation::stimulusCount() const {
    return m_impl->twin.stimulusCount;
}

} // namespace meter::sim
