// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// `serve --lesson`: a lesson without a window. Keys and wiring go over the control socket,
// registers over Modbus; the result is written at each change.

#include "app/serve/serve_options.hpp"
#include "sim/live/lesson/live_lesson.hpp"

#include <expected>
#include <vector>

namespace meter::app {

struct ServedLesson {
    sim::Scenario scenario; ///< Hidden faults built in.
    sim::live::LessonPlan plan;
};

/// From --lesson, --learner, --result, --attempt and --seed. A result that is not finished is
/// taken up where it stood; one that is, or another file, is an error.
[[nodiscard]] std::expected<ServedLesson, sim::Errors> servedLesson(const ServeOptions& options);

/// The scenarios of the files, or that of the lesson, which the engine then gets.
[[nodiscard]] std::expected<std::vector<sim::Scenario>, sim::Errors>
servedScenarios(const ServeOptions& options, sim::live::EngineOptions& engine);

} // namespace meter::app
