// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/simulation.hpp"

#include "sim/device/control_power_supply.hpp"
#include "sim/grid/load_profile.hpp"
#include "sim/grid/waveform_synthesis.hpp"
#include "sim/installation/signal_path.hpp"
#include "sim/register_write.hpp"
#include "sim/replay/replay_player.hpp"
#include "sim/timeline_player.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <map>
#include <utility>

namespace meter::sim {

namespace {

constexpr auto kBlock = static_cast<SampleTime>(kBlockLength);
constexpr SampleTime kNever = std::numeric_limits<SampleTime>::max();
constexpr std::size_t kChunkLength = 3 * kBlockLength; ///< Samples handed over at a time: 0.1 s.
constexpr std::size_t kMessageCountMax = 1000;
constexpr double kSupplyFrequencyMinHz = 5.0; ///< Bounds the half-cycle window.

} // namespace

struct Simulation::State {
    SampleTime now = 0;
    World world{};
    bool isWorldChanged = false;
    SampleTime stretchEnd = 0;
    MeterState meter{};
    ContactLog::Values contacts{};
    std::vector<std::byte> memory;
    TimelinePlayer::State timeline;
    WaveformSynthesis::State synthesis;
    ControlPowerSupply::State supply;
    ControlPower judgedPower{};
};

struct Simulation::Impl final : TimelineTarget {
    Impl(Scenario theScenario, NvMemory& theMemory)
        : scenario(std::move(theScenario))
        , memory(theMemory)
        , meter({.nvStorage = memory, .serial = line, .display = display, .contacts = contacts},
                scenario.meter)
        , errors(inputErrorsOf(scenario.accuracy, scenario.meter.serialNumber))
        , synthesis(scenario.seed)
        , player(scenario.replay)
        , timeline(scenario.timeline)
        , world(scenario.world) {
        if (scenario.replay != nullptr) {
            for (const std::string& note : scenario.replay->notes()) {
                tell(note);
            }
            for (const Error& warning : scenario.replay->warnings()) {
                tell(warning.message());
            }
        }
        beginStretch();
        runSamples(0); // A meter with control power is up before the first sample.
    }

    void advanceTo(SampleTime target);
    void beginStretch();
    [[nodiscard]] World worldAt(SampleTime at) const;
    [[nodiscard]] SignalRecipe recipeAt(SampleTime at) const;
    void watchSupply();
    void supplyAt(SampleTime first, std::span<double> volts);
    void runSamples(SampleTime count);
    void feed(std::size_t count);

    World& changeWorld() override {
        isWorldChanged = true;
        return world;
    }

    [[nodiscard]] World currentWorld() const override { return faultyWorldAt(now); }

    [[nodiscard]] World faultyWorldAt(SampleTime at) const {
        World later = worldAt(at);
        timeline.layFaults(now, at, later);
        return later;
    }

    void onKey(Key key, bool isDown) override { meter.onKey(key, isDown); }

    void writeRegisters(const WriteAction& action) override {
        for (std::string& message : writeAsMaster(meter, action.registers)) {
            tell(std::move(message));
        }
    }

    void saveBookmark(const std::string& name) override { bookmarks[name] = snapshot(); }

    void tell(std::string message) override {
        if (messages.size() < kMessageCountMax) {
            messages.push_back({.at = now, .text = std::move(message)});
        }
    }

    [[nodiscard]] std::shared_ptr<const State> snapshot() const;
    void restore(const State& state);

    Scenario scenario;
    NvMemory& memory;
    ContactLog contacts;
    UnwatchedDisplay display;
    LineOut line;
    Meter meter;
    InputErrors errors;
    WaveformSynthesis synthesis;
    ReplayPlayer player;
    ControlPowerSupply supply;
    ControlPower judgedPower{}; ///< What the supply's window was filled for.
    TimelinePlayer timeline;
    FrameSource frameSource;
    FrameObserver frameObserver;

    World world;
    bool isWorldChanged = false;
    SampleTime now = 0;
    SampleTime stretchEnd = 0; ///< Until then the recipe of the synthesis holds.

    std::vector<std::function<void(const Simulation&)>> observers;
    const Simulation* self = nullptr; ///< For the observers; moves with its owner.
    std::vector<Message> messages;
    std::map<std::string, std::shared_ptr<const State>> bookmarks;
    std::array<SampleFrame, kChunkLength> frames{};
    std::array<double, kChunkLength> supplyVolts{};
};

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
    stretchEnd =
        std::min({(now / grid + 1) * grid, nextRow, timeline.nextEvent().value_or(kNever)});
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
            advance = supply.advanceService(installation.isControlPowerOn, volts);
        } else {
            advance = supply.advanceOwn(installation, static_cast<std::int64_t>(length));
        }
        feed(static_cast<std::size_t>(advance.count));
        count -= advance.count;
        if (advance.hasChanged) {
            if (supply.isPowered()) {
                meter.powerUp(now);
                if (meter.readings().isNvDamaged) {
                    tell("no image of the stored memory is whole: the meter starts with the "
                         "factory's settings and energies of 0");
                }
            } else {
                meter.powerFail();
            }
        }
    } while (count > 0);
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
    if (frameObserver) {
        frameObserver(now, chunk);
    }
    meter.onSamples(chunk);
    now += static_cast<SampleTime>(count);
}

std::shared_ptr<const Simulation::State> Simulation::Impl::snapshot() const {
    return std::make_shared<const State>(State{.now = now,
                                               .world = world,
                                               .isWorldChanged = isWorldChanged,
                                               .stretchEnd = stretchEnd,
                                               .meter = meter.state(),
                                               .contacts = contacts.values(),
                                               .memory = memory.bytes(),
                                               .timeline = timeline.state(),
                                               .synthesis = synthesis.state(),
                                               .supply = supply.state(),
                                               .judgedPower = judgedPower});
}

void Simulation::Impl::restore(const State& state) {
    now = state.now;
    world = state.world;
    isWorldChanged = state.isWorldChanged;
    stretchEnd = state.stretchEnd;
    if (memory.setBytes(state.memory) != Status::Ok) {
        tell("the meter's stored memory could not be rewound");
    }
    meter.restore(state.meter);
    contacts.restore(state.contacts); // Behind the meter, whose edges are none.
    timeline.restore(state.timeline);
    synthesis.restore(state.synthesis);
    supply.restore(state.supply);
    judgedPower = state.judgedPower;
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

const World& Simulation::world() const {
    return m_impl->world;
}

void Simulation::setWorld(const World& world) {
    const Load& before = m_impl->world.load;
    if (world.load.currentA != before.currentA || world.load.laggingDeg != before.laggingDeg) {
        m_impl->timeline.replaceProfile();
    }
    m_impl->changeWorld() = world;
}

void Simulation::perform(const TimelineEntry& entry) {
    m_impl->timeline.perform(entry, m_impl->now, *m_impl);
}

void Simulation::applyFault(const ApplyAction& action) {
    m_impl->timeline.apply(action, m_impl->now, m_impl->currentWorld());
    m_impl->isWorldChanged = true;
}

bool Simulation::clearFaults(const std::string& name) {
    m_impl->isWorldChanged = true;
    return m_impl->timeline.clear(name);
}

const std::vector<ActiveFault>& Simulation::faults() const {
    return m_impl->timeline.state().faults;
}

World Simulation::faultyWorld() const {
    return m_impl->currentWorld();
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

void Simulation::onFrames(FrameObserver observer) {
    m_impl->frameObserver = std::move(observer);
}

const std::vector<Simulation::Message>& Simulation::messages() const {
    return m_impl->messages;
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
