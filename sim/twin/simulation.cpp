// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/twin/simulation.hpp"

#include "sim/grid/load_profile.hpp"
#include "sim/stimulus/stimulus_observer.hpp"
#include "sim/twin/simulation_impl.hpp"

#include <algorithm>
#include <cmath>

namespace meter::sim {

namespace {

constexpr auto kBlock = static_cast<SampleTime>(kBlockLength);
constexpr double kSupplyFrequencyMinHz = 5.0; ///< Bounds the half-cycle window.

} // namespace

void Simulation::Impl::advanceTo(SampleTime target) {
    while (now < target) {
        if (timeline.nextEvent().value_or(kNever) <= now) {
            timeline.act(now, *this);
        }
        if (isWorldChanged || now >= stretchEnd) {
            beginStretch();
        }
        const SampleTime tick = (now / kSamplesPerSecond + 1) * kSamplesPerSecond;
        const SampleTime event = timeline.nextEvent().value_or(kNever);
        runSamples(std::min({target, stretchEnd, event, tick}) - now);
        if (now == tick) {
            for (const auto& observer : observers) {
                observer(*self);
            }
        }
    }
}

/// A stretch ends where something is known to happen, never where a caller stops: that is why
/// slices of any size give the same samples.
void Simulation::Impl::beginStretch() {
    isWorldChanged = false;
    world = worldAt(now);
    if (player.isPlaying()) {
        player.install(currentWorld().installation, errors);
    }
    const bool isMoving = timeline.isMoving(now);
    const SampleTime nextRow = timeline.isProfileHeld()
                                   ? kNever
                                   : nextProfileRow(scenario.loadProfile, now).value_or(kNever);
    const World atRow = nextRow == kNever ? world : worldAt(nextRow);
    if (!isMoving && atRow.load == world.load) {
        synthesis.hold(now, recipeAt(now));
        stretchEnd = nextRow;
        watchSupply();
        return;
    }
    // Currents alone are linear however far; angles and what a ramp sets only in small steps.
    const bool isLinear = !isMoving && atRow.load.laggingDeg == world.load.laggingDeg;
    const SampleTime grid = isLinear ? kSamplesPerSecond : kBlock;
    stretchEnd = std::min({(now / grid + 1) * grid, nextRow, timeline.nextTurn().value_or(kNever)});
    synthesis.change(now, stretchEnd, recipeAt(now), recipeAt(stretchEnd));
    watchSupply();
}

World Simulation::Impl::worldAt(SampleTime at) const {
    World later = world;
    if (!timeline.isProfileHeld()) {
        applyProfile(scenario.loadProfile, at, later.load);
    }
    timeline.applyRamps(at, later);
    return later;
}

SignalRecipe Simulation::Impl::recipeAt(SampleTime at) const {
    return recipeOf(faultyWorldAt(at), scenario.world.source.voltageV, errors);
}

void Simulation::Impl::watchSupply() {
    const ControlPower& power = world.installation.controlPower;
    if (power.kind != ControlPowerKind::FromService) {
        judgedPower = power;
        return;
    }
    const double frequencyHz = std::max(currentWorld().source.frequencyHz, kSupplyFrequencyMinHz);
    const auto length =
        static_cast<std::size_t>(std::llround(kSamplesPerSecond / (2.0 * frequencyHz)));
    if (power == judgedPower && supply.state().squares.size() == length) {
        return;
    }
    judgedPower = power;
    std::vector<double> halfCycle(length);
    supplyAt(now - static_cast<SampleTime>(length), halfCycle);
    supply.prime(halfCycle);
}

void Simulation::Impl::supplyAt(SampleTime first, std::span<double> volts) {
    if (player.isPlaying()) {
        player.supply(first, volts);
        return;
    }
    synthesis.supply(first, volts);
}

void Simulation::Impl::runSamples(SampleTime count) {
    const Installation& installation = world.installation;
    const bool isFromService = installation.controlPower.kind == ControlPowerKind::FromService;
    do {
        const auto length = std::min(static_cast<std::size_t>(count), kChunkLength);
        ControlPowerSupply::Advance advance;
        if (isFromService) {
            const std::span<double> volts = std::span(supplyVolts).first(length);
            supplyAt(now, volts);
            advance = supply.advanceService(isControlPowerConnected(installation), volts);
        } else {
            advance = supply.advanceOwn(installation, static_cast<std::int64_t>(length));
        }
        feed(static_cast<std::size_t>(advance.count));
        count -= advance.count;
        if (advance.hasChanged) {
            if (supply.isPowered()) {
                startMeter();
            } else {
                meter.powerFail();
            }
        }
    } while (count > 0);
}

void Simulation::Impl::startMeter() {
    meter.powerUp(now);
    if (meter.readings().isNvDamaged) {
        tell("no image of the stored memory is whole: the meter starts with the factory's "
             "settings and energies of 0");
    }
}

void Simulation::Impl::feed(std::size_t count) {
    if (count == 0) {
        return;
    }
    const std::span<SampleFrame> chunk = std::span(frames).first(count);
    if (!meter.isPowered()) {
        std::ranges::fill(chunk, SampleFrame{}); // Nobody measures: only time goes on.
    } else if (frameSource) {
        frameSource(now, chunk);
    } else if (player.isPlaying()) {
        player.inputs(now, chunk);
    } else {
        synthesis.inputs(now, chunk);
    }
    for (const auto& [who, observer] : frameObservers) {
        observer(now, chunk);
    }
    meter.onSamples(chunk);
    now += static_cast<SampleTime>(count);
}

std::shared_ptr<const Simulation::State> Simulation::Impl::snapshot() const {
    return std::make_shared<const State>(State{.now = now,
                                               .world = world,
                                               .isWorldChanged = isWorldChanged,
                                               .stretchEnd = stretchEnd,
                                               .fitted = fitted,
                                               .meter = meter.state(),
                                               .contacts = contacts.values(),
                                               .memory = memory.bytes(),
                                               .timeline = timeline.state(),
                                               .lineFaults = lineFaults.state(),
                                               .synthesis = synthesis.state(),
                                               .supply = supply.state(),
                                               .judgedPower = judgedPower,
                                               .stimulusCount = stimulusCount,
                                               .settledAt = settledAt});
}

void Simulation::Impl::restore(const State& state) {
    now = state.now;
    world = state.world;
    isWorldChanged = state.isWorldChanged;
    stretchEnd = state.stretchEnd;
    if (state.fitted.factory.serialNumber != fitted.factory.serialNumber) {
        fit(state.fitted);
    }
    if (memory.setBytes(state.memory) != Status::Ok) {
        tell("the meter's stored memory could not be rewound");
    }
    meter.restore(state.meter);
    contacts.restore(state.contacts); // Behind the meter, whose edges are none.
    timeline.restore(state.timeline);
    lineFaults.restore(state.lineFaults);
    synthesis.restore(state.synthesis);
    supply.restore(state.supply);
    judgedPower = state.judgedPower;
    stimulusCount = state.stimulusCount;
    settledAt = state.settledAt;
    if (stimulusObserver != nullptr) {
        stimulusObserver->onRewind(stimulusCount);
    }
}

Simulation::Simulation(Scenario scenario, NvMemory& nvMemory)
    : m_impl(std::make_unique<Impl>(std::move(scenario), nvMemory)) {}

Simulation::~Simulation() = default;
Simulation::Simulation(Simulation&&) noexcept = default;
Simulation& Simulation::operator=(Simulation&&) noexcept = default;

void Simulation::step(std::int64_t samples) {
    runUntil(m_impl->now + samples);
}

void Simulation::runUntil(SampleTime time) {
    m_impl->self = this;
    m_impl->advanceTo(time);
}

SampleTime Simulation::now() const {
    return m_impl->now;
}

Meter& Simulation::meter() {
    return m_impl->meter;
}

const Meter& Simulation::meter() const {
    return m_impl->meter;
}

const Scenario& Simulation::scenario() const {
    return m_impl->scenario;
}

const ContactLog& Simulation::contacts() const {
    return m_impl->contacts;
}

const NvMemory& Simulation::memory() const {
    return m_impl->memory;
}

const World& Simulation::world() const {
    return m_impl->world;
}

const std::vector<ActiveFault>& Simulation::faults() const {
    return m_impl->timeline.state().faults;
}

World Simulation::faultyWorld() const {
    return m_impl->currentWorld();
}

const std::vector<LineFaultLayer>& Simulation::lineFaults() const {
    return m_impl->lineFaults.layers();
}

LineFaultPlayer& Simulation::lineFaultPlayer() {
    return m_impl->lineFaults;
}

void Simulation::onSecond(std::function<void(const Simulation&)> observer) {
    m_impl->observers.push_back(std::move(observer));
}

void Simulation::setLineListener(LineOut::Listener listener) {
    m_impl->line.setListener(std::move(listener));
}

void Simulation::setFrameSource(FrameSource source) {
    m_impl->frameSource = std::move(source);
}

void Simulation::onFrames(std::string_view who, FrameObserver observer) {
    auto& observers = m_impl->frameObservers;
    const auto known = std::ranges::find(
        observers, who, [](const auto& each) { return std::string_view(each.first); });
    if (!observer) {
        if (known != observers.end()) {
            observers.erase(known);
        }
    } else if (known != observers.end()) {
        known->second = std::move(observer);
    } else {
        observers.emplace_back(who, std::move(observer));
    }
}

const std::vector<Simulation::Message>& Simulation::messages() const {
    return m_impl->messages;
}

std::vector<Simulation::Message> Simulation::takeMessages() {
    return std::exchange(m_impl->messages, {});
}

std::shared_ptr<const Simulation::State> Simulation::snapshot() const {
    return m_impl->snapshot();
}

void Simulation::restore(const State& state) {
    m_impl->restore(state);
}

std::shared_ptr<const Simulation::State> Simulation::bookmark(const std::string& name) const {
    const auto found = m_impl->bookmarks.find(name);
    return found == m_impl->bookmarks.end() ? nullptr : found->second;
}

} // namespace meter::sim
