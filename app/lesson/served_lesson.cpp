// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/served_lesson.hpp"

#include "app/base/outcome.hpp"
#include "sim/lesson/yaml/lesson_files.hpp"
#include "sim/lesson/yaml/lesson_reader.hpp"
#include "sim/live/lesson/lesson_start.hpp"

#include <memory>
#include <utility>

namespace meter::app {

namespace {

using sim::Errors;

std::expected<sim::Lesson, Errors> lessonOf(const ServeOptions& options) {
    if (options.handedOut) {
        return sim::readLessonFromText(options.handedOut->text, options.handedOut->name);
    }
    const auto file = sim::lessonFileOf(*options.lessonFile);
    if (!file) {
        return std::unexpected(Errors{file.error()});
    }
    return sim::readLesson(*file);
}

} // namespace

std::expected<ServedLesson, Errors> servedLesson(const ServeOptions& options) {
    if (!options.scenarioFiles.empty() || options.meterCount != 1) {
        return std::unexpected(
            Errors{{"--lesson brings its own scenario; leave the others and --meters out", {}}});
    }
    if (!options.learner || options.learner->empty()) {
        return std::unexpected(
            Errors{{"--lesson needs --learner NAME, which the result states", {}}});
    }
    auto lesson = lessonOf(options);
    if (!lesson) {
        return std::unexpected(lesson.error());
    }
    ServedLesson served;
    auto plan =
        sim::live::lessonPlan({.lesson = std::make_shared<const sim::Lesson>(std::move(*lesson)),
                               .learner = *options.learner,
                               .number = options.attempt.value_or(1),
                               .seed = options.seed,
                               .resultFile = options.resultFile,
                               .report = [](const sim::Error& error) {
                                   printError(error);
                               }});
    if (!plan) {
        return std::unexpected(Errors{plan.error()});
    }
    served.plan = std::move(*plan);
    served.scenario = sim::attemptScenario(*served.plan.lesson, served.plan.attempt.seed);
    return served;
}

std::expected<std::vector<sim::Scenario>, Errors>
servedScenarios(const ServeOptions& options, sim::live::EngineOptions& engine) {
    if (!options.lessonFile && !options.handedOut) {
        if (options.learner || options.resultFile || options.attempt) {
            return std::unexpected(
                Errors{{"--learner, --result and --attempt belong to --lesson FILE", {}}});
        }
        return scenariosOf(options);
    }
    auto served = servedLesson(options);
    if (!served) {
        return std::unexpected(served.error());
    }
    engine.lesson = std::move(served->plan);
    return std::vector<sim::Scenario>{std::move(served->scenario)};
}

} // namespace meter::app
