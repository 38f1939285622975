// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// `serve --class`: a twin at one of the seats of a class.

#include "app/serve/serve_options.hpp"
#include "sim/live/classroom/class_client.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace meter::app {

class ServedClass final {
public:
    /// Joins with --class, --code and --learner. `options` gets the lesson that is handed out, if
    /// it names none of its own, and the name that the board has. Nothing: not asked for.
    [[nodiscard]] static sim::Result<std::unique_ptr<ServedClass>> join(ServeOptions& options);

    /// The result goes to the trainer when it is handed in.
    void attach(sim::live::LessonPlan& plan);

    /// Reports how it stands; messages of the trainer go to stdout, faults to the twin.
    void pump(sim::live::Engine& engine, const sim::live::Snapshot& snapshot);

private:
    explicit ServedClass(sim::live::JoinOptions options) : m_client(std::move(options)) {}

    [[nodiscard]] std::optional<sim::live::ClassLesson> waitForLesson();

    sim::live::ClassClient m_client;
};

} // namespace meter::app
