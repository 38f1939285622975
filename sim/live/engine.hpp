// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The live edge: one thread that owns the simulations, paces them by the wall clock and
// serves their endpoints from one poll loop. Whatever a window does, the wire is answered.
// Commands go in through a queue, snapshots come out by value; nothing mutable is shared.

#include "core/meter_state.hpp"
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
class Simulation;
}

namespace meter::sim::live {

struct TcpAddress {
    std::string host = "127.0.0.1";
    std::uint16_t port = 1502; ///< 0 = any free one.
    bool isDefault = true;     ///< Not asked for: the next free port is as good.
};

struct EngineOptions {
    std::optional<TcpAddress> tcp = TcpAddress{};
    std::optional<TcpAddress> rtuOverTcp;
    /// Link to the pseudo-terminal; empty path = none, "auto" = a stable name of our choice.
    std::optional<std::string> ptyLink = "auto";
    std::vector<std::string> allowedCidrs; ///< Who gets in; empty = everybody who can reach us.
    double speed = 1.0;
    /// TCP clients that neither send nor fetch anything for so long are closed.
    std::chrono::microseconds idleTimeout = std::chrono::minutes(5);
    std::optional<std::string> stateDirectory; ///< --state DIR.
    bool isStateReset = false;                 ///< --reset-state.
};

/// One line of what can be connected to, as `serve` prints it: "modbus-tcp 127.0.0.1:1502".
struct Endpoint {
    std::string kind;    ///< modbus-tcp, modbus-rtu, modbus-rtu-tcp.
    std::string address; ///< "127.0.0.1:1502", "/tmp/metertwin-1000/…".
    std::string detail;  ///< "19200 8N1" or empty.

    [[nodiscard]] std::string line() const;
};

struct LineCounters {
    std::uint64_t requests = 0;
    std::uint64_t answers = 0;
    std::uint64_t exceptions = 0;
    std::uint64_t dropped = 0; ///< Bad CRC, garbage, other units, wrong baud rate.
    int clients = 0;
};

struct LogLine {
    SampleTime at = 0;
    std::string text;
};

/// What a viewer needs, by value.
struct Snapshot {
    SampleTime now = 0;
    Readings readings{};
    Glass glass{};
    World world{};
    bool isPowered = false;
    bool isEnergyPulseClosed = false;
    bool isAlarmClosed = true;
    std::uint64_t energyPulses = 0;
    double speed = 1.0;         ///< Asked for.
    double measuredSpeed = 1.0; ///< Reached over the last second of wall time.
    bool isPaused = false;
    LineCounters line{};
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

    // Commands: queued, carried out between two slices of meter time, stamped with the sample.
    void setSpeed(double speed);
    void setPaused(bool isPaused);
    void setKey(Key key, bool isDown);
    void setWorld(const World& world);
    void setControlPower(bool isOn);
    /// So much meter time at once, also while paused, as fast as it goes.
    void step(SampleTime samples);
    /// Runs `action` on the engine's thread between two slices, for what has no verb here.
    void post(std::function<void(Simulation&)> action); ///< The first meter.
    void post(std::size_t meter, std::function<void(Simulation&)> action);

    /// The latest state of the first meter; cheap, callable from any thread.
    [[nodiscard]] Snapshot snapshot();

private:
    void enqueue(std::function<void()> command);

    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace meter::sim::live
