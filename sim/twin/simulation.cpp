// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/twin/simulation.hpp"

#include "sim/base/quantity.hpp"
#include "sim/grid/load_profile.hpp"
#include "sim/installation/signal_path.hpp"
#include "sim/scenario/start_energies.hpp"
#include "sim/stimulus/stimulus_observer.hpp"
#include "sim/twin/simulation_impl.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace meter::sim {

namespace {

constexpr auto kBlock = static_cast<SampleTime>(kBlockLength);
constexpr double kSupplyFrequencyMinHz = 5.0; ///< Bounds the half-cycle window.

} // namespace

Simulation::Impl::Impl(Scenario theScenario, NvMemory& theMemory)
    : scenario(std::make_shared<const Scenario>(std::move(theScenario)))
    , twin(scenario)
    , memory(theMemory)
    , meter({.nvStorage = memory, .serial = line, .display = display, .contacts = twin.contacts},
            scenario->meter) {
    for (const Error& warning : scenario->warnings) {
        report(warning.message());
    }
    if (scenario->replay != nullptr) {
        for (const std::string& note : scenario->replay->notes()) {
            report(note);
        }
        for (const Error& warning : scenario->replay->warnings()) {
            report(warning.message());
        }
    }
    storeStartEnergies(*scenario, memory);
    beginStretch();
    runSamples(0); // A meter with control power is up before the first sample.
}

void Simulation::Impl::advanceTo(SampleTime target) {
    while (twin.now < target) {
        if (twin.timeline.nextEvent().value_or(kNever) <= twin.now) {
            twin.timeline.act(twin.now, *this);
        }
        if (twin.isWorldChanged || twin.now >= twin.stretchEnd) {
            beginStretch();
        }
        const SampleTime tick = (twin.now / kSamplesPerSecond + 1) * kSamplesPerSecond;
        const SampleTime event = twin.timeline.nextEvent().value_or(kNever);
        const SampleTime end = std::min({target, twin.stretchEnd, event, tick});
        const bool isWholeSecond = end - twin.now == kSamplesPerSecond;
        knownSecond = isWholeSecond ? beginSecond() : nullptr;
        runSamples(end - twin.now);
        if (knownSecond != nullptr) {
            ++knownSecondCount;
        } else if (isWholeSecond) {
            knownSeconds.ended(meter.state());
        }
        if (twin.now == tick) {
            for (const auto& observer : observers) {
                observer(*self);
            }
        }
    }
}

/// A stretch ends where something is known to happen, never where a caller stops: that is why
/// slices of any size give the same samples.
void Simulation::Impl::beginStretch() {
    twin.isWorldChanged = false;
    twin.world = worldAt(twin.now);
    if (twin.replay.isPlaying()) {
        twin.replay.install(currentWorld().installation, twin.fitted.errors);
    }
    const bool isMoving = twin.timeline.isMoving(twin.now);
    const SampleTime nextRow = nextProfileTime();
    const World atRow = nextRow == kNever ? twin.world : worldAt(nextRow);
    const bool isSame = atRow.load == twin.world.load && atRow.source == twin.world.source;
    if (!isMoving && (isSame || areProfilesStill())) {
        twin.synthesis.hold(twin.now, recipeAt(twin.now));
        lastRecipe.reset(); // Only what ramps comes back to them.
        directions = {};
        twin.stretchEnd = nextRow;
        watchSupply();
        return;
    }
    // Currents alone are linear however far; angles and what a ramp sets only in small steps.
    const bool isLinear = !isMoving && atRow.load.laggingDeg == twin.world.load.laggingDeg &&
                          atRow.source.frequencyHz == twin.world.source.frequencyHz;
    const SampleTime grid = isLinear ? kSamplesPerSecond : kBlock;
    twin.stretchEnd = std::min(
        {(twin.now / grid + 1) * grid, nextRow, twin.timeline.nextTurn().value_or(kNever)});
    SignalRecipe from = recipeAt(twin.now);
    twin.synthesis.change(twin.now, twin.stretchEnd, std::move(from), recipeAt(twin.stretchEnd));
    watchSupply();
}

/// When the next row of a profile that is followed comes.
SampleTime Simulation::Impl::nextProfileTime() const {
    SampleTime next = kNever;
    if (!twin.timeline.isProfileHeld(ProfileSide::Load)) {
        next = nextProfileRow(scenario->loadProfile, twin.now).value_or(kNever);
    }
    if (!twin.timeline.isProfileHeld(ProfileSide::Source)) {
        next = std::min(next, nextProfileRow(scenario->sourceProfile, twin.now).value_or(kNever));
    }
    return next;
}

/// Every profile that is followed holds its value until its next row.
bool Simulation::Impl::areProfilesStill() const {
    return (twin.timeline.isProfileHeld(ProfileSide::Load) ||
            isProfileStill(scenario->loadProfile, twin.now)) &&
           (twin.timeline.isProfileHeld(ProfileSide::Source) ||
            isProfileStill(scenario->sourceProfile, twin.now));
}

World Simulation::Impl::worldAt(SampleTime at) const {
    World later = twin.world;
    if (!twin.timeline.isProfileHeld(ProfileSide::Load)) {
        applyProfile(scenario->loadProfile, at, later.load);
    }
    if (!twin.timeline.isProfileHeld(ProfileSide::Source)) {
        applyProfile(scenario->sourceProfile, at, later.source);
    }
    twin.timeline.applyRamps(at, later);
    return later;
}

const SignalRecipe& Simulation::Impl::recipeAt(SampleTime at) {
    World world = faultyWorldAt(at);
    const InputErrors& errors = twin.fitted.errors;
    if (!lastRecipe || lastRecipe->world != world || lastRecipe->errors != errors) {
        SignalRecipe recipe = recipeOf(world, scenario->world.source.voltageV, errors, directions);
        lastRecipe = {.world = std::move(world), .errors = errors, .recipe = std::move(recipe)};
    }
    return lastRecipe->recipe;
}

/// A fault may stand between the supply and the meter.
void Simulation::Impl::watchSupply() {
    twin.fedBy =
        twin.timeline.faults().empty() ? twin.world.installation : currentWorld().installation;
    const ControlPower& power = twin.fedBy.controlPower;
    if (power.kind != ControlPowerKind::FromService) {
        twin.judgedPower = power;
        return;
    }
    const double frequencyHz = std::max(currentWorld().source.frequencyHz, kSupplyFrequencyMinHz);
    const auto length =
        static_cast<std::size_t>(std::llround(kSamplesPerSecond / (2.0 * frequencyHz)));
    if (power == twin.judgedPower && twin.supply.windowLength() == length) {
        return;
    }
    twin.judgedPower = power;
    std::vector<double> halfCycle(length);
    supplyAt(twin.now - static_cast<SampleTime>(length), halfCycle);
    twin.supply.prime(halfCycle);
}

void Simulation::Impl::supplyAt(SampleTime first, std::span<double> volts) {
    if (twin.replay.isPlaying()) {
        twin.replay.supply(first, volts);
        return;
    }
    twin.synthesis.supply(first, volts);
}

/// Neither power nor keys can do anything within it: a time-out in SETUP may store settings.
bool Simulation::Impl::isSecondUndisturbed() const {
    const Installation& installation = twin.fedBy;
    const MeterState& state = meter.state();
    const Level level = state.panel.menu().position().level;
    const bool isSupplySteady =
        installation.controlPower.kind != ControlPowerKind::FromService &&
        isControlPowerConnected(installation) &&
        ControlPowerSupply::isEnough(installation.controlPower) &&
        installation.controlPower.voltageV <= supplyLimitV(installation.controlPower) &&
        twin.supply.isPowered();
    return frameObservers.empty() && !frameSource && !twin.replay.isPlaying() && isSupplySteady &&
           meter.isPowered() && state.isCycleRunning && level != Level::SubHead &&
           level != Level::SubScreen && meter.factory().bootSystem == BootSystem::Operating;
}

const Meter::KnownSecond* Simulation::Impl::beginSecond() {
    const std::optional<KnownSeconds::Signal> signal =
        isSecondUndisturbed() ? twin.synthesis.repeatedSignal() : std::nullopt;
    return signal ? knownSeconds.begin(*signal, meter.state()) : nullptr;
}

void Simulation::Impl::runSamples(SampleTime count) {
    const Installation& installation = twin.fedBy;
    const bool isFromService = installation.controlPower.kind == ControlPowerKind::FromService;
    do {
        const auto length = std::min(static_cast<std::size_t>(count), kChunkLength);
        ControlPowerSupply::Advance advance;
        if (isFromService) {
            const std::span<double> volts = std::span(supplyVolts).first(length);
            supplyAt(twin.now, volts);
            advance = twin.supply.advanceService(isControlPowerConnected(installation),
                                                 supplyLimitV(installation.controlPower), volts);
        } else {
            advance = twin.supply.advanceOwn(installation, static_cast<std::int64_t>(length));
        }
        feed(static_cast<std::size_t>(advance.count));
        count -= advance.count;
        if (advance.isDamaged) {
            damageSupply();
        }
        if (advance.hasChanged) {
            if (twin.supply.isPowered()) {
                startMeter();
            } else {
                meter.powerFail();
            }
        }
    } while (count > 0);
}

void Simulation::Impl::damageSupply() {
    twin.world.installation.isControlSupplyGood = false;
    twin.fedBy.isControlSupplyGood = false;
    report("more than " + numberText(supplyLimitV(twin.fedBy.controlPower)) +
           " V for a second have damaged the meter's control supply; it is dead until "
           "`installation.control_supply: good`");
}

void Simulation::Impl::startMeter() {
    meter.powerUp(twin.now);
    if (meter.readings().isNvDamaged) {
        report("no image of the stored memory is intact: the meter starts with factory settings "
               "and energies of 0");
    }
}

void Simulation::Impl::feed(std::size_t count) {
    if (count == 0) {
        return;
    }
    if (knownSecond != nullptr) {
        meter.onKnownSamples(static_cast<std::int32_t>(count), *knownSecond);
        twin.now += static_cast<SampleTime>(count);
        return;
    }
    const std::span<SampleFrame> chunk = std::span(frames).first(count);
    if (!meter.isPowered()) {
        std::ranges::fill(chunk, SampleFrame{}); // Nobody measures: only time goes on.
    } else if (frameSource) {
        frameSource(twin.now, chunk);
    } else if (twin.replay.isPlaying()) {
        twin.replay.inputs(twin.now, chunk);
    } else {
        twin.synthesis.inputs(twin.now, chunk);
    }
    for (const auto& [who, observer] : frameObservers) {
        observer(twin.now, chunk);
    }
    meter.onSamples(chunk);
    twin.now += static_cast<SampleTime>(count);
}

std::shared_ptr<const Simulation::State> Simulation::Impl::snapshot() const {
    return std::make_shared<const State>(
        State{.twin = twin, .meter = meter.state(), .memory = memory.share()});
}

void Simulation::Impl::restore(const State& state) {
    rebuild(state);
    twin = state.twin; // After the meter, which moves its contacts as it comes back.
    noteLineFaults();
    if (stimulusObserver != nullptr) {
        stimulusObserver->onRewind(twin.stimulusCount);
    }
}

/// What is not in the twin's state and follows from it: the meter that was fitted, and its
/// memory.
void Simulation::Impl::rebuild(const State& state) {
    putBackMemories(state.twin);
    if (memory.setBytes(*state.memory) != Status::Ok) {
        report("the meter's stored memory could not be rewound");
    }
    construct(state.twin.fitted.factory);
    meter.restore(state.meter);
}

Simulation::Simulation(Scenario scenario, NvMemory& nvMemory)
    : m_impl(std::make_unique<Impl>(std::move(scenario), nvMemory)) {}

Simulation::~Simulation() = default;
Simulation::Simulation(Simulation&&) noexcept = default;
Simulation& Simulation::operator=(Simulation&&) noexcept = default;

void Simulation::step(std::int64_t samples) {
    runUntil(m_impl->twin.now + samples);
}

void Simulation::runUntil(SampleTime time) {
    m_impl->self = this;
    m_impl->advanceTo(time);
}

SampleTime Simulation::now() const {
    return m_impl->twin.now;
}

std::int64_t Simulation::knownSecondCount() const {
    return m_impl->knownSecondCount;
}

Meter& Simulation::meter() {
    return m_impl->meter;
}

const Meter& Simulation::meter() const {
    return m_impl->meter;
}

const Scenario& Simulation::scenario() const {
    return *m_impl->scenario;
}

const ContactLog& Simulation::contacts() const {
    return m_impl->twin.contacts;
}

const NvMemory& Simulation::memory() const {
    return m_impl->memory;
}

const World& Simulation::world() const {
    return m_impl->twin.world;
}

const std::vector<ActiveFault>& Simulation::faults() const {
    return m_impl->twin.timeline.faults();
}

World Simulation::faultyWorld() const {
    return m_impl->currentWorld();
}

const std::vector<LineFaultLayer>& Simulation::lineFaults() const {
    return m_impl->twin.lineFaults.layers();
}

LineFaultPlayer& Simulation::lineFaultPlayer() {
    return m_impl->twin.lineFaults;
}

void Simulation::watchLineFaults(bool* flag) {
    m_impl->lineFaultFlag = flag;
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

std::size_t Simulation::sizeOf(const State& state) {
    return sizeof(State) - sizeof(TwinState) + sim::sizeOf(state.twin) + state.memory->size();
}

std::shared_ptr<const Simulation::State> Simulation::bookmark(const std::string& name) const {
    const auto found = m_impl->bookmarks.find(name);
    return found == m_impl->bookmarks.end() ? nullptr : found->second;
}

} // namespace meter::sim
