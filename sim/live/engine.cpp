// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/engine.hpp"

#include "sim/live/address_filter.hpp"
#include "sim/live/event_log.hpp"
#include "sim/live/listening_socket.hpp"
#include "sim/live/meter_line.hpp"
#include "sim/live/pacing.hpp"
#include "sim/live/poll_loop.hpp"
#include "sim/live/pty_endpoint.hpp"
#include "sim/live/stream_server.hpp"
#include "sim/simulation.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <utility>

namespace meter::sim::live {
namespace {

constexpr WallUs kPublishUs = 16'000;  ///< About sixty snapshots a second.
constexpr WallUs kSliceBudgetUs = 500; ///< Then the wire is looked at again.
constexpr double kSpeedMin = 1e-3;
constexpr double kSpeedMax = 1e6;

} // namespace

std::string Endpoint::line() const {
    return kind + ' ' + address + (detail.empty() ? std::string{} : ' ' + detail);
}

struct Engine::Impl {
    Impl(std::vector<Scenario> wanted, EngineOptions given)
        : scenarios(std::move(wanted)), options(std::move(given)), pacing(wallNow()) {}

    Result<void> open();
    Result<void> buildMeters();
    Result<void> checkLine() const;
    Result<void> openStream(const TcpAddress& address, StreamDress dress);
    Result<void> openPty(const std::string& link);
    void close();

    void run();
    void runCommands();
    void advance();
    void logMessages();
    void serveTime(WallUs now);
    void publish();
    [[nodiscard]] WallUs timeToWait(WallUs now) const;

    std::vector<Scenario> scenarios;
    EngineOptions options;

    // Only the engine's thread touches these while it runs. Order matters: endpoints go first.
    std::vector<std::unique_ptr<NvMemory>> memories;
    std::vector<Simulation> simulations;

    struct ToldCounts {
        std::size_t memory = 0;
        std::size_t simulation = 0;
    };

    std::vector<ToldCounts> told; ///< How many of each meter's messages the log already has.
    Pacing pacing;
    EventLog log;
    AddressFilter filter;
    PollLoop loop;
    std::optional<MeterLine> line;
    std::vector<std::unique_ptr<LiveEndpoint>> liveEndpoints;
    WallUs nextPublish = 0;

    std::vector<Endpoint> endpoints; ///< Fixed once started.
    std::thread thread;
    bool isStarted = false; ///< Or tried to.
    std::atomic<bool> isStopping = false;
    std::atomic<bool> hasCommands = false;
    std::mutex mutex; ///< Guards the two below.
    std::vector<std::function<void()>> commands;
    Snapshot shared;
};

Result<void> Engine::Impl::buildMeters() {
    if (scenarios.empty()) {
        return std::unexpected(Error{"there is no meter to run: name a scenario"});
    }
    for (const Scenario& scenario : scenarios) {
        auto memory = std::make_unique<NvMemory>();
        if (options.stateDirectory) {
            const Result<void> attached = memory->attach(
                *options.stateDirectory, scenario.meter.serialNumber, options.isStateReset);
            if (!attached) {
                return std::unexpected(attached.error());
            }
        }
        memories.push_back(std::move(memory));
        simulations.emplace_back(scenario, *memories.back());
        // Power comes with the first sample, and with it the settings that are stored.
        simulations.back().step(1);
    }
    told.resize(simulations.size());
    return checkLine();
}

Result<void> Engine::Impl::checkLine() const {
    for (std::size_t i = 0; i < simulations.size(); ++i) {
        const Settings& mine = simulations[i].meter().readings().settings;
        for (std::size_t k = 0; k < i; ++k) {
            const Settings& other = simulations[k].meter().readings().settings;
            const std::string pair = "'" + scenarios[k].name + "' and '" + scenarios[i].name + "'";
            if (scenarios[i].meter.serialNumber == scenarios[k].meter.serialNumber &&
                options.stateDirectory) {
                return std::unexpected(
                    Error{pair + " have the same serial number and would share one memory; give "
                                 "each meter.serial of its own"});
            }
            if (mine.modbusAddress == other.modbusAddress) {
                return std::unexpected(Error{pair + " are on one line with the same address " +
                                             std::to_string(mine.modbusAddress) +
                                             "; give each its own"});
            }
            if (mine.baudRate != other.baudRate || mine.parity != other.parity) {
                return std::unexpected(Error{pair + " are on one line but set to " +
                                             lineText(other) + " and " + lineText(mine) +
                                             "; set them alike"});
            }
        }
    }
    return {};
}

Result<void> Engine::Impl::openStream(const TcpAddress& address, StreamDress dress) {
    Result<ListeningSocket> listening = listenOn(address);
    if (!listening) {
        return std::unexpected(listening.error());
    }
    const StreamParts parts{.loop = loop,
                            .line = *line,
                            .log = log,
                            .filter = filter,
                            .dress = dress,
                            .idleTimeoutUs = options.idleTimeout.count()};
    auto server = std::make_unique<StreamServer>(parts, std::move(listening->fd));
    if (const Result<void> started = server->start(); !started) {
        return started;
    }
    liveEndpoints.push_back(std::move(server));
    endpoints.push_back({dress == StreamDress::ModbusTcp ? "modbus-tcp" : "modbus-rtu-tcp",
                         listening->address,
                         {}});
    return {};
}

Result<void> Engine::Impl::openPty(const std::string& link) {
    Result<PseudoTerminal> terminal = PseudoTerminal::open(line->settings());
    if (!terminal) {
        return std::unexpected(terminal.error());
    }
    Result<PortLink> name =
        PortLink::make(link, terminal->path(), scenarios.front().meter.serialNumber);
    if (!name) {
        return std::unexpected(name.error());
    }
    auto endpoint = std::make_unique<PtyEndpoint>(PtyParts{loop, *line, log, pacing},
                                                  std::move(*terminal), std::move(*name));
    if (const Result<void> started = endpoint->start(); !started) {
        return started;
    }
    endpoints.push_back({"modbus-rtu", endpoint->path(), lineText(line->settings())});
    liveEndpoints.push_back(std::move(endpoint));
    return {};
}

Result<void> Engine::Impl::open() {
    Result<AddressFilter> allowed = AddressFilter::of(options.allowedCidrs);
    if (!allowed) {
        return std::unexpected(allowed.error());
    }
    filter = std::move(*allowed);
    Result<void> done = loop.open();
    if (done) {
        done = buildMeters();
    }
    if (done) {
        line.emplace(simulations);
    }
    if (done && options.tcp) {
        done = openStream(*options.tcp, StreamDress::ModbusTcp);
    }
    if (done && options.ptyLink && !options.ptyLink->empty()) {
        done = openPty(*options.ptyLink);
    }
    if (done && options.rtuOverTcp) {
        done = openStream(*options.rtuOverTcp, StreamDress::RtuOverTcp);
    }
    return done;
}

void Engine::Impl::close() {
    liveEndpoints.clear();
    // The end of the program is a loss of power to its meters: they save what they must.
    for (Simulation& simulation : simulations) {
        if (simulation.meter().isPowered()) {
            simulation.meter().powerFail();
        }
    }
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
    nextPublish = 0; // Who gave a command wants to see what it did.
}

void Engine::Impl::advance() {
    const WallUs start = wallNow();
    pacing.passTo(start);
    for (std::int64_t due = pacing.dueSamples(); due > 0; due = pacing.dueSamples()) {
        for (Simulation& simulation : simulations) {
            simulation.step(due);
        }
        pacing.spend(due);
        if (wallNow() - start >= kSliceBudgetUs) {
            break;
        }
    }
    log.setNow(simulations.front().now());
    logMessages();
}

void Engine::Impl::logMessages() {
    for (std::size_t i = 0; i < simulations.size(); ++i) {
        const std::vector<std::string>& memory = memories[i]->messages();
        for (; told[i].memory < memory.size(); ++told[i].memory) {
            log.add(memory[told[i].memory]);
        }
        const std::vector<Simulation::Message>& world = simulations[i].messages();
        for (; told[i].simulation < world.size(); ++told[i].simulation) {
            log.add(world[told[i].simulation].text);
        }
    }
}

void Engine::Impl::serveTime(WallUs now) {
    for (const auto& endpoint : liveEndpoints) {
        if (endpoint->nextDeadline() <= now) {
            endpoint->onTime(now);
        }
    }
}

void Engine::Impl::publish() {
    const Simulation& simulation = simulations.front();
    const Meter& meter = simulation.meter();
    const ContactLog::Values& contacts = simulation.contacts().values();
    const std::scoped_lock lock(mutex);
    shared.now = simulation.now();
    shared.readings = meter.readings();
    shared.glass = meter.glass();
    shared.world = simulation.world();
    shared.isPowered = meter.isPowered();
    shared.isEnergyPulseClosed = contacts.isEnergyPulseClosed;
    shared.isAlarmClosed = contacts.isAlarmClosed;
    shared.energyPulses = contacts.energyPulses;
    shared.speed = pacing.speed();
    shared.measuredSpeed = pacing.measuredSpeed();
    shared.isPaused = pacing.isPaused();
    shared.line = line->counters();
}

WallUs Engine::Impl::timeToWait(WallUs now) const {
    WallUs deadline = std::min(pacing.nextDeadline(), nextPublish);
    for (const auto& endpoint : liveEndpoints) {
        deadline = std::min(deadline, endpoint->nextDeadline());
    }
    return std::max<WallUs>(0, deadline - now);
}

void Engine::Impl::run() {
    while (!isStopping.load(std::memory_order_acquire)) {
        runCommands();
        advance();
        WallUs now = wallNow();
        serveTime(now);
        if (nextPublish <= now) {
            publish();
            nextPublish = now + kPublishUs;
        }
        loop.wait(timeToWait(now));
    }
    runCommands(); // What was asked before the stop is still done.
    publish();
}

Engine::Engine(std::vector<Scenario> scenarios, EngineOptions options)
    : m_impl(std::make_unique<Impl>(std::move(scenarios), std::move(options))) {
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
        m_impl->liveEndpoints.clear();
        m_impl->endpoints.clear();
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
    m_impl->close();
}

const std::vector<Endpoint>& Engine::endpoints() const {
    return m_impl->endpoints;
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
    // What is no number becomes real time.
    const double bounded = speed > 0.0 ? std::clamp(speed, kSpeedMin, kSpeedMax) : 1.0;
    enqueue([this, bounded] { m_impl->pacing.setSpeed(bounded); });
}

void Engine::setPaused(bool isPaused) {
    enqueue([this, isPaused] { m_impl->pacing.setPaused(isPaused); });
}

void Engine::setKey(Key key, bool isDown) {
    post([key, isDown](Simulation& simulation) { simulation.meter().onKey(key, isDown); });
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

void Engine::post(std::function<void(Simulation&)> action) {
    enqueue([this, action = std::move(action)] { action(m_impl->simulations.front()); });
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
