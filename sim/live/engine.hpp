// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The live edge: one thread that owns the simulations, paces them by the wall clock and
// serves their endpoints from one poll loop. Whatever a window does, the wire is answered.
// Commands go in through a queue, snapshots come out by value; nothing mutable is shared.

#include "core/meter_state.hpp"
#include "sim/base/result.hpp"
#include "sim/live/base/log_line.hpp"
#include "sim/live/endpoints/engine_options.hpp"
#include "sim/live/line/endpoint.hpp"
#include "sim/live/line/meter_summary.hpp"
#include "sim/scenario/scenario.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meter::sim {
class LessonSession;
class Simulation;
} // namespace meter::sim

namespace meter::sim::live {

struct LessonView;
struct LiveRunView;

/// What a viewer needs of the meter that is looked at, by value.
struct Snapshot {
    std::size_t meter = 0; ///< Which one of the line it is.
    SampleTime now = 0;
    Readings readings{};
    Glass glass{};
    World world{};
    Installation wired{}; ///< That of the world with the faults laid over it.
    bool isPowered = false;
    bool isEnergyPulseClosed = false;
    bool isAlarmClosed = true;
    std::uint64_t energyPulses = 0;
    double speed = 1.0;         ///< Asked for.
    double measuredSpeed = 1.0; ///< Reached over the last second of wall time.
    bool isPaused = false;
    /// Expectations, bookmarks, faults that act. Never null once the engine has started.
    std::shared_ptr<const LiveRunView> liveRun;
    LineCounters line{};
    std::shared_ptr<const LessonView> lesson; ///< Null: the twin is no lesson.
    /// Who is connected and what passed, refreshed a few times a second. Never null.
    std::shared_ptr<const std::vector<Endpoint>> endpoints =
        std::make_shared<const std::vector<Endpoint>>();
    /// All meters of the line, refreshed a few times a second. Never null.
    std::shared_ptr<const std::vector<MeterSummary>> meters =
        std::make_shared<const std::vector<MeterSummary>>();
    std::vector<LogLine> log; ///< New lines since the last snapshot.
};

class Engine final {
public:
    explicit Engine(std::vector<Scenario> scenarios, EngineOptions options);
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    /// Opens every endpoint, then starts the thread. An endpoint that was asked for and cannot
    /// be had is an error and nothing is left behind. An engine starts once.
    Result<void> start();
    void stop(); ///< Saves the state, closes and removes the endpoints, joins the thread.

    [[nodiscard]] std::vector<Endpoint> endpoints() const; ///< Those that are open.
    [[nodiscard]] std::size_t meterCount() const;
    /// The frames on the wire; may be read from any thread, also after the engine is gone.
    [[nodiscard]] std::shared_ptr<TrafficRing> traffic() const;

    /// Opens one more endpoint of a running engine; the answer (its id, or what is wrong and
    /// what would be right) comes on the engine's thread. To change one, remove it and add it.
    void addEndpoint(EndpointRequest request, std::function<void(Result<int>)> done);
    /// Closes it, with everybody who is connected. An id that is not there is an error.
    void removeEndpoint(int id, std::function<void(Result<void>)> done);

    // Commands: queued, carried out between two slices of meter time, stamped with the sample.
    void setSpeed(double speed);
    void setPaused(bool isPaused);
    /// The verbs without a meter act on the one that is looked at: the first, until another is.
    void lookAt(std::size_t meter);
    void setKey(Key key, bool isDown);
    /// A short press, as long in the meter's time at any speed. One that comes while another of
    /// this key lasts follows it.
    void pressKey(Key key);
    void setWorld(const World& world);
    void setControlPower(bool isOn);
    /// So much meter time at once, also while paused, as fast as it goes.
    void step(SampleTime samples);
    /// Back to a moment, exactly as it was; what is wrong with it goes to the log.
    void rewindTo(SampleTime time);
    void saveBookmark(const std::string& name);
    void restoreBookmark(const std::string& name);
    /// Writes a scenario that repeats all that was done to the meter; the log says how it went.
    void saveRecording(const std::string& file);
    /// Runs `action` on the engine's thread between two slices, for what has no verb here.
    void post(std::function<void(Simulation&)> action);
    void post(std::size_t meter, std::function<void(Simulation&)> action);

    /// The lesson that the first meter is; nothing happens if it is none.
    void postLesson(std::function<void(LessonSession&)> action);

    /// The latest state of the meter that is looked at; cheap, callable from any thread.
    [[nodiscard]] Snapshot snapshot();

private:
    void enqueue(std::function<void()> command);

    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace meter::sim::live
