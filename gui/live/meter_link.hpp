// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the window needs of a live meter, behind which stands an engine, or a fake in tests.

#include "sim/base/result.hpp"
#include "sim/live/engine.hpp"
#include "sim/live/lesson/lesson_view.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace meter::gui {

struct SpeedCommand {
    double factor = 1.0;
};

struct PauseCommand {
    bool isPaused = false;
};

/// A short press, whatever the speed.
struct KeyCommand {
    Key key = Key::Plus;
};

struct ControlPowerCommand {
    bool isOn = false;
};

/// So much meter time at once, also while paused.
struct StepCommand {
    SampleTime samples = 0;
};

/// Back to a moment of the past.
struct RewindCommand {
    SampleTime to = 0;
};

/// Keeps this moment by a name.
struct BookmarkCommand {
    std::string name;
};

/// Back to a moment that was kept.
struct RestoreCommand {
    std::string name;
};

/// Writes a scenario that repeats what was done so far.
struct RecordCommand {
    std::string file;
};

using MeterCommand = std::variant<SpeedCommand,
                                  PauseCommand,
                                  KeyCommand,
                                  ControlPowerCommand,
                                  StepCommand,
                                  RewindCommand,
                                  BookmarkCommand,
                                  RestoreCommand,
                                  RecordCommand>;

/// Which meter is shown and what it plays.
struct MeterIdentity {
    std::string scenarioName;
    std::string scenarioFile; ///< Empty: the built-in one.
    Factory factory{};
};

class MeterLink {
public:
    virtual ~MeterLink() = default;
    [[nodiscard]] virtual sim::live::Snapshot snapshot() = 0;
    [[nodiscard]] virtual std::vector<sim::live::Endpoint> endpoints() const = 0;
    [[nodiscard]] virtual MeterIdentity identity() const = 0;

    /// The frames on the wire; null: not kept.
    [[nodiscard]] virtual std::shared_ptr<sim::live::TrafficRing> traffic() const {
        return nullptr;
    }

    /// Commands are for this meter of the line from now on, and snapshots soon of it.
    virtual void chooseMeter(std::size_t meter) = 0;

    virtual void carryOut(const MeterCommand& command) = 0;
    /// Runs `action` between two slices of meter time, on the thread that owns the simulation:
    /// what it captures must be values. It may come after the caller is gone.
    virtual void post(std::function<void(sim::Simulation&)> action) = 0;
    /// Opens one more endpoint, closes one. `done` may come on another thread, or never if the
    /// engine ends before.
    virtual void addEndpoint(const sim::live::EndpointRequest& request,
                             std::function<void(sim::Result<int>)> done) = 0;
    virtual void removeEndpoint(int id, std::function<void(sim::Result<void>)> done) = 0;
    /// Replaces what runs by the file's scenario, endpoints included. With mistakes in the
    /// file, they come back and nothing changes.
    [[nodiscard]] virtual sim::Errors openScenario(const std::filesystem::path& file) = 0;
    /// Replaces what runs by an attempt at a lesson, endpoints included; what ran before comes
    /// back, from its beginning, with leaveLesson(). An error: what ran goes on.
    [[nodiscard]] virtual sim::Errors openLesson(sim::live::LessonPlan plan) = 0;
    [[nodiscard]] virtual sim::Errors leaveLesson() = 0;
    /// Likewise on the thread that owns the simulation; nothing happens if there is no lesson.
    virtual void postLesson(std::function<void(sim::LessonSession&)> action) = 0;
};

} // namespace meter::gui
