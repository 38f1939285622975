// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/engine.hpp"

#include "sim/base/quantity.hpp"
#include "sim/live/base/event_log.hpp"
#include "sim/live/base/pacing.hpp"
#include "sim/live/base/poll_loop.hpp"
#include "sim/live/control/control_server.hpp"
#include "sim/live/endpoints/endpoint_set.hpp"
#include "sim/live/history/live_run.hpp"
#include "sim/live/line/meter_line.hpp"
#include "sim/live/line/traffic_judge.hpp"
#include "sim/live/line/traffic_ring.hpp"
#include "sim/live/meter_group.hpp"
#include "sim/live/metrics/metrics_server.hpp"
#include "sim/live/step_queue.hpp"
#include "sim/twin/simulation.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <utility>

namespace meter::sim::live {
namespace {

constexpr WallUs kPublishUs = 16'000;  ///< About sixty snapshots a second.
constexpr WallUs kSummaryUs = 250'000; ///< Of all meters, which are looked at in a list.
constexpr WallUs kSliceBudgetUs = 500; ///< Then the wire is looked at again.
constexpr SampleTime kStepSlice = kSamplesPerSecond / 10;
constexpr double kSpeedMin = 1e-3;
constexpr double kSpeedMax = 1e6;

} // namespace

struct Engine::Impl final : ControlledTwin {
    Impl(std::vector<Scenario> wanted, EngineOptions given)
        : options(std::move(given)), group(std::move(wanted)), pacing(wallNow()) {}

    Result<void> open();
    Result<void> openMetrics(const TcpAddress& address);
    void run();
    void runCommands();
    void advance();
    void advanceBy(SampleTime samples);
    void report(const Result<void>& result);
    Result<void> openLesson();
    void publish();
    void publishSummaries();
    [[nodiscard]] WallUs timeToWait(WallUs now) const;

    std::vector<Simulation>& meters() override { return group.simulations(); }

    Pacing& pace() override { return pacing; }

    LiveRun& liveRun() override { return *currentRun; }

    LessonSession* lesson() override { return live ? &live->session() : nullptr; }

    std::vector<Endpoint> openEndpoints() const override { return endpoints->current(); }

    LineCounters lineCounters() const override { return line->counters(); }

    const RequestTally* requests() const override { return &line->tally(); }

    std::shared_ptr<TrafficRing> traffic() const override { return options.traffic; }

    TrafficJudge* judge() override { return masterJudge.start(options.traffic); }

    void stepThen(SampleTime samples, Waiter waiter) override {
        steps.add(samples, std::move(waiter));
    }

    std::size_t endSteps(const std::string& why) override { return steps.end(why); }

    SampleTime stepsLeft() const override { return steps.left(); }

    EngineOptions options;

    // Only the engine's thread touches these while it runs. Order matters: endpoints go first.
    MeterGroup group;
    Pacing pacing;
    EventLog log;
    PollLoop loop;
    std::optional<MeterLine> line;
    std::optional<EndpointSet> endpoints;
    std::optional<LiveLesson> live;
    std::optional<LiveRun> currentRun;
    TrafficJudge masterJudge; ///< Started by who asks for it.
    StepQueue steps;
    std::optional<ControlServer> control;
    std::optional<MetricsServer> metrics;
    WallUs nextPublish = 0;
    WallUs nextSummary = 0;
    std::size_t viewed = 0; ///< Which meter is looked at.

    std::thread thread;
    bool isStarted = false; ///< Or tried to.
    std::atomic<bool> isStopping = false;
    std::atomic<bool> hasCommands = false;
    std::mutex mutex; ///< Guards the two below.
    std::vector<std::function<void()>> commands;
    Snapshot shared;
};

Result<void> Engine::Impl::open() {
    Result<void> done = loop.open();
    if (done) {
        const bool isOneLine = !options.tcp || options.tcp->spread == TcpSpread::None;
        done = group.build(options.stateDirectory, options.isStateReset, isOneLine);
    }
    if (!done) {
        return done;
    }
    currentRun.emplace(group.simulations(), [this](SampleTime samples) { group.advance(samples); });
    line.emplace(group.simulations());
    if (done = openLesson(); !done) {
        return done;
    }
    line->setTraffic(options.traffic);
    endpoints.emplace(EndpointParts{.loop = loop,
                                    .line = *line,
                                    .log = log,
                                    .pacing = pacing,
                                    .idleTimeoutUs = options.idleTimeout.count(),
                                    .serialNumber = group.first().scenario().meter.serialNumber,
                                    .meters = group.simulations()});
    done = endpoints->open(options);
    if (done && options.metrics) {
        done = openMetrics(*options.metrics);
    }
    if (!done || !options.controlPath) {
        return done;
    }
    Result<ControlSocket> socket = ControlSocket::listenAt(*options.controlPath);
    if (!socket) {
        return std::unexpected(socket.error());
    }
    control.emplace(ControlParts{.loop = loop, .log = log, .twin = *this}, std::move(*socket));
    return control->start();
}

/// An attempt that is taken up again is played as far as it had come.
Result<void> Engine::Impl::openLesson() {
    if (!options.lesson) {
        return {};
    }
    live.emplace(*options.lesson, group.first());
    currentRun->attend(live->session());
    line->onAnswered([this](const AskedEvent& event) { live->session().onAsked(event); });
    for (const LessonEvent& event : live->plan().events) {
        currentRun->advance(std::max<SampleTime>(0, event.at - currentRun->now()));
        if (const auto* const entry = std::get_if<TimelineEntry>(&event.what)) {
            group.first().perform(*entry);
        } else if (const Result<void> again = live->session().repeat(event); !again) {
            return again;
        }
    }
    currentRun->advance(std::max<SampleTime>(0, live->plan().resumeAt - currentRun->now()));
    return {};
}

Result<void> Engine::Impl::openMetrics(const TcpAddress& address) {
    Result<ListeningSocket> socket = listenOn(address);
    if (!socket) {
        return std::unexpected(socket.error());
    }
    metrics.emplace(loop, *this, std::move(*socket));
    log.add("metrics at http://" + metrics->address() + "/metrics");
    return metrics->start();
}

void Engine::Impl::runCommands() {
    if (!hasCommands.exchange(false, std::memory_order_acquire)) {
        return;
    }
    std::vector<std::function<void()>> taken;
    {
        const std::scoped_lock lock(mutex);
        taken.swap(commands);
    }
    for (const std::function<void()>& command : taken) {
        command();
    }
    currentRun->touch();
    line->learnAddresses();
    nextPublish = 0; // Who gave a command wants to see what it did.
}

void Engine::Impl::advance() {
    const WallUs start = wallNow();
    pacing.passTo(start);
    // Where time is slow, what is done through the control socket is seen at once all the same.
    bool isNew = pacing.isPaused() || pacing.speed() < 1.0;
    for (std::int64_t due = pacing.dueSamples(); due > 0; due = pacing.dueSamples()) {
        currentRun->advance(due);
        pacing.spend(due);
        isNew = true;
        if (wallNow() - start >= kSliceBudgetUs) {
            break;
        }
    }
    if (!isNew) {
        return; // Each request would pay for every meter of the line.
    }
    line->learnAddresses();
    log.setNow(group.first().now());
    group.logMessages(log);
    for (const std::string& message : currentRun->takeMessages()) {
        log.add(message);
    }
}

/// In slices, so that the wire is looked at in between.
void Engine::Impl::advanceBy(SampleTime samples) {
    while (samples > 0 && !isStopping.load(std::memory_order_acquire)) {
        const SampleTime slice = std::min<SampleTime>(samples, kStepSlice);
        currentRun->advance(slice);
        samples -= slice;
        line->learnAddresses();
        endpoints->serveTime(wallNow());
        loop.wait(0);
    }
}

void Engine::Impl::publish() {
    masterJudge.pump(TrafficJudge::kFewFrames);
    const Simulation& simulation = group.simulations()[viewed];
    const Meter& meter = simulation.meter();
    const ContactLog::Values& contacts = simulation.contacts().values();
    if (nextSummary <= wallNow()) {
        publishSummaries();
    }
    const std::scoped_lock lock(mutex);
    shared.meter = viewed;
    shared.now = simulation.now();
    shared.readings = meter.readings();
    shared.glass = meter.glass();
    shared.world = simulation.world();
    shared.wired = simulation.faults().empty() ? shared.world.installation
                                               : simulation.faultyWorld().installation;
    shared.isPowered = meter.isPowered();
    shared.isEnergyPulseClosed = contacts.isEnergyPulseClosed;
    shared.isAlarmClosed = contacts.isAlarmClosed;
    shared.energyPulses = contacts.energyPulses;
    shared.speed = pacing.speed();
    shared.measuredSpeed = pacing.measuredSpeed();
    shared.isPaused = pacing.isPaused();
    shared.liveRun = currentRun->view(viewed);
    shared.line = line->counters();
    shared.lesson = live ? live->view(wallNow()) : nullptr;
    shared.endpoints = endpoints->list();
}

void Engine::Impl::publishSummaries() {
    nextSummary = wallNow() + kSummaryUs;
    auto summaries = std::make_shared<std::vector<MeterSummary>>();
    for (const Simulation& simulation : group.simulations()) {
        summaries->push_back({.name = simulation.scenario().name,
                              .factory = simulation.scenario().meter,
                              .readings = simulation.meter().readings(),
                              .isPowered = simulation.meter().isPowered()});
    }
    const std::scoped_lock lock(mutex);
    shared.meters = std::move(summaries);
}

WallUs Engine::Impl::timeToWait(WallUs now) const {
    if (!steps.isEmpty()) {
        return 0;
    }
    const WallUs deadline =
        std::min({pacing.nextDeadline(), nextPublish, endpoints->nextDeadline()});
    return std::max<WallUs>(0, deadline - now);
}

void Engine::Impl::run() {
    while (!isStopping.load(std::memory_order_acquire)) {
        runCommands();
        steps.advance([this](SampleTime samples) { currentRun->advance(samples); });
        advance();
        const WallUs now = wallNow();
        endpoints->serveTime(now);
        if (live) {
            live->watch(now);
        }
        if (nextPublish <= now) {
            publish();
            nextPublish = now + kPublishUs;
        }
        loop.wait(timeToWait(now));
    }
    runCommands(); // What was asked before the stop is still done.
    endSteps("the twin ends");
    if (live) {
        live->close();
    }
    publish();
}

Engine::Engine(std::vector<Scenario> scenarios, EngineOptions options)
    : m_impl(std::make_unique<Impl>(std::move(scenarios), std::move(options))) {
    if (!m_impl->options.traffic) {
        m_impl->options.traffic = std::make_shared<TrafficRing>();
    }
    setSpeed(m_impl->options.speed);
}

Engine::~Engine() {
    stop();
}

Result<void> Engine::start() {
    if (m_impl->isStarted) {
        return std::unexpected(Error{"an engine starts once; make a new one"});
    }
    m_impl->isStarted = true;
    if (const Result<void> opened = m_impl->open(); !opened) {
        m_impl->control.reset();
        m_impl->metrics.reset();
        m_impl->endpoints.reset();
        return opened;
    }
    m_impl->pacing = Pacing(wallNow());
    m_impl->runCommands();
    m_impl->publish();
    m_impl->thread = std::thread([this] { m_impl->run(); });
    return {};
}

void Engine::stop() {
    if (!m_impl->thread.joinable()) {
        return;
    }
    m_impl->isStopping.store(true, std::memory_order_release);
    m_impl->loop.wake();
    m_impl->thread.join();
    m_impl->control.reset();
    m_impl->metrics.reset();
    m_impl->endpoints->close();
    m_impl->group.failPower();
}

std::vector<Endpoint> Engine::endpoints() const {
    return m_impl->endpoints ? *m_impl->endpoints->list() : std::vector<Endpoint>{};
}

void Engine::addEndpoint(EndpointRequest request, std::function<void(Result<int>)> done) {
    enqueue([this, request = std::move(request), done = std::move(done)] {
        done(m_impl->endpoints->addLive(request));
    });
}

void Engine::removeEndpoint(int id, std::function<void(Result<void>)> done) {
    enqueue([this, id, done = std::move(done)] { done(m_impl->endpoints->remove(id)); });
}

std::shared_ptr<TrafficRing> Engine::traffic() const {
    return m_impl->options.traffic;
}

std::size_t Engine::meterCount() const {
    return m_impl->group.count();
}

void Engine::enqueue(std::function<void()> command) {
    {
        const std::scoped_lock lock(m_impl->mutex);
        m_impl->commands.push_back(std::move(command));
    }
    m_impl->hasCommands.store(true, std::memory_order_release);
    m_impl->loop.wake();
}

void Engine::setSpeed(double speed) {
    const double bounded = speed > 0.0 ? std::clamp(speed, kSpeedMin, kSpeedMax) : 1.0; // NaN: 1.
    enqueue([this, bounded] { m_impl->pacing.setSpeed(bounded); });
}

void Engine::setPaused(bool isPaused) {
    enqueue([this, isPaused] {
        if (isPaused) {
            m_impl->endSteps("time was stopped in the window");
        }
        m_impl->pacing.setPaused(isPaused);
    });
}

void Engine::setKey(Key key, bool isDown) {
    post([key, isDown](Simulation& simulation) { simulation.onKey(key, isDown); });
}

void Engine::pressKey(Key key) {
    post([key](Simulation& simulation) {
        TimelineEntry entry;
        entry.action = PressAction{.presses = {{.key = key}}};
        simulation.perform(entry);
    });
}

void Engine::setWorld(const World& world) {
    post([world](Simulation& simulation) { simulation.setWorld(world); });
}

void Engine::setControlPower(bool isOn) {
    post([isOn](Simulation& simulation) {
        World world = simulation.world();
        world.installation.isControlPowerOn = isOn;
        simulation.setWorld(world);
    });
}

void Engine::lookAt(std::size_t meter) {
    enqueue([this, meter] {
        if (meter < m_impl->group.simulations().size()) {
            m_impl->viewed = meter;
        }
    });
}

void Engine::step(SampleTime samples) {
    enqueue([this, samples] { m_impl->advanceBy(samples); });
}

void Engine::Impl::report(const Result<void>& result) {
    if (!result) {
        log.add(result.error().text);
    }
}

void Engine::rewindTo(SampleTime time) {
    enqueue([this, time] { m_impl->report(m_impl->currentRun->rewindTo(time)); });
}

void Engine::saveBookmark(const std::string& name) {
    enqueue([this, name] { m_impl->report(m_impl->currentRun->save(name)); });
}

void Engine::restoreBookmark(const std::string& name) {
    enqueue([this, name] {
        const Result<SampleTime> restored = m_impl->currentRun->restore(name);
        m_impl->report(restored ? Result<void>{} : std::unexpected(restored.error()));
    });
}

void Engine::saveRecording(const std::string& file) {
    enqueue([this, file] {
        const Result<void> saved = m_impl->currentRun->saveRepeating(m_impl->viewed, file);
        m_impl->report(saved);
        if (saved) {
            m_impl->log.add("what was done so far is written to " + file);
        }
    });
}

void Engine::post(std::function<void(Simulation&)> action) {
    enqueue([this, action = std::move(action)] {
        action(m_impl->group.simulations()[m_impl->viewed]);
    });
}

void Engine::post(std::size_t meter, std::function<void(Simulation&)> action) {
    enqueue([this, meter, action = std::move(action)] {
        std::vector<Simulation>& simulations = m_impl->group.simulations();
        if (meter < simulations.size()) {
            action(simulations[meter]);
        }
    });
}

void Engine::postLesson(std::function<void(LessonSession&)> action) {
    enqueue([this, action = std::move(action)] {
        if (m_impl->live) {
            action(m_impl->live->session());
        }
    });
}

Snapshot Engine::snapshot() {
    Snapshot snapshot;
    {
        const std::scoped_lock lock(m_impl->mutex);
        snapshot = m_impl->shared;
    }
    snapshot.log = m_impl->log.fetch();
    return snapshot;
}

} // namespace meter::sim::live
